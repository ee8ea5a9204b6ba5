import type { RaceEventKind } from '../../../src/race/race-event.ts'
import type { Words } from '../en/english.ts'

const kinds = {
  'session-started': 'Session eröffnet',
  'session-ended': 'Session beendet',
  'session-reopened': 'Session wieder eröffnet',
  'link-changed': 'Neuer Link für Zuschauer',
  'saving-failed': 'Nichts wird gespeichert: die Festplatte nimmt nichts an',
  'saving-resumed': 'Alles wird wieder gespeichert',
  'monitor-online': 'Monitor online',
  'monitor-offline': 'Monitor offline',
  'server-restarted': 'Server neu gestartet',
  'setup-received': 'Setup empfangen',
  'chapter-started': 'Neue Session',
  'chapter-resumed': 'Zurück in der Session davor',
  'driver-changed': 'Fahrerwechsel',
  'hand-over': 'Übergabe',
  'feed-quiet': 'Nichts zu hören',
  'feed-returned': 'Wieder zu hören',
  'feed-lost': 'Seit zwei Minuten nichts: die Zahlen sind alt',
  'conflict-began': 'Zwei PCs beanspruchen das Auto',
  'conflict-ended': 'Ein PC hat das Auto wieder',
  'pit-stop': 'Boxenstopp',
  'units-detected': 'Einheiten erkannt',
  'input-changed': 'Vom Ingenieur gesetzt',
  'input-undone': 'Vom Ingenieur zurückgenommen',
  'call-set': 'Ansage',
  'call-cleared': 'Ansage zurückgezogen',
  'call-acknowledged': 'Ansage verstanden',
} as const satisfies Record<RaceEventKind, string>

export const eventWords: Words['events'] = {
  title: 'Ereignisse',
  none: 'Noch nichts.',
  lap: (lap) => `Runde ${lap}`,
  kinds,
  endedBy: { engineer: 'vom Ingenieur', expiry: 'lange ist niemand gefahren' },
  onWall: (driver) => `an der Wand: ${driver}`,
  claims: (driver) => `auch: ${driver}`,
  blind: (time) => `${time} blind`,
  unsaved: (time) => `es dauerte ${time}`,
  unwatched: 'nicht gesehen',
  chosen: 'vom Ingenieur gewählt',
  tiresChanged: (tires) =>
    tires === 0 ? 'keine Reifen' : tires === 4 ? 'vier Reifen' : `${tires} Reifen`,
  standing: 'Standzeit',
}

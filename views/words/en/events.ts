import type { RaceEventKind } from '../../../src/race/race-event.ts'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** What is said of each kind of event; `facts` and names follow behind it. */
const kinds = {
  'session-started': 'Session opened',
  'session-ended': 'Session ended',
  'session-reopened': 'Session opened again',
  'link-changed': 'New link for viewers',
  'saving-failed': 'Nothing is saved: the disk takes nothing',
  'saving-resumed': 'Everything is saved again',
  'monitor-online': 'Monitor online',
  'monitor-offline': 'Monitor offline',
  'server-restarted': 'Server restarted',
  'setup-received': 'Setup received',
  'chapter-started': 'New session',
  'chapter-resumed': 'Back in the session before',
  'driver-changed': 'Driver change',
  'hand-over': 'Hand-over',
  'feed-quiet': 'Nothing heard',
  'feed-returned': 'Heard again',
  'feed-lost': 'Not heard for two minutes: the numbers are old',
  'conflict-began': 'Two PCs claim the car',
  'conflict-ended': 'One PC has the car again',
  'pit-stop': 'Pit stop',
  'units-detected': 'Units detected',
  'input-changed': 'Engineer set',
  'input-undone': 'Engineer took back',
  'call-set': 'Call',
  'call-cleared': 'Call withdrawn',
  'call-acknowledged': 'Call acknowledged',
} as const satisfies Record<RaceEventKind, string>

export const eventWords = {
  title: 'Events',
  none: 'Nothing yet.',
  lap: (lap: number) => `lap ${lap}`,
  kinds: kinds as Readonly<Record<RaceEventKind, string>>,
  endedBy: { engineer: 'by the engineer', expiry: 'nobody has driven for long' },
  onWall: (driver: string) => `on the wall: ${driver}`,
  claims: (driver: string) => `also: ${driver}`,
  blind: (time: string) => `blind for ${time}`,
  unsaved: (time: string) => `it took ${time}`,
  unwatched: 'unwatched',
  chosen: 'chosen by the engineer',
  tiresChanged: (tires: number) =>
    tires === 0 ? 'no tyres' : tires === 4 ? 'four tyres' : count(tires, 'tyre', 'tyres'),
  standing: 'standing',
}

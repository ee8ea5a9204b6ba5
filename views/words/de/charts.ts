import type { Words } from '../en/english.ts'

export const chartWords: Words['charts'] = {
  title: 'Verlauf nach Runden',
  lapTime: 'Rundenzeit',
  lapTimeNote: 'Runden mit Stopp und andere, weit langsamere, stoßen oben an.',
  fuel: 'Kraftstoff an der Linie',
  energy: 'Virtuelle Energie an der Linie',
  tread: 'Profil übrig',
  tireTemp: 'Reifentemperatur',
  brakeTemp: 'Bremsentemperatur',
  otherTemp: 'Wasser, Öl, Strecke und Luft',
  water: 'Wasser',
  oil: 'Öl',
  track: 'Strecke',
  air: 'Luft',
  lap: 'Runde',
  stop: 'Stopp',
  last: 'zuletzt',
  none: 'Der Verlauf beginnt mit der zweiten Runde.',
  label: (title, laps, lines, stops) =>
    `${title}, ${laps}. ${lines}. ${stops === 0 ? 'Kein Stopp' : stops === 1 ? '1 Stopp' : `${stops} Stopps`}.`,
  line: (name, least, most, last) =>
    `${name === '' ? '' : `${name} `}von ${least} bis ${most}, zuletzt ${last}`,
  tableTitle: 'Dasselbe nach Stints',
  treadEnd: 'Profil % am Ende',
  tires: (unit) => `Reifen ${unit}`,
  brakes: (unit) => `Bremsen ${unit}`,
}

import type { Words } from '../en/english.ts'

export const alertWords: Words['alerts'] = {
  wheels: { fl: 'vorn links', fr: 'vorn rechts', rl: 'hinten links', rr: 'hinten rechts' },
  kinds: {
    fuel: 'Kraftstoff',
    energy: 'virtuelle Energie',
    'tire-temp': 'Reifentemperatur',
    'tire-pressure': 'Reifendruck',
    'tire-wear': 'Reifenverschleiß',
    'brake-temp': 'Bremsentemperatur',
    water: 'Wassertemperatur',
    'monitor-lost': 'Monitor verloren',
    conflict: 'zwei PCs',
    'driving-time': 'Fahrzeit',
    'wake-up': 'Wecken des Fahrers',
  },
  levels: {
    fuel: (laps) => `Kraftstoff für ${laps} Runden`,
    energy: (laps) => `Virtuelle Energie für ${laps} Runden`,
  },
  beyond: (what, where, value, side, limit) =>
    `${what}${where === null ? '' : ` ${where}`} ${value}, ${side === 'low' ? 'unter' : 'über'} ${limit}`,
  readings: {
    'tire-temp': 'Reifen',
    'tire-pressure': 'Reifendruck',
    'tire-wear': 'Profil',
    'brake-temp': 'Bremse',
    water: 'Wasser',
  },
  monitorLost: 'Vom PC des Fahrers ist nichts zu hören',
  conflict: 'Zwei PCs sagen, sie fahren: einen auswählen',
  drivingTime: (driver, time) => `${driver} bricht in ${time} eine Fahrzeitregel`,
  wakeUp: (driver, time) => `${driver} ist in ${time} dran`,
  someone: 'Wer jetzt fährt',
  minutes: (minutes) => (minutes < 1 ? 'weniger als einer Minute' : `${minutes} min`),
  unnamedCar: '1Lap',
  raised: (moment, lap) => (lap === null ? `Seit ${moment}` : `Seit ${moment}, Runde ${lap}`),
  raisedAndOver: (moment, lap, over) =>
    `Von ${moment}${lap === null ? '' : `, Runde ${lap},`} bis ${over}: inzwischen vorbei`,
  title: 'Alarme',
  more: (alerts) => `und ${alerts} weitere`,
  ring: 'Ton, Vibration und ein Bildschirm, der an bleibt',
  ringOn: 'an',
  ringOff: 'aus',
  test: 'Test: Alarme dieses Autos kommen hier an.',
}

import type { AlertKind } from '../../../src/race/alerts/alert.ts'
import type { WheelName } from '../../../src/race/wheels.ts'

const wheels = {
  fl: 'front left',
  fr: 'front right',
  rl: 'rear left',
  rr: 'rear right',
} as const satisfies Record<WheelName, string>

const kinds = {
  fuel: 'fuel',
  energy: 'virtual energy',
  'tire-temp': 'tyre temperature',
  'tire-pressure': 'tyre pressure',
  'tire-wear': 'tyre wear',
  'brake-temp': 'brake temperature',
  water: 'water temperature',
  'monitor-lost': 'monitor lost',
  conflict: 'two PCs',
  'driving-time': 'driving time',
  'wake-up': 'driver’s wake-up',
} as const satisfies Record<AlertKind, string>

/** What is not as it should be, on the page and off it. */
export const alertWords = {
  wheels: wheels as Readonly<Record<WheelName, string>>,
  kinds: kinds as Readonly<Record<AlertKind, string>>,
  levels: {
    fuel: (laps: string) => `Fuel for ${laps} laps`,
    energy: (laps: string) => `Virtual energy for ${laps} laps`,
  },
  beyond: (
    what: string,
    where: string | null,
    value: string,
    side: 'low' | 'high',
    limit: string,
  ) =>
    `${what}${where === null ? '' : ` ${where}`} ${value}, ${side === 'low' ? 'below' : 'above'} ${limit}`,
  readings: {
    'tire-temp': 'Tyre',
    'tire-pressure': 'Tyre pressure',
    'tire-wear': 'Tread',
    'brake-temp': 'Brake',
    water: 'Water',
  },
  monitorLost: 'Nothing is heard of the driver’s PC',
  conflict: 'Two PCs say they drive: choose one',
  drivingTime: (driver: string, time: string) => `${driver} breaks a driving-time rule in ${time}`,
  wakeUp: (driver: string, time: string) => `${driver} is up in ${time}`,
  someone: 'Who drives now',
  minutes: (minutes: number) => (minutes < 1 ? 'less than a minute' : `${minutes} min`),
  unnamedCar: '1Lap',
  raised: (moment: string, lap: number | null) =>
    lap === null ? `Since ${moment}` : `Since ${moment}, lap ${lap}`,
  raisedAndOver: (moment: string, lap: number | null, over: string) =>
    `From ${moment}${lap === null ? '' : `, lap ${lap},`} to ${over}: over by now`,
  title: 'Alerts',
  more: (alerts: number) => `and ${alerts} more`,
  ring: 'Sound, vibration and a screen that stays on',
  ringOn: 'on',
  ringOff: 'off',
  test: 'Test: alerts of this car arrive here.',
}

import type { Words } from '../en/english.ts'

export const driversWords: Words['drivers'] = {
  title: 'Fahrer',
  driver: 'Fahrer',
  driven: 'Fahrzeit h',
  stints: 'Stints',
  rest: 'Pause h',
  next: 'Wieder',
  now: 'jetzt',
  upIn: (time) => `in ${time}`,
  minutes: (minutes) => `${minutes} min`,
  hours: (time) => `${time} h`,
  inCar: (time) => `${time} h im Auto`,
  rules: {
    max: (driver, limit) => `überschreitet ${driver} insgesamt ${limit} h`,
    'stint-max': (driver, limit) => `überschreitet ${driver} ${limit} h ohne Pause`,
    window: (driver, limit, length) => `überschreitet ${driver} ${limit} h in ${length} h`,
  },
  ifStays: (what, time) => `Bleibt er drin, ${what} in ${time} h, um`,
  asPlanned: (what, time) => `Nach Plan ${what} in ${time} h, um`,
  missing: (driver, time, least) => `Nach Plan fehlen ${driver} ${time} h an ${least} h`,
}

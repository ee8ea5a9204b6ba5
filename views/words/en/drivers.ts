/** Who drives, who rests, who is next. */
export const driversWords = {
  title: 'Drivers',
  driver: 'Driver',
  driven: 'Driven h',
  stints: 'Stints',
  rest: 'Rest h',
  next: 'Next',
  now: 'now',
  upIn: (time: string) => `in ${time}`,
  minutes: (minutes: number) => `${minutes} min`,
  hours: (time: string) => `${time} h`,
  inCar: (time: string) => `${time} h in the car`,
  rules: {
    max: (driver: string, limit: string) => `${driver} passes ${limit} h in all`,
    'stint-max': (driver: string, limit: string) => `${driver} passes ${limit} h without a break`,
    window: (driver: string, limit: string, length: string) =>
      `${driver} passes ${limit} h in ${length} h`,
  },
  ifStays: (what: string, time: string) => `If he stays in, ${what} in ${time} h, at`,
  asPlanned: (what: string, time: string) => `As planned, ${what} in ${time} h, at`,
  missing: (driver: string, time: string, least: string) =>
    `As planned, ${driver} will be ${time} h short of ${least} h`,
}

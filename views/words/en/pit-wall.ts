import type { CallWhen } from '../../../src/race/call.ts'
import type { InputName } from '../../../src/race/inputs/inputs.ts'

const inputs = {
  race: 'race distance',
  averageLaps: 'laps in the average',
  marginLaps: 'margin',
  reserveLaps: 'reserve',
  pitEntryRatio: 'pit entry',
  stop: 'stop times',
  tireMinRatio: 'least tread',
  energy: 'virtual energy',
  roster: 'drivers',
  drivingRules: 'driving-time rules',
  units: 'units',
  corrections: 'corrections',
  alerts: 'alerts',
  webhooks: 'webhooks',
} as const satisfies Record<InputName, string>

const whens = {
  'this-lap': () => 'BOX this lap',
  'in-laps': (laps: number) => `BOX in ${laps}`,
  'stay-out': () => 'STAY OUT',
} as const satisfies Record<CallWhen, (laps: number) => string>

/** What the engineer tells the pit wall, and the pit wall the driver. */
export const pitWallWords = {
  inputs: inputs as Readonly<Record<InputName, string>>,
  call: {
    when: whens as Readonly<Record<CallWhen, (laps: number) => string>>,
    energy: (percent: string) => `VE ${percent}`,
    fuel: (liters: string) => `fuel ${liters}`,
    tires: (tires: number) =>
      tires === 0
        ? 'no tyres'
        : tires === 4
          ? 'four tyres'
          : `${tires} tyre${tires === 1 ? '' : 's'}`,
    next: (driver: string) => `next ${driver}`,
  },
}

import type { Inputs } from './inputs.ts'

/** What the pit wall goes by until the engineer says otherwise. */
export const defaultInputs: Inputs = {
  race: { endsAtMs: null, laps: null, finishRule: 'leader-flag' },
  // Enough to even out traffic, few enough to follow a driver who begins to save.
  averageLaps: 5,
  // A third of a lap: what one bad lap in traffic costs more than the average.
  marginLaps: 0.3,
  // What a car needs to be sure of the flag; N is the upper bound already. Guessed.
  reserveLaps: 0.3,
  // The line, where nobody knows the track better.
  pitEntryRatio: 1,
  stop: {
    // Measured in Le Mans Ultimate: a whole fill takes 40 s, two tyres 5 s, four 12 s.
    refuelSecondsPerPercent: 0.4,
    tireSeconds: [0, 5, 5, 12, 12],
    damageSeconds: 0,
    laneSeconds: null,
    tires: 4,
  },
  // Below it the grip falls off a cliff.
  tireMinRatio: 0.2,
  energy: null,
  roster: [],
  drivingRules: { minMs: null, maxMs: null, stintMaxMs: null, window: null },
  units: { pressure: null, brakeTemperature: null, wear: null },
  corrections: { excludedLaps: [], tireChanges: [], penaltyStops: [], driverNames: [] },
  alerts: {
    // Time for one more lap after whoever dozed has looked.
    ...{ fuelLaps: 2, energyLaps: 2 },
    // Where the panels turn red; cold tyres are part of every lap out of the pits. All guessed.
    ...{ tireTempC: { low: null, high: 120 }, tirePressureKpa: { low: null, high: null } },
    ...{ tireLeftRatio: 0.25, brakeTempC: { low: null, high: 900 }, waterTempC: 110 },
    // Time to plan another stop; and to get up, eat something and find the gloves.
    ...{ drivingTimeLeadMs: 30 * 60_000, wakeUpLeadMs: 35 * 60_000 },
    muted: [],
  },
  webhooks: [],
}

import type { Wheels } from '../../race/wheels.ts'

/**
 * One LMGT3. Use per lap and wear are those of the recorded race at Imola (see `test/unit/cli/invented-race.test.ts`);
 * the energy is set so that it ends a stint about two laps before the fuel does, as teams do.
 */
export const car = {
  name: 'Invented Racing #27:LMGT3',
  model: 'Invented GT3',
  vehicleClass: 'LMGT3',
  maxRpm: 9400,
  /** The tank, and what the rules let a team put in. */
  tankLiters: 115,
  fillLiters: 97,
  fuelPerLapLiters: 3.0,
  energyPerLapRatio: 0.0331,
  /** The setup's fuel ratio: litres filled for each 1 % of virtual energy. */
  litersPerEnergyPercent: 0.95,
  idleLitersPerSecond: 0.0023,
  /** In the pit lane, limiter on. */
  crawlLitersPerMeter: 0.00025,
  crawlEnergyPerMeter: 0.0000025,
  wearPerLapRatio: { fl: 0.0026, fr: 0.0031, rl: 0.0034, rr: 0.0031 } satisfies Wheels<number>,
} as const

/** Seconds in the box: 0.4 s for each 1 % of energy, then tyres by how many are changed. */
export const REFUEL_MS_PER_PERCENT = 400
export const TIRE_CHANGE_MS = [0, 5000, 5000, 12_000, 12_000] as const

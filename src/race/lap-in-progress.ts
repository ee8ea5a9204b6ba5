import type { Crossing } from './crossing.ts'
import type { Lap, LapFlag } from './lap.ts'
import { type LapCounters, noCounters } from './lap-boundary.ts'
import { type LapMeans, noMeans, temperaturesOf } from './lap-means.ts'
import type { Rest } from './stop.ts'
import type { Telemetry } from './telemetry.ts'
import { eachWheel } from './wheels.ts'

/** The lap being driven: what it began with, and what has happened on it. */
export interface LapInProgress {
  /** 1-based. */
  readonly number: number
  readonly stint: number
  readonly driverName: string | null
  /** When the lap began; null if nobody watched. */
  readonly crossing: Crossing | null
  /** Seen from the line on: only then are fuel and wear used known. */
  readonly fromLine: boolean
  readonly startFuelLiters: number | null
  readonly startEnergyRatio: number | null
  readonly startWearRatio: Telemetry['tireWearRatio']
  readonly means: LapMeans
  readonly flags: readonly LapFlag[]
  /** Some of it so far; see `Lap`. */
  readonly underYellow?: boolean
  readonly counters: LapCounters
  readonly rest: Rest | null
  /** The car has driven in this chapter: standing before that is no stop. */
  readonly hasDriven: boolean
}

export function firstLapSeen(telemetry: Telemetry, stint: number): LapInProgress {
  const number = (telemetry.lapsCompleted ?? Math.max(1, telemetry.lap ?? 1) - 1) + 1
  return {
    ...lapBegun(telemetry, number, stint, null, noCounters),
    fromLine: false,
    flags: ['first'],
  }
}

/** A lap as it begins, at the line or wherever the car was first seen. */
export function lapBegun(
  telemetry: Telemetry,
  number: number,
  stint: number,
  crossing: Crossing | null,
  counters: LapCounters,
): LapInProgress {
  return {
    number,
    stint,
    driverName: telemetry.driverName,
    crossing,
    fromLine: true,
    startFuelLiters: telemetry.fuelLiters,
    startEnergyRatio: telemetry.virtualEnergyRatio,
    startWearRatio: telemetry.tireWearRatio,
    means: noMeans,
    flags: telemetry.inPits === true ? ['out'] : [],
    counters,
    rest: null,
    hasDriven: false,
  }
}

export const withFlag = (flags: readonly LapFlag[], flag: LapFlag, raised: boolean) =>
  raised && !flags.includes(flag) ? [...flags, flag] : flags

const used = (from: number | null, to: number | null) =>
  from === null || to === null ? null : from - to

/** The lap as it goes into the table, before its time is known. */
export function lapCompleted(
  lap: LapInProgress,
  telemetry: Telemetry,
  atMs: number,
  unseen: boolean,
): Lap {
  const whole = lap.fromLine && !unseen
  const refuelled = lap.flags.includes('refuel')
  let flags = withFlag(lap.flags, 'in', telemetry.inPits === true)
  flags = withFlag(flags, 'gap', !whole)
  return {
    number: lap.number,
    stint: lap.stint,
    driverName: lap.driverName,
    timeMs: null,
    timeEstimated: false,
    fuelUsedLiters: whole && !refuelled ? used(lap.startFuelLiters, telemetry.fuelLiters) : null,
    energyUsedRatio:
      whole && !refuelled ? used(lap.startEnergyRatio, telemetry.virtualEnergyRatio) : null,
    wearUsedRatio: eachWheel((wheel) => {
      const wear = used(lap.startWearRatio[wheel], telemetry.tireWearRatio[wheel])
      // Negative: a new tyre, so nothing is known of the old one.
      return whole && wear !== null && wear >= 0 ? wear : null
    }),
    // Of a lap that ended unseen nobody knows what the car had at its end.
    fuelLiters: unseen ? null : telemetry.fuelLiters,
    energyRatio: unseen ? null : telemetry.virtualEnergyRatio,
    wearRatio: unseen ? eachWheel(() => null) : telemetry.tireWearRatio,
    temperatures: temperaturesOf(lap.means),
    flags,
    ...(lap.underYellow === true ? { underYellow: true } : {}),
    completedAtMs: atMs,
  }
}

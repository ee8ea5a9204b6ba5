import { type Sample, WATCHED_WITHIN_MS } from './sample.ts'
import type { Telemetry } from './telemetry.ts'
import { type WheelName, wheelNames } from './wheels.ts'

/** A stop, once the car has moved off again. */
export interface Stop {
  /** 1-based within the chapter. */
  readonly number: number
  /** 1-based number of the lap on which the car stood. */
  readonly lap: number
  /** 1-based number of the stint that began with it. */
  readonly stint: number
  /** Who came in, and who drove off. */
  readonly from: string | null
  readonly to: string | null
  /** When the car came to rest, or was last seen before that. */
  readonly atMs: number
  /** null: nobody watched it come to rest, or move off. */
  readonly standingMs: number | null
  readonly fuelAddedLiters: number | null
  readonly energyAddedRatio: number | null
  readonly tiresChanged: readonly WheelName[]
  /** It served a penalty, as the engineer says. */
  readonly isPenalty?: boolean
}

/** The car standing still: what it had when it came to rest, and what has been done to it since. */
export interface Rest {
  readonly sinceMs: number
  /** 1-based number of the lap on which it stands; null: nobody saw where. */
  readonly lap: number | null
  /** Before anything was filled in: an engine that idles takes some more. */
  readonly fuelLiters: number | null
  /** Most there has been since. */
  readonly fuelPeakLiters: number | null
  readonly energyRatio: number | null
  readonly wearRatio: Telemetry['tireWearRatio']
  /** Somebody saw the car come to rest. */
  readonly isWatched: boolean
  /** This rest has been recognised as a stop. */
  readonly isStop: boolean
}

export interface StopWork {
  readonly fuelAddedLiters: number | null
  readonly energyAddedRatio: number | null
  readonly tiresChanged: readonly WheelName[]
}

/** The car stands: creeping in the pit box is not driving. */
const RESTING_KPH = 5
/** Sloshing fuel reads up to a few tenths more; nobody refuels less than a litre. */
const REFUEL_MIN_LITERS = 1
/** Of the tank, where nobody saw the car stand: what it used meanwhile is not known either. */
const REFUEL_UNWATCHED_RATIO = 0.02
const ENERGY_MIN_RATIO = 0.02
const STANDING_IN_PITS_MS = 3_000
/** Remaining wear jumps by at least this when a used tyre is fitted … */
const OTHER_TIRE_JUMP_RATIO = 0.05
/** … and ends here when a new one is. Tyres of a short stint have lost less than the first. */
const NEW_TIRE_RATIO = 0.99
/** Tyres do not grow; monitors round. */
const NEW_TIRE_JUMP_RATIO = 0.004

export const isDriving = ({ speedKph }: Telemetry) => (speedKph ?? 0) > RESTING_KPH

/** What the car has at this moment, to compare with later. */
export const atRest = (telemetry: Telemetry, atMs: number): Rest => ({
  sinceMs: atMs,
  lap: null,
  fuelLiters: telemetry.fuelLiters,
  fuelPeakLiters: telemetry.fuelLiters,
  energyRatio: telemetry.virtualEnergyRatio,
  wearRatio: telemetry.tireWearRatio,
  isWatched: true,
  isStop: false,
})

/** @param before the last frame in which it still moved, or nothing */
export function restAfter(rest: Rest | null, before: Sample | null, now: Sample): Rest | null {
  const { telemetry, atMs } = now
  if (telemetry.speedKph === null) return rest
  if (isDriving(telemetry)) return null
  if (rest === null) return restBegun(before, now)
  const level = telemetry.fuelLiters
  const after = {
    ...rest,
    fuelLiters: refuelled(rest, telemetry) ? rest.fuelLiters : least(rest.fuelLiters, level),
    fuelPeakLiters:
      level === null ? rest.fuelPeakLiters : Math.max(rest.fuelPeakLiters ?? 0, level),
  }
  return after.isStop || !isStop(after, telemetry, atMs) ? after : { ...after, isStop: true }
}

/** The fuel may flow from the first moment on, so that what it had is what it had on the way. */
function restBegun(before: Sample | null, { telemetry: standing, atMs }: Sample): Rest {
  const begun = atRest(standing, atMs)
  if (before === null) return begun
  const { telemetry: moving } = before
  return {
    ...begun,
    fuelLiters: least(moving.fuelLiters, standing.fuelLiters),
    // Who shows it now need not be who would have shown it before.
    energyRatio:
      moving.virtualEnergyRatio === null
        ? null
        : least(moving.virtualEnergyRatio, standing.virtualEnergyRatio),
    wearRatio: isWearKnown(moving) ? moving.tireWearRatio : standing.tireWearRatio,
    isWatched: atMs - before.atMs <= WATCHED_WITHIN_MS,
  }
}

const least = (one: number | null, other: number | null) =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)

function isStop(rest: Rest, telemetry: Telemetry, atMs: number): boolean {
  const standing = telemetry.inPits === true && atMs - rest.sinceMs >= STANDING_IN_PITS_MS
  return standing || refuelled(rest, telemetry) || workDone(rest, telemetry).tiresChanged.length > 0
}

export function refuelled(rest: Rest, telemetry: Telemetry): boolean {
  const { fuelAddedLiters, energyAddedRatio } = workDone(rest, telemetry)
  const tank = rest.isWatched ? 0 : (telemetry.fuelCapacityLiters ?? 0)
  return (
    (fuelAddedLiters ?? 0) > Math.max(REFUEL_MIN_LITERS, tank * REFUEL_UNWATCHED_RATIO) ||
    (energyAddedRatio ?? 0) > ENERGY_MIN_RATIO
  )
}

const rise = (from: number | null, to: number | null) =>
  from === null || to === null ? null : to - from

export const isWearKnown = ({ tireWearRatio }: Telemetry) =>
  wheelNames.some((wheel) => tireWearRatio[wheel] !== null)

/** What has been added and changed since the car came to rest. */
export function workDone(rest: Rest, telemetry: Telemetry): StopWork {
  const filled = Math.max(rest.fuelPeakLiters ?? 0, telemetry.fuelLiters ?? 0)
  return {
    fuelAddedLiters: telemetry.fuelLiters === null ? null : rise(rest.fuelLiters, filled),
    energyAddedRatio: rise(rest.energyRatio, telemetry.virtualEnergyRatio),
    tiresChanged: wheelNames.filter((wheel) =>
      isChanged(rest.wearRatio[wheel], telemetry.tireWearRatio[wheel]),
    ),
  }
}

function isChanged(before: number | null, now: number | null): boolean {
  const jump = rise(before, now) ?? 0
  const least = (now ?? 0) >= NEW_TIRE_RATIO ? NEW_TIRE_JUMP_RATIO : OTHER_TIRE_JUMP_RATIO
  return jump > least
}

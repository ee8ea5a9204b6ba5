import { partOfLapDone } from '../race/part-of-lap.ts'
import type { Session } from '../race/session.ts'
import { type BlindEstimate, blindEstimate } from './blind-estimate.ts'
import type { DriverOutlook } from './drivers/driver-outlook.ts'
import { driversOf } from './drivers/drivers-of.ts'
import { type FinishOutlook, finishOutlook } from './finish/finish-outlook.ts'
import { raceEnd } from './finish/race-time.ts'
import { type SavingTarget, savingTarget } from './finish/saving-target.ts'
import type { WalkGround } from './finish/stop-walk.ts'
import { type LapAverages, lapAverages } from './lap-averages.ts'
import { type LapsLeft, lapsLeft } from './laps-left.ts'
import { type Levels, levels } from './levels.ts'
import type { ResourceOutlook } from './resource.ts'
import { setupFacts } from './setup-facts.ts'
import { learnedLosses } from './stop/learned-losses.ts'
import { type NextStop, nextStop } from './stop/next-stop.ts'
import { stopTime } from './stop/stop-time.ts'
import { type TireOutlook, tireOutlook } from './tire-outlook.ts'
import { type ToFinish, toFinish } from './to-finish.ts'

/** All that can be concluded from a session now. Unknown is null, never a guess. */
export interface Outlook {
  readonly fuel: ResourceOutlook
  /** null: the car has no virtual energy, or the monitor cannot send it. */
  readonly energy: ResourceOutlook | null
  /** Virtual energy is by what the engineer read out; null: as sent, or there is none. */
  readonly entered: Levels['entered']
  readonly lapsLeft: LapsLeft | null
  /** Median of the last valid laps. */
  readonly lapTimeMs: number | null
  /** For the rest of the race. */
  readonly paceMs: number | null
  /** Laps left × lap time. */
  readonly stintLeftMs: number | null
  /** null: no race, no pace yet, or nobody knows when it ends. */
  readonly finish: FinishOutlook | null
  /** What the engineer has to be asked; null: nothing. */
  readonly ask: 'race-end' | null
  readonly toFinish: ToFinish | null
  /** null: no stop to save, or more would have to be saved than anybody can. */
  readonly saving: SavingTarget | null
  /** null: how far the car goes is not known. */
  readonly pit: NextStop['pit'] | null
  /** What the next stop takes; null: none needed, or how far the car goes is not known. */
  readonly stopTime: NextStop['stopTime']
  /** What to set in the MFD, shortest stint first; empty where no stop is needed, or no use per lap is known. */
  readonly refill: NextStop['refill']
  readonly tires: TireOutlook
  readonly drivers: readonly DriverOutlook[]
  /** What is made up while nobody sees the car, or how well it was once somebody does; null: neither. */
  readonly estimate: BlindEstimate | null
}

/** A page, a stream and a program ask about the same moment: it is concluded once. */
const remembered = new WeakMap<Session, Outlook>()

/** The session as its engineer has corrected it. */
export function outlook(session: Session): Outlook {
  const known = remembered.get(session) ?? concluded(session)
  remembered.set(session, known)
  return known
}

function concluded(session: Session): Outlook {
  const { telemetry, stint, setup, inputs, laps, lapInProgress, stops } = session
  const facts = setupFacts(setup?.tree ?? null)
  const averages = lapAverages(laps, {
    stint: stint?.number ?? 1,
    driverName: telemetry?.driverName ?? null,
    window: inputs.averageLaps,
  })
  const { lapTimeMs, paceMs } = averages
  const unseenLaps = lapsUnseen(session, averages)
  const seenPart = telemetry === null ? 0 : (partOfLapDone(laps, telemetry) ?? 0)
  // Whole laps that nobody saw end change the lap, not the part of it.
  const part = (seenPart + unseenLaps) % 1
  const lap = (lapInProgress?.number ?? 1) + Math.floor(seenPart + unseenLaps)
  const lapsDone = (lapInProgress?.number ?? 1) - 1 + seenPart
  const { fuel, energy, entered } = levels(session, facts, averages, lapsDone, unseenLaps)
  const left = lapsLeft(fuel, energy)
  const losses = learnedLosses(stops, laps)
  const ground = walkGround(session, { left, fuel, energy, part, paceMs, losses })
  const end = raceEnd(session)
  const finish = ground && finishOutlook(session, end, ground)
  const stop =
    left &&
    nextStop({
      ...{ inputs, lap, part, fuel, energy, finish, lapMs: paceMs ?? lapTimeMs },
      ...{ lapsLeft: left.laps, fillLaps: fillLaps(fuel, energy), learnedLaneMs: losses.laneMs },
      litersPerPercent: facts.litersPerPercent,
    })
  const known = ({ level, usePerLap }: ResourceOutlook) => ({
    level,
    perLap: usePerLap?.amount ?? null,
  })
  return {
    ...{ fuel, energy, entered, lapsLeft: left, lapTimeMs, paceMs, finish },
    ...{ pit: stop?.pit ?? null, stopTime: stop?.stopTime ?? null, refill: stop?.refill ?? [] },
    saving: ground && savingOf(finish, ground, fuel, energy),
    stintLeftMs: left === null || lapTimeMs === null ? null : left.laps * lapTimeMs,
    ask: end.kind === 'none' ? end.ask : null,
    toFinish:
      finish && toFinish(finish.upper, inputs.reserveLaps, known(fuel), energy && known(energy)),
    tires: tiresOf(session, averages),
    drivers: driversOf(session, {
      pit: stop?.pit ?? null,
      finish,
      stintMs: ground && stintMs(ground),
    }),
    estimate: blindEstimate(session, { averages, fuel, energy }),
  }
}

/** Laps a whole fill lasts; null: not known. */
function fillLaps(fuel: ResourceOutlook, energy: ResourceOutlook | null): number | null {
  const of = ({ capacity, usePerLap }: ResourceOutlook) =>
    capacity === null || usePerLap === null ? null : capacity / usePerLap.amount
  const byFuel = of(fuel)
  const byEnergy = energy === null ? null : of(energy)
  if (byFuel === null || byEnergy === null) return byFuel ?? byEnergy
  return Math.min(byFuel, byEnergy)
}

function savingOf(
  finish: FinishOutlook | null,
  ground: WalkGround,
  fuel: ResourceOutlook,
  energy: ResourceOutlook | null,
): SavingTarget | null {
  if (finish === null || finish.flagLatestInMs === null) return null
  return savingTarget(finish.flagLatestInMs, ground, {
    fuelLiters: fuel.usePerLap?.amount ?? null,
    energyPercent: energy?.usePerLap?.amount ?? null,
  })
}

interface Grounds {
  readonly left: LapsLeft | null
  readonly fuel: ResourceOutlook
  readonly energy: ResourceOutlook | null
  readonly part: number
  readonly paceMs: number | null
  readonly losses: ReturnType<typeof learnedLosses>
}

/** null: without a pace nothing can be said of the flag. */
function walkGround(
  { inputs }: Session,
  { left, fuel, energy, part, paceMs, losses }: Grounds,
): WalkGround | null {
  if (paceMs === null) return null
  const whole = stopTime(inputs.stop, 100, losses.laneMs)
  return {
    ...{ lapMs: paceMs, part, lapsLeft: left?.laps ?? null, fillLaps: fillLaps(fuel, energy) },
    ...{ marginLaps: inputs.marginLaps, reserveLaps: inputs.reserveLaps },
    ...{ stopLossMs: Math.max(0, losses.wholeMs ?? whole.totalMs), refuelMs: whole.refuelMs },
  }
}

const stintMs = ({ fillLaps, marginLaps, lapMs, stopLossMs }: WalkGround): number | null =>
  fillLaps === null ? null : Math.max(1, Math.floor(fillLaps - marginLaps)) * lapMs + stopLossMs

function tiresOf({ telemetry, inputs }: Session, { wear }: LapAverages): TireOutlook {
  const nothing = { fl: null, fr: null, rl: null, rr: null }
  return tireOutlook(telemetry?.tireWearRatio ?? nothing, wear, inputs.tireMinRatio)
}

/** By the clock, while nobody sees a car that drove. */
function lapsUnseen(
  { passedAtMs, takenAtMs }: Session,
  { paceMs, lapTimeMs }: LapAverages,
): number {
  const lapMs = lapTimeMs ?? paceMs
  if (passedAtMs === null || takenAtMs === null || lapMs === null || lapMs <= 0) return 0
  return Math.max(0, passedAtMs - takenAtMs) / lapMs
}

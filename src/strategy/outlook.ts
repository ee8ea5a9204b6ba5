import { corrected } from '../race/corrected/corrected.ts'
import type { Session } from '../race/session.ts'
import { standingCall } from '../race/standing-call.ts'
import { type BlindEstimate, blindEstimate } from './blind-estimate.ts'
import type { DriverOutlook } from './drivers/driver-outlook.ts'
import { driversOf } from './drivers/drivers-of.ts'
import { type FinishOutlook, finishOutlook } from './finish/finish-outlook.ts'
import { raceEnd } from './finish/race-end.ts'
import { type SavingTarget, savingOf } from './finish/saving-target.ts'
import { walkGround } from './finish/walk-ground.ts'
import { lapAverages } from './lap-averages.ts'
import { type LapsLeft, lapsLeft } from './laps-left.ts'
import { type EnergyEntry, levels } from './levels.ts'
import { fillLaps, type ResourceOutlook } from './resource.ts'
import { setupFacts } from './setup-facts.ts'
import { learnedLosses } from './stop/learned-losses.ts'
import { type NextStop, nextStop } from './stop/next-stop.ts'
import { type TireOutlook, tireOutlook } from './tire-outlook.ts'
import { type ToFinish, toFinish } from './to-finish.ts'
import { whereabouts } from './whereabouts.ts'

/** All that can be concluded from a session now. Unknown is null, never a guess. */
export interface Outlook {
  readonly fuel: ResourceOutlook
  /** null: the car has no virtual energy, or the monitor cannot send it. */
  readonly energy: ResourceOutlook | null
  /** Virtual energy is by what the engineer read out; null: as sent, or there is none. */
  readonly entered: EnergyEntry | null
  readonly lapsLeft: LapsLeft | null
  /** Median of the last valid laps, ms. */
  readonly lapTimeMs: number | null
  /** L, for the rest of the race, ms. */
  readonly paceMs: number | null
  /** Laps left × lap time. */
  readonly stintLeftMs: number | null
  /** null: no race, no pace yet, or nobody knows when it ends. */
  readonly finish: FinishOutlook | null
  /** What the engineer has to be asked; null: nothing. */
  readonly ask: 'race-end' | null
  /** By the upper laps to the flag. */
  readonly toFinish: ToFinish | null
  /** null: no stop to save, or more would have to be saved than anybody can. */
  readonly saving: SavingTarget | null
  /** null: how far the car goes is not known. */
  readonly pit: NextStop['pit'] | null
  /** What the next stop takes; null: none needed or called, or how far the car goes is not known. */
  readonly stopTime: NextStop['stopTime']
  /** What to set in the MFD, shortest stint first; empty where no stop is needed or called, or no use per lap is known. */
  readonly refill: NextStop['refill']
  readonly tires: TireOutlook
  /** Those of the roster, in its order, then whoever else has driven. */
  readonly drivers: readonly DriverOutlook[]
  /** What is made up while nobody sees the car, or how well it was once somebody does; null: neither. */
  readonly estimate: BlindEstimate | null
}

/** A page, a stream and a program ask about the same moment: it is concluded once. */
const remembered = new WeakMap<Session, Outlook>()

/** Of the session as the engineer corrects it. */
export function outlook(session: Session): Outlook {
  const right = corrected(session)
  const known = remembered.get(right) ?? concluded(right)
  remembered.set(right, known)
  return known
}

/**
 * What depends on laps, stints and stops alone is remembered where it is worked out, as long as those are the same; the
 * rest costs the same in hour 23 as in minute 5.
 */
function concluded(session: Session): Outlook {
  const { telemetry, stint, setup, inputs, laps } = session
  const facts = setupFacts(setup?.tree ?? null)
  const averages = lapAverages(laps, {
    stint: stint?.number ?? 1,
    driverName: telemetry?.driverName ?? null,
    window: inputs.averageLaps,
  })
  const { lapTimeMs, paceMs } = averages
  const place = whereabouts(session, lapTimeMs ?? paceMs)
  const { fuel, energy, entered } = levels(session, facts, averages, place)
  const left = lapsLeft(fuel, energy)
  const losses = learnedLosses(session.stops, laps, inputs.averageLaps)
  const known = { lapsLeft: left?.laps ?? null, fillLaps: fillLaps(fuel, energy) }
  const ground = paceMs === null ? null : walkGround(inputs, { ...known, paceMs, place, losses })
  const end = raceEnd(session)
  const finish = ground && finishOutlook(session, end, ground)
  const stop =
    left &&
    nextStop({
      ...{ inputs, call: standingCall(session), isInPits: telemetry?.inPits === true },
      ...{ lap: place.lap, part: place.part, lapMs: paceMs ?? lapTimeMs },
      ...{ lapsLeft: left.laps, fillLaps: known.fillLaps, fuel, energy, finish },
      ...{ litersPerPercent: facts.litersPerPercent, learnedLaneMs: losses.laneMs },
    })
  return {
    ...{ fuel, energy, entered, lapsLeft: left, lapTimeMs, paceMs, finish },
    stintLeftMs: left === null || lapTimeMs === null ? null : left.laps * lapTimeMs,
    ask: end.kind === 'none' ? end.ask : null,
    toFinish: finish && toFinish(finish.upper, inputs.reserveLaps, fuel, energy),
    saving: averages.isSteady && finish && ground ? savingOf(finish, ground, fuel, energy) : null,
    ...{ pit: stop?.pit ?? null, stopTime: stop?.stopTime ?? null, refill: stop?.refill ?? [] },
    tires: tireOutlook(telemetry?.tireWearRatio ?? null, averages.wear, inputs.tireMinRatio),
    drivers: driversOf(session, {
      untilStopMs: stop?.pit.inMs ?? null,
      stintMs: ground?.stintMs ?? null,
      untilFlagMs: untilFlagMs(finish, paceMs),
    }),
    estimate: blindEstimate(session, { averages, fuel, energy }),
  }
}

function untilFlagMs(finish: FinishOutlook | null, paceMs: number | null): number | null {
  if (finish === null || paceMs === null) return null
  return finish.flagInMs ?? finish.best * paceMs
}

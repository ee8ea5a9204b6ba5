import type { Session } from '../../race/session.ts'
import { standingCall } from '../../race/standing-call.ts'
import type { Stint } from '../../race/stint.ts'
import { allStints } from '../chapter-books.ts'
import { type DriverOutlook, type DriversGround, driverOutlooks } from './driver-outlook.ts'

/** What the rest of the outlook says of the way ahead; null: not known. */
export interface WayAhead {
  readonly untilStopMs: number | null
  readonly stintMs: number | null
  readonly untilFlagMs: number | null
}

/** Driving times are shown in minutes: a plan that is new every ten seconds is as good as one in every frame. */
const EVERY_MS = 10_000

interface Remembered {
  readonly stint: Stint | null
  readonly ground: DriversGround
  readonly outlooks: readonly DriverOutlook[]
}

const remembered = new WeakMap<readonly Stint[], Remembered>()

/** As of the last whole ten seconds: what is remembered is what would be worked out again. */
export function driversOf(session: Session, ahead: WayAhead): readonly DriverOutlook[] {
  const { stints, stint, inputs, telemetry, takenAtMs, passedAtMs } = session
  const ground: DriversGround = {
    nowMs: whole(passedAtMs ?? takenAtMs ?? 0),
    driverName: telemetry?.driverName ?? stint?.driverName ?? null,
    roster: inputs.roster,
    rules: inputs.drivingRules,
    calledNext: standingCall(session)?.nextDriver ?? null,
    untilStopMs: wholeOrNull(ahead.untilStopMs),
    stintMs: wholeOrNull(ahead.stintMs),
    untilFlagMs: wholeOrNull(ahead.untilFlagMs),
  }
  const known = remembered.get(stints)
  if (known !== undefined && known.stint === stint && isSame(known.ground, ground)) {
    return known.outlooks
  }
  const outlooks = driverOutlooks(allStints({ stints, stint }), ground)
  remembered.set(stints, { stint, ground, outlooks })
  return outlooks
}

const whole = (ms: number) => Math.floor(ms / EVERY_MS) * EVERY_MS
const wholeOrNull = (ms: number | null) => (ms === null ? null : whole(ms))

function isSame(a: DriversGround, b: DriversGround): boolean {
  const isSameAhead =
    a.untilStopMs === b.untilStopMs && a.stintMs === b.stintMs && a.untilFlagMs === b.untilFlagMs
  const isSameCar = a.driverName === b.driverName && a.calledNext === b.calledNext
  return isSameAhead && isSameCar && isSameRule(a, b) && a.nowMs === b.nowMs
}

const isSameRule = (a: DriversGround, b: DriversGround) =>
  a.roster === b.roster && a.rules === b.rules

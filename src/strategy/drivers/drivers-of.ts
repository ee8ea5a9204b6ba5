import type { Session } from '../../race/session.ts'
import type { Stint } from '../../race/stint.ts'
import { allStints } from '../chapter-books.ts'
import type { FinishOutlook } from '../finish/finish-outlook.ts'
import type { PitOutlook } from '../stop/pit-outlook.ts'
import { type DriverOutlook, type DriversGround, driverOutlooks } from './driver-outlook.ts'

interface Known {
  readonly pit: PitOutlook | null
  readonly finish: FinishOutlook | null
  readonly stintMs: number | null
}

/** Driving times are shown in minutes: a plan that is new every ten seconds is as good as one in every frame. */
const EVERY_MS = 10_000

interface Remembered {
  readonly stint: Stint | null
  readonly ground: DriversGround
  readonly outlooks: readonly DriverOutlook[]
}

const remembered = new WeakMap<readonly Stint[], Remembered>()

/** By times of whole ten seconds, so that what is remembered is what would be worked out again. */
export function driversOf(session: Session, { pit, finish, stintMs }: Known) {
  const { stints, stint, inputs, telemetry, takenAtMs, passedAtMs } = session
  const ground: DriversGround = {
    nowMs: whole(passedAtMs ?? takenAtMs ?? 0) ?? 0,
    driverName: telemetry?.driverName ?? stint?.driverName ?? null,
    roster: inputs.roster,
    rules: inputs.drivingRules,
    untilStopMs: whole(pit?.inMs ?? null),
    stintMs: whole(stintMs),
    untilFlagMs: whole(finish?.flagInMs ?? null),
  }
  const known = remembered.get(stints)
  if (known !== undefined && known.stint === stint && isSame(known.ground, ground)) {
    return known.outlooks
  }
  const outlooks = driverOutlooks(allStints({ stints, stint }), ground)
  remembered.set(stints, { stint, ground, outlooks })
  return outlooks
}

const whole = (ms: number | null) => (ms === null ? null : Math.round(ms / EVERY_MS) * EVERY_MS)

const isSame = (a: DriversGround, b: DriversGround) =>
  a.nowMs === b.nowMs &&
  a.driverName === b.driverName &&
  a.roster === b.roster &&
  a.rules === b.rules &&
  a.untilStopMs === b.untilStopMs &&
  a.stintMs === b.stintMs &&
  a.untilFlagMs === b.untilFlagMs

import type { Session } from '../../race/session.ts'
import { type LapsToFlag, lapsOfLapRace, lapsToFlag } from './laps-to-flag.ts'
import { flagLater, type Leader, leaderFlag } from './leader-flag.ts'
import type { RaceEnd } from './race-time.ts'
import type { WalkGround } from './stop-walk.ts'

/** The way to the flag, and what it rests on. */
export interface FinishOutlook extends LapsToFlag {
  readonly leader: Leader['kind']
  readonly basis: 'monitor' | 'engineer'
  /** Until the leader takes the flag, best guess, ms; null: of a race counted in laps. */
  readonly flagInMs: number | null
  /** The latest he can, ms; null: of a race counted in laps. */
  readonly flagLatestInMs: number | null
}

export function finishOutlook(
  session: Session,
  end: RaceEnd,
  ground: WalkGround,
): FinishOutlook | null {
  if (end.kind === 'none') return null
  const leader = leaderOf(session)
  const rests = { leader: leader.kind, basis: end.basis }
  if (end.kind === 'laps') {
    const done = (session.lapInProgress?.number ?? 1) - 1
    const laps = lapsOfLapRace(end.total, done, lapsBehind(session, ground.lapMs), ground)
    return { ...laps, ...rests, flagInMs: null, flagLatestInMs: null }
  }
  const atZero = leaderFlag(end.leftMs, ground.lapMs, leader)
  const hisMs = leader.kind === 'us' ? ground.lapMs : (leader.lapMs ?? ground.lapMs)
  const isLater = session.inputs.race.finishRule === 'plus-one'
  const flag = isLater ? flagLater(atZero, hisMs) : atZero
  return {
    ...lapsToFlag(flag, ground),
    ...rests,
    flagInMs: flag.bestMs,
    flagLatestInMs: flag.upperMs,
  }
}

function leaderOf({ telemetry }: Session): Leader {
  if (telemetry?.position === 1) return { kind: 'us' }
  const lapMs = telemetry?.leaderLapTimeMs ?? null
  const part = telemetry?.leaderLapProgressRatio ?? null
  const isKnown = lapMs !== null && lapMs > 0 && part !== null
  return isKnown ? { kind: 'known', lapMs, part } : { kind: 'unknown', lapMs }
}

/** Whole laps; 0 where the gap is not known. */
function lapsBehind({ telemetry }: Session, lapMs: number): number {
  if (telemetry === null || telemetry.position === 1) return 0
  return Math.floor((telemetry.gapLeaderMs ?? 0) / lapMs)
}

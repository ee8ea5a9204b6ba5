import type { Session } from '../../race/session.ts'
import { lapRaceToFlag } from './lap-race.ts'
import { type LapsToFlag, lapsToFlag } from './laps-to-flag.ts'
import { type Leader, leaderOf } from './leader.ts'
import { flagLater, inDoubtOfPace, leaderFlag } from './leader-flag.ts'
import type { RaceEnd } from './race-end.ts'
import type { WalkGround } from './stop-walk.ts'

/** The way to the flag, and what it rests on. */
export interface FinishOutlook extends LapsToFlag {
  readonly leader: Leader['kind']
  /** Who says when the race ends. */
  readonly basis: 'monitor' | 'engineer'
  /** T_f, until the leader takes the flag, ms; null: of a race counted in laps. */
  readonly flagInMs: number | null
  /** The latest he can, for all that the pace is doubtful, ms; null: of a race counted in laps. */
  readonly flagLatestInMs: number | null
}

/** null: nobody knows what ends the race. */
export function finishOutlook(
  { telemetry, lapInProgress, inputs }: Pick<Session, 'telemetry' | 'lapInProgress' | 'inputs'>,
  end: RaceEnd,
  ground: WalkGround,
): FinishOutlook | null {
  if (end.kind === 'none') return null
  const leader = leaderOf(telemetry, ground.lapMs)
  const restsOn = { leader: leader.kind, basis: end.basis }
  const leaderLapMs = 'lapMs' in leader ? leader.lapMs : ground.lapMs
  if (end.kind === 'laps') {
    const done = (lapInProgress?.number ?? 1) - 1
    const gapMs = leader.kind === 'us' ? null : (telemetry?.gapLeaderMs ?? null)
    const laps = lapRaceToFlag({ total: end.total, done, gapMs, leaderLapMs }, ground)
    return { ...laps, ...restsOn, flagInMs: null, flagLatestInMs: null }
  }
  const isLater = inputs.race.finishRule === 'plus-one' && leader.kind !== 'finished'
  const told = flagLater(leaderFlag(end.leftMs, leader), isLater ? leaderLapMs : 0)
  const flag = inDoubtOfPace(told)
  const laps = lapsToFlag(flag, ground)
  return { ...laps, ...restsOn, flagInMs: flag.bestMs, flagLatestInMs: flag.upperMs }
}

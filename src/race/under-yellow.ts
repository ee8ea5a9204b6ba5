import type { Telemetry } from './telemetry.ts'

/** Nobody drives at his own pace then; a red flag ends it altogether. Words of `flag` and `game_phase` in the protocol. */
const SLOWED = ['yellow', 'fcy', 'red']

const isSlowed = (word: string | null) => word !== null && SLOWED.includes(word.toLowerCase())

/** A yellow, a full-course yellow or a red flag is out. False where the monitor tells of no flags. */
export const isUnderYellow = ({ flag, gamePhase }: Pick<Telemetry, 'flag' | 'gamePhase'>) =>
  isSlowed(flag) || isSlowed(gamePhase)

import type { StopConstants } from '../../race/inputs/stop-constants.ts'

/** What the next stop takes, ms. */
export interface StopTime {
  readonly refuelMs: number
  readonly tiresMs: number
  readonly damageMs: number
  /** Against driving past. */
  readonly laneMs: number
  /** Where the lane's loss is from: the engineer, this car's own stops, or a guess before there was one. */
  readonly laneBasis: 'engineer' | 'own-stops' | 'guess'
  readonly totalMs: number
}

/** A lane of 400 m at 60 km/h against a straight at 250 km/h, braking included. Guessed, until the first own stop. */
export const LANE_BEFORE_KNOWN_MS = 20_000

/**
 * Refuelling, tyres, repair and the lane, one after the other as Le Mans Ultimate does them.
 * @param addedPercent of energy, or of a whole fill of fuel, 0-100
 * @param learnedLaneMs of own stops; null: none yet
 */
export function stopTime(
  constants: StopConstants,
  addedPercent: number,
  learnedLaneMs: number | null,
): StopTime {
  const { laneSeconds, tires } = constants
  const refuelMs = constants.refuelSecondsPerPercent * Math.max(0, addedPercent) * 1_000
  const tiresMs = (constants.tireSeconds[tires] ?? 0) * 1_000
  const damageMs = constants.damageSeconds * 1_000
  const laneMs =
    laneSeconds === null ? Math.max(0, learnedLaneMs ?? LANE_BEFORE_KNOWN_MS) : laneSeconds * 1_000
  const laneBasis =
    laneSeconds !== null ? 'engineer' : learnedLaneMs !== null ? 'own-stops' : 'guess'
  const totalMs = refuelMs + tiresMs + damageMs + laneMs
  return { refuelMs, tiresMs, damageMs, laneMs, laneBasis, totalMs }
}

/** Who will drive from when to when, ms of the server's clock. */
export interface PlannedTurn {
  readonly driverName: string
  readonly fromMs: number
  readonly toMs: number
}

export interface PlanGround {
  readonly nowMs: number
  /** Who drives now; null: nobody known. */
  readonly driverName: string | null
  /** In the order in which they drive. */
  readonly roster: readonly string[]
  /** Until the next stop; null: not known. */
  readonly untilStopMs: number | null
  /** A whole fill and its stop; null: not known. */
  readonly stintMs: number | null
  /** Until the flag; null: not known. */
  readonly untilFlagMs: number | null
}

/** More turns than that are no plan. */
const TURNS_MOST = 100

/**
 * The roster in its order, a stint each, from who drives now to the flag. Without a next stop, a length of a stint or a
 * second driver there is nothing to plan.
 */
export function plannedTurns(ground: PlanGround): readonly PlannedTurn[] {
  const { nowMs, driverName, roster, untilStopMs, stintMs, untilFlagMs } = ground
  if (driverName === null || untilFlagMs === null) return []
  const flagMs = nowMs + untilFlagMs
  const now = { driverName, fromMs: nowMs, toMs: flagMs }
  const place = roster.indexOf(driverName)
  if (place < 0 || roster.length < 2 || untilStopMs === null || stintMs === null) return [now]
  const turns: PlannedTurn[] = []
  let fromMs = nowMs
  let toMs = Math.min(flagMs, nowMs + untilStopMs)
  for (let turn = 0; fromMs < flagMs && turn < TURNS_MOST; turn++) {
    turns.push({ driverName: roster[(place + turn) % roster.length] ?? driverName, fromMs, toMs })
    fromMs = toMs
    // No plan is finer than a minute.
    toMs = Math.min(flagMs, toMs + Math.max(60_000, stintMs))
  }
  return turns
}

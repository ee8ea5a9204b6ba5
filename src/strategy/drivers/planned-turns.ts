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
  /** In the order in which they drive, nobody twice. */
  readonly roster: readonly string[]
  /** Who gets in with the next stop, as the engineer has called it; null: by the roster. */
  readonly calledNext: string | null
  /** Until the next stop; null: none needed, or not known. */
  readonly untilStopMs: number | null
  /** A whole fill and its stop; null: not known. */
  readonly stintMs: number | null
  /** Until the flag; null: not known. */
  readonly untilFlagMs: number | null
}

/** Where the flag is not known nobody plans further ahead than a day. */
export const HORIZON_MS = 24 * 3600_000
/** More turns than that are no plan. */
const TURNS_MOST = 100
/** Nor is one finer than a minute. */
const TURN_LEAST_MS = 60_000

/**
 * From who drives now to the flag, a stint each: the roster in its order, after whoever is next. Without a next stop or
 * a next driver he stays in.
 */
export function plannedTurns(ground: PlanGround): readonly PlannedTurn[] {
  const { nowMs, driverName, roster, untilStopMs, stintMs, untilFlagMs } = ground
  if (driverName === null) return []
  const flagMs = nowMs + (untilFlagMs ?? HORIZON_MS)
  const next = nextDriver(ground)
  if (next === null || untilStopMs === null) return [{ driverName, fromMs: nowMs, toMs: flagMs }]
  const stopMs = Math.min(flagMs, nowMs + untilStopMs)
  const turns = [{ driverName, fromMs: nowMs, toMs: stopMs }]
  const place = roster.indexOf(next)
  let fromMs = stopMs
  while (fromMs < flagMs && turns.length < TURNS_MOST) {
    const who = place < 0 ? next : (roster[(place + turns.length - 1) % roster.length] ?? next)
    // How long a stint takes is not known: the one after the stop is as far as anybody sees.
    const toMs =
      stintMs === null ? flagMs : Math.min(flagMs, fromMs + Math.max(TURN_LEAST_MS, stintMs))
    turns.push({ driverName: who, fromMs, toMs })
    fromMs = toMs
  }
  return turns
}

/** Who gets in with the next stop; null: nobody has said, or he stays in. */
export function nextDriver({ driverName, roster, calledNext }: PlanGround): string | null {
  if (calledNext !== null) return calledNext === driverName ? null : calledNext
  const place = driverName === null ? -1 : roster.indexOf(driverName)
  if (place < 0 || roster.length < 2) return null
  return roster[(place + 1) % roster.length] ?? null
}

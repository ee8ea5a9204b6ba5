import type { Telemetry } from './telemetry.ts'

/** Below this the tank may really run dry from one frame to the next. */
const PLAUSIBLE_LAST_DROP_LITERS = 2
/** A glitch of the simulator's memory lasts a frame or two; an empty tank stays empty. */
const HELD_FOR_MS = 2_000

/** The level last believed, and since when the monitor has said 0 instead. */
export interface FuelHold {
  readonly liters: number
  readonly sinceMs: number
}

/** Fuel falling to 0 from above 2 L is held for 2 s, then believed. */
export function fuelHoldAfter(
  hold: FuelHold | null,
  before: number | null,
  telemetry: Telemetry,
  atMs: number,
): FuelHold | null {
  if (telemetry.fuelLiters !== 0) return null
  if (hold !== null) return atMs - hold.sinceMs < HELD_FOR_MS ? hold : null
  if (before === null || before <= PLAUSIBLE_LAST_DROP_LITERS) return null
  return { liters: before, sinceMs: atMs }
}

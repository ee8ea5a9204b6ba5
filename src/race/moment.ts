import type { Telemetry } from './telemetry.ts'

/** When a frame was taken: by our clock on arrival, and by that of the PC that sent it. */
export interface Moment {
  readonly atMs: number
  readonly monitorMs: number | null
  readonly bootId: string | null
}

export const momentOf = ({ timestampMs, bootId }: Telemetry, atMs: number): Moment => ({
  atMs,
  monitorMs: timestampMs,
  bootId,
})

/**
 * Time between two frames. By the monitor's clock where one program sent both, because a network that stalls hands
 * over in a burst what took seconds; else by ours, because no two PCs have the same time.
 */
export function elapsedMs(from: Moment, to: Moment): number {
  const isSameProgram = from.bootId !== null && from.bootId === to.bootId
  if (isSameProgram && from.monitorMs !== null && to.monitorMs !== null) {
    const elapsed = to.monitorMs - from.monitorMs
    // Somebody set the clock: it tells nothing about this pair.
    if (elapsed >= 0) return elapsed
  }
  return to.atMs - from.atMs
}

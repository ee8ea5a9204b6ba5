/** How long frames of one connection take, by two clocks that need not agree: only differences mean anything. */
export interface Connection {
  /** The driver's clock in the last frame. */
  readonly stampMs: number
  readonly spanBeganAtMs: number
  /** Arrival − stamp of the fastest frame of this span, and of the one before. */
  readonly fastestMs: number
  readonly fastestBeforeMs: number
}

/** A road that has grown longer for good is not late for ever: the fastest is forgotten after one or two spans. */
const SPAN_MS = 30_000
/** Frames of one connection come in order. A stamp further back is a clock that has been set. */
const CLOCK_SET_BACK_MS = 1_000

/** The connection after one more frame, and how much later than its fastest that frame came. */
export function connectionAfter(
  before: Connection | null,
  arrivedAtMs: number,
  stampMs: number | null,
): { readonly connection: Connection | null; readonly lateMs: number } {
  // Who does not say when cannot be late; a clock that stands still says nothing either.
  if (stampMs === null || stampMs === before?.stampMs) return { connection: before, lateMs: 0 }
  const transitMs = arrivedAtMs - stampMs
  if (before === null || stampMs < before.stampMs - CLOCK_SET_BACK_MS) {
    const [fastestMs, fastestBeforeMs] = [transitMs, transitMs]
    return {
      connection: { stampMs, spanBeganAtMs: arrivedAtMs, fastestMs, fastestBeforeMs },
      lateMs: 0,
    }
  }
  const isNewSpan = arrivedAtMs - before.spanBeganAtMs >= SPAN_MS
  const connection = {
    stampMs,
    spanBeganAtMs: isNewSpan ? arrivedAtMs : before.spanBeganAtMs,
    fastestMs: isNewSpan ? transitMs : Math.min(before.fastestMs, transitMs),
    fastestBeforeMs: isNewSpan ? before.fastestMs : before.fastestBeforeMs,
  }
  const fastestMs = Math.min(connection.fastestMs, connection.fastestBeforeMs)
  return { connection, lateMs: transitMs - fastestMs }
}

import type { Seat } from './seat.ts'
import type { TrueStint } from './team-truth.ts'
import type { Chapter } from './weekend.ts'

/** A stint begins with the chapter, at every stop, and where somebody else gets in; never where one comes back. */
export function trueStints(
  { plan, startedAtMs: zeroMs, endedAtMs }: Chapter,
  chapter: number,
  seats: readonly Seat[],
  nameOf: (pc: number) => string,
): readonly TrueStint[] {
  const begins = seats
    .filter((seat) => seat.entry !== 'rejoin')
    .map(({ entry, fromMs, loadsFromMs, lap, pc }) => ({
      fromMs,
      endOfLastMs: entry === 'chapter' ? fromMs : loadsFromMs,
      lap,
      driverName: nameOf(pc),
    }))
  for (const { swapsDriver, startedAtMs, inLap } of plan.truth.stops) {
    if (swapsDriver) continue
    const fromMs = zeroMs + startedAtMs
    const driverName = begins.findLast((begin) => begin.fromMs <= fromMs)?.driverName ?? ''
    begins.push({ fromMs, endOfLastMs: fromMs, lap: inLap + 1, driverName })
    begins.sort((a, b) => a.fromMs - b.fromMs)
  }
  return begins.map(({ fromMs, lap, driverName }, i) => {
    const next = begins[i + 1]
    return {
      chapter,
      number: i + 1,
      driverName,
      firstLap: lap,
      lastLap: next === undefined ? plan.truth.laps.length : next.lap - 1,
      startedAtMs: fromMs,
      endedAtMs: next?.endOfLastMs ?? endedAtMs,
    }
  })
}

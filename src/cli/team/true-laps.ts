import type { PcDiary } from './pc-diary.ts'
import type { TrueLap, TrueStint } from './team-truth.ts'
import type { Chapter } from './weekend.ts'

/** Every lap of a chapter, with the stint it counts for: where that changes on the way, the new one's. */
export function trueLaps(
  { plan, startedAtMs: zeroMs }: Chapter,
  chapter: number,
  stints: readonly TrueStint[],
  diaries: readonly Pick<PcDiary, 'spans'>[],
): readonly TrueLap[] {
  return plan.truth.laps.map((lap) => {
    const stint = stints.findLast((one) => one.firstLap <= lap.number)
    const [startedAtMs, completedAtMs] = [zeroMs + lap.startedAtMs, zeroMs + lap.completedAtMs]
    return {
      chapter,
      number: lap.number,
      driverName: stint?.driverName ?? '',
      stint: stint?.number ?? 1,
      timeMs: lap.timeMs,
      startedAtMs,
      completedAtMs,
      fuelUsedLiters: lap.fuelUsedLiters,
      energyUsedRatio: lap.energyUsedRatio,
      isInLap: lap.isInLap,
      isOutLap: lap.isOutLap,
      isValid: lap.isValid,
      unseenMs: lap.timeMs - seenMs(diaries, startedAtMs, completedAtMs),
    }
  })
}

/** Only one PC at a time is the driver's, so that times add up. */
function seenMs(
  diaries: readonly Pick<PcDiary, 'spans'>[],
  startMs: number,
  endMs: number,
): number {
  let seen = 0
  for (const { spans } of diaries) {
    for (const { view, fromMs, toMs } of spans) {
      if (view === 'drives') seen += Math.max(0, Math.min(toMs, endMs) - Math.max(fromMs, startMs))
    }
  }
  return seen
}

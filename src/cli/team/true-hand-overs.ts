import type { CarSample } from '../race/car-sample.ts'
import type { InventedPc } from './invented-pc.ts'
import type { Seat } from './seat.ts'
import type { TrueHandOver } from './team-truth.ts'
import type { Chapter } from './weekend.ts'

/** From driver to driver within a chapter, as the frames of the two PCs would show it if none were lost. */
export function trueHandOvers(
  { plan }: Chapter,
  chapter: number,
  seats: readonly Seat[],
  pcs: readonly InventedPc[],
  carAt: (atMs: number) => CarSample | null,
): readonly TrueHandOver[] {
  return seats.flatMap((seat, i) => {
    const isPlanned = seat.entry === 'swap'
    const before = seats[i - 1]
    const [from, to] = [pcs[before?.pc ?? -1], pcs[seat.pc]]
    if (!isPlanned && seat.entry !== 'takeover') return []
    if (before === undefined || from === undefined || to === undefined) return []
    const lastFrameAtMs = from.lastDrivenMs(before.toMs) ?? before.toMs
    const firstFrameAtMs = to.firstDrivenMs(seat.fromMs) ?? seat.fromMs
    const [left, found] = [carAt(lastFrameAtMs)?.load, carAt(firstFrameAtMs)?.load]
    const stop = plan.truth.stops.find((one) => isPlanned && one.inLap === seat.lap - 1)
    return {
      chapter,
      from: from.driverName,
      to: to.driverName,
      fromPc: from.name,
      toPc: to.name,
      lap: seat.lap,
      isPlanned,
      lastFrameAtMs,
      firstFrameAtMs,
      blindMs: firstFrameAtMs - lastFrameAtMs,
      fuelAddedLiters: (found?.fuelLiters ?? 0) - (left?.fuelLiters ?? 0),
      energyAddedRatio: (found?.energyRatio ?? 0) - (left?.energyRatio ?? 0),
      changedTires: stop?.changedTires ?? [],
    }
  })
}

import type { CarSample } from '../race/car-sample.ts'
import type { InventedPc } from './invented-pc.ts'
import type { PcDiary } from './pc-diary.ts'
import type { Seat } from './seat.ts'
import type { TeamTruth, TrueChapter, TrueIncident, TrueStop } from './team-truth.ts'
import { trueHandOvers } from './true-hand-overs.ts'
import { trueLaps } from './true-laps.ts'
import { trueStints } from './true-stints.ts'
import type { Chapter } from './weekend.ts'

/** The books of the whole weekend, written from the plan: nothing in them was seen through a monitor. */
export function teamLedger(
  chapters: readonly Chapter[],
  seats: readonly Seat[],
  incidents: readonly TrueIncident[],
  told: readonly { readonly pc: InventedPc; readonly diary: PcDiary }[],
  carAt: (atMs: number) => CarSample | null,
): TeamTruth {
  const pcs = told.map(({ pc }) => pc)
  const diaries = told.map(({ diary }) => diary)
  const nameOf = (pc: number) => pcs[pc]?.driverName ?? ''
  const books = chapters.map((chapter, i) => {
    const own = seats.filter((seat) => seat.chapter === i)
    const stints = trueStints(chapter, i, own, nameOf)
    return {
      chapter: trueChapter(chapter, carAt),
      stints,
      laps: trueLaps(chapter, i, stints, diaries),
      stops: trueStops(chapter, i),
      handOvers: trueHandOvers(chapter, i, own, pcs, carAt),
    }
  })
  return {
    chapters: books.map(({ chapter }) => chapter),
    laps: books.flatMap(({ laps }) => laps),
    stints: books.flatMap(({ stints }) => stints),
    stops: books.flatMap(({ stops }) => stops),
    handOvers: books.flatMap(({ handOvers }) => handOvers),
    seats: seats.map(({ chapter, pc, fromMs, toMs }) => ({
      chapter,
      pc: pcs[pc]?.name ?? '',
      driverName: nameOf(pc),
      fromMs,
      toMs,
    })),
    incidents,
  }
}

function trueChapter(
  { sessionType, startedAtMs, endedAtMs, plan }: Chapter,
  carAt: (atMs: number) => CarSample | null,
): TrueChapter {
  const { laps, greenAtMs, flagAtMs } = plan.truth
  const fuelAt = (planMs: number) => carAt(startedAtMs + planMs)?.load.fuelLiters ?? 0
  return {
    sessionType,
    startedAtMs,
    endedAtMs,
    lapCount: laps.length,
    startFuelLiters: fuelAt(greenAtMs),
    endFuelLiters: fuelAt(flagAtMs),
  }
}

function trueStops({ plan, startedAtMs: zeroMs }: Chapter, chapter: number): readonly TrueStop[] {
  return plan.truth.stops.map((stop) => ({
    chapter,
    ...stop,
    startedAtMs: zeroMs + stop.startedAtMs,
  }))
}

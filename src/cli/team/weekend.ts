import { type CarSample, carSample } from '../race/car-sample.ts'
import type { SessionType } from '../race/frame-stamp.ts'
import { garageSession } from '../race/garage-session.ts'
import { usualHand } from '../race/lap-character.ts'
import { type RacePlan, racePlan } from '../race/race-plan.ts'
import { type SeededRandom, seededRandom } from '../race/seeded-random.ts'
import { raceScript, type TeamScript } from './team-script.ts'

/** One session of the simulator; its own times count from `startedAtMs`. */
export interface Chapter {
  readonly sessionType: SessionType
  readonly startedAtMs: number
  readonly endedAtMs: number
  /** The session clock. */
  readonly clockMs: number
  readonly plan: RacePlan
  readonly random: SeededRandom
  /** Who drives it first: index in the team. */
  readonly firstDriver: number
}

/** The simulator loads the next session. */
const BETWEEN_CHAPTERS_MS = 20_000
const garageSessions = [
  { sessionType: 'Practice', lapsOfRuns: [4, 3], clockMs: 30 * 60_000, driver: 1 },
  { sessionType: 'Qualifying', lapsOfRuns: [3], clockMs: 15 * 60_000, driver: 0 },
] as const

export function weekendChapters(
  seed: number,
  script: TeamScript,
  raceMs: number,
  withPractice: boolean,
): readonly Chapter[] {
  const chapters: Chapter[] = []
  const add = (chapter: Omit<Chapter, 'startedAtMs' | 'endedAtMs'>) => {
    const last = chapters.at(-1)
    const startedAtMs = last === undefined ? 0 : last.endedAtMs + BETWEEN_CHAPTERS_MS
    const endedAtMs = startedAtMs + (chapter.plan.legs.at(-1)?.endMs ?? 0)
    chapters.push({ ...chapter, startedAtMs, endedAtMs })
  }
  for (const { sessionType, lapsOfRuns, clockMs, driver } of withPractice ? garageSessions : []) {
    // No seed of another race has a fraction, so that no chapter repeats one.
    const random = seededRandom(seed + (chapters.length + 1) / 4)
    const firstDriver = driver % script.drivers.length
    const hand = script.drivers[firstDriver]?.hand ?? usualHand
    const plan = garageSession(lapsOfRuns, hand, random)
    add({ sessionType, clockMs, plan, random, firstDriver })
  }
  const random = seededRandom(seed)
  const plan = racePlan(raceMs, random, raceScript(script))
  add({ sessionType: 'Race', clockMs: raceMs, plan, random, firstDriver: 0 })
  return chapters
}

export function chapterAt(chapters: readonly Chapter[], atMs: number): Chapter | null {
  return (
    chapters.find((chapter) => chapter.startedAtMs <= atMs && atMs <= chapter.endedAtMs) ?? null
  )
}

/** The car itself, whoever may see it; null while the simulator loads a session. */
export function carAt(chapters: readonly Chapter[], atMs: number): CarSample | null {
  const chapter = chapterAt(chapters, atMs)
  if (chapter === null) return null
  return carSample(chapter.plan, atMs - chapter.startedAtMs, chapter.random)
}

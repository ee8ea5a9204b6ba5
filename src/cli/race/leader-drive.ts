import type { RaceConditions } from './race-conditions.ts'
import type { SeededRandom } from './seeded-random.ts'

/** The race's leader, as the others see him. */
export interface LeaderDrive {
  /** Part of his lap, 0-1, and his last lap; null: he has not finished one. */
  at(raceMs: number): { readonly part: number; readonly lastLapMs: number | null }
  /** He crosses the line for the first time after that. */
  firstCrossingFrom(raceMs: number): number
}

/** A leader like a clock. */
export function steadyLeader(greenAtMs: number, lapMs: number): LeaderDrive {
  const laps = (ms: number) => Math.max(0, ms - greenAtMs) / lapMs
  return {
    at: (ms) => ({ part: laps(ms) % 1, lastLapMs: lapMs }),
    firstCrossingFrom: (ms) => greenAtMs + Math.max(1, Math.ceil(laps(ms))) * lapMs,
  }
}

const SCATTER_RATIO = 0.003
const LAPS_OF_A_STINT = 33
const STOP_MS = 62_000
/** Beyond the clock: until the last car has seen the flag. */
const AFTER_MS = 20 * 60_000

/** A leader who races: his laps scatter, he stops, and yellow and rain slow him too. */
export function racingLeader(
  { greenAtMs, lapMs, raceMs }: { greenAtMs: number; lapMs: number; raceMs: number },
  conditions: RaceConditions,
  random: SeededRandom,
): LeaderDrive {
  const crossings = [greenAtMs]
  const firstStop = 12 + Math.floor(random.unit('leader begins', 0) * LAPS_OF_A_STINT)
  for (let lap = 1; (crossings.at(-1) ?? 0) < raceMs + AFTER_MS; lap++) {
    const startedAtMs = crossings.at(-1) ?? 0
    const isStop = (lap - firstStop) % LAPS_OF_A_STINT === 0
    const pace = conditions.at(startedAtMs).fieldPaceRatio
    const own = 1 + random.bell('leader', lap) * SCATTER_RATIO
    crossings.push(Math.round(startedAtMs + lapMs * pace * own + (isStop ? STOP_MS : 0)))
  }
  /** Index of the last crossing up to then. */
  const lapAt = (ms: number): number => {
    let [low, high] = [0, crossings.length - 2]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((crossings[middle] ?? 0) <= ms) low = middle
      else high = middle - 1
    }
    return low
  }
  return {
    at(ms) {
      const lap = lapAt(ms)
      const [from = 0, to = 1] = [crossings[lap], crossings[lap + 1]]
      const before = crossings[lap - 1]
      return {
        part: Math.min(1, Math.max(0, (ms - from) / (to - from))),
        lastLapMs: before === undefined ? null : from - before,
      }
    },
    firstCrossingFrom: (ms) => crossings.find((at, lap) => lap > 0 && at >= ms) ?? ms,
  }
}

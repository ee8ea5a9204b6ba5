import type { ScriptedSwap } from '../race/race-script.ts'
import type { SeededRandom } from '../race/seeded-random.ts'
import { type Departure, drawnDepartures } from './departure.ts'

/** A change of drivers at a stop, as planned. */
export interface TeamSwap extends ScriptedSwap {
  /** From the car's rest until its driver is out. */
  readonly exitMs: number
  /** While the next PC loads the car. */
  readonly blindMs: number
  readonly departure: Departure
  /** How long the old PC goes on with its last picture, where it overlaps. */
  readonly overlapMs: number
  /** How late its last frames come then; 0: in time. */
  readonly lateMs: number
}

export type GivenSwap = Partial<Pick<TeamSwap, 'byLap' | 'blindMs' | 'departure' | 'lateMs'>>

/** Between getting in and driving off. */
const BELTS_MS = 2_000

export function teamSwaps(
  given: number | readonly GivenSwap[],
  lapCount: number,
  random: SeededRandom,
): readonly TeamSwap[] {
  const known: readonly GivenSwap[] =
    typeof given === 'number' ? Array.from({ length: given }, () => ({})) : given
  return known.map((swap, i) => {
    const between = (what: string, least: number, most: number) =>
      Math.round(least + random.unit(what, i) * (most - least))
    const departure = swap.departure ?? drawnDepartures.swap(i, random)
    const isOverlap = departure === 'overlaps'
    const exitMs = between('exit', 2_000, 5_000)
    const blindMs = isOverlap ? 0 : (swap.blindMs ?? between('blind', 20_000, 90_000))
    const isLate = random.unit('late', i) < 0.5
    return {
      byLap: swap.byLap ?? Math.round(((i + 1) * lapCount) / (known.length + 1)),
      heldMs: exitMs + blindMs + BELTS_MS,
      exitMs,
      blindMs,
      departure,
      overlapMs: isOverlap ? between('overlap', 1_500, 4_000) : 0,
      lateMs: isOverlap ? (swap.lateMs ?? (isLate ? between('late by', 5_000, 10_000) : 0)) : 0,
    }
  })
}

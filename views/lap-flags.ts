import type { Lap, LapFlag } from '../src/race/lap.ts'
import type { Catalogue } from './catalogue.ts'

/** The most telling first: an unseen lap that was also slow needs no second word for it. */
const byWeight: readonly LapFlag[] = [
  'excluded',
  'gap',
  'refuel',
  'out',
  'in',
  'invalid',
  'slow',
  'first',
]

/** "not seen, refuel": the most telling ones, so many of them. */
export function flagsInWords({ flags }: Lap, words: Catalogue, most = byWeight.length): string {
  return byWeight
    .filter((flag) => flags.includes(flag))
    .slice(0, most)
    .map((flag) => words.laps.flags[flag])
    .join(', ')
}

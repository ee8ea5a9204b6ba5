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
export function flagsInWords(
  { flags, underYellow }: Pick<Lap, 'flags' | 'underYellow'>,
  words: Catalogue,
  most = byWeight.length + 1,
): string {
  const told = byWeight.filter((flag) => flags.includes(flag)).map((flag) => words.laps.flags[flag])
  // Why it was slow, before that it was.
  return [...(underYellow === true ? [words.laps.yellow] : []), ...told].slice(0, most).join(', ')
}

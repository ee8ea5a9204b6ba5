import type { Lap } from '../src/race/lap.ts'
import type { Catalogue } from './catalogue.ts'

/** "≈1:48.304" where it, or a part of it, was estimated; null: there is no lap. */
export function lapTimeTold(
  lap: Pick<Lap, 'timeMs' | 'timeEstimated'> | null,
  words: Catalogue,
): string {
  const about = lap?.timeEstimated === true && lap.timeMs !== null ? words.about : ''
  return `${about}${words.figures.lapTime(lap?.timeMs)}`
}

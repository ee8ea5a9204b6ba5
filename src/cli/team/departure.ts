import type { SeededRandom } from '../race/seeded-random.ts'

/**
 * What a PC does when its driver is no longer in the car.
 * `closes`: the monitor ends. `spectates`: the game hides what only the driver may know. `ghost`: its last picture
 * stands still, sent again and again. `half-open`: silence, while the socket looks open for another minute.
 * `overlaps`: like a ghost, but only for moments, in which the next PC already publishes.
 */
export type Departure = 'closes' | 'spectates' | 'ghost' | 'half-open' | 'overlaps'

const afterSwap = ['closes', 'spectates', 'ghost', 'half-open', 'overlaps'] as const
const afterCrash = ['closes', 'ghost', 'half-open'] as const
const afterChapter = ['closes', 'spectates', 'ghost'] as const

export const drawnDepartures = {
  swap: (index: number, random: SeededRandom): Departure => drawn(afterSwap, 'swap', index, random),
  crash: (index: number, random: SeededRandom): Departure =>
    drawn(afterCrash, 'crash', index, random),
  chapter: (index: number, random: SeededRandom): Departure =>
    drawn(afterChapter, 'chapter', index, random),
}

function drawn(
  choices: readonly Departure[],
  after: string,
  index: number,
  random: SeededRandom,
): Departure {
  const chosen = choices[Math.floor(random.unit(`leaves after ${after}`, index) * choices.length)]
  return chosen ?? 'closes'
}

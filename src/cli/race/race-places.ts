import type { InventedCar } from './invented-cars.ts'
import type { SeededRandom } from './seeded-random.ts'

export const CAR_COUNT = 38
const CLASS_CAR_COUNT = 18
/** Hypercars and LMP2 are all ahead of a LMGT3 soon after the start. */
const FASTER_CAR_COUNT = CAR_COUNT - CLASS_CAR_COUNT
const GRID_CLASS_POSITION = 9
/** A stop costs a few places until the others have stopped too. */
const PLACES_LOST_IN_PITS = 4
const LAPS_TO_WIN_THEM_BACK = 5

export interface RacePlace {
  readonly position: number
  readonly classPosition: number
}

/** @param lapsSinceStop laps completed since the last stop, or null when there was none */
export function placeOnLap(
  lap: number,
  lapsSinceStop: number | null,
  random: SeededRandom,
): RacePlace {
  const form = random.drift('form', lap / 12) * 5
  const climbed = Math.min(3, lap / 20)
  const lost =
    lapsSinceStop === null || lapsSinceStop >= LAPS_TO_WIN_THEM_BACK
      ? 0
      : Math.ceil(PLACES_LOST_IN_PITS * (1 - lapsSinceStop / LAPS_TO_WIN_THEM_BACK))
  const wanted = lap === 1 ? GRID_CLASS_POSITION : GRID_CLASS_POSITION - climbed + form + lost
  const classPosition = Math.max(1, Math.min(CLASS_CAR_COUNT, Math.round(wanted)))
  return { position: FASTER_CAR_COUNT + classPosition, classPosition }
}

/** The same place in the class of that car; who does not lead is at best second. */
export function placed(place: RacePlace, car: InventedCar, leads: boolean): RacePlace {
  if (leads) return { position: 1, classPosition: 1 }
  const classPosition = Math.min(
    car.classCars,
    place.classPosition + (car.fasterCars === 0 ? 1 : 0),
  )
  return { position: car.fasterCars + classPosition, classPosition }
}

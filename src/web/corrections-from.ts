import type { BookPlace, Corrections } from '../race/inputs/corrections.ts'
import type { WheelName } from '../race/wheels.ts'

const isAt = (place: BookPlace) => (other: BookPlace) =>
  other.chapter === place.chapter && other.number === place.number

/** With this lap left out of the averages, or counted again. */
export function withLap(
  corrections: Corrections,
  lap: BookPlace,
  isExcluded: boolean,
): Corrections {
  return { ...corrections, excludedLaps: withPlace(corrections.excludedLaps, lap, isExcluded) }
}

/** With this stop as one that served a penalty, or did not. */
export function withPenalty(
  corrections: Corrections,
  stop: BookPlace,
  isPenalty: boolean,
): Corrections {
  return { ...corrections, penaltyStops: withPlace(corrections.penaltyStops, stop, isPenalty) }
}

function withPlace(places: readonly BookPlace[], place: BookPlace, isIn: boolean) {
  const others = places.filter((other) => !isAt(place)(other))
  return isIn ? [...others, place] : others
}

/** With these tyres changed at that stop, whatever their wear says. */
export function withTires(
  corrections: Corrections,
  stop: BookPlace,
  wheels: readonly WheelName[],
): Corrections {
  const others = corrections.tireChanges.filter((other) => !isAt(stop)(other))
  return { ...corrections, tireChanges: [...others, { ...stop, wheels }] }
}

/** With this name meaning that driver; his own name again means himself. */
export function withName(corrections: Corrections, from: string, to: string): Corrections {
  const others = corrections.driverNames.filter((each) => each.from !== from)
  return { ...corrections, driverNames: from === to ? others : [...others, { from, to }] }
}

import { type WheelName, type Wheels, wheelNames } from '../race/wheels.ts'

/** The tyre that is worn most, of those that are known. */
export function worstWheel(
  leftRatio: Wheels<number | null>,
): { readonly wheel: WheelName; readonly leftRatio: number } | null {
  let worst: { wheel: WheelName; leftRatio: number } | null = null
  for (const wheel of wheelNames) {
    const left = leftRatio[wheel]
    if (left !== null && (worst === null || left < worst.leftRatio)) {
      worst = { wheel, leftRatio: left }
    }
  }
  return worst
}

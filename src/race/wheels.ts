/** The car's corners, in the order every panel shows them. */
export const wheelNames = ['fl', 'fr', 'rl', 'rr'] as const

export type WheelName = (typeof wheelNames)[number]

/** One value for each corner of the car. */
export type Wheels<T> = Readonly<Record<WheelName, T>>

export function eachWheel<T>(valueAt: (wheel: WheelName) => T): Wheels<T> {
  return { fl: valueAt('fl'), fr: valueAt('fr'), rl: valueAt('rl'), rr: valueAt('rr') }
}

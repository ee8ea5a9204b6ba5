export interface Corner {
  readonly atMeters: number
  readonly apexKph: number
}

/** One clean lap of the track, as functions of the place on it. */
export interface SpeedProfile {
  readonly lapMs: number
  timeMsAt(meters: number): number
  metersAt(timeMs: number): number
  speedKphAt(meters: number): number
  /** Positive on the throttle, negative on the brakes (m/s²). */
  accelerationAt(meters: number): number
  /** Part of a lap's fuel, energy and rubber that is gone by this place, 0-1. */
  spentRatioAt(meters: number): number
}

const STEP_METERS = 5
const TOP_SPEED_MPS = 285 / 3.6
/** A LMGT3: about 0.65 g out of slow corners, 1.2 g on the brakes. */
const LAUNCH_MPS2 = 6.3
const BRAKING_MPS2 = 12

export function speedProfile(lengthMeters: number, corners: readonly Corner[]): SpeedProfile {
  const steps = Math.round(lengthMeters / STEP_METERS)
  const stepMeters = lengthMeters / steps
  const speeds = lapSpeeds(steps, stepMeters, corners)
  const speed = (i: number) => speeds[((i % steps) + steps) % steps] ?? TOP_SPEED_MPS
  const acceleration = (i: number) => (speed(i + 1) ** 2 - speed(i) ** 2) / (2 * stepMeters)

  const times = cumulative(steps, (i) => (stepMeters / ((speed(i) + speed(i + 1)) / 2)) * 1000)
  // A coasting share, and the rest where the driver is on the throttle.
  const spent = cumulative(steps, (i) => 0.15 + Math.max(0, acceleration(i)) * speed(i) * 0.01)
  const lapMs = times.at(-1) ?? 0
  const spentInAll = spent.at(-1) ?? 1

  return {
    lapMs,
    timeMsAt: (meters) => valueAt(times, meters / stepMeters),
    metersAt: (timeMs) => indexOf(times, timeMs) * stepMeters,
    speedKphAt: (meters) => {
      const at = meters / stepMeters
      const i = Math.floor(at)
      return (speed(i) + (speed(i + 1) - speed(i)) * (at - i)) * 3.6
    },
    accelerationAt: (meters) => acceleration(Math.floor(meters / stepMeters)),
    spentRatioAt: (meters) => valueAt(spent, meters / stepMeters) / spentInAll,
  }
}

/** Twice around each way, so that the line is like any other place. */
function lapSpeeds(steps: number, stepMeters: number, corners: readonly Corner[]): number[] {
  const speeds = new Array<number>(steps).fill(TOP_SPEED_MPS)
  for (const { atMeters, apexKph } of corners) {
    speeds[Math.round(atMeters / stepMeters) % steps] = apexKph / 3.6
  }
  const limit = (i: number, from: number, gainMps2: number) => {
    const before = speeds[from] ?? TOP_SPEED_MPS
    const reachable = Math.sqrt(before ** 2 + 2 * gainMps2 * stepMeters)
    speeds[i] = Math.min(speeds[i] ?? TOP_SPEED_MPS, reachable)
  }
  for (let i = 1; i < 2 * steps; i++) {
    const from = (i - 1) % steps
    const drag = ((speeds[from] ?? 0) / TOP_SPEED_MPS) ** 2
    limit(i % steps, from, LAUNCH_MPS2 * (1 - drag))
  }
  for (let i = 2 * steps - 1; i > 0; i--) limit((i - 1) % steps, i % steps, BRAKING_MPS2)
  return speeds
}

function cumulative(steps: number, amountOf: (i: number) => number): number[] {
  const sums = [0]
  for (let i = 0; i < steps; i++) sums.push((sums[i] ?? 0) + amountOf(i))
  return sums
}

function valueAt(sums: readonly number[], index: number): number {
  const i = Math.max(0, Math.min(sums.length - 2, Math.floor(index)))
  const from = sums[i] ?? 0
  return from + ((sums[i + 1] ?? from) - from) * (index - i)
}

/** The inverse of `valueAt`. */
function indexOf(sums: readonly number[], value: number): number {
  let low = 0
  let high = sums.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sums[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  const from = sums[low] ?? 0
  return low + (value - from) / ((sums[low + 1] ?? from) - from)
}

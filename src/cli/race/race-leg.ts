import type { Wheels } from '../../race/wheels.ts'
import { brakeTempAfter } from './brake-heat.ts'
import { type CarLoad, loadBetween } from './car-load.ts'
import { trackProfile } from './invented-track.ts'

export type LegKind =
  | 'formation'
  | 'racing'
  | 'pit-lane'
  | 'refuelling'
  | 'tires'
  /** Serviced, in the box, while the next driver's PC loads the car. */
  | 'driver-swap'
  /** On the track, with nobody at the wheel. */
  | 'stranded'
  | 'garage'
  | 'cool-down'

/** A piece of the race in which the car does one thing. Legs follow each other without a gap. */
export interface Leg {
  readonly kind: LegKind
  /** 1-based number of the lap being driven. */
  readonly lap: number
  readonly startMs: number
  readonly endMs: number
  readonly fromMeters: number
  readonly toMeters: number
  readonly start: CarLoad
  readonly end: CarLoad
  readonly tiresFittedAtMs: Wheels<number>
  /** Of the hottest brake, at the start. */
  readonly brakeTempC: number
}

/** Where in the leg the car is: place, speed and what is left. Fast legs follow the track's profile. */
export function placeInLeg(
  leg: Leg,
  atMs: number,
): { meters: number; speedKph: number; load: CarLoad } {
  const part = (atMs - leg.startMs) / Math.max(1, leg.endMs - leg.startMs)
  if (leg.kind !== 'racing') {
    const metersLong = leg.toMeters - leg.fromMeters
    return {
      meters: leg.fromMeters + metersLong * part,
      speedKph: (metersLong / Math.max(1, leg.endMs - leg.startMs)) * 3600,
      load: loadBetween(leg.start, leg.end, part),
    }
  }
  const [from, to] = [trackProfile.timeMsAt(leg.fromMeters), trackProfile.timeMsAt(leg.toMeters)]
  const meters = trackProfile.metersAt(from + (to - from) * part)
  const [spentFrom, spentTo] = [
    trackProfile.spentRatioAt(leg.fromMeters),
    trackProfile.spentRatioAt(leg.toMeters),
  ]
  return {
    meters,
    speedKph: (trackProfile.speedKphAt(meters) * (to - from)) / (leg.endMs - leg.startMs),
    load: loadBetween(
      leg.start,
      leg.end,
      (trackProfile.spentRatioAt(meters) - spentFrom) / (spentTo - spentFrom),
    ),
  }
}

const standing: ReadonlySet<LegKind> = new Set([
  'refuelling',
  'tires',
  'driver-swap',
  'stranded',
  'garage',
])
const inPits: ReadonlySet<LegKind> = new Set([
  'pit-lane',
  'refuelling',
  'tires',
  'driver-swap',
  'garage',
])

export const isStanding = (kind: LegKind) => standing.has(kind)
export const isInPits = (kind: LegKind) => inPits.has(kind)

export function brakeTempC(leg: Leg, atMs: number): number {
  const meters = leg.kind === 'racing' ? placeInLeg(leg, atMs).meters : null
  return brakeTempAfter(leg.brakeTempC, (atMs - leg.startMs) / 1000, meters)
}

export function legAt(legs: readonly Leg[], atMs: number): Leg | undefined {
  let low = 0
  let high = legs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((legs[middle]?.startMs ?? 0) <= atMs) low = middle
    else high = middle - 1
  }
  return legs[low]
}

import type { Resource, ResourceOutlook } from './resource.ts'

/** How far the car still goes, always with the name of what ends it. */
export interface LapsLeft {
  readonly laps: number
  readonly limitedBy: Resource
  /** Laps the other resource would last; null where there is none or it is not known. */
  readonly otherLaps: number | null
}

/** The smaller of what fuel and virtual energy last. Unknown while either that counts is unknown. */
export function lapsLeft(fuel: ResourceOutlook, energy: ResourceOutlook | null): LapsLeft | null {
  if (energy === null) {
    return fuel.lapsLeft === null
      ? null
      : { laps: fuel.lapsLeft, limitedBy: 'fuel', otherLaps: null }
  }
  if (fuel.lapsLeft === null || energy.lapsLeft === null) return null
  return energy.lapsLeft <= fuel.lapsLeft
    ? { laps: energy.lapsLeft, limitedBy: 'virtual-energy', otherLaps: fuel.lapsLeft }
    : { laps: fuel.lapsLeft, limitedBy: 'fuel', otherLaps: energy.lapsLeft }
}

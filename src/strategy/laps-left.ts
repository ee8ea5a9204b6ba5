import type { Resource, ResourceOutlook } from './resource.ts'

/** How far the car still goes, always with the name of what ends it. */
export interface LapsLeft {
  readonly laps: number
  /** null: virtual energy may end the stint before, but its level is not known; `laps` is the most there can be. */
  readonly limitedBy: Resource | null
  /** Laps the other resource would last; null where there is none or it is not known. */
  readonly otherLaps: number | null
}

/** The smaller of what fuel and virtual energy last. Never a claim about what limits while one of them is unknown. */
export function lapsLeft(fuel: ResourceOutlook, energy: ResourceOutlook | null): LapsLeft | null {
  if (energy === null) {
    return fuel.lapsLeft === null
      ? null
      : { laps: fuel.lapsLeft, limitedBy: 'fuel', otherLaps: null }
  }
  if (fuel.lapsLeft === null) return null
  if (energy.lapsLeft === null) return { laps: fuel.lapsLeft, limitedBy: null, otherLaps: null }
  return energy.lapsLeft <= fuel.lapsLeft
    ? { laps: energy.lapsLeft, limitedBy: 'virtual-energy', otherLaps: fuel.lapsLeft }
    : { laps: fuel.lapsLeft, limitedBy: 'fuel', otherLaps: energy.lapsLeft }
}

import { lapsRange, type Range } from './laps-range.ts'
import type { Resource, ResourceOutlook } from './resource.ts'

/** How far the car still goes, always with the name of what ends it. */
export interface LapsLeft {
  readonly laps: number
  /** Holds in four of five cases; null: no lap has been counted yet. */
  readonly range: Range | null
  /** null: virtual energy may end the stint before, but its level is not known; `laps` is the most there can be. */
  readonly limitedBy: Resource | null
  /** Laps the other resource would last; null where there is none or it is not known. */
  readonly otherLaps: number | null
}

/** The smaller of what fuel and virtual energy last. Never a claim about what limits while one of them is unknown. */
export function lapsLeft(fuel: ResourceOutlook, energy: ResourceOutlook | null): LapsLeft | null {
  if (fuel.lapsLeft === null) return null
  if (energy === null) return left(fuel, 'fuel', null)
  if (energy.lapsLeft === null) return left(fuel, null, null)
  return energy.lapsLeft <= fuel.lapsLeft
    ? left(energy, 'virtual-energy', fuel.lapsLeft)
    : left(fuel, 'fuel', energy.lapsLeft)
}

function left(
  { lapsLeft, usePerLap }: ResourceOutlook,
  limitedBy: LapsLeft['limitedBy'],
  otherLaps: number | null,
): LapsLeft {
  const laps = lapsLeft ?? 0
  const counted = usePerLap?.lapsCounted ?? 0
  const range = counted === 0 ? null : lapsRange(laps, counted, usePerLap?.scatterRatio ?? null)
  return { laps, range, limitedBy, otherLaps }
}

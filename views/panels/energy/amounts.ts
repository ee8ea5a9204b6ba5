import type { Catalogue } from '../../catalogue.ts'
import type { Measure } from '../../figures.ts'

/** Percent of virtual energy, or fuel in the viewer's unit. */
export function amounts(
  kind: 've' | 'fuel',
  { figures }: Catalogue,
): Pick<Measure, 'unit' | 'told' | 'number' | 'signed'> {
  if (kind === 'fuel') return figures.volume
  return {
    unit: '%',
    told: (percent, digits = 0) => figures.withUnit(percent, digits, '%'),
    number: (percent, digits = 0) => figures.decimals(percent, digits),
    signed: (percent, digits = 0) => figures.signed(percent, digits, '%'),
  }
}

import type { AlertKind } from '../../race/alerts/alert.ts'
import type { WheelName } from '../../race/wheels.ts'

/** Something that is watched, as it is now. Units are those of `Alert.value`. */
export interface Gauge {
  readonly kind: AlertKind
  readonly side: 'low' | 'high'
  /** null: not known, and then nothing begins and nothing ends. */
  readonly value: number | null
  /** Right, by itself; beyond it is wrong. */
  readonly limit: number
  /** So far on the right side of the limit it is well again. Above 0, or what stands on the limit would flap. */
  readonly margin: number
  /** For so long it must have been wrong, or well again, before it counts, ms. */
  readonly wrongForMs: number
  readonly wellForMs: number
  readonly wheel: WheelName | null
  readonly driver: string | null
}

export function isWrong({ side, value, limit }: Gauge): boolean {
  if (value === null) return false
  return side === 'low' ? value < limit : value > limit
}

export function isWell({ side, value, limit, margin }: Gauge): boolean {
  if (value === null) return false
  return side === 'low' ? value >= limit + margin : value <= limit - margin
}

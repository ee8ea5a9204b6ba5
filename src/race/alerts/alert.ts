import type { WheelName } from '../wheels.ts'

/** What somebody is woken for. */
export const alertKinds = [
  'fuel',
  'energy',
  'tire-temp',
  'tire-pressure',
  'tire-wear',
  'brake-temp',
  'water',
  'monitor-lost',
  'conflict',
  'driving-time',
  'wake-up',
] as const

export type AlertKind = (typeof alertKinds)[number]

/** One thing that is not as it should be, from when it was noticed until it is well again. */
export interface Alert {
  /** Its own, for ever: whoever is told twice knows by it that it is the same one. Says nothing about the car. */
  readonly id: string
  readonly kind: AlertKind
  /** On which side of the limit; of what has none, `high`. */
  readonly side: 'low' | 'high'
  /**
   * As it was noticed, in the unit of its kind: laps, °C, kPa, tread left 0-1, or ms until it happens. null: the kind has
   * no number.
   */
  readonly value: number | null
  readonly limit: number | null
  /** The corner that is worst; null: it is not about one. */
  readonly wheel: WheelName | null
  /** Whom it is about. Foreign text; null: nobody, or nobody known. */
  readonly driver: string | null
  readonly raisedAtMs: number
  /** 1-based lap on which it was noticed; null: the car had not been seen. */
  readonly lap: number | null
}

/** Of two with the same key only one can stand at a time. */
export const alertKey = ({ kind, side, driver }: Pick<Alert, 'kind' | 'side' | 'driver'>): string =>
  `${kind} ${side} ${driver ?? ''}`

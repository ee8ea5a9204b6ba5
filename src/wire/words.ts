import type { MonitorState } from '../race/telemetry.ts'
import type { PressureUnit, TemperatureUnit, WearUnit } from '../race/units.ts'

/** The words a frame may choose from; any other is refused, the rest of the frame stands. */
export const monitorStates = [
  'menu',
  'garage',
  'driving',
  'pit',
  'paused',
  'replay',
  'spectating',
] as const satisfies readonly MonitorState[]

export const pressureUnits = ['kPa', 'psi', 'bar'] as const satisfies readonly PressureUnit[]

export const temperatureUnits = ['C', 'K', 'F'] as const satisfies readonly TemperatureUnit[]

export const wearUnits = [
  'remaining_fraction',
  'worn_percent',
] as const satisfies readonly WearUnit[]

/** Two spellings of the default are about. */
export const speedUnits = ['km/h', 'kph', 'm/s', 'mph'] as const

export type SpeedUnit = (typeof speedUnits)[number]

/** The word itself if it is one of these, else null. */
export function oneOfWords<T extends string>(words: readonly T[], value: unknown): T | null {
  return words.find((word) => word === value) ?? null
}

import type { PressureUnit, TemperatureUnit, WearUnit } from '../race/units.ts'
import type { SpeedUnit } from './words.ts'

type Conversion = (value: number) => number

export const toKpa: Readonly<Record<PressureUnit, Conversion>> = {
  kPa: (kpa) => kpa,
  psi: (psi) => psi * 6.894757,
  bar: (bar) => bar * 100,
}

export const toCelsius: Readonly<Record<TemperatureUnit, Conversion>> = {
  C: (celsius) => celsius,
  K: (kelvin) => kelvin - 273.15,
  F: (fahrenheit) => ((fahrenheit - 32) * 5) / 9,
}

export const toRemaining: Readonly<Record<WearUnit, Conversion>> = {
  remaining_fraction: (remaining) => remaining,
  worn_percent: (worn) => 1 - worn / 100,
}

export const toKph: Readonly<Record<SpeedUnit, Conversion>> = {
  'km/h': (kph) => kph,
  kph: (kph) => kph,
  'm/s': (mps) => mps * 3.6,
  mph: (mph) => mph * 1.609344,
}

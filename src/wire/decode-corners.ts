import type { TemperatureUnit, Units } from '../race/units.ts'
import { eachWheel } from '../race/wheels.ts'
import { toCelsius, toKpa, toRemaining } from './conversions.ts'
import type { FrameReader } from './frame-reader.ts'

/** Close to absolute zero: what simulators send for a tyre that is not simulated at the moment. */
const NO_TEMPERATURE_C = -200

const unknownWheels = eachWheel(() => null)

/** Tyres and brakes. What has no known unit yet is not shown: kPa read as psi would be worse than "–". */
export function decodeCorners(read: FrameReader, units: Units) {
  const { pressure, wear, brakeTemperature, temperature } = units
  const tireTemp = celsius(temperature)
  return {
    tirePressureKpa: pressure
      ? read.numbers('tire_pressures', { convert: toKpa[pressure], none: (sent) => sent <= 0 })
      : unknownWheels,
    tireTempC: read.numbers('tire_temps', tireTemp),
    tireCarcassTempC: read.numbers('tire_carcass_temps', tireTemp),
    tireWearRatio: wear ? read.numbers('tire_wear', { convert: toRemaining[wear] }) : unknownWheels,
    tireCompound: read.texts('tire_compounds'),
    tireFlat: read.truths('tire_flat'),
    wheelDetached: read.truths('wheel_detached'),
    brakeTempC: brakeTemperature
      ? read.numbers('brake_temps', celsius(brakeTemperature))
      : unknownWheels,
    brakeThicknessMeters: read.numbers('brake_thickness'),
  }
}

function celsius(unit: TemperatureUnit) {
  const convert = toCelsius[unit]
  return { convert, none: (sent: number) => convert(sent) < NO_TEMPERATURE_C }
}

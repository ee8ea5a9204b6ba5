import { Type } from '@sinclair/typebox'
import { oneOf } from './frame-field.ts'
import { pressureUnits, speedUnits, temperatureUnits, wearUnits } from './words.ts'

/** `units` of a frame: what it declares is not guessed. */
export const FrameUnits = Type.Object(
  {
    pressure: oneOf(pressureUnits, 'Of `tire_pressures`.'),
    temperature: oneOf(temperatureUnits, 'Of all temperatures; C when missing.'),
    brake_temperature: oneOf(temperatureUnits, 'Of `brake_temps`; `temperature` when missing.'),
    wear: oneOf(wearUnits, 'Of `tire_wear`.'),
    speed: oneOf(speedUnits, 'Of `speed`; km/h when missing.'),
  },
  { additionalProperties: true },
)

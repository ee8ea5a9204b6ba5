import { defaultInputs } from '../race/inputs/default-inputs.ts'
import type { UnitOverride } from '../race/inputs/unit-override.ts'
import type { PressureUnit, TemperatureUnit, Units, UnitVerdict, WearUnit } from '../race/units.ts'
import { wheelNames } from '../race/wheels.ts'
import { cornerAt, isRecord, valueAt } from './foreign-value.ts'
import {
  oneOfWords,
  pressureUnits,
  type SpeedUnit,
  speedUnits,
  temperatureUnits,
  wearUnits,
} from './words.ts'

export interface DeclaredUnits {
  readonly pressure: PressureUnit | null
  readonly temperature: TemperatureUnit | null
  readonly brakeTemperature: TemperatureUnit | null
  readonly wear: WearUnit | null
}

/** 5 s at the existing monitor's 2 Hz: long enough for a glitch to pass, short enough to wait for. */
const AGREEING_FRAMES = 10
/** Race tyres run at 130 to 200 kPa, which is 19 to 29 psi: 60 lies far from both. */
const LOWEST_KPA = 60

/** What the frame itself says about its units; null when it says nothing the server understands. */
export function declaredUnits(frame: object): DeclaredUnits | null {
  const units = valueAt(frame, 'units')
  if (!isRecord(units)) return null
  const temperature = oneOfWords(temperatureUnits, valueAt(units, 'temperature'))
  const declared = {
    pressure: oneOfWords(pressureUnits, valueAt(units, 'pressure')),
    temperature,
    brakeTemperature:
      oneOfWords(temperatureUnits, valueAt(units, 'brake_temperature')) ?? temperature,
    wear: oneOfWords(wearUnits, valueAt(units, 'wear')),
  }
  return Object.values(declared).some((unit) => unit !== null) ? declared : null
}

/** The speed is km/h in every monitor there is, so it takes no judging. */
export function speedUnit(frame: object): SpeedUnit {
  const units = valueAt(frame, 'units')
  return (isRecord(units) ? oneOfWords(speedUnits, valueAt(units, 'speed')) : null) ?? 'km/h'
}

/**
 * One more frame of a PC that declares no units, judged per session and PC. The existing monitor labels its numbers
 * psi and "% worn" and sends kPa and the fraction remaining; its mock sends what the labels say.
 *
 * One case cannot be told apart by looking: psi with wear of at most 1.0 everywhere is read as the fraction remaining,
 * as all else at most 1.0 is. A monitor of psi and "% worn" on tyres that new would be latched wrongly, shown as worn
 * out, and refused by the range once above 1 %. None does: the mock starts at 12 % worn. An engineer can override it.
 */
export function judged(verdict: UnitVerdict, frame: object): UnitVerdict {
  if (verdict.latched) return verdict
  const declared = declaredUnits(frame)
  if (declared?.pressure && declared.wear) return verdict
  const largest = Math.max(0, ...wheelNumbers(frame, 'tire_pressures'))
  if (largest === 0) return verdict
  const pressure = largest >= LOWEST_KPA ? 'kPa' : 'psi'
  const isFraction = wheelNumbers(frame, 'tire_wear').every((wear) => wear <= 1)
  const wear = isFraction ? 'remaining_fraction' : 'worn_percent'
  const { candidate } = verdict
  const agrees = candidate?.pressure === pressure && candidate.wear === wear
  const agreeing = agrees ? verdict.agreeing + 1 : 1
  const judgement = { pressure, wear } as const
  return {
    latched: agreeing >= AGREEING_FRAMES ? judgement : null,
    candidate: judgement,
    agreeing,
  }
}

/**
 * The units to decode this frame with, part by part: declared ones override all guessing, and the engineer overrides both.
 * @param known what the engineer knows better
 */
export function unitsFor(
  frame: object,
  verdict: UnitVerdict,
  known: UnitOverride = defaultInputs.units,
): Units {
  const told = unitsTold(frame, verdict)
  const { pressure, brakeTemperature, wear } = known
  if (pressure === null && brakeTemperature === null && wear === null) return told
  const right = {
    ...told,
    pressure: pressure ?? told.pressure,
    brakeTemperature: brakeTemperature ?? told.brakeTemperature,
    wear: wear === null ? told.wear : wearAsSent[wear],
  }
  const isKnown = right.pressure !== null && right.wear !== null
  return { ...right, source: isKnown ? 'engineer' : told.source }
}

const wearAsSent = {
  'remaining-fraction': 'remaining_fraction',
  'worn-percent': 'worn_percent',
} as const satisfies Record<NonNullable<UnitOverride['wear']>, WearUnit>

function unitsTold(frame: object, { latched }: UnitVerdict): Units {
  const declared = declaredUnits(frame)
  const pressure = declared?.pressure ?? latched?.pressure ?? null
  const wear = declared?.wear ?? latched?.wear ?? null
  const isDeclared = declared?.pressure && declared.wear
  return {
    pressure,
    temperature: declared?.temperature ?? 'C',
    brakeTemperature: declared ? (declared.brakeTemperature ?? 'C') : detectedBrakes(latched),
    wear,
    source: isDeclared ? 'declared' : latched ? 'detected' : 'judging',
  }
}

/** kPa and a fraction are the simulator's own units, passed on untouched: then its brakes are in Kelvin too. */
function detectedBrakes(latched: UnitVerdict['latched']): TemperatureUnit | null {
  if (!latched) return null
  return latched.pressure === 'kPa' && latched.wear === 'remaining_fraction' ? 'K' : 'C'
}

function wheelNumbers(frame: object, key: string): number[] {
  const corners = valueAt(frame, key)
  if (!isRecord(corners)) return []
  return wheelNames
    .map((wheel) => cornerAt(corners, wheel))
    .filter((value): value is number => Number.isFinite(value))
}

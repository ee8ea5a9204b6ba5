import type { InputName, Inputs } from '../../../src/race/inputs/inputs.ts'
import type { Catalogue } from '../../catalogue.ts'
import { msFrom, numberFrom, timeText } from './time-field.ts'

export type StrategyField = keyof Catalogue['strategy']['fields']
export type SectionName = 'race' | 'averages' | 'stop' | 'rules' | 'units'

/** How a part of an input is written into a field. */
type As =
  | { readonly as: 'number'; readonly factor: number }
  | { readonly as: 'time' }
  | { readonly as: 'choice'; readonly choices: readonly string[] }

export type Place = As & { readonly section: SectionName; readonly path: readonly string[] }

const number = (section: SectionName, path: string, factor = 1) =>
  ({ section, path: path.split('.'), as: 'number', factor }) as const
const time = (path: string) =>
  ({ section: 'rules', path: ['drivingRules', ...path.split('.')], as: 'time' }) as const
const choice = (section: SectionName, path: string, choices: readonly string[]) =>
  ({ section, path: path.split('.'), as: 'choice', choices }) as const

/** Where each field's value stands in the inputs. */
export const places = {
  laps: number('race', 'race.laps'),
  finishRule: choice('race', 'race.finishRule', ['leader-flag', 'plus-one']),
  averageLaps: number('averages', 'averageLaps'),
  marginLaps: number('averages', 'marginLaps'),
  reserveLaps: number('averages', 'reserveLaps'),
  pitEntry: number('averages', 'pitEntryRatio', 100),
  tireMin: number('averages', 'tireMinRatio', 100),
  refuelSeconds: number('stop', 'stop.refuelSecondsPerPercent'),
  tireSeconds0: number('stop', 'stop.tireSeconds.0'),
  tireSeconds1: number('stop', 'stop.tireSeconds.1'),
  tireSeconds2: number('stop', 'stop.tireSeconds.2'),
  tireSeconds3: number('stop', 'stop.tireSeconds.3'),
  tireSeconds4: number('stop', 'stop.tireSeconds.4'),
  damageSeconds: number('stop', 'stop.damageSeconds'),
  laneSeconds: number('stop', 'stop.laneSeconds'),
  stopTires: number('stop', 'stop.tires'),
  minTime: time('minMs'),
  maxTime: time('maxMs'),
  stintMaxTime: time('stintMaxMs'),
  windowMax: time('window.maxMs'),
  windowLength: time('window.lengthMs'),
  pressureUnit: choice('units', 'units.pressure', ['', 'kPa', 'psi', 'bar']),
  brakeUnit: choice('units', 'units.brakeTemperature', ['', 'C', 'K', 'F']),
  wearUnit: choice('units', 'units.wear', ['', 'remaining-fraction', 'worn-percent']),
} as const satisfies Partial<Record<StrategyField, Place>>

export type PlacedField = keyof typeof places

export const placedFields = Object.keys(places) as readonly PlacedField[]
export const fieldsOfSection = (section: SectionName): readonly PlacedField[] =>
  placedFields.filter((field) => places[field].section === section)

export type Filled = Readonly<Record<string, string>>

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((part, name) => (isObject(part) ? part[name] : null), value)

/** As it stands in its field. */
export function fieldText(place: Place, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (place.as === 'choice') return String(value)
  if (typeof value !== 'number') return String(value)
  return place.as === 'time' ? timeText(value) : String(Number((value * place.factor).toFixed(3)))
}

/** What stands in the fields of one input, or of all. */
export const filledFrom = (inputs: Partial<Inputs>): Filled =>
  Object.fromEntries(
    placedFields
      .filter((field) => places[field].path[0] in inputs)
      .map((field) => [field, fieldText(places[field], at(inputs, places[field].path))]),
  )

function valueIn(place: Place, written: string): unknown {
  if (place.as === 'choice') return written === '' ? null : written
  if (place.as === 'time') return msFrom(written)
  const value = numberFrom(written)
  // Three digits after the mark are more than anybody writes: 95 % is 0.95 and no more.
  return typeof value === 'number' ? Number((value / place.factor).toFixed(6)) : value
}

/** The inputs of a section as they were filled in, yet to be checked; whatever is no number stays as it was written. */
export function inputsFrom(
  section: SectionName,
  filled: Filled,
  inputs: Inputs,
): readonly { readonly name: InputName; readonly value: unknown }[] {
  const values = new Map<InputName, unknown>()
  for (const field of fieldsOfSection(section)) {
    const place: Place = places[field]
    const [name, ...rest] = place.path as [InputName, ...string[]]
    const before = values.has(name) ? values.get(name) : inputs[name]
    values.set(name, withPart(before, rest, valueIn(place, filled[field] ?? '')))
  }
  return [...values].map(([name, value]) => ({ name, value: withoutEmptyWindow(value) }))
}

/** The value with another part; a list stays a list. */
function withPart(value: unknown, [name, ...rest]: readonly string[], part: unknown): unknown {
  if (name === undefined) return part
  const inner = withPart(isObject(value) ? value[name] : null, rest, part)
  if (Array.isArray(value)) return value.with(Number(name), inner)
  return { ...(isObject(value) ? value : {}), [name]: inner }
}

/** A window of no length and no limit is no rule. */
function withoutEmptyWindow(value: unknown): unknown {
  if (!isObject(value) || !isObject(value.window)) return value
  const isEmpty = Object.values(value.window).every((part) => part === null)
  return isEmpty ? { ...value, window: null } : value
}

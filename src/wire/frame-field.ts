import { type TSchema, Type } from '@sinclair/typebox'
import { type RangedKey, ranges } from './ranges.ts'

/** Every key may be missing; `null` says the same. */
function field<T extends TSchema>(value: T, description: string) {
  return Type.Optional(Type.Union([value, Type.Null()], { description }))
}

export const measured = (key: RangedKey, description: string) =>
  field(Type.Number({ ...ranges[key] }), description)

export const counted = (key: RangedKey, description: string) =>
  field(Type.Integer({ ...ranges[key] }), description)

/** A number whose unit `units` may change: JSON Schema cannot let one key's range depend on another. */
export const inUnits = (key: RangedKey, unit: string, description: string) =>
  field(Type.Number(), converted(key, unit, description))

export const truth = (description: string) => field(Type.Boolean(), description)

export const text = (description: string) => field(Type.String(), description)

export const oneOf = <T extends readonly string[]>(words: readonly [...T], description: string) =>
  field(Type.Union(words.map((word) => Type.Literal<T[number]>(word))), description)

/** The car's corners, any subset; a wheel that is missing is unknown. */
export function corners<T extends TSchema>(value: T, description: string) {
  const corner = Type.Optional(Type.Union([value, Type.Null()]))
  const wheels = { fl: corner, fr: corner, rl: corner, rr: corner }
  return field(Type.Object(wheels, { additionalProperties: true }), description)
}

export const cornersInUnits = (key: RangedKey, unit: string, description: string) =>
  corners(Type.Number(), converted(key, unit, description))

function converted(key: RangedKey, unit: string, description: string): string {
  const { minimum, maximum } = ranges[key]
  return `${unit} unless \`units\` says otherwise, ${minimum} to ${maximum} ${unit}. ${description}`.trim()
}

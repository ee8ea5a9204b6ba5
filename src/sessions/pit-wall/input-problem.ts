import { Kind, type TSchema } from '@sinclair/typebox'
import { Value, ValueErrorType } from '@sinclair/typebox/value'

/** What a field may hold. Ranges include both ends. */
export type Expected =
  | { readonly kind: 'number' | 'whole-number'; readonly from: number; readonly to: number }
  | { readonly kind: 'text'; readonly from: number; readonly to: number }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  /** At most so many, none twice. */
  | { readonly kind: 'list'; readonly to: number }
  | { readonly kind: 'not-above'; readonly field: string }
  /** http or https, and no user or password in it. */
  | { readonly kind: 'web-address' }
  | { readonly kind: 'something' }
  | { readonly kind: 'nothing' }

/** What is wrong with what the engineer has filled in. `field`: "stop.tireSeconds.2", or the input's own name. */
export interface InputProblem {
  readonly field: string
  readonly expected: Expected
}

/** The first thing that does not fit; null: all does. */
export function problemIn(name: string, schema: TSchema, value: unknown): InputProblem | null {
  const error = Value.Errors(schema, value).First()
  if (error === undefined) return null
  const path = error.path.split('/').slice(1)
  const field = [name, ...path].join('.')
  const inner = objectMeant(error.schema)
  // Said, and wrong somewhere within: where, is what helps.
  if (inner !== null && typeof error.value === 'object' && error.value !== null) {
    return problemIn(field, inner, error.value)
  }
  const isUnknown = error.type === ValueErrorType.ObjectAdditionalProperties
  return {
    field,
    expected: isUnknown ? { kind: 'nothing' } : expectedBy(error.schema),
  }
}

/** The object of "an object, or null"; null: it is something else. */
function objectMeant(schema: TSchema): TSchema | null {
  if (schema[Kind] !== 'Union') return null
  const sides: readonly TSchema[] = schema.anyOf
  return sides.find((side) => side[Kind] === 'Object') ?? null
}

function expectedBy(schema: TSchema): Expected {
  const { minimum: from, maximum: to } = schema
  switch (schema[Kind]) {
    case 'Number':
      return { kind: 'number', from, to }
    case 'Integer':
      return { kind: 'whole-number', from, to }
    case 'String':
      return { kind: 'text', from: schema.minLength ?? 0, to: schema.maxLength }
    case 'Array':
      return { kind: 'list', to: schema.maxItems }
    case 'Union':
      return expectedOfUnion(schema.anyOf)
    case 'Never':
      return { kind: 'nothing' }
    default:
      return { kind: 'something' }
  }
}

/** Null stands for "not said", which is always allowed: the other side is what was meant. */
function expectedOfUnion(sides: readonly TSchema[]): Expected {
  const values = sides.flatMap((side) => (side[Kind] === 'Literal' ? [String(side.const)] : []))
  if (values.length > 0) return { kind: 'one-of', values }
  const meant = sides.find((side) => side[Kind] !== 'Null')
  return meant === undefined ? { kind: 'something' } : expectedBy(meant)
}

import { expect, test } from 'bun:test'
import { Value } from '@sinclair/typebox/value'
import fc from 'fast-check'
import { defaultInputs } from '../../../../src/race/inputs/default-inputs.ts'
import type { InputName } from '../../../../src/race/inputs/inputs.ts'
import { inputSchemas } from '../../../../src/sessions/pit-wall/input-schemas.ts'
import { readInput } from '../../../../src/sessions/pit-wall/read-input.ts'

const names = Object.keys(defaultInputs) as InputName[]

test('what the pit wall goes by can be set', () => {
  for (const name of names) {
    expect(readInput(name, defaultInputs[name])).toMatchObject({ ok: true })
  }
})

/** Values that are nearly right: the input's own, with something foreign somewhere. */
const nearly = (name: InputName) =>
  fc.tuple(fc.nat(12), fc.jsonValue({ maxDepth: 2 })).map(([at, foreign]) => {
    let left = at
    const put = (value: unknown): unknown => {
      if (left-- === 0) return foreign
      if (Array.isArray(value)) return value.map(put)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, put(inner)]))
    }
    return put(defaultInputs[name])
  })

test('whatever is given is read or refused by name, and nothing else gets through', () => {
  const given = fc.constantFrom(...names).chain((name) =>
    fc.record({
      name: fc.constant(name),
      value: fc.oneof(
        fc.jsonValue(),
        nearly(name),
        fc.constantFrom(Number.NaN, Infinity, undefined),
      ),
    }),
  )
  fc.assert(
    fc.property(given, ({ name, value }) => {
      const read = readInput(name, value)
      if (read.ok) expect(Value.Check(inputSchemas[name], read.value.value)).toBe(true)
      else expect(read.problem.field.split('.')[0]).toBe(name)
    }),
    { numRuns: 300 },
  )
})

test('what is wrong within something that may be null is named where it is', () => {
  const energy = { percent: 162, percentPerLap: null, chapter: 1, lapsDone: 3, fuelLiters: 40 }
  expect(readInput('energy', { ...energy, atMs: Date.UTC(2026, 5, 13) })).toEqual({
    ok: false,
    problem: { field: 'energy.percent', expected: { kind: 'number', from: 0, to: 100 } },
  })
})

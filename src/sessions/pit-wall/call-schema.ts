import { type Static, type TSchema, Type } from '@sinclair/typebox'
import type { CallTiles } from '../../race/call.ts'
import type { Result } from '../../race/result.ts'
import { type InputProblem, problemIn } from './input-problem.ts'

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })

/** What a call may say. */
const CallSchema = Type.Object(
  {
    when: orNull(
      Type.Union([Type.Literal('this-lap'), Type.Literal('in-laps'), Type.Literal('stay-out')]),
    ),
    inLaps: orNull(Type.Integer({ minimum: 1, maximum: 99 })),
    energyPercent: orNull(Type.Number({ minimum: 0, maximum: 100 })),
    fuelLiters: orNull(Type.Number({ minimum: 0, maximum: 250 })),
    tires: orNull(Type.Integer({ minimum: 0, maximum: 4 })),
    nextDriver: orNull(text(60)),
    words: orNull(text(60)),
  },
  { additionalProperties: false },
)

export const NoteSchema = text(280)

/** What the engineer has composed, or what is wrong with it. */
export function readCall(value: unknown): Result<CallTiles, InputProblem> {
  const problem = problemIn('call', CallSchema, value)
  if (problem !== null) return { ok: false, problem }
  const tiles = value as Static<typeof CallSchema>
  if (Object.values(tiles).every((tile) => tile === null)) {
    return { ok: false, problem: { field: 'call', expected: { kind: 'something' } } }
  }
  // "In n laps" and n belong together.
  if ((tiles.when === 'in-laps') !== (tiles.inLaps !== null)) {
    const expected =
      tiles.when === 'in-laps' ? { kind: 'whole-number', from: 1, to: 99 } : { kind: 'nothing' }
    return { ok: false, problem: { field: 'call.inLaps', expected } as InputProblem }
  }
  return { ok: true, value: tiles }
}

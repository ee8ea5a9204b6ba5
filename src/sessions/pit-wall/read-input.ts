import type { InputSet } from '../../race/inputs/input-progress.ts'
import type { InputName, Inputs } from '../../race/inputs/inputs.ts'
import type { Result } from '../../race/result.ts'
import { type InputProblem, problemIn } from './input-problem.ts'
import { inputSchemas } from './input-schemas.ts'

/** A value from outside as what is set, or what is wrong with it. */
export function readInput(name: InputName, value: unknown): Result<InputSet, InputProblem> {
  const schema = inputSchemas[name]
  const problem = problemIn(name, schema, value)
  if (problem !== null) return { ok: false, problem }
  // The schema has its type from the input of this name.
  const set = { name, value } as InputSet
  const clash = clashIn(set)
  return clash === null ? { ok: true, value: set } : { ok: false, problem: clash }
}

/** What fits by itself and not together. */
function clashIn(set: InputSet): InputProblem | null {
  return set.name === 'drivingRules' ? clashOfRules(set.value) : null
}

function clashOfRules({ minMs, maxMs, window }: Inputs['drivingRules']): InputProblem | null {
  if (minMs !== null && maxMs !== null && minMs > maxMs) {
    return { field: 'drivingRules.minMs', expected: { kind: 'not-above', field: 'maxMs' } }
  }
  if (window !== null && window.maxMs > window.lengthMs) {
    return {
      field: 'drivingRules.window.maxMs',
      expected: { kind: 'not-above', field: 'lengthMs' },
    }
  }
  return null
}

import type { InputSet } from '../../race/inputs/input-progress.ts'
import type { InputName, Inputs } from '../../race/inputs/inputs.ts'
import type { Result } from '../../race/result.ts'
import { type InputProblem, problemIn } from './input-problem.ts'
import { inputSchemas, WEBHOOKS_MOST } from './input-schemas.ts'

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
  if (set.name === 'drivingRules') return clashOfRules(set.value)
  if (set.name === 'alerts') return clashOfAlerts(set.value)
  return set.name === 'webhooks' ? clashOfWebhooks(set.value) : null
}

function clashOfAlerts(alerts: Inputs['alerts']): InputProblem | null {
  for (const name of ['tireTempC', 'tirePressureKpa', 'brakeTempC'] as const) {
    const { low, high } = alerts[name]
    if (low !== null && high !== null && low > high) {
      return { field: `alerts.${name}.low`, expected: { kind: 'not-above', field: 'high' } }
    }
  }
  return null
}

function clashOfWebhooks(webhooks: Inputs['webhooks']): InputProblem | null {
  const wrong = webhooks.findIndex(({ url }) => !isWebAddress(url))
  if (wrong >= 0) return { field: `webhooks.${wrong}.url`, expected: { kind: 'web-address' } }
  const isUnique = new Set(webhooks.map(({ id }) => id)).size === webhooks.length
  const most = { kind: 'list', to: WEBHOOKS_MOST } as const
  return isUnique ? null : { field: 'webhooks', expected: most }
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s]+$/i.test(text) || !URL.canParse(text)) return false
  const { username, password } = new URL(text)
  return username === '' && password === ''
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

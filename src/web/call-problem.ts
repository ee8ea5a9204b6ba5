import type { Catalogue } from '../../views/catalogue.ts'
import type { CallFields } from '../../views/engineer/call-fields.ts'
import type { InputProblem } from '../sessions/pit-wall/input-problem.ts'

const fields: Readonly<Record<string, keyof CallFields>> = {
  'call.when': 'when',
  'call.inLaps': 'inLaps',
  'call.energyPercent': 'own',
  'call.fuelLiters': 'own',
  'call.tires': 'tires',
  'call.nextDriver': 'next',
  'call.words': 'words',
}

/** What is wrong with the call or the note that was composed, and at which field. */
export function callProblem(
  { field: path, expected }: InputProblem,
  { call }: Catalogue,
): { readonly wrong: keyof CallFields | null; readonly problem: string } {
  const { composer, notes } = call
  const wrong = fields[path] ?? null
  if (path === 'note') return { wrong, problem: notes.wrong }
  if (path === 'call') return { wrong, problem: composer.empty }
  if (expected.kind === 'number' || expected.kind === 'whole-number') {
    const names: Partial<Record<keyof CallFields, string>> = {
      ...{ inLaps: composer.inLaps, own: composer.fill, tires: composer.tires },
    }
    const name = (wrong && names[wrong]) ?? composer.title
    return { wrong, problem: composer.wrong(name, String(expected.from), String(expected.to)) }
  }
  return { wrong, problem: composer.wrongElse }
}

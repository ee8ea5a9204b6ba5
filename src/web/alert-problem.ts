import type { Catalogue } from '../../views/catalogue.ts'
import { type AlertField, alertFields, placesOfFields } from '../../views/engineer/alert-fields.ts'
import type { InputProblem } from '../sessions/pit-wall/input-problem.ts'

const LONGEST_NUMBER = 3

/** What is wrong with what was filled in, in the units of the form, and at which field. */
export function alertProblem(
  { field: path, expected }: InputProblem,
  { alertForm: text }: Catalogue,
): { readonly wrong: AlertField | null; readonly told: string } {
  const wrong = alertFields.find((each) => path === `alerts.${placesOfFields[each].path}`) ?? null
  if (expected.kind === 'web-address') return { wrong, told: text.wrongUrl }
  if (wrong === null) return { wrong, told: text.wrongElse }
  if (expected.kind === 'not-above') return { wrong, told: text.wrongOrder(text.fields[wrong]) }
  if (expected.kind !== 'number') return { wrong, told: text.wrongElse }
  const { factor } = placesOfFields[wrong]
  const written = (limit: number) => String(Number((limit * factor).toFixed(LONGEST_NUMBER)))
  return {
    wrong,
    told: text.wrong(text.fields[wrong], written(expected.from), written(expected.to)),
  }
}

import { Elysia } from 'elysia'
import type { Corrections } from '../race/inputs/corrections.ts'
import { wheelNames } from '../race/wheels.ts'
import { withLap, withName, withPenalty, withTires } from './corrections-from.ts'
import type { Engineer, engineersOnly } from './engineer-door.ts'
import { LapForm, NamesForm, PenaltyForm, readForm, TiresForm } from './form.ts'
import { STRATEGY_PATH } from './strategy-desk.ts'
import type { Setting } from './strategy-routes.ts'

type Only = ReturnType<typeof engineersOnly>
type Answer = ReturnType<Parameters<Only>[0]>

const form = { parse: 'none' } as const

/** What the engineer knows better than the books: a tap each. `set`: as every other input is set. */
export function correctionRoutes(
  only: Only,
  set: (engineer: Engineer, settings: readonly Setting[], filled: null, at: string) => Answer,
  notAForm: (engineer: Engineer) => Answer,
) {
  const correct = (engineer: Engineer, value: Corrections) =>
    set(engineer, [{ name: 'corrections', value }], null, '#corrections')

  return new Elysia({ name: 'corrections' })
    .post(
      `${STRATEGY_PATH}/laps`,
      only(async (engineer) => {
        const filled = await readForm(LapForm, engineer.request)
        if (filled === null) return notAForm(engineer)
        const lap = { chapter: Number(filled.chapter), number: Number(filled.lap) }
        const { corrections } = engineer.session.inputs
        return correct(engineer, withLap(corrections, lap, filled.excluded === 'on'))
      }),
      form,
    )
    .post(
      `${STRATEGY_PATH}/penalties`,
      only(async (engineer) => {
        const filled = await readForm(PenaltyForm, engineer.request)
        if (filled === null) return notAForm(engineer)
        const stop = { chapter: Number(filled.chapter), number: Number(filled.stop) }
        const { corrections } = engineer.session.inputs
        return correct(engineer, withPenalty(corrections, stop, filled.penalty === 'on'))
      }),
      form,
    )
    .post(
      `${STRATEGY_PATH}/tires`,
      only(async (engineer) => {
        const filled = await readForm(TiresForm, engineer.request)
        if (filled === null) return notAForm(engineer)
        const stop = { chapter: Number(filled.chapter), number: Number(filled.stop) }
        const wheels = wheelNames.filter((wheel) => filled[wheel] === 'on')
        return correct(engineer, withTires(engineer.session.inputs.corrections, stop, wheels))
      }),
      form,
    )
    .post(
      `${STRATEGY_PATH}/names`,
      only(async (engineer) => {
        const filled = await readForm(NamesForm, engineer.request)
        if (filled === null) return notAForm(engineer)
        const { corrections } = engineer.session.inputs
        return correct(engineer, withName(corrections, filled.from, filled.to))
      }),
      form,
    )
}

import { Elysia } from 'elysia'
import type { Done } from '../../views/engineer/done.ts'
import { type Filled, inputsFrom, type SectionName } from '../../views/engineer/strategy/places.ts'
import { endsAtFrom } from '../../views/engineer/strategy/race-form.tsx'
import { rosterFrom } from '../../views/engineer/strategy/roster.tsx'
import { numberFrom } from '../../views/engineer/strategy/time-field.ts'
import type { InputName } from '../race/inputs/inputs.ts'
import type { Session } from '../race/session.ts'
import type { Clock } from '../sessions/clock.ts'
import type { PitWall, PitWallProblem } from '../sessions/pit-wall/pit-wall.ts'
import { readInput } from '../sessions/pit-wall/read-input.ts'
import { outlook } from '../strategy/outlook.ts'
import { whereabouts } from '../strategy/whereabouts.ts'
import { cleanText } from '../wire/foreign-text.ts'
import { htmlAnswer, redirect } from './answer.ts'
import { correctionRoutes } from './correction-routes.ts'
import { type Engineer, type EngineerDoorDeps, engineersOnly } from './engineer-door.ts'
import { deskOf } from './engineer-page.ts'
import { ChangeForm, readForm, StrategyFields } from './form.ts'
import { pageProblemAnswer } from './problem-answer.ts'
import { STRATEGY_PATH, strategyDesk } from './strategy-desk.ts'
import { type StrategyWrong, strategyProblem } from './strategy-problem.ts'

export interface StrategyDeps extends EngineerDoorDeps {
  readonly pitWall: PitWall
  readonly clock: Clock
}

const form = { parse: 'none' } as const
const sections: readonly SectionName[] = ['race', 'averages', 'stop', 'rules', 'units']

export interface Setting {
  readonly name: InputName
  readonly value: unknown
}

/** What the pit wall cannot see and the engineer tells it: kept, in the log, and taken back. For the engineer alone. */
export function strategyRoutes(deps: StrategyDeps) {
  const { pitWall, assets, onceTold, clock } = deps
  const only = engineersOnly(deps)

  const shown = (
    engineer: Engineer,
    { status = 200, done = null, wrong = null, filled = null }: Partial<ShownAs> = {},
  ) => {
    const page = strategyDesk(engineer, { assets, nowMs: clock.nowMs(), done, wrong, filled })
    return htmlAnswer(engineer.request, page, status)
  }

  const back = (session: Session, what: Done['what'], at: string) =>
    redirect(`${deskOf(session)}/strategy?done=${onceTold.keep({ what })}${at}`)

  const refused = (engineer: Engineer, problem: PitWallProblem, filled: Filled | null = null) => {
    const { request, words } = engineer
    if (typeof problem === 'object') {
      return shown(engineer, { status: 400, wrong: strategyProblem(problem, words), filled })
    }
    const { problems } = words.strategy
    if (problem === 'overtaken' || problem === 'undone-already' || problem === 'no-such-change') {
      return shown(engineer, { status: 409, wrong: { wrong: null, problem: problems[problem] } })
    }
    return pageProblemAnswer(request, assets.urls, 'store-unavailable')
  }

  /** All or none: what fits is not set while something beside it does not. */
  const set = (
    engineer: Engineer,
    settings: readonly Setting[],
    filled: Filled | null,
    at = '',
  ) => {
    const { session, visitor } = engineer
    for (const { name, value } of settings) {
      const read = readInput(name, value)
      if (!read.ok) return refused(engineer, read.problem, filled)
    }
    for (const { name, value } of settings) {
      const done = pitWall.set(session.car, visitor.address, name, value)
      if (!done.ok) return refused(engineer, done.problem, filled)
    }
    return back(session, 'input-set', at)
  }

  const notAForm = ({ request }: Engineer) => pageProblemAnswer(request, assets.urls, 'not-a-form')

  const routes = new Elysia({ name: 'strategy' })
    .get(
      STRATEGY_PATH,
      only((engineer) => shown(engineer, { done: onceTold.take(engineer.query.done ?? '') })),
    )
    .post(
      `${STRATEGY_PATH}/roster`,
      only(async (engineer) => {
        const filled = await readForm(StrategyFields, engineer.request)
        if (filled === null) return notAForm(engineer)
        return set(
          engineer,
          [{ name: 'roster', value: rosterFrom(filled.roster ?? '').map(cleanText) }],
          filled,
        )
      }),
      form,
    )
    .post(
      `${STRATEGY_PATH}/energy`,
      only(async (engineer) => {
        const filled = await readForm(StrategyFields, engineer.request)
        if (filled === null) return notAForm(engineer)
        return set(
          engineer,
          [{ name: 'energy', value: readOut(engineer.session, filled, clock.nowMs()) }],
          filled,
        )
      }),
      form,
    )
    .post(
      `${STRATEGY_PATH}/energy/forget`,
      only((engineer) => set(engineer, [{ name: 'energy', value: null }], null)),
      form,
    )
    .post(
      `${STRATEGY_PATH}/undo`,
      only(async (engineer) => {
        const chosen = await readForm(ChangeForm, engineer.request)
        if (chosen === null) return notAForm(engineer)
        const { session, visitor } = engineer
        const undone = pitWall.undo(session.car, visitor.address, Number(chosen.change))
        return undone.ok
          ? back(session, 'input-undone', '#history')
          : refused(engineer, undone.problem)
      }),
      form,
    )
  routes.use(correctionRoutes(only, set, notAForm))
  for (const section of sections) {
    routes.post(
      `${STRATEGY_PATH}/${section}`,
      only(async (engineer) => {
        const filled = await readForm(StrategyFields, engineer.request)
        if (filled === null) return notAForm(engineer)
        const { inputs } = engineer.session
        const settings = inputsFrom(section, filled, inputs).map((setting) =>
          setting.name === 'race'
            ? {
                ...setting,
                value: withEnd(setting.value, endsAtFrom(filled, inputs.race, clock.nowMs())),
              }
            : setting,
        )
        return set(engineer, settings, filled)
      }),
      form,
    )
  }
  return routes
}

interface ShownAs {
  readonly status: number
  readonly done: Done | null
  readonly wrong: StrategyWrong | null
  readonly filled: Filled | null
}

const withEnd = (race: unknown, endsAtMs: unknown) => ({ ...(race as object), endsAtMs })

/** Where the car was when it was read. */
function readOut(session: Session, filled: Filled, nowMs: number): unknown {
  const { lapTimeMs, paceMs, fuel } = outlook(session)
  const { lap, part } = whereabouts(session, lapTimeMs ?? paceMs)
  return {
    percent: numberFrom(filled.percent ?? ''),
    percentPerLap: numberFrom(filled.percentPerLap ?? ''),
    chapter: session.chapter?.number ?? 1,
    lapsDone: lap - 1 + part,
    fuelLiters: fuel.level,
    atMs: nowMs,
  }
}

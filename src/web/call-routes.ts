import { Elysia } from 'elysia'
import type { CallFields } from '../../views/engineer/call-fields.ts'
import { composedCall } from '../../views/engineer/call-fields.ts'
import type { Done } from '../../views/engineer/done.ts'
import { type CallPage, callPage } from '../../views/pages/call.tsx'
import { wallOf } from '../../views/wall.ts'
import type { Session } from '../race/session.ts'
import type { PitWall, PitWallProblem } from '../sessions/pit-wall/pit-wall.ts'
import { htmlAnswer, redirect } from './answer.ts'
import { callProblem } from './call-problem.ts'
import { type Engineer, type EngineerDoorDeps, engineersOnly } from './engineer-door.ts'
import { deskOf } from './engineer-page.ts'
import { CallFieldsForm, NoteForm, readForm } from './form.ts'
import { pageProblemAnswer } from './problem-answer.ts'

export interface CallDeps extends EngineerDoorDeps {
  readonly pitWall: PitWall
}

const form = { parse: 'none' } as const

/** What the driver is told, and the engineer's log: for the engineer alone. */
export function callRoutes(deps: CallDeps) {
  const { pitWall, assets, onceTold } = deps
  const only = engineersOnly(deps)

  const shown = ({ request, session, words }: Engineer, more: Partial<CallPage>, status = 200) => {
    const fresh = { filled: {}, wrong: null, note: '', done: null, problem: null }
    const page = { assets: assets.urls, wall: wallOf(session), ...fresh, ...more }
    return htmlAnswer(request, callPage(page, words), status)
  }

  const back = (session: Session, what: Done['what']) =>
    redirect(`${deskOf(session)}/call?done=${onceTold.keep({ what })}`)

  const refused = (engineer: Engineer, problem: PitWallProblem, filled: Partial<CallPage>) => {
    const { request, words } = engineer
    return typeof problem === 'string'
      ? pageProblemAnswer(request, assets.urls, 'store-unavailable')
      : shown(engineer, { ...filled, ...callProblem(problem, words) }, 400)
  }

  return new Elysia({ name: 'call' })
    .get(
      '/dashboard/:id/engineer/call',
      only((engineer) => shown(engineer, { done: onceTold.take(engineer.query.done ?? '') })),
    )
    .post(
      '/dashboard/:id/engineer/call',
      only(async (engineer) => {
        const { session, visitor, request } = engineer
        const filled: CallFields | null = await readForm(CallFieldsForm, request)
        if (filled === null) return pageProblemAnswer(request, assets.urls, 'not-a-form')
        const hasEnergy = wallOf(session).outlook.energy !== null
        const tiles = composedCall(filled, hasEnergy)
        const set = pitWall.call(session.car, visitor.address, tiles)
        return set.ok ? back(session, 'call-set') : refused(engineer, set.problem, { filled })
      }),
      form,
    )
    .post(
      '/dashboard/:id/engineer/call/withdraw',
      only((engineer) => {
        const { session, visitor } = engineer
        const withdrawn = pitWall.withdrawCall(session.car, visitor.address)
        return withdrawn.ok
          ? back(session, 'call-withdrawn')
          : refused(engineer, withdrawn.problem, {})
      }),
      form,
    )
    .post(
      '/dashboard/:id/engineer/notes',
      only(async (engineer) => {
        const { session, visitor, request } = engineer
        const filled = await readForm(NoteForm, request)
        if (filled === null) return pageProblemAnswer(request, assets.urls, 'not-a-form')
        const written = pitWall.note(session.car, visitor.address, filled.note)
        return written.ok
          ? back(session, 'note-written')
          : refused(engineer, written.problem, { note: filled.note })
      }),
      form,
    )
}

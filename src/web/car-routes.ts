import { Elysia } from 'elysia'
import type { Assets } from '../../views/document.tsx'
import { carLinksPage } from '../../views/pages/car-links.tsx'
import type { CreatedSession, Doorkeeper } from '../sessions/doorkeeper.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import { htmlAnswer } from './answer.ts'
import type { LoadedAssets } from './assets.ts'
import { engineerCookie } from './engineer-cookie.ts'
import { KeyForm, NewCarForm, readForm } from './form.ts'
import { madeAlready } from './made-already.ts'
import { monitorAccess, monitorConfig } from './monitor-config.ts'
import type { OnceMade } from './once-made.ts'
import { pageProblemAnswer } from './problem-answer.ts'
import { qrModules } from './qr-modules.ts'
import { wordsFor } from './reading.ts'
import { type Visitor, type VisitorDeps, visitorOf } from './visitor.ts'

export interface CarDeps extends VisitorDeps {
  readonly door: Doorkeeper
  readonly assets: LoadedAssets
  readonly sessions: Pick<SessionManager, 'ofCar'>
  readonly onceMade: OnceMade
}

/** Cars made in the browser, before any monitor exists. */
export function carRoutes(deps: CarDeps) {
  const { urls } = deps.assets
  return new Elysia({ name: 'cars' })
    .get('/cars', ({ request }) => pageProblemAnswer(request, urls, 'shown-once'))
    .post(
      '/cars',
      async ({ request, server }) => {
        const form = await readForm(NewCarForm, request)
        if (form === null) return pageProblemAnswer(request, urls, 'not-a-form')
        const before = madeAlready(deps, request, form)
        if (before !== null) return before
        const visitor = visitorOf(request, server, deps)
        const created = deps.door.create('keyed', visitor.address, form.name)
        if (!created.ok) return pageProblemAnswer(request, urls, created.problem)
        deps.onceMade.keep(form.once, form.name, created.value.car)
        return createdAnswer({ ...created.value, request, visitor, name: form.name, assets: urls })
      },
      { parse: 'none' },
    )
    .post(
      '/cars/config',
      async ({ request, server }) => {
        const form = await readForm(KeyForm, request)
        if (form === null || !deps.door.isPublishKey(form.key)) {
          return pageProblemAnswer(request, urls, 'no-such-key')
        }
        const config = monitorConfig(visitorOf(request, server, deps).url, form.key)
        const disposition = 'attachment; filename="config.json"'
        const headers = {
          'content-type': 'application/json; charset=utf-8',
          'content-disposition': disposition,
        }
        return new Response(`${config}\n`, { headers })
      },
      { parse: 'none' },
    )
}

interface CreatedInBrowser extends CreatedSession {
  readonly request: Request
  readonly visitor: Visitor
  readonly assets: Assets
  readonly name: string
  /** The path of the team's page that it was made from. */
  readonly team?: string
}

/** All its links and keys, the only time that they are shown. Who made it is its engineer. */
export async function createdAnswer(created: CreatedInBrowser): Promise<Response> {
  const { request, visitor, assets, name, team, car, id, publishKey, engineerKey } = created
  const dashboard = `/dashboard/${id}`
  const viewUrl = `${visitor.url}${dashboard}`
  const html = carLinksPage(
    {
      assets,
      name,
      viewUrl,
      viewCode: qrModules(viewUrl),
      engineerUrl: `${visitor.url}/engineer/${engineerKey}`,
      monitor: monitorAccess(visitor.url, publishKey),
      paths: {
        dashboard,
        engineer: `${dashboard}/engineer`,
        ...(team === undefined ? {} : { team }),
      },
    },
    wordsFor(request),
  )
  const answer = await htmlAnswer(request, html, 201)
  if (engineerKey !== null) {
    answer.headers.set('set-cookie', engineerCookie(car, engineerKey, visitor.isHttps))
  }
  return answer
}

import { Elysia } from 'elysia'
import { lookFrom } from '../../views/look.ts'
import { redirect } from './answer.ts'
import type { LoadedAssets } from './assets.ts'
import { LookForm, readForm } from './form.ts'
import { pageProblemAnswer } from './problem-answer.ts'
import { lookCookie, lookOf } from './reading.ts'
import { type VisitorDeps, visitorOf } from './visitor.ts'

export interface LookDeps extends VisitorDeps {
  readonly assets: LoadedAssets
}

/** A viewer says how he wants to read, and goes on reading. */
export function lookRoutes(deps: LookDeps) {
  return new Elysia({ name: 'look' }).post(
    '/look',
    async ({ request, server }) => {
      const filled = await readForm(LookForm, request)
      if (filled === null) return pageProblemAnswer(request, deps.assets.urls, 'not-a-form')
      const { back = '/', ...chosen } = filled
      const look = lookFrom(Object.values(chosen).join('-'), lookOf(request))
      const { isHttps } = visitorOf(request, server, deps)
      return redirect(pageBack(back), { 'set-cookie': lookCookie(look, isHttps) })
    },
    { parse: 'none' },
  )
}

/** A page of ours, without a look in its address: what was just chosen counts. Anything else: the start page. */
function pageBack(back: string): `/${string}` {
  const here = 'http://here'
  if (!back.startsWith('/') || !URL.canParse(back, here)) return '/'
  const url = new URL(back, here)
  if (url.origin !== here) return '/'
  url.searchParams.delete('look')
  return `/${url.pathname.replace(/^\/+/, '')}${url.search}`
}

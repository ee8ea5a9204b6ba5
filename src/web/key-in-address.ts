import type { Doorkeeper } from '../sessions/doorkeeper.ts'
import { redirect } from './answer.ts'
import { type ServerOfRequest, type VisitorDeps, visitorOf } from './visitor.ts'

export interface KeyInAddressDeps extends VisitorDeps {
  readonly door: Doorkeeper
}

/**
 * The way on from a dashboard's address that somebody has opened with a publish key behind it: to the same page without
 * the key, which the engineer is told to replace. null: there is no key.
 */
export function keyTakenOut(
  deps: KeyInAddressDeps,
  request: Request,
  server: ServerOfRequest,
): Response | null {
  const asked = new URL(request.url)
  const key = asked.searchParams.get('key')
  if (key === null) return null
  const seen = deps.door.seenInBrowser(key, visitorOf(request, server, deps).address)
  asked.searchParams.delete('key')
  // The link may be an old one: the key knows better.
  const path = seen === null ? asked.pathname : `/dashboard/${seen.id}`
  return redirect(`/${path.slice(1)}${asked.search}`)
}

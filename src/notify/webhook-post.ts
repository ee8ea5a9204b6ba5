import type { Clock } from '../sessions/clock.ts'
import type { WebhookOutcome, WebhookTrouble } from '../sessions/webhook-desk.ts'
import { type Answered, type Post, pinnedRequest } from './pinned-request.ts'
import { type HostRules, reachableHost } from './reachable-host.ts'

const REDIRECTS_MOST = 3
/** Of one attempt, redirects and all. A receiver in its right mind takes less than a second. */
const ATTEMPT_MS = 15_000

/** Those that mean "the same, over there". */
const redirects = new Set([301, 302, 307, 308])
/** Those after which the same message may be taken. */
const passing = new Set([408, 425, 429])

const later = (trouble: WebhookTrouble, retryAfterMs: number | null = null): WebhookOutcome => ({
  kind: 'later',
  trouble,
  retryAfterMs,
})
const refused = (trouble: WebhookTrouble): WebhookOutcome => ({ kind: 'refused', trouble })

export type PostsWebhook = (url: string, post: Post) => Promise<WebhookOutcome>

/** The way out of the house: every hop is checked as the first one is. Never rejects. */
export const webhookPost =
  (clock: Clock, rules: HostRules): PostsWebhook =>
  async (url, post) => {
    const cut = new AbortController()
    const late = Promise.withResolvers<WebhookOutcome>()
    const cancel = clock.after(ATTEMPT_MS, () => {
      cut.abort()
      late.resolve(later('too-slow'))
    })
    try {
      return await Promise.race([hop(url, post, rules, cut.signal, 0), late.promise])
    } finally {
      cancel()
    }
  }

async function hop(
  address: string,
  post: Post,
  rules: HostRules,
  signal: AbortSignal,
  hops: number,
): Promise<WebhookOutcome> {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !isWeb(url)) return refused('bad-redirect')
  const host = await reachableHost(url, rules)
  if (!host.ok) return host.problem === 'no-such-host' ? later(host.problem) : refused(host.problem)
  const answer = await pinnedRequest(url.href, post, host.value, signal).catch(() => null)
  if (answer === null) return later('no-answer')
  if (!redirects.has(answer.status)) return outcomeOf(answer)
  const { location } = answer
  if (location === null || hops === REDIRECTS_MOST || !URL.canParse(location, url.href)) {
    return refused('bad-redirect')
  }
  const onward = new URL(location, url.href)
  // What was told over a closed line is not told over an open one.
  if (url.protocol === 'https:' && onward.protocol !== 'https:') return refused('bad-redirect')
  return hop(onward.href, post, rules, signal, hops + 1)
}

const isWeb = ({ protocol, username, password }: URL) =>
  /^https?:$/.test(protocol) && username === '' && password === ''

function outcomeOf({ status, retryAfter }: Answered): WebhookOutcome {
  if (status >= 200 && status < 300) return { kind: 'taken' }
  if (status < 500 && !passing.has(status)) return refused({ status })
  const seconds = Number(retryAfter ?? Number.NaN)
  return later({ status }, Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null)
}

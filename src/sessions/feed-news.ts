import type { Feed } from '../race/feed.ts'
import type { SessionEvent } from '../race/session-event.ts'
import type { Arbitration } from './arbitration/arbitration.ts'
import type { News } from './arbitration/arbitration-event.ts'
import { nameOf, type Shown } from './shown.ts'

/** One step of arbitration: what was known before it, and after. */
export interface FeedStep {
  readonly before: { readonly state: Arbitration; readonly shown: Shown | null }
  readonly after: { readonly state: Arbitration; readonly shown: Shown | null }
  readonly news: readonly News[]
  readonly was: Feed | null
  readonly is: Feed | null
}

/** What the timeline is told of it, in an order in which it reads as a story. */
export function feedNews(step: FeedStep): readonly SessionEvent[] {
  const handOvers = step.news.flatMap((news) => handOver(step, news))
  return [
    // A choice that hands over says enough.
    ...(handOvers.some(isChoice)
      ? []
      : step.news.flatMap((news) => conflict(step, news, 'conflict-ended'))),
    ...handOvers,
    ...(handOvers.length > 0 ? [] : silence(step)),
    ...step.news.flatMap((news) => conflict(step, news, 'conflict-began')),
  ]
}

/** Nothing if it was the first one, or the same PC whose monitor was started anew. */
function handOver({ before, after }: FeedStep, news: News): SessionEvent[] {
  if (news.type !== 'switched' || news.from === null) return []
  const { nowMs: atMs } = after.state
  const to = nameOf(after.state, news.to)
  const isSamePc = news.from.pc === news.to.pc && nameOf(before.state, news.from) === to
  if (isSamePc) return []
  const parkedMs = atMs - (before.shown?.presentAtMs ?? -Infinity)
  const blindMs = Math.min(news.blindMs, parkedMs)
  return [{ type: 'handed-over', atMs, to, blindMs, isPicked: news.reason === 'picked' }]
}

const isChoice = (event: SessionEvent) => event.type === 'handed-over' && event.isPicked

function silence({ before, after, was, is }: FeedStep): SessionEvent[] {
  if (was === null || is === null || was.phase === is.phase) return []
  const { nowMs: atMs } = after.state
  if (is.phase !== 'live') return [{ type: `feed-${is.phase}`, atMs }]
  const blindMs = atMs - (before.shown?.presentAtMs ?? atMs)
  return [{ type: 'feed-returned', atMs, blindMs }]
}

/** Names as they were told when it began: who has left since has none any more. */
function conflict(
  { before, after, was }: FeedStep,
  news: News,
  type: 'conflict-began' | 'conflict-ended',
): SessionEvent[] {
  if (news.type !== type) return []
  const { state } = type === 'conflict-began' ? after : before
  const names = type === 'conflict-ended' ? was?.conflict : null
  const [shown, other] = names ?? [nameOf(state, news.p), nameOf(state, news.q)]
  const told = { atMs: after.state.nowMs, shown, other }
  if (type === 'conflict-began') return [{ type, ...told }]
  return [{ type, ...told, isPicked: after.state.isPicked && !before.state.isPicked }]
}

import { lookup } from 'node:dns/promises'
import type { Clock } from '../sessions/clock.ts'
import type { Log } from '../sessions/log.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import { AlertWatch } from './alert-watch.ts'
import { Dispatcher } from './dispatcher.ts'
import { type PostsWebhook, webhookPost } from './webhook-post.ts'

export interface NotificationsDeps {
  readonly sessions: SessionManager
  readonly clock: Clock
  readonly log: Log
  readonly webhookPrivateHosts: readonly string[]
  /** For tests, another way out of the house. */
  readonly post?: PostsWebhook
}

const resolve = async (host: string) =>
  (await lookup(host, { all: true })).map(({ address }) => address)

/** Alerts: who notices them, and who brings them where they are wanted. */
export function notifications(deps: NotificationsDeps) {
  const { sessions, clock, webhookPrivateHosts } = deps
  const privateHosts = new Set(webhookPrivateHosts.map((host) => host.toLowerCase()))
  const post = deps.post ?? webhookPost(clock, { resolve, privateHosts })
  const webhooks = new Dispatcher({ ...deps, post, chance: Math.random })
  sessions.onForgotten((car) => webhooks.forget(car))
  const watch = new AlertWatch({ ...deps, onLook: (session) => webhooks.look(session) })
  const close = () => {
    watch.close()
    webhooks.close()
  }
  return { webhooks, close }
}

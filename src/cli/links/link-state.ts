import type { SessionIdAssigned } from '../../wire/server-messages.ts'
import type { LinkEnd, LinkOptions, Publication } from './monitor-link.ts'

/** What both kinds of link remember over their connections: the session, its key, and whether it is over. */
export class LinkState {
  sessionId: string | null
  publishKey: string | null
  hasEnded = false
  readonly ready: Promise<Publication>
  readonly ended: Promise<LinkEnd>
  readonly #options: LinkOptions
  readonly #ready = Promise.withResolvers<Publication>()
  readonly #ended = Promise.withResolvers<LinkEnd>()

  constructor(options: LinkOptions) {
    this.#options = options
    this.sessionId = options.sessionId ?? null
    this.publishKey = options.publishKey ?? null
    this.ready = this.#ready.promise
    this.ended = this.#ended.promise
    // Nobody may be waiting for it when the link ends: `ended` says so too.
    this.ready.catch(() => {})
  }

  assign(assigned: Partial<SessionIdAssigned> & { readonly session_id: string }): void {
    this.sessionId = assigned.session_id
    this.publishKey = assigned.publish_key ?? this.publishKey
    const publication: Publication = {
      sessionId: assigned.session_id,
      publishKey: this.publishKey,
      dashboardUrl:
        assigned.dashboard_url ??
        new URL(`/dashboard/${assigned.session_id}`, this.#options.url.replace(/^ws/, 'http')).href,
      engineerUrl: assigned.engineer_url ?? null,
    }
    this.#options.onAssigned?.(publication)
    this.#ready.resolve(publication)
  }

  end(end: LinkEnd): void {
    if (this.hasEnded) return
    this.hasEnded = true
    this.#ended.resolve(end)
    const reason = end.by === 'us' ? 'The link was closed.' : `The link has ended: ${end.reason}.`
    this.#ready.reject(new Error(reason))
  }
}

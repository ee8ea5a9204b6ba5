/** What a monitor knows of its session. The key lets it come back, and anybody publish: it is a secret. */
export interface Publication {
  readonly sessionId: string
  readonly publishKey: string | null
  readonly dashboardUrl: string
  /** Sent once, for a new session. */
  readonly engineerUrl: string | null
}

/**
 * A monitor's way to the server. It comes back by itself, to the same session, until it is closed or the server
 * says that there is nothing to come back to.
 *
 * MUST drop frames while there is no connection: the newest frame says everything, old ones only hurt.
 * MUST keep the last setup until it could be sent: it comes once, and does not age.
 * MUST NOT throw from `publish`.
 */
export interface MonitorLink {
  /** The session, once the server has assigned one. Rejects if the link ends before. */
  ready(): Promise<Publication>
  publish(frame: Readonly<Record<string, unknown>>): void
  sendSetup(setup: unknown, timestamp: string): void
  close(): void
  /** Settles when the link will not come back: closed by us, or refused for good (with the reason). */
  readonly ended: Promise<LinkEnd>
}

export type LinkEnd = { readonly by: 'us' } | { readonly by: 'server'; readonly reason: string }

export interface LinkOptions {
  /** Of the server: http(s):// or ws(s)://, without a path. */
  readonly url: string
  /** A session to go on with, instead of a new one. */
  readonly sessionId?: string | undefined
  readonly publishKey?: string | undefined
  /** Tells a reconnect of this process from another PC. */
  readonly bootId?: string | undefined
  /** Called on every assignment, also after a reconnect. */
  readonly onAssigned?: (publication: Publication) => void
  /** One line about the link: what the server refused, when it is lost and back. */
  readonly log?: (line: string) => void
}

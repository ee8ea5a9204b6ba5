/** The way back to whoever is at the other end of a monitor's connection, on either transport. */
export interface Link {
  readonly transport: 'typed' | 'socket.io'
  send(event: string, message: object): void
  /** Ends the connection; the code is the typed transport's. */
  close(code: number, reason: string): void
  /** Ends the connection in such a way that its program comes back by itself, where the transport has one. */
  cut(): void
  /** More is waiting to be sent than a healthy connection ever has. */
  isBehind(): boolean
}

/** What is known of a connection before it says anything. */
export interface Origin {
  /** The other end's address, as `clientAddress` judged it. */
  readonly address: string
  /** A publish key presented with the connection itself. */
  readonly key: string | null
  /** A web page: it may watch (if its origin is allowed at all), never publish. */
  readonly isBrowser: boolean
  /** How links to this server begin, for this client. */
  readonly baseUrl: string
}

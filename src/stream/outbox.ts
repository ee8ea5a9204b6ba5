/** Where an outbox writes: Bun's direct stream, whose promise means that the socket is full. */
export interface Sink {
  write(bytes: Uint8Array): number | Promise<number>
  flush(): unknown
  end(): unknown
}

/**
 * One phone. While its socket is full it is *behind*: nothing is written and nothing queued, so that a phone in a
 * tunnel costs the same for ever; when the socket takes bytes again, `onCaughtUp` is the chance to send the present.
 */
export class Outbox {
  readonly #sink: Sink
  readonly #onCaughtUp: (outbox: Outbox) => void
  /** Last update of its room that this phone has been given; 0 before the first. */
  seen = 0
  #behindSinceMs: number | null = null
  #isOver = false

  constructor(sink: Sink, onCaughtUp: (outbox: Outbox) => void) {
    this.#sink = sink
    this.#onCaughtUp = onCaughtUp
  }

  get isBehind(): boolean {
    return this.#behindSinceMs !== null
  }

  get isOver(): boolean {
    return this.#isOver
  }

  /** How long the socket has been full. */
  behindMs(nowMs: number): number {
    return this.#behindSinceMs === null ? 0 : nowMs - this.#behindSinceMs
  }

  /** Writes now, or returns false: skipped, and the phone will get a newer state later. */
  write(bytes: Uint8Array, nowMs: number): boolean {
    if (this.#isOver || this.isBehind) return false
    let full: readonly unknown[]
    try {
      full = [this.#sink.write(bytes), this.#sink.flush()].filter((it) => it instanceof Promise)
    } catch {
      // The socket closed under us: one phone less, and no business of all the others.
      this.end()
      return false
    }
    if (full.length > 0) this.#waitFor(Promise.all(full), nowMs)
    return true
  }

  end(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#sink.end()
  }

  #waitFor(writable: Promise<unknown>, nowMs: number): void {
    this.#behindSinceMs = nowMs
    // A phone that went away rejects or never resolves; the stream's own end takes care of it.
    writable.then(
      () => {
        this.#behindSinceMs = null
        if (!this.#isOver) this.#onCaughtUp(this)
      },
      () => {},
    )
  }
}

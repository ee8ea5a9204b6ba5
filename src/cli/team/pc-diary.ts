/** What a monitor has to tell. `loading`: the game is up, but has no car to show. */
export type PcView = 'drives' | 'spectates' | 'frozen' | 'loading'

/** A time in which a PC publishes, and over which of its connections. */
export interface PcSpan {
  readonly fromMs: number
  readonly toMs: number
  readonly view: PcView
  readonly connection: number
}

export interface PcConnection {
  /** One for each start of the monitor: two connections of one boot are the same program. */
  readonly bootId: string
  readonly bootedAtMs: number
  readonly openedAtMs: number
  /** From here on no byte comes through, though nobody has closed it; null: it ends properly. */
  readonly silentFromMs: number | null
  readonly closedAtMs: number
}

type Written<T> = { -readonly [Key in keyof T]: T[Key] }

/** Until the operating system gives a dead connection up. */
const HALF_OPEN_MS = 60_000

/** What a PC does, written down in the order of time. */
export class PcDiary {
  readonly spans: PcSpan[] = []
  readonly connections: PcConnection[] = []
  readonly #name: string
  #boots = 0
  #bootedAtMs = 0
  #open: Written<PcConnection> | null = null
  #shown: { readonly view: PcView; readonly fromMs: number } | null = null

  constructor(name: string) {
    this.#name = name
  }

  get isConnected(): boolean {
    return this.#open !== null
  }

  connect(atMs: number, program: 'started' | 'still running' = 'started'): void {
    if (program === 'started') {
      this.#boots++
      this.#bootedAtMs = atMs
    }
    this.#open = {
      bootId: `${this.#name}-boot-${this.#boots}`,
      bootedAtMs: this.#bootedAtMs,
      openedAtMs: atMs,
      silentFromMs: null,
      closedAtMs: Infinity,
    }
    this.connections.push(this.#open)
  }

  /** null: connected, but with nothing to tell. */
  show(atMs: number, view: PcView | null): void {
    if (this.#shown !== null && this.#shown.fromMs < atMs) {
      const connection = this.connections.length - 1
      this.spans.push({ ...this.#shown, toMs: atMs, connection })
    }
    this.#shown = view === null ? null : { view, fromMs: atMs }
  }

  close(atMs: number): void {
    this.show(atMs, null)
    if (this.#open !== null) this.#open.closedAtMs = atMs
    this.#open = null
  }

  /** Cut off, without anybody being told. */
  hang(atMs: number): void {
    this.show(atMs, null)
    if (this.#open !== null) {
      this.#open.silentFromMs = atMs
      this.#open.closedAtMs = atMs + HALF_OPEN_MS
    }
    this.#open = null
  }

  end(atMs: number): void {
    this.close(atMs)
    for (const [i, connection] of this.connections.entries()) {
      const closedAtMs = Math.min(connection.closedAtMs, atMs)
      this.connections[i] = { ...connection, closedAtMs }
    }
  }
}

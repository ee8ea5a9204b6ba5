import type { MonitorLink } from '../links/monitor-link.ts'
import type { InventedPc, PcMessage } from './invented-pc.ts'
import type { PcConnection } from './pc-diary.ts'

/** A connection of a PC, made. */
export interface OpenLink {
  readonly link: MonitorLink
  /** Half-open from now on. */
  cut(): void
  close(): void
}

export type OpenPcLink = (pc: InventedPc, connection: PcConnection) => Promise<OpenLink>

interface Attempt {
  opened: OpenLink | null
  /** Came before the connection was there: it comes only once. */
  setup: PcMessage | null
  isCut: boolean
  isOver: boolean
}

/** Follows one PC's script over real connections: opens, publishes, breaks and closes them when it is time. */
export class PcPublication {
  readonly #pc: InventedPc
  readonly #open: OpenPcLink
  readonly #refused: (reason: string) => void
  readonly #attempts = new Map<number, Attempt>()
  #nowMs: number

  constructor(pc: InventedPc, fromMs: number, open: OpenPcLink, refused: (reason: string) => void) {
    this.#pc = pc
    this.#nowMs = fromMs
    this.#open = open
    this.#refused = refused
  }

  /** Does all that happens on this PC until then. */
  advance(toMs: number): void {
    for (const [i, connection] of this.#pc.connections.entries()) {
      const { openedAtMs, silentFromMs, closedAtMs } = connection
      const endsAtMs = silentFromMs ?? closedAtMs
      if (openedAtMs < toMs && endsAtMs > this.#nowMs && !this.#attempts.has(i)) {
        this.#begin(i, connection)
      }
    }
    for (const message of this.#pc.messagesBetween(this.#nowMs, toMs)) this.#send(message)
    this.#nowMs = toMs
    for (const [i, attempt] of this.#attempts) {
      const { silentFromMs = null, closedAtMs = 0 } = this.#pc.connections[i] ?? {}
      if (silentFromMs !== null && silentFromMs <= toMs) cut(attempt)
      if (closedAtMs <= toMs) end(attempt)
    }
  }

  stop(): void {
    for (const attempt of this.#attempts.values()) end(attempt)
  }

  #begin(index: number, connection: PcConnection): void {
    const attempt: Attempt = { opened: null, setup: null, isCut: false, isOver: false }
    this.#attempts.set(index, attempt)
    const take = (opened: OpenLink) => {
      if (attempt.isCut) opened.cut()
      if (attempt.isOver) opened.close()
      else attempt.opened = opened
      if (attempt.setup !== null) this.#send(attempt.setup)
      opened.link.ended.then((end) => {
        // Of a connection that is cut off nobody hears any more.
        if (end.by === 'server' && !attempt.isCut && !attempt.isOver) this.#refused(end.reason)
      })
    }
    this.#open(this.#pc, connection).then(take, (error) => this.#refused(String(error)))
  }

  #send(message: PcMessage): void {
    const { kind, body, timestamp, connection } = message
    const attempt = this.#attempts.get(connection)
    if (attempt === undefined) return
    if (kind === 'frame') attempt.opened?.link.publish(body)
    else if (attempt.opened === null) attempt.setup = message
    else attempt.opened.link.sendSetup(body, timestamp)
  }
}

function cut(attempt: Attempt): void {
  if (!attempt.isCut) attempt.opened?.cut()
  attempt.isCut = true
}

function end(attempt: Attempt): void {
  if (!attempt.isOver) attempt.opened?.close()
  attempt.isOver = true
}

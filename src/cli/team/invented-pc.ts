import type { Dialect } from '../invented-race.ts'
import { inventedSetup } from '../invented-setup.ts'
import type { SeededRandom } from '../race/seeded-random.ts'
import { arrivalMs, type LateSpell, longestDelayMs } from './line-delay.ts'
import type { PcConnection, PcDiary, PcSpan, PcView } from './pc-diary.ts'

type Frame = Readonly<Record<string, unknown>>

/** Something a PC sends, and when it comes out of the other end of the line. */
export interface PcMessage {
  readonly kind: 'frame' | 'setup'
  readonly body: Frame
  /** By the sender's clock. */
  readonly timestamp: string
  readonly sentAtMs: number
  readonly arrivesAtMs: number
  /** Which of the PC's connections. */
  readonly connection: number
}

/** One driver's PC, through the whole weekend: what it publishes, and over which connections. */
export interface InventedPc {
  readonly name: string
  readonly driverName: string
  readonly dialect: Dialect
  readonly clockOffsetMs: number
  /** Of its own on the loopback network. */
  readonly address: string
  readonly connections: readonly PcConnection[]
  /** null: it sends nothing. */
  viewAt(atMs: number): PcView | null
  /** What its monitor would send in this moment; null: nothing. */
  frameAt(atMs: number): Frame | null
  /** Everything that arrives from `fromMs` until before `toMs`, in order. */
  messagesBetween(fromMs: number, toMs: number): readonly PcMessage[]
  /** The moment of its last frame as driver until `atMs`, and of its first from there. */
  lastDrivenMs(atMs: number): number | null
  firstDrivenMs(atMs: number): number | null
}

export interface PcParts
  extends Pick<
    InventedPc,
    'name' | 'driverName' | 'dialect' | 'clockOffsetMs' | 'address' | 'connections'
  > {
  readonly diary: PcDiary
  readonly spells: readonly LateSpell[]
  readonly periodMs: number
  /** Moment of the first frame: no two PCs publish in step. */
  readonly phaseMs: number
  readonly random: SeededRandom
  readonly timestampAt: (atMs: number) => string
  /** `seq` counts from the start of the program. */
  readonly frame: (span: PcSpan, atMs: number, seq: number) => Frame | null
}

export function inventedPc(parts: PcParts): InventedPc {
  const { diary, spells, periodMs, phaseMs, random, timestampAt, frame, ...pc } = parts
  const { spans } = diary
  const delayMs = longestDelayMs(spells)
  // Rounded up but for what floating point adds.
  const tickFrom = (atMs: number) => Math.max(0, Math.ceil((atMs - phaseMs) / periodMs - 1e-9))
  const tickMs = (n: number) => phaseMs + n * periodMs
  const seqAt = (span: PcSpan, n: number) =>
    Math.max(0, n - tickFrom(pc.connections[span.connection]?.bootedAtMs ?? 0))
  const frameAt = (atMs: number) => {
    const span = spanAt(spans, atMs)
    if (span === null) return null
    return frame(span, atMs, seqAt(span, Math.floor((atMs - phaseMs) / periodMs + 1e-9)))
  }

  /** When the nth frame arrives; null: it is not sent, or lost with its connection. */
  function arrivalOf(n: number, span: PcSpan | null): number | null {
    if (span === null) return null
    const arrivesAtMs = arrivalMs(tickMs(n), n, spells, random)
    const { silentFromMs = null, closedAtMs = 0 } = pc.connections[span.connection] ?? {}
    return arrivesAtMs < (silentFromMs ?? closedAtMs) ? arrivesAtMs : null
  }

  /** The nth frame, and before the first one as driver the setup. */
  function messagesAt(n: number, fromMs: number, toMs: number): PcMessage[] {
    const sentAtMs = tickMs(n)
    const span = spanAt(spans, sentAtMs)
    const arrivesAtMs = arrivalOf(n, span)
    if (span === null || arrivesAtMs === null) return []
    if (arrivesAtMs < fromMs || arrivesAtMs >= toMs) return []
    const body = frame(span, sentAtMs, seqAt(span, n))
    if (body === null) return []
    const about = {
      timestamp: timestampAt(sentAtMs),
      sentAtMs,
      arrivesAtMs,
      connection: span.connection,
    }
    const message: PcMessage = { kind: 'frame', body, ...about }
    if (span.view !== 'drives' || sentAtMs - span.fromMs >= periodMs) return [message]
    return [{ kind: 'setup', body: inventedSetup(pc.driverName), ...about }, message]
  }

  return {
    ...pc,
    viewAt: (atMs) => spanAt(spans, atMs)?.view ?? null,
    frameAt,
    messagesBetween(fromMs, toMs) {
      const messages: PcMessage[] = []
      for (let n = tickFrom(fromMs - delayMs); tickMs(n) < toMs; n++) {
        messages.push(...messagesAt(n, fromMs, toMs))
      }
      return messages
    },
    lastDrivenMs(atMs) {
      const span = spans.findLast(({ view, fromMs }) => view === 'drives' && fromMs <= atMs)
      if (span === undefined) return null
      // A span ends before its end: what begins there is the next one's.
      const last = tickMs(tickFrom(Math.min(span.toMs, atMs + 1)) - 1)
      return last < span.fromMs ? null : last
    },
    firstDrivenMs(atMs) {
      const span = spans.find(({ view, toMs }) => view === 'drives' && toMs > atMs)
      return span === undefined ? null : tickMs(tickFrom(Math.max(span.fromMs, atMs)))
    },
  }
}

function spanAt(spans: readonly PcSpan[], atMs: number): PcSpan | null {
  return spans.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs) ?? null
}

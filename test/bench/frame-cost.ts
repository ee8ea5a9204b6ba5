import { inventedRace } from '../../src/cli/invented-race.ts'
import { inventedSetup } from '../../src/cli/invented-setup.ts'
import { limitOf } from '../../src/ingest/size-limits.ts'
import { advance } from '../../src/race/advance.ts'
import { type CarId, newSession, type Session, type SessionId } from '../../src/race/session.ts'
import { unjudged } from '../../src/race/units.ts'
import { dashboardFormat } from '../../src/stream/page-formats.ts'
import { decode } from '../../src/wire/decode.ts'
import { parseEnvelope, readMessage } from '../../src/wire/read-message.ts'
import { judged, unitsFor } from '../../src/wire/units.ts'
import { weighed } from '../../src/wire/weight.ts'
import { en } from '../../views/catalogue.ts'

const panelFormat = dashboardFormat(en)

/** Microseconds of this thread per frame, by stage; `reference` is JSON.parse of the same text. */
export interface FrameCost {
  readonly reference: number
  readonly stages: Readonly<Record<string, number>>
}

const FRAMES = 2_000

/** One pass of frames from the text of the socket to the text for the phones, everything a live wall does. */
export function frameCost(startMs: number): FrameCost {
  const race = inventedRace({ seed: 7 })
  const texts = Array.from({ length: FRAMES }, (_, seq) => {
    const timestamp = new Date(Date.UTC(2026, 5, 13) + startMs + seq * 500).toISOString()
    const telemetry = race.frameAt(startMs + seq * 500, { timestamp, seq, bootId: 'bench' })
    return JSON.stringify({ event: 'telemetry_update', data: { telemetry } })
  })
  const spent: Record<string, number> = {}
  const timed = <T>(stage: string, work: () => T): T => {
    const before = Bun.nanoseconds()
    const done = work()
    spent[stage] = (spent[stage] ?? 0) + Bun.nanoseconds() - before
    return done
  }
  let reference = 0
  let session: Session = newSession(
    { car: 'bench' as CarId, id: 'bench' as SessionId, mode: 'keyed' },
    0,
  )
  session = advance(session, {
    type: 'setup',
    atMs: 0,
    setup: { receivedAtMs: 0, sentAt: null, tree: inventedSetup() },
  })
  let shown = new Map<string, string>()
  for (const [seq, text] of texts.entries()) {
    const before = Bun.nanoseconds()
    JSON.parse(text)
    reference += Bun.nanoseconds() - before
    const message = timed('read: parse, weigh, check', () => {
      const envelope = parseEnvelope(text)
      if (!envelope.ok) throw new Error(envelope.problem.message)
      const { event, data } = envelope.value
      weighed(data, limitOf(event))
      return readMessage(event, data)
    })
    if (!message.ok || message.value === 'ignored' || message.value.event !== 'telemetry_update') {
      throw new Error('a frame was not read')
    }
    const frame = message.value.data.telemetry
    const taken = timed('decode: units, names', () => {
      const units = unitsFor(frame, judged(unjudged, frame))
      return { units, ...decode(frame, units) }
    })
    session = timed('advance: the fold', () =>
      advance(session, {
        type: 'telemetry',
        lateMs: 0,
        isLate: false,
        isRefresh: false,
        atMs: startMs + seq * 500,
        telemetry: taken.telemetry,
        frame,
        units: taken.units,
        pc: 'bench',
        verdict: unjudged,
      }),
    )
    const parts = timed('render: outlook, panels', () => panelFormat.parts(session))
    timed('encode: changed panels', () => {
      const changed = parts.filter(({ id, text: html }) => shown.get(id) !== html)
      shown = new Map(parts.map(({ id, text: html }) => [id, html]))
      return new TextEncoder().encode(panelFormat.update(changed, '1;2;live;;b', null))
    })
  }
  const perFrame = (ns: number) => ns / FRAMES / 1_000
  return {
    reference: perFrame(reference),
    stages: Object.fromEntries(Object.entries(spent).map(([stage, ns]) => [stage, perFrame(ns)])),
  }
}

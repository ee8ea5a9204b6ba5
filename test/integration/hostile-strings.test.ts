import { describe, expect, test } from 'bun:test'
import { readPage, readSession } from '../fixtures/api.ts'
import { TestClock } from '../fixtures/clock.ts'
import { EventStream } from '../fixtures/event-stream.ts'
import { typedFrame } from '../fixtures/frames.ts'
import { hostileFrames, hostileSetups } from '../fixtures/hostile-messages.ts'
import { hostileStrings } from '../fixtures/hostile-strings.ts'
import { markupShape } from '../fixtures/markup-shape.ts'
import { testServer } from '../fixtures/server.ts'
import { transports } from '../fixtures/transports.ts'

/** A dozen pages for each text, on a busy computer. */
const TIMEOUT_MS = 30_000

type Transport = (typeof transports)[number]

/** Everything viewers get while a monitor says this text wherever it can: each frame is a car of its own. */
async function wallOf(text: string, { begun }: Transport) {
  const clock = new TestClock()
  await using server = testServer({ clock, logLevel: 'debug' })
  const pages: string[] = []
  const messages: EventStream['messages'] = []
  const lines: string[] = []
  const ids: string[] = []

  async function says(frame: Record<string, unknown>, setups: readonly object[]) {
    const { monitor, id } = await begun(server.url)
    ids.push(id)
    const stream = await EventStream.open(`${server.url}/dashboard/${id}/stream?hz=10`)
    const send = async (event: string, body: object) => {
      clock.advance(100)
      monitor.send(event, { session_id: id, ...body })
      await monitor.settled()
      clock.advance(100)
    }
    await send('telemetry_update', { telemetry: frame })
    expect((await readSession(server, id)).telemetry).toEqual(JSON.parse(JSON.stringify(frame)))
    pages.push(await readPage(server, id))
    for (const setup of setups) {
      await send('setup_data', { setup, timestamp: text })
      expect((await readSession(server, id)).setup).toEqual(JSON.parse(JSON.stringify(setup)))
      pages.push(await readPage(server, id))
    }
    await send('telemetry_update', { telemetry: { ...frame, fuel: 12.5, rpm: 6_900 } })
    await stream.next(({ data }) => data.includes('12.5'))
    stream.close()
    monitor.close()
    messages.push(...stream.messages)
    lines.push(...stream.lines)
  }

  for (const frame of hostileFrames(text)) await says(frame, [])
  await says(typedFrame({ seq: undefined }), hostileSetups(text))
  const api = await fetch(`${server.url}/api/sessions/${ids[0]}`)
  const nameless = (said: string) => ids.reduce((all, id) => all.replaceAll(id, 'ID'), said)
  return { pages: pages.map(nameless), messages, lines, api, logged: [...server.logged], nameless }
}

/** What a transport could take otherwise than the other: all else is the same letters behind the decoder. */
const isOfTheWire = (text: string) => /[^\x20-\x7e]|^(__proto__|constructor)$/.test(text)

describe.each(transports)('over $name', (transport) => {
  let made: ReturnType<typeof wallOf> | null = null
  const harmless = () => {
    made ??= wallOf('Ana Lima #52', transport)
    return made
  }

  const texts = Object.entries(hostileStrings)
  const isFirst = transport === transports[0]
  test.each(isFirst ? texts : texts.filter(([, text]) => isOfTheWire(text)))(
    'a monitor that says %s everywhere harms nobody',
    async (_, text) => {
      const reference = await harmless()
      const wall = await wallOf(text, transport)

      const usual = markupShape(reference.pages)
      expect([...markupShape(wall.pages)].filter((shape) => !usual.has(shape))).toEqual([])

      const events = wall.messages.map(({ event }) => event ?? 'panels')
      expect(events.filter((event) => !/^(panels|pulse|heartbeat)$/.test(event))).toEqual([])
      expect(wall.lines.filter((line) => !/^(event|id|retry|data): /.test(line))).toEqual([])
      expect(
        wall.messages.filter(({ id }) => !/^\d+;\d*;(live|waiting);;[0-9a-f]{8}$/.test(id ?? '')),
      ).toEqual([])
      const streamed = ({ messages, nameless }: typeof wall) =>
        markupShape(messages.map(({ data }) => nameless(data)))
      const usualInStream = streamed(reference)
      expect([...streamed(wall)].filter((shape) => !usualInStream.has(shape))).toEqual([])

      expect(wall.api.headers.get('content-type')).toBe('application/json; charset=utf-8')
      expect(wall.api.headers.get('x-content-type-options')).toBe('nosniff')
      for (const line of wall.logged)
        expect(line).toMatch(/^\d{4}-[\d-]+T[\d:.]+Z \w+ +[\x20-\x7e]+\n$/)
    },
    TIMEOUT_MS,
  )
})

test(
  'the harmless wall has every panel, so that there is something to compare with',
  async () => {
    for (const transport of transports) {
      const { pages } = await wallOf('Ana Lima #52', transport)
      expect(pages.at(0)).toContain('Ana Lima')
      expect(markupShape(pages).size).toBeGreaterThan(40)
    }
  },
  TIMEOUT_MS,
)

test('there are enough hostile texts', () => {
  expect(Object.keys(hostileStrings).length).toBeGreaterThanOrEqual(15)
})

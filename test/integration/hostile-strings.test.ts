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

/** Everything viewers get while a monitor says this text wherever it can. */
async function wallOf(text: string, { begun }: Transport) {
  const clock = new TestClock()
  await using server = testServer({ clock, logLevel: 'debug' })
  const { monitor, id } = await begun(server.url)
  const stream = await EventStream.open(`${server.url}/dashboard/${id}/stream?hz=10`)
  const send = async (event: string, body: object) => {
    clock.advance(100)
    monitor.send(event, { session_id: id, ...body })
    await monitor.settled()
    clock.advance(100)
  }
  const pages: string[] = []
  await send('telemetry_update', { telemetry: typedFrame({ seq: undefined }) })
  for (const telemetry of hostileFrames(text)) {
    await send('telemetry_update', { telemetry })
    const answer = await readSession(server, id)
    expect(answer.telemetry).toEqual(JSON.parse(JSON.stringify(telemetry)))
    pages.push(await readPage(server, id))
  }
  for (const setup of hostileSetups(text)) {
    await send('setup_data', { setup, timestamp: text })
    expect((await readSession(server, id)).setup).toEqual(JSON.parse(JSON.stringify(setup)))
    pages.push(await readPage(server, id))
  }
  await send('telemetry_update', { telemetry: typedFrame({ seq: undefined, fuel: 12.5 }) })
  await stream.next(({ data }) => data.includes('12.5'))
  const api = await fetch(`${server.url}/api/sessions/${id}`)
  stream.close()
  monitor.close()
  return {
    pages,
    messages: stream.messages,
    lines: stream.lines,
    api,
    logged: [...server.logged],
    id,
  }
}

const shapeOf = (texts: readonly string[], id: string) =>
  markupShape(texts.map((text) => text.replaceAll(id, 'ID')))

describe.each(transports)('over $name', (transport) => {
  let made: ReturnType<typeof wallOf> | null = null
  const harmless = () => {
    made ??= wallOf('Ana Lima #52', transport)
    return made
  }

  test.each(Object.entries(hostileStrings))(
    'a monitor that says %s everywhere harms nobody',
    async (_, text) => {
      const reference = await harmless()
      const wall = await wallOf(text, transport)

      const usual = shapeOf(reference.pages, reference.id)
      expect([...shapeOf(wall.pages, wall.id)].filter((shape) => !usual.has(shape))).toEqual([])

      const events = new Set(wall.messages.map(({ event }) => event))
      expect([...events].filter((event) => event !== null && event !== 'pulse')).toEqual([])
      expect(wall.lines.filter((line) => !/^(event|id|retry|data): /.test(line))).toEqual([])
      expect(
        wall.messages.filter(({ id }) => !/^\d+;\d*;(live|waiting);;[0-9a-f]{8}$/.test(id ?? '')),
      ).toEqual([])
      const streamed = ({ messages, id }: typeof wall) =>
        shapeOf(
          messages.map(({ data }) => data),
          id,
        )
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
      const { pages, id } = await wallOf('Ana Lima #52', transport)
      expect(pages.at(0)).toContain('Ana Lima')
      expect(shapeOf(pages, id).size).toBeGreaterThan(40)
    }
  },
  TIMEOUT_MS,
)

test('there are enough hostile texts', () => {
  expect(Object.keys(hostileStrings).length).toBeGreaterThanOrEqual(15)
})

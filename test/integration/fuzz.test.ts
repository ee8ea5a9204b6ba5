import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { readSession } from '../fixtures/api.ts'
import { TestClock } from '../fixtures/clock.ts'
import { typedFrame } from '../fixtures/frames.ts'
import { rawOverPolling, rawOverWebSocket } from '../fixtures/raw-socketio.ts'
import { testServer } from '../fixtures/server.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

const events = ['request_session_id', 'setup_data', 'telemetry_update', 'join_session', 'problem']
const anId = '11111111-2222-4333-8444-555555555555'

/** Nearly right messages go deeper than noise. */
const value = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 5 }) },
  fc.constantFrom(null, anId, [], {}, '', 1e308, -1, true, { key: '__proto__' }),
)
const frame = fc
  .dictionary(fc.constantFrom(...Object.keys(typedFrame()), '__proto__', 'tire_wear'), value)
  .map((odd) => ({ ...typedFrame(), ...odd }))
const body = fc.oneof(
  value,
  fc.record(
    { session_id: value, telemetry: fc.oneof(frame, value), setup: value, timestamp: value },
    { requiredKeys: [] },
  ),
  fc.record({ session_id: fc.constant(anId), telemetry: frame }),
  fc.record({ session_id: fc.constant(anId), setup: fc.jsonValue({ maxDepth: 12 }) }),
)
const message = fc.record({ event: fc.oneof(fc.constantFrom(...events), fc.string()), data: body })
const noise = fc.oneof(fc.string({ maxLength: 200 }), fc.json(), fc.string({ unit: 'binary' }))

const bytes = fc.uint8Array({ maxLength: 100 }).map((some) => Uint8Array.from(some))

const typedText = fc.oneof(
  bytes,
  noise,
  message.map((one) => JSON.stringify(one)),
)
const packet = fc.oneof(
  bytes,
  fc.constant('451-["telemetry_update",{"_placeholder":true,"num":0}]'),
  noise,
  message.map(({ event, data }) => `42${JSON.stringify([event, data])}`),
  fc.tuple(fc.nat(6), noise).map(([type, text]) => `4${type}${text}`),
)

/** One more frame of another car is on its wall, whatever was said before. */
async function theOtherCar(server: { url: string }) {
  const { monitor, id } = await TypedMonitor.begun(server.url)
  let fuel = 0
  return {
    async drivesOn() {
      fuel = (fuel + 1) % 200
      await monitor.publish({ fuel })
      expect(await readSession(server, id)).toMatchObject({ telemetry: { fuel } })
    },
    close: () => monitor.close(),
  }
}

describe('whatever one monitor sends, another car’s frames arrive', () => {
  test('as text or bytes on the typed transport', async () => {
    const clock = new TestClock()
    await using server = testServer({ clock })
    const other = await theOtherCar(server)
    await fc.assert(
      fc.asyncProperty(
        fc.array(typedText, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        async (texts, asked) => {
          clock.advance(1_000)
          const hostile = await TypedMonitor.connected(server.url)
          if (asked) hostile.send('request_session_id', {})
          for (const text of texts) hostile.sendText(text)
          await other.drivesOn()
          hostile.close()
        },
      ),
      { numRuns: 150 },
    )
    other.close()
  }, 30_000)

  test('as packets over a WebSocket', async () => {
    const clock = new TestClock()
    await using server = testServer({ clock })
    const other = await theOtherCar(server)
    await fc.assert(
      fc.asyncProperty(fc.array(packet, { minLength: 1, maxLength: 12 }), async (packets) => {
        clock.advance(1_000)
        const hostile = await rawOverWebSocket(server.url)
        // It may be sent away, and then nobody answers.
        void hostile.send(...packets)
        await other.drivesOn()
        hostile.close()
      }),
      { numRuns: 150 },
    )
    other.close()
  }, 30_000)

  test('as packets over long-polling', async () => {
    const clock = new TestClock()
    await using server = testServer({ clock })
    const other = await theOtherCar(server)
    await fc.assert(
      fc.asyncProperty(fc.array(packet, { minLength: 1, maxLength: 12 }), async (packets) => {
        clock.advance(1_000)
        const hostile = await rawOverPolling(server.url)
        // It may be sent away in the middle of it.
        await hostile.send(...packets).catch(() => {})
        await other.drivesOn()
        hostile.close()
      }),
      { numRuns: 150 },
    )
    other.close()
  }, 30_000)
})

test('and the page of the car that said all that is still a page', async () => {
  const clock = new TestClock()
  await using server = testServer({ clock })
  await fc.assert(
    fc.asyncProperty(
      fc.array(frame, { minLength: 1, maxLength: 5 }),
      fc.jsonValue({ maxDepth: 12 }),
      async (frames, setup) => {
        clock.advance(5_000)
        const { monitor, id } = await TypedMonitor.begun(server.url)
        for (const telemetry of frames) monitor.send('telemetry_update', { telemetry })
        monitor.send('setup_data', { setup: { setup } })
        await monitor.settled()
        const page = await fetch(`${server.url}/dashboard/${id}`)
        expect(page.status).toBe(200)
        expect(await page.text()).not.toMatch(/\b(NaN|undefined|\[object)\b/)
        monitor.close()
      },
    ),
    { numRuns: 40 },
  )
}, 30_000)

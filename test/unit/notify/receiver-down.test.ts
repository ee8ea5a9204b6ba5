import { afterEach, expect, test } from 'bun:test'
import { notifications } from '../../../src/notify/notifications.ts'
import { type PostsWebhook, webhookPost } from '../../../src/notify/webhook-post.ts'
import type { Feed } from '../../../src/race/feed.ts'
import type { WebhookOutcome } from '../../../src/sessions/webhook-desk.ts'
import { Receiver } from '../../fixtures/receiver.ts'
import { engineer, of, pitLane } from '../sessions/door.ts'

const MINUTE = 60_000
const lost: Feed = { driverName: 'Ana', phase: 'lost', sinceMs: 0, conflict: null }
const well: Feed = { ...lost, phase: 'live' }

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** A car whose alerts go to a real receiver, with time that passes when it is told to. */
async function aCar(lane = pitLane()) {
  const receiver = await Receiver.listening()
  const { clock, sessions, pitWall, door } = lane
  const { car } = of(door.create('keyed', engineer))
  const url = `http://ntfy.lan:${receiver.port}/secret-topic`
  const hook = { id: 1, preset: 'ntfy', url, wants: 'all' }
  of(pitWall.set(car, engineer, 'webhooks', [hook]))
  const logged: string[] = []
  const say = (message: string, facts = {}) => void logged.push(message + JSON.stringify(facts))
  const log = { debug: say, info: say, warn: say, error: say }
  const attempts: Promise<WebhookOutcome>[] = []
  const rules = { resolve: async () => ['127.0.0.1'], privateHosts: new Set(['ntfy.lan']) }
  const out = webhookPost(clock, rules)
  const post: PostsWebhook = (...given) => {
    const attempt = out(...given)
    attempts.push(attempt)
    return attempt
  }
  const begin = (of = lane) =>
    notifications({ ...of, clock, log, webhookPrivateHosts: ['ntfy.lan'], post })
  const { webhooks, close } = begin()
  ends.push(close)
  const feeds = (feed: Feed) => sessions.apply(car, { type: 'feed', atMs: clock.nowMs(), feed })
  /** Step by step, and every attempt on the way is let come to its end. */
  const passes = async (ms: number, stepMs = 1_000) => {
    for (let leftMs = ms; leftMs > 0; leftMs -= stepMs) {
      clock.advance(Math.min(stepMs, leftMs))
      await Promise.all(attempts)
      await Promise.resolve()
    }
  }
  const waiting = () => sessions.ofCar(car)!.deliveries
  return {
    ...lane,
    car,
    receiver,
    webhooks,
    feeds,
    passes,
    waiting,
    attempts,
    logged,
    begin,
    close,
  }
}

test('a receiver that is down for an hour slows nothing, and is told once when it is back', async () => {
  const { receiver, feeds, passes, attempts, waiting, clock, sessions, car } = await aCar()
  await using _ = receiver
  receiver.isDown = true
  const raisedAtMs = clock.nowMs()
  feeds(lost)
  await passes(60 * MINUTE)
  expect(receiver.received).toEqual([])
  expect(waiting()).toHaveLength(1)
  // Backing off: some attempts, and not one a second.
  expect(attempts.length).toBeGreaterThan(8)
  expect(attempts.length).toBeLessThan(25)
  // While one is under way and unanswered, the books take whatever comes.
  const under = clock.nowMs()
  for (let i = 0; i < 1_000; i++) {
    const feed = { ...lost, sinceMs: i }
    expect(sessions.apply(car, { type: 'feed', atMs: clock.nowMs(), feed })).toBe(true)
  }
  expect(clock.nowMs()).toBe(under)

  receiver.isDown = false
  await passes(11 * MINUTE)
  expect(waiting()).toEqual([])
  expect(receiver.received).toHaveLength(1)
  const time = new Date(raisedAtMs).toISOString().slice(11, 16)
  expect(receiver.received[0]?.body).toContain(`${time} UTC`)
  await passes(120 * MINUTE, MINUTE)
  expect(receiver.received).toHaveLength(1)
})

test('what was over before anybody could be told says so, and only the newest of its kind is told', async () => {
  const { receiver, feeds, passes } = await aCar()
  await using _ = receiver
  receiver.isDown = true
  for (let i = 0; i < 3; i++) {
    feeds(lost)
    await passes(5 * MINUTE, 10_000)
    feeds(well)
    await passes(5 * MINUTE, 10_000)
  }
  receiver.isDown = false
  await passes(15 * MINUTE, 10_000)
  expect(receiver.received.map(({ body }) => body)).toEqual([
    expect.stringContaining('over by now'),
  ])
})

test('what a receiver could not be told survives the server', async () => {
  const first = await aCar()
  await using receiver = first.receiver
  receiver.isDown = true
  first.feeds(lost)
  await first.passes(2 * MINUTE, 10_000)
  first.close()
  first.sessions.close()
  receiver.isDown = false
  const after = pitLane(first.store, first.clock)
  ends.push(first.begin(after).close)
  await first.passes(MINUTE)
  expect(receiver.received).toHaveLength(1)
})

test('what nobody could be told for six hours is given up, and the log names no topic', async () => {
  const { receiver, feeds, passes, waiting, logged } = await aCar()
  await using _ = receiver
  receiver.isDown = true
  feeds(lost)
  await passes(6.3 * 60 * MINUTE, MINUTE)
  expect(waiting()).toEqual([])
  expect(logged).toEqual([expect.stringContaining('"host":"ntfy.lan')])
  expect(logged.join()).not.toContain('secret-topic')
})

test('a mended address is tried at once', async () => {
  const { receiver, feeds, passes, waiting, pitWall, car } = await aCar()
  await using _ = receiver
  receiver.answers = (path) => ({ status: path === '/secret-topic' ? 503 : 200 })
  feeds(lost)
  await passes(30 * MINUTE, 10_000)
  expect(waiting()).toHaveLength(1)
  const url = `http://ntfy.lan:${receiver.port}/right`
  of(pitWall.set(car, engineer, 'webhooks', [{ id: 1, preset: 'ntfy', url, wants: 'all' }]))
  await passes(3_000)
  expect(waiting()).toEqual([])
})

test('nothing more is sent to a webhook that was taken away', async () => {
  const { receiver, feeds, passes, waiting, pitWall, car, attempts } = await aCar()
  await using _ = receiver
  receiver.isDown = true
  feeds(lost)
  await passes(MINUTE)
  of(pitWall.set(car, engineer, 'webhooks', []))
  const before = attempts.length
  await passes(20 * MINUTE, 10_000)
  expect(attempts.length).toBe(before)
  expect(waiting()).toEqual([])
})

test('a test is sent at once, tells what came of it, and is no hammer', async () => {
  const { receiver, webhooks, car } = await aCar()
  await using _ = receiver
  expect(await webhooks.test(car, 1)).toEqual({ kind: 'taken' })
  expect(webhooks.status(car, 1)).toMatchObject({ trouble: null })
  receiver.answers = () => ({ status: 403 })
  expect(await webhooks.test(car, 1)).toEqual({ kind: 'refused', trouble: { status: 403 } })
  expect(webhooks.status(car, 1)).toMatchObject({ trouble: { status: 403 } })
  expect(await webhooks.test(car, 2)).toBeNull()
  const more = await Promise.all(Array.from({ length: 10 }, () => webhooks.test(car, 1)))
  expect(more.filter((outcome) => outcome !== null)).toHaveLength(3)
  expect(receiver.received).toHaveLength(5)
})

import { describe, expect, test } from 'bun:test'
import { Phone } from './phone.ts'

describe('a sample grows old on the phone', () => {
  test('live, delayed, stale, by its age when it was sent and the time since', () => {
    const phone = new Phone()
    expect(phone.state).toBe('live')
    expect(phone.pass(2_250).state).toBe('live')
    expect(phone.pass(500).state).toBe('delayed')
    expect(phone.pass(2_500).state).toBe('delayed')
    expect(phone.pass(500).state).toBe('stale')
    expect(phone.age).toBe('5 s')
  })

  test('with the interval this viewer chose added to the limits', () => {
    const phone = new Phone({}, 5_000)
    expect(phone.pass(6_500).state).toBe('live')
    expect(phone.pass(3_000).state).toBe('delayed')
    expect(phone.pass(1_000).state).toBe('stale')
  })

  test('and a new one makes it live again', () => {
    const phone = new Phone().pass(8_000)
    expect(phone.state).toBe('stale')
    expect(phone.hear().state).toBe('live')
    expect(phone.age).toBe('0 s')
  })

  test('while heartbeats tell of a monitor that has stopped sending', () => {
    const phone = new Phone().pass(10_000).hear({ ageMs: 10_100 }).pass(10_000)
    expect(phone.state).toBe('stale')
    expect(phone.age).toBe('20 s')
    expect(phone.pass(60_000).hear({ ageMs: 80_100 }).age).toBe('1:20 min')
  })

  test('time spent waiting in the network counts', () => {
    const phone = new Phone().pass(10_000).hear({}, 7_000)
    expect(phone.state).toBe('stale')
    expect(phone.age).toBe('7 s')
  })

  test('a slow page makes no later sample look younger: the quickest message counts', () => {
    const phone = new Phone()
    const slow = new Phone({ stampMs: phone.pulse().stampMs - 4_000 })
    expect(slow.age).toBe('0 s')
    slow.pass(500).hear().pass(500).hear({}, 4_000)
    expect(slow.state).toBe('delayed')
    expect(slow.age).toBe('4 s')
  })

  test("another server's stamps are not compared with this one's", () => {
    const phone = new Phone().pass(1_000).hear({ bootId: 'b2', stampMs: 12 })
    expect(phone.state).toBe('live')
    expect(phone.pass(1_000).age).toBe('1 s')
  })
})

describe('what the server says comes before age', () => {
  test.each(['offline', 'paused', 'garage', 'waiting'] as const)('%s', (presence) => {
    expect(new Phone().pass(4_000).hear({ presence, ageMs: 60_000 }).state).toBe(presence)
  })

  test('a live monitor without a sample is waited for', () => {
    const phone = new Phone({ ageMs: null })
    expect(phone.state).toBe('waiting')
    expect(phone.age).toBe('–')
  })

  test('the moment a monitor went away is told in local time', () => {
    const phone = new Phone().hear({ presence: 'offline', sinceMs: Date.UTC(2026, 5, 13, 14, 3) })
    expect(phone.document.querySelector('#cause .since')?.textContent).toMatch(/\d{1,2}:03/)
  })
})

describe('hearing nothing for 12 seconds is no connection', () => {
  test('whatever was said last', () => {
    for (const presence of ['live', 'offline', 'paused', 'garage', 'waiting'] as const) {
      const phone = new Phone().hear({ presence }).pass(12_000)
      expect(phone.state).not.toBe('no-connection')
      expect(phone.pass(250).state).toBe('no-connection')
    }
  })

  test('the age counts on', () => {
    const phone = new Phone().pass(13_000)
    expect(phone.age).toBe('13 s')
    expect(phone.pass(60_000).age).toBe('1:13 min')
  })

  test('a heartbeat is enough to keep it', () => {
    const phone = new Phone({ presence: 'garage' })
    for (let i = 0; i < 6; i++) phone.pass(10_000).hear({ presence: 'garage' })
    expect(phone.state).toBe('garage')
  })

  test('the half-open stream is ended, so that another is opened, at most every 12 s', () => {
    const phone = new Phone().hear().pass(12_000)
    expect(phone.cancelled).toBe(0)
    expect(phone.pass(500).cancelled).toBe(1)
    expect(phone.pass(11_000).cancelled).toBe(1)
    expect(phone.pass(2_000).cancelled).toBe(2)
  })

  test('a message without a pulse counts as heard', () => {
    const phone = new Phone({ presence: 'garage' }).pass(11_000).receive('')
    expect(phone.pass(11_000).state).toBe('garage')
  })
})

describe('on waking', () => {
  test('there is no connection until the first message', () => {
    const phone = new Phone().hear().wake()
    expect(phone.state).toBe('no-connection')
    expect(phone.pass(1_000).state).toBe('no-connection')
    expect(phone.hear().state).toBe('live')
  })

  test('neither is there when the page comes back from the cache', () => {
    expect(new Phone().hear().comeBack().state).toBe('no-connection')
  })

  test.each([
    ['goes on', true],
    ['stands still', false],
  ])('40 minutes in a pocket have passed where the monotonic clock %s', (_how, goesOn) => {
    const phone = new Phone()
      .hear()
      .sleep(40 * 60_000, goesOn)
      .wake()
    expect(phone.state).toBe('no-connection')
    expect(phone.age).toBe('40:00 min')
    expect(phone.hear().state).toBe('live')
    expect(phone.age).toBe('0 s')
  })

  test('messages that waited in the network are as old as they are', () => {
    const phone = new Phone().hear().sleep(60_000).wake().hear({}, 59_000)
    expect(phone.state).toBe('stale')
    expect(phone.age).toBe('59 s')
  })
})

describe("the phone's clock", () => {
  test.each([
    ['faster', 100e-6],
    ['slower', -100e-6],
  ])(
    'that goes a little %s than the server’s is at the right age after 24 hours',
    (_how, drift) => {
      const phone = new Phone({ presence: 'garage' })
      for (let heardMs = 0; heardMs < 24 * 3_600_000; heardMs += 10_000) {
        phone.sleep(10_000, true).hear({}, heardMs * drift)
      }
      expect(phone.age).toBe('0 s')
      expect(phone.state).toBe('live')
      expect(phone.pass(4_000).age).toBe('4 s')
    },
  )

  test('makes nothing younger that has waited in the network for an hour', () => {
    const phone = new Phone().hear()
    for (let heardMs = 0; heardMs < 3_600_000; heardMs += 10_000) {
      phone.sleep(10_000, true).hear({}, 30_000)
    }
    expect(phone.state).toBe('stale')
    expect(Number.parseInt(phone.age ?? '', 10)).toBeGreaterThanOrEqual(27)
  })

  test('set back makes nothing younger', () => {
    const phone = new Phone().hear().setClock(-3_600_000).pass(4_000)
    expect(phone.age).toBe('4 s')
  })

  test('set forward counts as time, until a new stream has been opened', () => {
    const phone = new Phone().pass(20_000).hear().setClock(3_600_000).tick()
    expect(phone.state).toBe('no-connection')
    expect(phone.cancelled).toBe(1)
    phone.reconnect()
    expect(phone.state).toBe('no-connection')
    expect(phone.hear().state).toBe('live')
    expect(phone.age).toBe('0 s')
  })
})

describe('the server says that it', () => {
  test('restarts, which outlasts the silence of a restart', () => {
    const phone = new Phone().hear({ presence: 'restarting' }).pass(30_000)
    expect(phone.state).toBe('restarting')
    expect(phone.hear({ bootId: 'b2', stampMs: 5 }).state).toBe('live')
  })

  test('restarts, and never comes back', () => {
    const phone = new Phone().hear({ presence: 'restarting' }).pass(61_000)
    expect(phone.state).toBe('no-connection')
  })

  test.each(['ended', 'revoked'] as const)('%s, and that stays', (presence) => {
    const phone = new Phone()
      .hear({ presence })
      .pass(10 * 60_000)
      .wake()
    expect(phone.state).toBe(presence)
  })
})

describe('for the ears', () => {
  test('a change of state is said in the words that are seen', () => {
    const phone = new Phone()
    expect(phone.spoken).toBe('')
    expect(phone.pass(8_000).spoken).toBe('DELAYED')
  })

  test('at most once in 10 seconds, and then the state of that moment', () => {
    const phone = new Phone().pass(8_000)
    const said: (string | undefined)[] = []
    for (let i = 0; i < 60; i++) {
      if (i % 2 === 0) phone.hear({ ageMs: 100 })
      else phone.hear({ ageMs: 9_000 })
      phone.pass(500)
      if (said.at(-1) !== phone.spoken) said.push(phone.spoken)
    }
    expect(said.length).toBeLessThanOrEqual(4)
  })

  test('never a number', () => {
    const phone = new Phone()
    for (let i = 0; i < 20; i++) expect(phone.pass(2_000).spoken).not.toMatch(/\d/)
  })

  test('a state that came and went in between is not mentioned', () => {
    const phone = new Phone().pass(3_000)
    expect(phone.spoken).toBe('DELAYED')
    phone.pass(4_000).hear().pass(1_000).hear().pass(1_000).hear()
    expect(phone.spoken).toBe('DELAYED')
    phone.pass(2_000).hear().pass(2_000)
    expect(phone.spoken).toBe('LIVE')
  })
})

describe('times of day', () => {
  test('are local on the page and in every panel before it is swapped in', () => {
    const phone = new Phone()
    const fragment = phone.document.createElement('div')
    fragment.innerHTML = '<time datetime="2026-06-13T14:03:00.000Z">-</time>'
    phone.fire('htmx:before:swap', { tasks: [{ fragment }] })
    expect(fragment.textContent).toMatch(/\d{1,2}:03/)
  })
})

test('what is right already is not written again', () => {
  const phone = new Phone().hear({ presence: 'garage', ageMs: null })
  const writes: unknown[] = []
  const observer = new phone.document.defaultView!.MutationObserver((records) =>
    writes.push(...records),
  )
  observer.observe(phone.document.body, {
    attributes: true,
    childList: true,
    characterData: true,
    subtree: true,
  })
  phone.pass(5_000)
  writes.push(...observer.takeRecords())
  expect(writes).toEqual([])
})

describe('a link that was revoked', () => {
  const isAsking = (phone: Phone) => phone.document.getElementById('stream') !== null

  test('says so for ever, and asks for nothing more', () => {
    const phone = new Phone().hear({ presence: 'revoked' })
    expect([phone.state, isAsking(phone)]).toEqual(['revoked', false])
    expect(phone.pass(60 * 60_000).state).toBe('revoked')
  })

  test.each([
    ['while it was asleep: the next try tells', 'htmx:sse:error', { status: 410 }],
    ['before its first connection', 'htmx:response:error', { ctx: { response: { status: 410 } } }],
  ])('%s', (_, type, detail) => {
    const phone = new Phone().fire(type, detail)
    expect([phone.state, isAsking(phone)]).toEqual(['revoked', false])
  })

  test('is not what any other error says', () => {
    const phone = new Phone()
      .fire('htmx:sse:error', { status: 502 })
      .fire('htmx:sse:error', { error: new Error('network') })
      .fire('htmx:response:error', { ctx: { response: { status: 404 } } })
    expect([phone.state, isAsking(phone)]).toEqual(['live', true])
  })
})

test('a session that has ended may go on: the stream stays, and the next word counts', () => {
  const phone = new Phone().hear({ presence: 'ended' })
  expect(phone.pass(60_000).state).toBe('ended')
  expect(phone.document.getElementById('stream')).not.toBeNull()
  expect(phone.hear().state).toBe('live')
})

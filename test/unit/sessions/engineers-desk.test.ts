import { describe, expect, test } from 'bun:test'
import { memorySessionStore } from '../../../src/store/memory-session-store.ts'
import { engineer, failing, of, pitLane } from './door.ts'

const wrongKey = { ok: false, problem: 'wrong-key' } as const

describe('keys of a car', () => {
  test('each driver has one of his own, and all open the same car', () => {
    const { door, desk } = pitLane()
    const { car, publishKey } = of(door.create('keyed', engineer))
    const ana = of(desk.addKey(car, engineer, 'Ana'))
    const ben = of(desk.addKey(car, engineer, 'Ben'))
    expect([ana.number, ben.number]).toEqual([2, 3])
    for (const key of [publishKey, ana.key, ben.key]) {
      expect(of(door.presentKey(key)).car).toBe(car)
    }
  })

  test('a revoked one opens nothing, the others do', () => {
    const { door, desk } = pitLane()
    const { car, publishKey } = of(door.create('keyed', engineer))
    const ana = of(desk.addKey(car, engineer, 'Ana'))
    const shown = of(door.presentKey(ana.key))
    expect(door.admit(shown)).toEqual({ ok: true, value: car })
    of(desk.revokeKey(car, engineer, ana.number))
    expect(door.presentKey(ana.key)).toEqual(wrongKey)
    expect(door.admit(shown)).toEqual(wrongKey)
    expect(of(door.presentKey(publishKey)).car).toBe(car)
  })

  test('a replaced one keeps its name, and its number is not given again', () => {
    const { door, desk, sessions } = pitLane()
    const { car } = of(door.create('keyed', engineer))
    const ana = of(desk.addKey(car, engineer, 'Ana'))
    const again = of(desk.replaceKey(car, engineer, ana.number))
    expect(again).toMatchObject({ number: 3, label: 'Ana' })
    expect(door.presentKey(ana.key)).toEqual(wrongKey)
    expect(of(door.presentKey(again.key)).car).toBe(car)
    const keys = sessions.accessOf(car)?.publishKeys ?? []
    expect(keys.map(({ number, revokedAtMs }) => [number, revokedAtMs !== null])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ])
  })

  test('one is named after it was made, and stays the same key', () => {
    const { door, desk, sessions, store } = pitLane()
    const { car, publishKey } = of(door.create('keyed', engineer))
    const shown = of(door.presentKey(publishKey))
    of(desk.labelKey(car, engineer, 1, 'Ana'))
    expect(door.admit(shown)).toEqual({ ok: true, value: car })
    expect(sessions.accessOf(car)?.publishKeys.map(({ label }) => label)).toEqual(['Ana'])
    expect(store.audit(car)[0]).toMatchObject({ act: 'key-labelled', about: 'Ana' })
    expect(of(desk.replaceKey(car, engineer, 1)).label).toBe('Ana')
    expect(desk.labelKey(car, engineer, 1, 'Ben')).toEqual({ ok: false, problem: 'no-such-key' })
  })

  test('only their hashes are kept', () => {
    const { door, desk, store } = pitLane()
    const { car, publishKey, engineerKey } = of(door.create('keyed', engineer))
    const ana = of(desk.addKey(car, engineer, 'Ana'))
    const kept = JSON.stringify([store.all(), store.audit(car)])
    for (const key of [publishKey, engineerKey, ana.key]) expect(kept).not.toContain(key)
  })

  test('there is no key that is not there, and no more than a team needs', () => {
    const { door, desk } = pitLane()
    const { car } = of(door.create('keyed', engineer))
    expect(desk.revokeKey(car, engineer, 7)).toEqual({ ok: false, problem: 'no-such-key' })
    of(desk.revokeKey(car, engineer, 1))
    expect(desk.replaceKey(car, engineer, 1)).toEqual({ ok: false, problem: 'no-such-key' })
    for (let driver = 0; driver < 32; driver++) of(desk.addKey(car, engineer, `D${driver}`))
    expect(desk.addKey(car, engineer, 'one more')).toEqual({ ok: false, problem: 'too-many-keys' })
  })

  test('who replaces keys all day fills no memory, and no number comes twice', () => {
    const { door, desk, sessions } = pitLane()
    const { car } = of(door.create('keyed', engineer))
    let number = 1
    for (let times = 0; times < 200; times++) {
      const next = of(desk.replaceKey(car, engineer, number)).number
      expect(next).toBe(number + 1)
      number = next
    }
    expect(sessions.accessOf(car)?.publishKeys.length).toBeLessThan(80)
  })

  test('what was changed outlives the server', () => {
    const { door, desk, store } = pitLane()
    const { car, publishKey } = of(door.create('keyed', engineer))
    const ana = of(desk.addKey(car, engineer, 'Ana'))
    of(desk.revokeKey(car, engineer, 1))
    const after = pitLane(store)
    expect(of(after.door.presentKey(ana.key)).car).toBe(car)
    expect(after.door.presentKey(publishKey)).toEqual(wrongKey)
  })
})

describe('the engineer’s key', () => {
  test('opens his car; a new one shuts out the old', () => {
    const { door, desk } = pitLane()
    const { car, engineerKey } = of(door.create('keyed', engineer))
    expect(door.engineersCar(engineerKey ?? '')).toBe(car)
    const next = of(desk.replaceEngineerKey(car, engineer))
    expect(door.engineersCar(engineerKey ?? '')).toBeNull()
    expect(door.engineersCar(next)).toBe(car)
    expect(door.presentKey(next)).toEqual(wrongKey)
  })
})

describe('a new viewers’ link', () => {
  test('leaves the car and its keys as they are, and nobody the old id', () => {
    const { door, desk, sessions, store } = pitLane()
    const { car, id, publishKey } = of(door.create('keyed', engineer))
    const next = of(desk.changeLink(car, engineer))
    expect(next).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(sessions.get(next)?.car).toBe(car)
    expect([sessions.get(id), sessions.isRetired(id)]).toEqual([null, true])
    expect(of(door.presentKey(publishKey)).car).toBe(car)
    expect(door.admitKeyless(id, engineer).ok).toBe(false)
    const after = pitLane(store)
    expect(after.door.admitKeyless(id, engineer).ok).toBe(false)
    expect(after.sessions.get(next)?.car).toBe(car)
    for (const lane of [sessions, after.sessions]) expect(lane.carOfRetired(id)).toBe(car)
  })
})

describe('the end of a session', () => {
  test('lets nobody publish, until it is reopened', () => {
    const { door, desk, sessions } = pitLane()
    const { car, publishKey } = of(door.create('keyed', engineer))
    const shown = of(door.presentKey(publishKey))
    of(desk.end(car, engineer))
    expect(sessions.ofCar(car)?.over?.by).toBe('engineer')
    const ended = { ok: false, problem: 'session-ended' } as const
    expect([door.admit(shown), door.presentKey(publishKey)]).toEqual([ended, ended])
    of(desk.reopen(car, engineer))
    expect(door.admit(shown).ok).toBe(true)
  })
})

test('who is at the door hears at once that it was shut', () => {
  const { door, desk } = pitLane()
  const { car } = of(door.create('keyed', engineer))
  const ana = of(desk.addKey(car, engineer, 'Ana'))
  const shut: string[] = []
  const stop = door.onShut((which) => shut.push(which))
  of(desk.addKey(car, engineer, 'Ben'))
  expect(shut).toEqual([])
  of(desk.revokeKey(car, engineer, ana.number))
  of(desk.end(car, engineer))
  expect(shut).toEqual([car, car])
  stop()
  of(desk.reopen(car, engineer))
  of(desk.end(car, engineer))
  expect(shut).toEqual([car, car])
})

test('every change is written down: what, when, where from', () => {
  const { door, desk, store, clock } = pitLane()
  const { car } = of(door.create('keyed', engineer))
  of(desk.addKey(car, engineer, 'Ana'))
  clock.advance(5_000)
  of(desk.name(car, '192.0.2.9', 'Borealis #52'))
  of(desk.changeLink(car, engineer))
  of(desk.end(car, engineer))
  of(desk.end(car, engineer))
  of(desk.reopen(car, engineer))
  of(desk.reopen(car, engineer))
  expect(store.audit(car).map(({ act, by, about }) => [act, by, about])).toEqual([
    ['reopened', engineer, null],
    ['ended', engineer, null],
    ['link-changed', engineer, null],
    ['named', '192.0.2.9', 'Borealis #52'],
    ['key-added', engineer, 'Ana'],
  ])
  expect(store.audit(car)[0]?.atMs).toBe(clock.nowMs())
})

test('what cannot be written has not happened, and nobody is told that it has', () => {
  const store = failing(memorySessionStore())
  const { door, desk, sessions } = pitLane(store)
  const { car, id, publishKey, engineerKey } = of(door.create('keyed', engineer))
  store.fills()
  const refused = { ok: false, problem: 'store-unavailable' } as const
  expect([
    desk.addKey(car, engineer, 'Ana'),
    desk.revokeKey(car, engineer, 1),
    desk.replaceEngineerKey(car, engineer),
    desk.changeLink(car, engineer),
    desk.end(car, engineer),
  ]).toEqual([refused, refused, refused, refused, refused])
  expect(of(door.presentKey(publishKey)).car).toBe(car)
  expect(door.engineersCar(engineerKey ?? '')).toBe(car)
  expect(sessions.get(id)?.over).toBeNull()
})

describe('a key that a browser has opened', () => {
  test('is flagged once, and still opens the car', () => {
    const { door, sessions, clock, store } = pitLane()
    const { car, publishKey } = of(door.create('keyed', engineer))
    const firstMs = clock.nowMs()
    expect(door.seenInBrowser(publishKey, engineer)?.car).toBe(car)
    clock.advance(60_000)
    door.seenInBrowser(publishKey, engineer)
    expect(sessions.accessOf(car)?.publishKeys[0]?.seenInBrowserAtMs).toBe(firstMs)
    expect(store.audit(car)).toHaveLength(1)
    expect(of(door.presentKey(publishKey)).car).toBe(car)
  })

  test('that is no key leads nowhere', () => {
    const { door, desk } = pitLane()
    const { car, publishKey, engineerKey } = of(door.create('keyed', engineer))
    of(desk.revokeKey(car, engineer, 1))
    for (const key of ['', 'nothing', publishKey, engineerKey ?? '']) {
      expect(door.seenInBrowser(key, engineer)).toBeNull()
    }
  })
})

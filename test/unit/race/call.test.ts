import { describe, expect, test } from 'bun:test'
import { advance } from '../../../src/race/advance.ts'
import type { CallTiles } from '../../../src/race/call.ts'
import { NOTES_KEPT } from '../../../src/race/note-change.ts'
import { newSession, type Session } from '../../../src/race/session.ts'
import type { SessionEvent } from '../../../src/race/session-event.ts'
import { standingCall } from '../../../src/race/standing-call.ts'
import type { Stop } from '../../../src/race/stop.ts'
import { aCar, anId } from '../../fixtures/race.ts'

const nothingSaid: CallTiles = {
  ...{ when: null, inLaps: null, energyPercent: null, fuelLiters: null },
  ...{ tires: null, nextDriver: null, words: null },
}
const box: SessionEvent = {
  ...{ type: 'call-set', atMs: 10 },
  tiles: { ...nothingSaid, when: 'this-lap', energyPercent: 72, tires: 0, nextDriver: 'Ana' },
}
const read = (number: number): SessionEvent => ({ type: 'call-acknowledged', atMs: 20, number })
const fresh = newSession({ car: aCar, id: anId, mode: 'keyed' }, 0)
const after = (...events: readonly SessionEvent[]): Session => events.reduce(advance, fresh)

describe('the call', () => {
  test('stands until it is withdrawn', () => {
    const session = after(box)
    expect(session.call).toMatchObject({ number: 1, setAtMs: 10, when: 'this-lap', tires: 0 })
    expect(session.events[0]).toMatchObject({ kind: 'call-set', facts: { energyPercent: 72 } })
    expect(advance(session, { type: 'call-cleared', atMs: 30 }).call).toBeNull()
  })

  test('is acknowledged once', () => {
    const session = after(box, read(1))
    expect(session.call?.acknowledgedAtMs).toBe(20)
    expect(session.events[0]?.kind).toBe('call-acknowledged')
    expect(advance(session, { ...read(1), atMs: 50 })).toBe(session)
  })

  test('that took the place of the one acknowledged has not been read', () => {
    const session = after(box, { ...box, atMs: 15 }, read(1))
    expect(session.call).toMatchObject({ number: 2, acknowledgedAtMs: null })
  })

  test('never gets a number again that another one had', () => {
    const session = after(box, { type: 'call-cleared', atMs: 11 }, box)
    expect(session.call?.number).toBe(2)
  })
})

describe("the engineer's log", () => {
  test('has the newest note first, each with its number', () => {
    const session = after(
      { type: 'note-written', atMs: 1, text: 'front left graining' },
      { type: 'note-written', atMs: 2, text: 'Ana fine' },
    )
    expect(session.notes).toMatchObject([
      { number: 2, text: 'Ana fine', lap: null, chapter: 0 },
      { number: 1, text: 'front left graining' },
    ])
  })

  test('forgets the oldest after a thousand', () => {
    let session = fresh
    for (let i = 0; i <= NOTES_KEPT; i++) {
      session = advance(session, { type: 'note-written', atMs: i, text: String(i) })
    }
    expect(session.notes).toHaveLength(NOTES_KEPT)
    expect(session.notes[0]?.number).toBe(NOTES_KEPT + 1)
  })
})

describe('a call into the pits', () => {
  const stop = (atMs: number): Stop => ({
    ...{ number: 1, lap: 20, stint: 2, from: 'Ana', to: 'Ben', atMs, standingMs: 48_000 },
    ...{ fuelAddedLiters: 50, energyAddedRatio: null, tiresChanged: [] },
  })
  const stayOut: SessionEvent = {
    ...{ type: 'call-set', atMs: 10 },
    tiles: { ...nothingSaid, when: 'stay-out' },
  }

  test('is done with the stop that follows it', () => {
    expect(standingCall({ ...after(box), stops: [stop(9)] })?.number).toBe(1)
    expect(standingCall({ ...after(box), stops: [stop(11)] })).toBeNull()
    expect(standingCall({ ...after(box), stops: [] })?.number).toBe(1)
  })

  test('to stay out, or words alone, stand until they are withdrawn', () => {
    expect(standingCall({ ...after(stayOut), stops: [stop(11)] })?.when).toBe('stay-out')
    const words: SessionEvent = { ...stayOut, tiles: { ...nothingSaid, words: 'rain in 5 min' } }
    expect(standingCall({ ...after(words), stops: [stop(11)] })?.words).toBe('rain in 5 min')
  })
})

import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { advance } from '../../../src/race/advance.ts'
import { defaultInputs } from '../../../src/race/inputs/default-inputs.ts'
import { undoProblem } from '../../../src/race/inputs/input-progress.ts'
import { newSession, type Session } from '../../../src/race/session.ts'
import type { SessionEvent } from '../../../src/race/session-event.ts'
import { aCar, anId } from '../../fixtures/race.ts'

const fresh = newSession({ car: aCar, id: anId, mode: 'keyed' }, 0)
const margin = (value: number): SessionEvent => ({
  ...{ type: 'input-set', atMs: 1, name: 'marginLaps', value },
})
const undo = (number: number): SessionEvent => ({ type: 'input-undone', atMs: 2, number })
const after = (...events: readonly SessionEvent[]): Session => events.reduce(advance, fresh)

describe('what the engineer sets', () => {
  test('counts until he sets it otherwise, and is kept with what it was before', () => {
    const session = after(margin(0.5), margin(0.7))
    expect(session.inputs).toEqual({ ...defaultInputs, marginLaps: 0.7 })
    expect(
      session.inputChanges.map(({ number, before, after }) => [number, before, after]),
    ).toEqual([
      [2, 0.5, 0.7],
      [1, 0.3, 0.5],
    ])
  })

  test('is on the timeline by its name', () => {
    const [line] = after(margin(0.5)).events
    expect(line).toMatchObject({ kind: 'input-changed', facts: { input: 'marginLaps' } })
  })

  test('is no change where it says the same', () => {
    expect(after(margin(0.3))).toBe(fresh)
    const roster: SessionEvent = { type: 'input-set', atMs: 1, name: 'roster', value: ['Ana'] }
    const session = after(roster)
    expect(advance(session, { ...roster, value: ['Ana'] })).toBe(session)
  })
})

describe('a change taken back', () => {
  test('leaves the input as it was before, and the change marked', () => {
    const session = after(margin(0.5), undo(1))
    expect(session.inputs.marginLaps).toBe(0.3)
    expect(session.inputChanges).toMatchObject([
      { number: 2, undoes: 1, undoneAtMs: null },
      { number: 1, undoneAtMs: 2 },
    ])
    expect(session.events[0]?.kind).toBe('input-undone')
  })

  test('can be put in force again by taking back what took it back', () => {
    const session = after(margin(0.5), undo(1), undo(2))
    expect(session.inputs.marginLaps).toBe(0.5)
    expect(session.inputChanges.find(({ number }) => number === 1)?.undoneAtMs).toBeNull()
  })

  test('leaves alone what has been set since', () => {
    const session = after(margin(0.5), margin(0.7))
    expect(undoProblem(session, 1)).toBe('overtaken')
    expect(advance(session, undo(1))).toBe(session)
  })

  test('is taken back once, and only if there was one', () => {
    expect(undoProblem(after(margin(0.5), undo(1)), 1)).toBe('undone-already')
    expect(undoProblem(fresh, 1)).toBe('no-such-change')
  })

  test('touches no other input', () => {
    const average: SessionEvent = { type: 'input-set', atMs: 1, name: 'averageLaps', value: 7 }
    const session = after(margin(0.5), average, undo(1))
    expect(session.inputs).toEqual({ ...defaultInputs, averageLaps: 7 })
  })
})

test('whatever is set and taken back, each input is what its newest change in force says', () => {
  const set = fc
    .record({ name: fc.constantFrom('marginLaps', 'reserveLaps'), value: fc.nat(3) })
    .map((given): SessionEvent => ({ type: 'input-set', atMs: 1, ...given }) as SessionEvent)
  const takenBack = fc.integer({ min: 0, max: 12 }).map(undo)
  fc.assert(
    fc.property(fc.array(fc.oneof(set, takenBack), { maxLength: 30 }), (events) => {
      let session = fresh
      for (const event of events) {
        const before = session
        const refused = event.type === 'input-undone' && undoProblem(before, event.number) !== null
        session = advance(before, event)
        if (refused) expect(session).toBe(before)
        for (const name of ['marginLaps', 'reserveLaps'] as const) {
          const newest = session.inputChanges.find((change) => change.name === name)
          expect(session.inputs[name]).toBe(newest ? (newest.after as number) : defaultInputs[name])
        }
      }
    }),
    { numRuns: 100 },
  )
})

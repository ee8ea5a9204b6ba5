import { describe, expect, test } from 'bun:test'
import { defaultInputs } from '../../../../src/race/inputs/default-inputs.ts'
import type { InputProblem } from '../../../../src/sessions/pit-wall/input-problem.ts'
import { memorySessionStore } from '../../../../src/store/memory-session-store.ts'
import { engineer, failing, of, pitLane } from '../door.ts'

function aCar(lane = pitLane()) {
  const { car } = of(lane.door.create('keyed', engineer))
  return { ...lane, car, session: () => lane.sessions.ofCar(car)! }
}
const nothingSaid = {
  ...{ when: null, inLaps: null, energyPercent: null, fuelLiters: null },
  ...{ tires: null, nextDriver: null, words: null },
}
const box = { ...nothingSaid, when: 'this-lap', energyPercent: 72 }
const refused = (field: string, expected: object) =>
  ({ ok: false, problem: { field, expected } }) as { ok: false; problem: InputProblem }

describe('what the engineer sets', () => {
  test('is on disk, with who did it, before it counts', () => {
    const { pitWall, car, session, store } = aCar()
    of(pitWall.set(car, engineer, 'marginLaps', 0.5))
    expect(session().inputs.marginLaps).toBe(0.5)
    expect(store.all()[0]?.session.inputs.marginLaps).toBe(0.5)
    expect(store.audit(car)[0]).toMatchObject({
      act: 'input-set',
      by: engineer,
      about: 'marginLaps',
    })
  })

  test('is nowhere if the disk takes nothing', () => {
    const store = failing(memorySessionStore())
    const { pitWall, car, session } = aCar(pitLane(store))
    store.fills()
    const problem = { ok: false, problem: 'store-unavailable' } as const
    expect(pitWall.set(car, engineer, 'marginLaps', 0.5)).toEqual(problem)
    expect(session().inputs).toEqual(defaultInputs)
  })

  test('is no line in the log where it was so before', () => {
    const { pitWall, car, store } = aCar()
    of(pitWall.set(car, engineer, 'marginLaps', defaultInputs.marginLaps))
    expect(store.audit(car)).toEqual([])
  })

  test('is taken back, with who did that', () => {
    const { pitWall, car, session, store } = aCar()
    of(pitWall.set(car, engineer, 'marginLaps', 0.5))
    of(pitWall.undo(car, engineer, 1))
    expect(session().inputs).toEqual(defaultInputs)
    expect(store.audit(car)[0]).toMatchObject({ act: 'input-undone', about: 'marginLaps' })
    expect(pitWall.undo(car, engineer, 1)).toEqual({ ok: false, problem: 'undone-already' })
  })
})

describe('what does not fit is named, with what was expected', () => {
  const { stop, race } = defaultInputs
  test.each([
    ['marginLaps', 6, 'marginLaps', { kind: 'number', from: 0, to: 5 }],
    ['averageLaps', 2.5, 'averageLaps', { kind: 'whole-number', from: 1, to: 50 }],
    ['averageLaps', '5', 'averageLaps', { kind: 'whole-number', from: 1, to: 50 }],
    [
      ...(['stop', { ...stop, tireSeconds: [0, 5, 500, 12, 12] }] as const),
      ...['stop.tireSeconds.2', { kind: 'number', from: 0, to: 120 }],
    ],
    [
      'stop',
      { ...stop, laneSeconds: -1 },
      'stop.laneSeconds',
      { kind: 'number', from: 0, to: 300 },
    ],
    ['stop', { ...stop, more: 1 }, 'stop.more', { kind: 'nothing' }],
    ['roster', ['Ana', ''], 'roster.1', { kind: 'text', from: 1, to: 60 }],
    ['roster', ['Ana', 'Ana'], 'roster', { kind: 'list', to: 20 }],
    [
      ...(['race', { ...race, finishRule: 'at-dusk' }] as const),
      ...['race.finishRule', { kind: 'one-of', values: ['leader-flag', 'plus-one'] }],
    ],
    [
      ...([
        'drivingRules',
        { minMs: 7_200_000, maxMs: 3_600_000, stintMaxMs: null, window: null },
      ] as const),
      ...['drivingRules.minMs', { kind: 'not-above', field: 'maxMs' }],
    ],
  ] as const)('%s', (name, value, field, expected) => {
    const { pitWall, car, session } = aCar()
    const before = session()
    expect(pitWall.set(car, engineer, name as 'stop', value)).toEqual(
      refused(field as string, expected as object),
    )
    expect(session()).toBe(before)
  })

  test('a call without a word', () => {
    const { pitWall, car } = aCar()
    expect(pitWall.call(car, engineer, nothingSaid)).toEqual(refused('call', { kind: 'something' }))
  })

  test('a call "in n laps" without n, or n without it', () => {
    const { pitWall, car } = aCar()
    const inLaps = { kind: 'whole-number', from: 1, to: 99 }
    expect(pitWall.call(car, engineer, { ...box, when: 'in-laps' })).toEqual(
      refused('call.inLaps', inLaps),
    )
    expect(pitWall.call(car, engineer, { ...box, inLaps: 2 })).toEqual(
      refused('call.inLaps', { kind: 'nothing' }),
    )
  })

  test('a note of nothing, or as long as a book', () => {
    const { pitWall, car, session } = aCar()
    const expected = { kind: 'text', from: 1, to: 280 }
    for (const text of ['', 'x'.repeat(281), 7, null]) {
      expect(pitWall.note(car, engineer, text)).toEqual(refused('note', expected))
    }
    expect(session().notes).toEqual([])
  })
})

describe('the call', () => {
  test('is set by the engineer, and acknowledged by whoever drives', () => {
    const { pitWall, car, session, store } = aCar()
    of(pitWall.call(car, engineer, box))
    of(pitWall.acknowledge(car, '198.51.100.7', 1))
    expect(session().call).toMatchObject({ number: 1, energyPercent: 72 })
    expect(session().call?.acknowledgedAtMs).not.toBeNull()
    expect(store.audit(car)[0]).toMatchObject({ act: 'call-acknowledged', by: '198.51.100.7' })
  })

  test('acknowledged twice is acknowledged once', () => {
    const { pitWall, car, store } = aCar()
    of(pitWall.call(car, engineer, box))
    of(pitWall.acknowledge(car, engineer, 1))
    of(pitWall.acknowledge(car, engineer, 1))
    expect(store.audit(car).filter(({ act }) => act === 'call-acknowledged')).toHaveLength(1)
  })

  test('that has been replaced or withdrawn cannot be acknowledged any more', () => {
    const { pitWall, car, session } = aCar()
    of(pitWall.call(car, engineer, box))
    of(pitWall.call(car, engineer, { ...box, energyPercent: 80 }))
    const overtaken = { ok: false, problem: 'overtaken' } as const
    expect(pitWall.acknowledge(car, engineer, 1)).toEqual(overtaken)
    of(pitWall.withdrawCall(car, engineer))
    expect(pitWall.acknowledge(car, engineer, 2)).toEqual(overtaken)
    expect(session().call).toBeNull()
  })
})

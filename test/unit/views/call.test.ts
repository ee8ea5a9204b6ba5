import { describe, expect, test } from 'bun:test'
import type { Call } from '../../../src/race/call.ts'
import type { Outlook } from '../../../src/strategy/outlook.ts'
import { callShown } from '../../../views/call-shown.ts'
import { en } from '../../../views/catalogue.ts'
import { composedCall } from '../../../views/engineer/call-fields.ts'
import { boardPanel, boardSize } from '../../../views/panels/board.tsx'
import { callPanel } from '../../../views/panels/call.tsx'
import type { Wall } from '../../../views/wall.ts'
import { read, textOf, wallWith } from './wall-fixture.ts'

const call: Call = {
  ...{ when: 'this-lap', inLaps: null, energyPercent: 72, fuelLiters: null, tires: 0 },
  ...{ nextDriver: 'Ana', words: null },
  ...{ number: 3, setAtMs: Date.UTC(2026, 5, 14, 2, 10), lap: 41, acknowledgedAtMs: null },
}

type Verdict = NonNullable<Outlook['pit']>['verdict']

const wall = (verdict: Verdict | null, session: Partial<Wall['session']> = {}): Wall => {
  const made = wallWith({ fuelLiters: 57 }, session)
  const plan = { energyPercent: 72, fuelLiters: 66, litersPerPercent: 0.9, fits: true }
  const pit = verdict && {
    ...{ verdict, lastSafeLap: 43, window: null, inMs: null },
    comingIn: { basis: 'limit' as const, lap: 43, crossings: 3 },
  }
  return {
    ...made,
    outlook: {
      ...made.outlook,
      pit,
      lapsLeft: { laps: 2.4, range: null, limitedBy: 'virtual-energy', otherLaps: 3.3 },
      refill: [{ laps: 28, isPlan: true, isToFlag: false, push: plan, average: plan, save: plan }],
    },
  }
}

describe('the call', () => {
  test('is proposed by the sums once the stop is near, and marked as that', () => {
    const near = wall({ kind: 'box-in', laps: 2 })
    expect(textOf(callPanel(near))).toBe('BOX in 2 · proposed · virtual energy · refill to 72 %')
    expect(read(callPanel(near)).querySelector('.is-proposed')).not.toBeNull()
  })

  test('is nobody’s while the stop is far away', () => {
    expect(callShown(wall({ kind: 'box-in', laps: 3 })).by).toBe('sums')
    expect(callShown(wall({ kind: 'box-in', laps: 4 }))).toEqual({ by: 'nobody', laps: 4 })
    expect(textOf(callPanel(wall({ kind: 'box-in', laps: 4 })))).toBe('No call · box in 4 laps')
    for (const verdict of [null, { kind: 'no-stop-needed' } as const]) {
      expect(textOf(callPanel(wall(verdict)))).toBe('No call')
    }
  })

  test.each(['box-this-lap', 'box-now', 'cannot-reach'] as const)('is proposed: %s', (kind) => {
    expect(textOf(callPanel(wall({ kind })))).toStartWith(en.nextStop.verdicts[kind]())
  })

  test('is the engineer’s, whatever the sums say', () => {
    const told = textOf(callPanel(wall({ kind: 'cannot-reach' }, { call })))
    expect(told).toBe(
      '▲ BOX this lap · VE 72 % · no tyres · next Anaset on lap 41, 02:10 · not yet read',
    )
    const read = { ...call, acknowledgedAtMs: call.setAtMs + 60_000 }
    expect(textOf(callPanel(wall(null, { call: read })))).toContain('✓ understood 02:11')
  })

  test('is not proposed to a car that is in the pits', () => {
    const made = wall({ kind: 'box-now' })
    const comingIn = { basis: 'in-pits' as const, lap: 43, crossings: 0 }
    const pit = { ...made.outlook.pit!, comingIn }
    expect(callShown({ ...made, outlook: { ...made.outlook, pit } }).by).toBe('nobody')
  })

  test('holds no markup of others', () => {
    const hostile = { ...call, nextDriver: '<b id="forged">', words: '<i id="forged">' }
    for (const panel of [callPanel, boardPanel]) {
      expect(read(panel(wall(null, { call: hostile }))).querySelector('#forged')).toBeNull()
    }
  })
})

describe('the board', () => {
  test('has a line for each part of the call, and one thing to tap', () => {
    const board = read(boardPanel(wall(null, { call })))
    const lines = [...board.querySelectorAll('li')].map((line) => textOf(line.innerHTML))
    expect(lines).toEqual(['BOX this lap', 'VE 72 %', 'no tyres', 'next Ana'])
    expect(board.querySelectorAll('button').length).toBe(1)
    expect(board.querySelector('[name="call"]')?.getAttribute('value')).toBe('3')
    const acknowledged = { ...call, acknowledgedAtMs: 1 }
    expect(read(boardPanel(wall(null, { call: acknowledged }))).querySelector('button')).toBeNull()
  })

  test('says what is only proposed, and that there is nothing to do', () => {
    const proposed = textOf(boardPanel(wall({ kind: 'box-this-lap' })))
    expect(proposed).toContain('BOX THIS LAP')
    expect(proposed).toContain('not by the engineer')
    expect(textOf(boardPanel(wall(null)))).toBe('No call')
  })

  test('is set smaller the longer its longest line is', () => {
    expect(
      [
        ...['BOX', 'BOX in 2', 'BOX this lap', 'next Bartholomäus', 'a'.repeat(26), 'a'.repeat(60)],
      ].map((line) => boardSize(['x', line])),
    ).toEqual([...['fits-6', 'fits-9', 'fits-13', 'fits-18', 'fits-26', 'fits-more']])
  })
})

describe('what was composed', () => {
  const nothing = { when: '', inLaps: '', fill: '', own: '', tires: '', next: '', words: '' }

  test('says nothing of what was not tapped', () => {
    expect(composedCall(nothing, true)).toEqual({
      ...{ when: null, inLaps: null, energyPercent: null, fuelLiters: null },
      ...{ tires: null, nextDriver: null, words: null },
    })
  })

  test('is of virtual energy where the car has it, else of fuel', () => {
    expect(composedCall({ ...nothing, fill: '72' }, true)).toMatchObject({
      ...{ energyPercent: 72, fuelLiters: null },
    })
    expect(composedCall({ ...nothing, fill: 'own', own: '66,5' }, false)).toMatchObject({
      ...{ energyPercent: null, fuelLiters: 66.5 },
    })
  })

  test('forgets laps that were written before another answer was tapped', () => {
    const fields = { ...nothing, inLaps: '3' }
    expect(composedCall({ ...fields, when: 'in-laps' }, true)).toMatchObject({ inLaps: 3 })
    expect(composedCall({ ...fields, when: 'stay-out' }, true)).toMatchObject({ inLaps: null })
  })

  test('keeps what is no number, so that it is refused by name', () => {
    expect(composedCall({ ...nothing, fill: 'own', own: 'full' }, true)).toMatchObject({
      energyPercent: 'full',
    })
  })
})

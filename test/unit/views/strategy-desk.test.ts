import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { defaultInputs } from '../../../src/race/inputs/default-inputs.ts'
import type { InputChange } from '../../../src/race/inputs/input-change.ts'
import { readInput } from '../../../src/sessions/pit-wall/read-input.ts'
import { en } from '../../../views/catalogue.ts'
import { changeTold } from '../../../views/engineer/strategy/change-told.ts'
import { filledFrom, inputsFrom } from '../../../views/engineer/strategy/places.ts'
import { endsAtFrom } from '../../../views/engineer/strategy/race-form.tsx'
import { msFrom, numberFrom, timeText } from '../../../views/engineer/strategy/time-field.ts'

const sections = ['averages', 'stop', 'rules', 'units'] as const

describe('the fields of the pit wall', () => {
  test('say what the inputs are, and saved as they stand they change nothing', () => {
    const filled = filledFrom(defaultInputs)
    for (const section of sections) {
      for (const { name, value } of inputsFrom(section, filled, defaultInputs)) {
        expect([name, value]).toEqual([name, defaultInputs[name]])
        expect(readInput(name, value).ok).toBe(true)
      }
    }
  })

  test('are in an engineer’s units: percent of the lap, hours and minutes', () => {
    const filled = {
      ...filledFrom(defaultInputs),
      pitEntry: '95',
      marginLaps: '0,5',
      maxTime: '3:00',
    }
    const of = (section: (typeof sections)[number], input: string) =>
      inputsFrom(section, filled, defaultInputs).find(({ name }) => name === input)?.value
    expect(of('averages', 'pitEntryRatio')).toBe(0.95)
    expect(of('averages', 'marginLaps')).toBe(0.5)
    expect(of('rules', 'drivingRules')).toMatchObject({ maxMs: 10_800_000, window: null })
  })

  test('keep a list a list', () => {
    const filled = { ...filledFrom(defaultInputs), tireSeconds4: '14' }
    const [stop] = inputsFrom('stop', filled, defaultInputs)
    expect(stop?.value).toMatchObject({ tireSeconds: [0, 5, 5, 12, 14] })
  })

  test('keep what is no number, so that it is refused by name', () => {
    const filled = {
      ...filledFrom(defaultInputs),
      marginLaps: 'half',
      windowMax: '4h',
      windowLength: '',
    }
    const margin = inputsFrom('averages', filled, defaultInputs)[1]!
    expect(readInput(margin.name, margin.value)).toMatchObject({
      problem: { field: 'marginLaps', expected: { kind: 'number', from: 0, to: 5 } },
    })
    const [rules] = inputsFrom('rules', filled, defaultInputs)
    expect(readInput('drivingRules', rules!.value)).toMatchObject({
      problem: { field: expect.stringContaining('drivingRules.window') },
    })
  })
})

describe('a time', () => {
  test('is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 95 * 3600 }), (seconds) => {
        expect(msFrom(timeText(seconds * 1000))).toBe(seconds * 1000)
      }),
    )
  })

  test.each(['3', '3:60', '1:5', '-1:00', '1:00:99', 'half'])('is not %p', (text) => {
    expect(msFrom(text)).toBe(text)
  })

  test('and a number may have either mark; whatever else stays a text', () => {
    expect([numberFrom('0,3'), numberFrom(' 0.3 '), numberFrom('')]).toEqual([0.3, 0.3, null])
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = numberFrom(text)
        expect(read === null || typeof read === 'string' || Number.isFinite(read)).toBe(true)
      }),
    )
  })
})

describe('the end of the race', () => {
  const before = { ...defaultInputs.race, endsAtMs: 9_000_000 }

  test('is counted from when it is saved', () => {
    expect(endsAtFrom({ left: '2:00', leftBefore: '1:00' }, before, 1_000)).toBe(7_201_000)
  })

  test('stays where it was while its field says what it said', () => {
    expect(endsAtFrom({ left: '1:00', leftBefore: '1:00' }, before, 500_000)).toBe(9_000_000)
  })

  test('is the monitor’s again where the field is empty', () => {
    expect(endsAtFrom({ left: '', leftBefore: '1:00' }, before, 0)).toBeNull()
  })
})

describe('a change is told', () => {
  const change = <Name extends InputChange['name']>(
    name: Name,
    before: InputChange<Name>['before'],
    after: InputChange<Name>['after'],
  ) =>
    changeTold(
      {
        ...{ number: 1, atMs: 0, lap: 3, name, before, after, undoes: null, undoneAtMs: null },
      } as InputChange,
      en,
    )

  test('by its field, before and after', () => {
    expect(change('marginLaps', 0.3, 0.5)).toEqual(['Margin at the pit entry (laps): 0.3 → 0.5'])
    expect(change('pitEntryRatio', 1, 0.95)).toEqual(['Pit entry at (% of the lap): 100 → 95'])
    expect(change('roster', [], ['Ana', 'Ben'])).toEqual(['Drivers: nothing → Ana, Ben'])
    const { drivingRules } = defaultInputs
    expect(change('drivingRules', drivingRules, { ...drivingRules, maxMs: 10_800_000 })).toEqual([
      'Most in the race: nothing → 3:00',
    ])
  })

  test('by the laps and stops that it corrects', () => {
    const { corrections } = defaultInputs
    const lap = { chapter: 1, number: 31 }
    expect(change('corrections', corrections, { ...corrections, excludedLaps: [lap] })).toEqual([
      'lap 31 left out',
    ])
    expect(change('corrections', { ...corrections, excludedLaps: [lap] }, corrections)).toEqual([
      'lap 31 counted again',
    ])
    const changed = { ...lap, wheels: ['fl', 'rr'] as const }
    expect(change('corrections', corrections, { ...corrections, tireChanges: [changed] })).toEqual([
      'tyres of stop 31: FL, RR',
    ])
  })

  test('without the secret of an address', () => {
    const webhook = {
      ...({ id: 1, preset: 'ntfy', wants: 'all' } as const),
      url: 'https://ntfy.example/a-very-secret-topic-of-ours-that-nobody-knows',
    }
    const [told = ''] = change('webhooks', [], [webhook])
    expect(told).toContain('ntfy.example')
    expect(told).not.toContain('secret')
  })
})

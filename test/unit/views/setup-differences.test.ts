import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { en } from '../../../views/catalogue.ts'
import { carSetupPanel } from '../../../views/panels/car-setup.tsx'
import { setupDifferences } from '../../../views/setup/differences.ts'
import { setupGroups } from '../../../views/setup-groups.ts'
import { garageSetup } from '../../fixtures/garage-setup.ts'
import { aSetup } from '../../fixtures/raced-session.ts'
import { read, textOf, wallWith } from './wall-fixture.ts'

const panel = (before: unknown, now: unknown, chapter = 1) =>
  carSetupPanel(wallWith({}, { setup: aSetup(3, now), setupBefore: aSetup(2, before, chapter) }))
const marked = (html: string) =>
  [...read(html).querySelectorAll('dd, td, summary')]
    .filter((each) => each.querySelector('.was'))
    .map((each) => each.textContent.replace(/\s+/g, ' ').trim())

describe('the setup panel', () => {
  test('says what has changed since the stint before, in words and with a mark', () => {
    const html = panel({ aero: { wing: 6, splitter: 2 } }, { aero: { wing: 7, splitter: 2 } })
    expect(marked(html)).toEqual(['Car setup1 change since stint 2 · sent 16:30', '7 ◆ was 6'])
  })

  test('says what is new and what is no longer there', () => {
    expect(marked(panel({ tc: 4 }, { abs: 9 })).slice(1)).toEqual([
      '9 ◆ new',
      'no longer there ◆ was 4',
    ])
  })

  test('marks the wheels that differ, and only those', () => {
    const corners = (fl: string) => ({ camber: { fl, fr: '-3', rl: '-2', rr: '-2' } })
    expect(marked(panel(corners('-3'), corners('-3.2'))).slice(1)).toEqual(['-3.2 ◆ was -3'])
  })

  test('says that nothing has changed', () => {
    expect(textOf(panel({ tc: 4 }, { tc: 4 }))).toContain('no changes since stint 2')
    expect(marked(panel({ tc: 4 }, { tc: 4 }))).toEqual([])
  })

  test('names the session where the setup before was of another one', () => {
    const html = carSetupPanel(
      wallWith({}, { setup: aSetup(1, { tc: 5 }, 2), setupBefore: aSetup(4, { tc: 4 }, 1) }),
    )
    expect(textOf(html)).toContain('1 change since stint 4 of session 1')
  })

  test('without a setup before says nothing of changes', () => {
    const html = carSetupPanel(wallWith({}, { setup: aSetup(1, { tc: 5 }), setupBefore: null }))
    expect(textOf(html)).not.toContain('change')
  })

  test('is made anew when the setup to compare with is another one', () => {
    const setup = aSetup(3, { tc: 5 })
    const since = (before: unknown) =>
      textOf(carSetupPanel(wallWith({}, { setup, setupBefore: aSetup(2, before) })))
    expect(since({ tc: 4 })).toContain('1 change')
    expect(since({ tc: 5 })).toContain('no changes')
  })
})

test("one click at the rear wing in LMU's garage is one change", () => {
  const before = garageSetup()
  const now = structuredClone(before) as {
    carSetup: { garageValues: Record<string, { stringValue: string }> }
  }
  const key = Object.keys(now.carSetup.garageValues).find((name) => /REAR_WING/.test(name))!
  const was = now.carSetup.garageValues[key]!.stringValue
  now.carSetup.garageValues[key]!.stringValue = 'P9'
  expect(marked(panel(before, now))).toEqual([
    'Car setup1 change since stint 2 · sent 16:30',
    `P9 ◆ was ${was}`,
  ])
})

test('a setup with the most that fits, all of it changed, still takes little room', () => {
  const rows = (value: string) =>
    Object.fromEntries(Array.from({ length: 1_900 }, (_, row) => [`row ${row}`, value]))
  const html = panel(rows('&'.repeat(200)), rows('<'.repeat(200)))
  expect(Buffer.byteLength(html)).toBeLessThan(170_000)
  expect(textOf(html)).toContain('1900 changes')
})

test('any setup beside itself has no changes, and beside another as many as there are rows that differ', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), fc.jsonValue(), (before, now) => {
      const [a, b] = [setupGroups(before, en), setupGroups(now, en)]
      expect(setupDifferences(a, structuredClone(a)).count).toBe(0)
      const there = setupDifferences(a, b)
      const rows = there.groups.flatMap(({ settings, corners }) => [...settings, ...corners])
      expect(rows.length).toBeGreaterThanOrEqual(there.count)
    }),
  )
})

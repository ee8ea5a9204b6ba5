import { describe, expect, test } from 'bun:test'
import { en } from '../../../views/catalogue.ts'
import { dashboardPanels } from '../../../views/dashboard-panels.ts'
import { emptyWall, textOf, wallWith } from './wall-fixture.ts'

/** Panels that show numbers; the others say in words that there is nothing. */
const numbers = [
  'race-clock',
  'driver',
  'laps-left',
  'stint-left',
  'position',
  'last-lap',
  'energy',
  'tires',
  'conditions',
]

/** Ids of wheels, laps and stints that are known from the first frame on. */
const known = /\b(stint 1|since lap 1|lap 1)\b|(×1)?0:00( h in the car)?/g

describe.each([
  ['before the first frame', emptyWall],
  ['of a frame that says nothing', wallWith()],
])('%s', (_when, wall) => {
  test.each(dashboardPanels)('$id has no made-up value', ({ id, render }) => {
    const text = textOf(render(wall, en))
    expect(text).not.toMatch(/NaN|undefined|null|Infinity|\[object/)
    if (id === 'events') return
    expect(text.replace(known, '')).not.toMatch(/\d/)
  })

  test.each(dashboardPanels.filter(({ id }) => numbers.includes(id)))(
    '$id shows a dash',
    ({ render }) => {
      expect(textOf(render(wall, en))).toContain('–')
    },
  )
})

test('panels without numbers say in words that there is nothing', () => {
  const text = (id: string) =>
    textOf(dashboardPanels.find((panel) => panel.id === id)!.render(wallWith(), en))
  expect(text('laps')).toContain('No lap completed yet')
  expect(text('settings')).toContain('This monitor sends none')
  expect(text('setup')).toContain('No setup received. That is normal')
})

test('every panel has an id of its own', () => {
  const ids = dashboardPanels.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

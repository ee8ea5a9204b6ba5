import { expect, test } from 'bun:test'
import { en } from '../../../views/catalogue.ts'
import { carSetupPanel } from '../../../views/panels/car-setup.tsx'
import { setupGroups } from '../../../views/setup-groups.ts'
import { garageSetup } from '../../fixtures/garage-setup.ts'
import { aSetup } from '../../fixtures/raced-session.ts'
import { read, wallWith } from './wall-fixture.ts'

const panelOf = (tree: unknown) => carSetupPanel(wallWith({}, { setup: aSetup(1, tree) }))

const rows = (count: number, value: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, row) => [`row ${row}`, value]))

test('a setup made to be as long as it can be takes little room on the page, and says what is missing', () => {
  for (const text of ['"', '&', '<', '車', 'x']) {
    const value = text.repeat(200)
    const entries = Object.entries(rows(1_900, value))
    for (const tree of [
      rows(1_900, value),
      { [value]: rows(1_900, value) },
      { carSetup: { garageValues: entries.map(([key]) => ({ key, stringValue: value })) } },
      Object.fromEntries(entries.map(([key]) => [`${key} ${value}`, { fl: value, fr: value }])),
    ]) {
      const html = panelOf(tree)
      expect(Buffer.byteLength(html)).toBeLessThan(130_000)
      const panel = read(html)
      const shown = panel.querySelectorAll('dt, tbody th').length
      expect(shown).toBeGreaterThan(10)
      const missing = /(\d+) more values not shown/.exec(panel.textContent)?.[1]
      const all = setupGroups(tree, en).flatMap(({ settings, corners }) => [
        ...settings,
        ...corners,
      ])
      expect(shown + Number(missing)).toBe(all.length)
    }
  }
})

test('a real setup is shown whole', () => {
  const text = read(panelOf(garageSetup())).textContent
  expect(text).not.toContain('not shown')
  expect(text).not.toContain('and more')
})

test('values behind the two thousandth are not left out silently', () => {
  const garageValues = Array.from({ length: 2_100 }, (_, row) => ({
    key: `VM_${row}`,
    stringValue: 'x',
  }))
  expect(read(panelOf({ carSetup: { garageValues } })).textContent).toContain('and more')
})

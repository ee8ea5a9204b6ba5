import { expect, test } from 'bun:test'
import { type Alert, alertKinds } from '../../../src/race/alerts/alert.ts'
import { alertTold } from '../../../views/alert-told.ts'
import { alertsPanel } from '../../../views/panels/alerts.tsx'
import { plainly } from '../../fixtures/plainly.ts'
import { read, textOf, wallWith } from './wall-fixture.ts'

const fuel: Alert = {
  ...{ id: 'a', kind: 'fuel', side: 'low', value: 1.94, limit: 2, wheel: null, driver: null },
  ...{ raisedAtMs: Date.UTC(2026, 5, 14, 2, 10), lap: 187 },
}
const shown = (...alerts: Alert[]) => alertsPanel(wallWith({}, { alerts }))

test('there is nothing while all is well', () => {
  expect(shown()).toBe('')
})

test('each says in words what is wrong, and since when', () => {
  const tire = { ...fuel, kind: 'tire-temp', side: 'high', wheel: 'rl', value: 125, limit: 120 }
  expect(textOf(shown(fuel))).toBe('▲ Fuel for 1.9 laps 02:10')
  expect(plainly(alertTold(tire as Alert))).toBe('Tyre rear left 125 °C, above 120 °C')
  expect(
    plainly(alertTold({ ...fuel, kind: 'tire-wear', wheel: 'fl', value: 0.24, limit: 0.25 })),
  ).toBe('Tread front left 24 %, below 25 %')
  expect(alertTold({ ...fuel, kind: 'wake-up', driver: 'Ben', value: 34.5 * 60_000 })).toBe(
    'Ben is up in 34 min',
  )
})

test('the newest is the first, and more than three do not cover the numbers', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...fuel, id }))
  const items = [...read(shown(...five)).querySelectorAll('li')]
  expect(items.map((item) => item.getAttribute('data-alert'))).toEqual(['e', 'd', 'c', null])
  expect(items.at(-1)?.textContent).toBe('and 2 more')
})

test('what has a notice of its own rings, and is not said twice', () => {
  const [item] = read(shown({ ...fuel, kind: 'monitor-lost', value: null })).querySelectorAll('li')
  expect(item?.hasAttribute('hidden')).toBe(true)
  expect(item?.getAttribute('data-alert')).toBe('a')
})

test('whatever is not known, no alert says null or NaN', () => {
  for (const kind of alertKinds) {
    const told = alertTold({ ...fuel, kind, value: null, limit: null })
    expect(told).not.toMatch(/null|NaN|undefined/)
  }
})

import { expect, test } from 'bun:test'
import type { RaceEvent, RaceEventKind } from '../../../src/race/race-event.ts'
import { en } from '../../../views/catalogue.ts'
import { toldEvent } from '../../../views/events/told-event.ts'
import { plainly } from '../../fixtures/plainly.ts'

function told(kind: RaceEventKind, facts: RaceEvent['facts'] = {}, lap: number | null = null) {
  const { title, about } = toldEvent({ number: 1, kind, atMs: 0, chapter: 1, lap, facts }, en)
  return [title, ...about].join(' · ')
}

test('a hand-over is one line: who, when, how long nobody saw the car, and what was done', () => {
  const work = { fuelAddedLiters: 58.4, energyAddedRatio: null, tiresChanged: 4, standingMs: null }
  expect(
    plainly(told('hand-over', { from: 'Ana', to: 'Ben', blindMs: 61_000, ...work }, 187)),
  ).toBe('Ana → Ben · lap 187 · blind for 61 s · +58.4 L · four tyres')
})

test('a hand-over to another PC of the same driver is no change of driver', () => {
  expect(told('hand-over', { from: 'Ana', to: 'Ana', blindMs: 150_000 }, 12)).toBe(
    'Hand-over · Ana · lap 12 · blind for 2:30 min',
  )
})

test.each<[RaceEventKind, RaceEvent['facts'], string]>([
  ['driver-changed', { from: null, to: 'Ben' }, '– → Ben'],
  [
    'pit-stop',
    { fuelAddedLiters: 1.25, tiresChanged: 1, standingMs: null },
    'Pit stop · +1.3 L · 1 tyre · unwatched',
  ],
  [
    'pit-stop',
    { fuelAddedLiters: -0.1, tiresChanged: 0, standingMs: 9_000 },
    'Pit stop · no tyres · 0:09 standing',
  ],
  [
    'hand-over',
    { from: 'Ana', to: 'Ben', blindMs: 0, by: 'engineer' },
    'Ana → Ben · chosen by the engineer',
  ],
  [
    'conflict-ended',
    { shown: 'Ana', other: 'Ben', by: 'engineer' },
    'One PC has the car again · Ana · chosen by the engineer',
  ],
  ['feed-quiet', { driver: 'Ana' }, 'Nothing heard · Ana'],
  ['feed-returned', { driver: 'Ana', blindMs: 12_000 }, 'Heard again · Ana · blind for 12 s'],
  ['feed-lost', { driver: null }, 'Not heard for two minutes: the numbers are old'],
  [
    'monitor-online',
    { driver: 'Ana', blindMs: 3_700_000 },
    'Monitor online · Ana · blind for 1:01:40 h',
  ],
  [
    'conflict-began',
    { shown: 'Ana', other: null },
    'Two PCs claim the car · on the wall: Ana · also: –',
  ],
  ['session-ended', { by: 'expiry' }, 'Session ended · nobody has driven for long'],
  ['saving-resumed', { unsavedMs: 30_000 }, 'Everything is saved again · it took 30 s'],
  [
    'chapter-resumed',
    { sessionType: 'Race', trackName: null },
    'Back in the session before · Race',
  ],
  ['units-detected', { pressure: 'kPa' }, 'Units detected · kPa'],
])('%s %j', (kind, facts, line) => {
  expect(plainly(told(kind, facts))).toBe(line)
})

test('every kind has words', () => {
  for (const kind of Object.keys(en.events.kinds)) {
    expect(told(kind as RaceEventKind)).toMatch(/^[A-Z]/)
  }
})

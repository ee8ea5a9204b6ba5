import { describe, expect, test } from 'bun:test'
import type { Feed } from '../../../src/race/feed.ts'
import { driverPanel } from '../../../views/panels/driver.tsx'
import { noticesPanel } from '../../../views/panels/notices.tsx'
import { read, textOf, wallWith } from './wall-fixture.ts'

const feed: Feed = { driverName: 'Ana', phase: 'live', sinceMs: 0, conflict: null }
const notices = (known: Parameters<typeof wallWith>[1]) => textOf(noticesPanel(wallWith({}, known)))

describe('notices', () => {
  test('are nothing at all while there is nothing to say', () => {
    expect(noticesPanel(wallWith({}, { feed }))).toBe('')
    expect(noticesPanel(wallWith({}, { feed: { ...feed, phase: 'quiet' } }))).toBe('')
    expect(noticesPanel(wallWith({}, { feed: null }))).toBe('')
  })

  test('name both PCs that say they drive, the one on the wall first', () => {
    expect(notices({ feed: { ...feed, conflict: ['Ana', 'Ben'] } })).toBe(
      '▲ Two PCs say they drive: Ana (shown), Ben.',
    )
    expect(notices({ feed: { ...feed, conflict: [null, 'Ben'] } })).toContain(
      'a PC without a name (shown), Ben',
    )
  })

  test('say whose PC is not heard any more, and since when', () => {
    const sinceMs = Date.UTC(2026, 5, 13, 14, 3)
    expect(notices({ feed: { ...feed, phase: 'lost', sinceMs } })).toBe(
      'Nothing from the PC of Ana since 14:03',
    )
  })

  test('say that nothing is saved, since when, and that the wall goes on', () => {
    const unsavedSinceMs = Date.UTC(2026, 5, 13, 14, 3)
    expect(notices({ feed, unsavedSinceMs })).toMatch(/Nothing is saved since 14:03.*goes on live/)
  })

  test('argue about nothing once the session is over', () => {
    const over = { atMs: 0, by: 'engineer' } as const
    expect(notices({ over, feed: { ...feed, phase: 'lost', conflict: ['Ana', 'Ben'] } })).toBe('')
  })
})

describe('the wall names whose PC feeds it', () => {
  test('on wide screens, and everywhere if it is not the one that the car names', () => {
    const same = read(driverPanel(wallWith({ driverName: 'Ana' }, { feed })))
    expect(same.querySelector('.if-wide')?.textContent).toBe(' · PC of Ana')
    const other = read(driverPanel(wallWith({ driverName: 'Ben' }, { feed })))
    expect(other.querySelector('.if-wide')).toBeNull()
    expect(other.textContent).toContain('· PC of Ana')
    const none = read(driverPanel(wallWith({ driverName: 'Ben' }, { feed: null })))
    expect(none.textContent).not.toContain('PC of')
  })
})

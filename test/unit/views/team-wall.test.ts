import { describe, expect, test } from 'bun:test'
import type { Session } from '../../../src/race/session.ts'
import type { Telemetry } from '../../../src/race/telemetry.ts'
import { TEAM_CARS_MOST } from '../../../src/sessions/teams.ts'
import { teamCarPanel } from '../../../views/panels/team-car.tsx'
import { TEAM_PLACES, teamPanels } from '../../../views/team-panels.ts'
import { teamWall } from '../../../views/team-wall.ts'
import { aLap } from '../../fixtures/raced-session.ts'
import { textOf, wallWith } from './wall-fixture.ts'

const NOW_MS = 100_000

const car = (name: string, known: Partial<Session> = {}, driven: Partial<Telemetry> = {}) =>
  wallWith(driven, { name, takenAtMs: NOW_MS - 200, ...known })

const withLaps = (wall: ReturnType<typeof car>, laps: number) => ({
  ...wall,
  outlook: {
    ...wall.outlook,
    lapsLeft: { laps, range: null, limitedBy: 'fuel', otherLaps: null } as const,
  },
})

const offline = { monitor: { status: 'offline', sinceMs: 0 } } as const
const feed = { driverName: 'Ana', phase: 'live', sinceMs: 0 } as const

describe('cars of a team', () => {
  test('stand in the order of their news, the worst first', () => {
    const { cars } = teamWall(
      'Borealis',
      [
        car('ended', { over: { atMs: 0, by: 'engineer' } }),
        car('waits', { telemetry: null, takenAtMs: null }),
        car('well'),
        withLaps(car('low'), 2.4),
        car('stale', { takenAtMs: NOW_MS - 30_000 }),
        car('conflict', { feed: { ...feed, conflict: ['Ana', 'Ben'] } }),
        car('offline', offline),
        car('unsaved', { unsavedSinceMs: 0 }),
        car('delayed', { takenAtMs: NOW_MS - 5_000 }),
      ],
      NOW_MS,
    )
    expect(cars.map(({ session }) => session.name)).toEqual([
      'offline',
      'conflict',
      'stale',
      'low',
      'unsaved',
      'delayed',
      'well',
      'waits',
      'ended',
    ])
  })

  test('with equally good news stand by how long they can go on, and else stay where they were', () => {
    const cars = [withLaps(car('long'), 20), withLaps(car('short'), 5), car('b'), car('a')]
    const names = teamWall('Borealis', cars, NOW_MS).cars.map(({ session }) => session.name)
    expect(names).toEqual(['short', 'long', 'b', 'a'])
  })

  test('say that anybody with the link may publish to them, where that is so', () => {
    const told = (mode: Session['mode']) => {
      const { cars } = teamWall('Borealis', [car('#27', { mode })], NOW_MS)
      return textOf(teamCarPanel(cars[0]!))
    }
    expect(told('open')).toContain('▲ Open session: anyone with this link can publish to it.')
    expect(told('bound')).toContain('▲ Bound session: any PC at the address that began it')
    expect(told('keyed')).not.toContain('publish')
  })

  test('say how fresh they are, who drives, and what limits', () => {
    const said = (wall: ReturnType<typeof car>) =>
      textOf(teamCarPanel(teamWall('x', [wall], NOW_MS).cars[0]!))
    expect(said(withLaps(car('#52', {}, { driverName: 'Ana', position: 3 }), 2.4))).toMatch(
      /^#52● LIVE.*Ana · lap \d+.*PositionP3Laps left▼ 2\.4 Fuel limits/,
    )
    expect(said(car('#52', { takenAtMs: NOW_MS - 34_000 }))).toContain('STALE 30 s')
    expect(said(car('#52', { ...offline }))).toContain('MONITOR OFFLINE since 00:00')
    expect(said(car('#52', { feed: { ...feed, conflict: ['Ana', 'Ben'] } }))).toContain(
      '▲ two PCs say they drive',
    )
    expect(said(car('#52', { telemetry: null, takenAtMs: null }))).toMatch(/no driver yet.*– .*–/)
  })
})

test('a page has as many places as a team may have cars', () => {
  expect(TEAM_PLACES).toBe(TEAM_CARS_MOST)
  const { places, count } = teamPanels(teamWall('Borealis', [car('#52')], NOW_MS))
  expect(places.filter(({ text }) => text !== '').length).toBe(1)
  expect(count.text).toBe('1 car')
})

test('an estimated lap time of a car of the team says that it is one', () => {
  const [judged] = teamWall('', [car('a', { laps: [aLap({ timeEstimated: true })] })], NOW_MS).cars
  expect(textOf(teamCarPanel(judged!))).toContain('≈1:48.304')
})

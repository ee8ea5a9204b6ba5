import { afterAll, expect, test } from 'bun:test'
import { inventedTeamRace } from '../../src/cli/team/invented-team-race.ts'
import { ledgerDifferences } from '../fixtures/ledger-differences.ts'
import { SteppedServerProcess } from '../fixtures/stepped-server-process.ts'
import { TeamOnTheRoad } from '../fixtures/team-on-the-road.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

const ZERO_MS = Date.UTC(2026, 5, 13, 13)
const DOWN_MS = 12_000

const stops: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const stop of stops) await stop()
})

const incidents = (['monitor-crash', 'game-crash', 'half-open', 'lag', 'takeover'] as const).map(
  (kind, i) => ({ kind, fromLap: 4 + i * 8 }),
)
const departures = ['ghost', 'closes', 'spectates', 'half-open', 'overlaps'] as const

test('two hours, twelve swaps, every kind of trouble and two power cuts in the middle of swaps: the books are the truth', async () => {
  const seed = Number(process.env.RACE_SEED ?? 7)
  const race = inventedTeamRace({
    seed,
    drivers: 4,
    swaps: Array.from({ length: 12 }, (_, i) => ({
      departure: departures[i % departures.length]!,
    })),
    incidents,
    raceMinutes: 120,
    epochMs: ZERO_MS,
  })
  const server = await SteppedServerProcess.started(ZERO_MS)
  stops.push(() => server[Symbol.asyncDispose]())
  const { monitor, id, key } = await TypedMonitor.begun(server.url)
  monitor.close()
  const team = new TeamOnTheRoad(race, server, { id, key }, ZERO_MS)
  stops.push(async () => team.close())

  const swaps = race.truth.handOvers.filter(({ isPlanned }) => isPlanned)
  const outages: (readonly [number, number])[] = []
  for (const { lastFrameAtMs, blindMs } of [swaps[2]!, swaps[7]!]) {
    const atMs = lastFrameAtMs + Math.round(blindMs / 2)
    await team.until(atMs)
    await team.outage(DOWN_MS)
    outages.push([atMs, atMs + DOWN_MS])
    expect((await fetch(`${server.url}/dashboard/${id}`)).status).toBe(200)
  }
  await team.until(race.endMs + 2_000)
  await server.itIs(ZERO_MS + race.endMs + 5_000)
  team.close()
  await server.kill()
  const session = server.saved(id)
  expect(ledgerDifferences(race, session, { zeroMs: ZERO_MS, outages })).toEqual([])

  const told = session.events.filter(({ kind }) => kind === 'hand-over').reverse()
  expect(told.map(({ lap, facts }) => `${facts.from} → ${facts.to} on ${lap}`)).toEqual(
    race.truth.handOvers.map(({ from, to, lap }) => `${from} → ${to} on ${lap}`),
  )
  expect(new Set(session.events.map(({ number }) => number)).size).toBe(session.events.length)
}, 200_000)

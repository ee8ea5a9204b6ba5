import { expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPage, readSession } from '../fixtures/api.ts'
import { TestClock } from '../fixtures/clock.ts'
import { pageText } from '../fixtures/page-text.ts'
import { testServer } from '../fixtures/server.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

const recording = join(import.meta.dir, '../fixtures/imola-gt3-3laps.2hz.jsonl')
const frames: { telemetry: Record<string, unknown> }[] = readFileSync(recording, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

test('three laps of Imola, as they were driven, end on the wall as they ended on the track', async () => {
  const clock = new TestClock()
  await using server = testServer({ clock })
  const { monitor, id } = await TypedMonitor.begun(server.url)
  for (const [index, { telemetry }] of frames.entries()) {
    if (index > 0) clock.advance(500)
    monitor.send('telemetry_update', { telemetry })
    // The clock of the server must not run away from what is on its way.
    await monitor.settled()
  }

  const { text } = pageText(await readPage(server, id))
  expect(text('#driver')).toContain('Driver A · lap 4')
  expect(text('#energy')).toContain('75.9 L')
  expect(text('#last-lap')).toMatch(/1:48 ?\.337/)
  const perLap = Number(/([\d.]+) L \/ lap/.exec(text('#energy'))?.[1])
  expect(perLap).toBeGreaterThanOrEqual(2.5)
  expect(perLap).toBeLessThanOrEqual(3.5)
  const pressures = [...text('#tires').matchAll(/(\d+) kPa/g)].map(([, kpa]) => Number(kpa))
  expect(pressures).toHaveLength(4)
  for (const kpa of pressures) {
    expect(kpa).toBeGreaterThanOrEqual(169)
    expect(kpa).toBeLessThanOrEqual(174)
  }

  const { laps, lap, outlook } = await readSession(server, id)
  expect(lap).toBe(4)
  expect(laps.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3])
  // The first lap was not seen from its start: nothing is concluded from it.
  const valid = laps.filter(({ flags }: { flags: string[] }) => flags.length === 0)
  const used = valid.map(({ fuelUsedLiters }: { fuelUsedLiters: number }) => fuelUsedLiters)
  expect(valid.length).toBeLessThan(laps.length)
  expect(outlook.fuel.usePerLap).toMatchObject({ basis: 'stint', lapsCounted: valid.length })
  expect(outlook.fuel.usePerLap.amount).toBeGreaterThanOrEqual(Math.min(...used))
  expect(outlook.fuel.usePerLap.amount).toBeLessThanOrEqual(Math.max(...used))
  monitor.close()
})

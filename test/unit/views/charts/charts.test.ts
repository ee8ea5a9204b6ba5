import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { en } from '../../../../views/catalogue.ts'
import { endsTold, lastTold } from '../../../../views/charts/chart.ts'
import { linePath } from '../../../../views/charts/line-path.ts'
import { raceCharts } from '../../../../views/charts/race-charts.ts'
import { ticks } from '../../../../views/charts/ticks.ts'
import { aLap, racedSession } from '../../../fixtures/raced-session.ts'

test('ticks are round numbers within the span', () => {
  expect(ticks(0, 900, 6)).toEqual([0, 200, 400, 600, 800])
  expect(ticks(107.9, 109.3, 6)).toEqual([108, 108.5, 109])
  expect(ticks(0.28, 0.98, 6)).toEqual([0.4, 0.6, 0.8])
  expect(ticks(5, 5, 6)).toEqual([5])
})

test('ticks are never too many and never outside, whatever the span', () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(number, fc.double({ min: 0.01, max: 1e6, noNaN: true }), (low, span) => {
      const all = ticks(low, low + span, 6)
      // Less than any screen shows of a drawing, and the digits that a tick is written with.
      const nothing = span * 1e-6 + 1e-6
      expect(all.length).toBeLessThanOrEqual(6)
      for (const tick of all) {
        expect(tick).toBeGreaterThanOrEqual(low - nothing)
        expect(tick).toBeLessThanOrEqual(low + span + nothing)
      }
    }),
  )
})

/** The points that a path leads through. */
function pointsOf(path: string): string[] {
  let [x, y] = [0, 0]
  return [...path.matchAll(/([Mlh])(-?\d+) ?(-?\d+)?/g)].map(([, command, dx, dy]) => {
    if (command === 'M') [x, y] = [Number(dx), Number(dy)]
    else [x, y] = [x + Number(dx), y + Number(dy ?? 0)]
    return `${x},${y}`
  })
}

test('a line is written in steps, those of one direction as one', () => {
  const line = [0, 1, 2, 3].map((x) => ({ x: x * 10, y: x < 3 ? 50 : 40 }))
  expect(linePath(line)).toBe('M0 50h0l20 0l10-10')
  expect(linePath([null, { x: 5, y: 5 }, null, { x: 7, y: 7 }])).toBe('M5 5h0M7 7h0')
})

test('a line ends where its last point is, however many steps there were', () => {
  const point = fc.record({
    x: fc.integer({ min: 0, max: 20 }),
    y: fc.integer({ min: 0, max: 20 }),
  })
  fc.assert(
    fc.property(fc.array(point, { minLength: 1 }), (points) => {
      const through = pointsOf(linePath(points))
      const last = points.at(-1)!
      expect(through.at(-1)).toBe(`${last.x},${last.y}`)
    }),
  )
})

test('what nobody sends is not drawn', () => {
  const laps = [aLap(), aLap({ number: 2 })]
  expect(raceCharts(laps, [], true, en).map(({ id }) => id)).toEqual(['lap-time'])
  const { laps: raced, stops } = racedSession(40)
  const ids = raceCharts(raced, stops, false, en).map(({ id }) => id)
  expect(ids).toEqual(['lap-time', 'fuel', 'tread', 'tires', 'brakes', 'temperatures'])
})

test('a stop presses the other laps not flat: it touches the edge, and the chart says so', () => {
  const laps = [
    aLap({ timeMs: 108_000 }),
    aLap({ number: 2, timeMs: 109_000 }),
    aLap({ number: 3, timeMs: 180_000, flags: ['in', 'slow'] }),
  ]
  const [chart] = raceCharts(laps, [], false, en)
  expect(chart?.edges[1]).toBeLessThan(111)
  expect(chart?.note).toBe(en.charts.lapTimeNote)
})

test('a value that is estimated is told as such, and one that was measured too is not', () => {
  const line = { name: '', values: [1, 2, 2, 3, null], estimated: [true, true, false, true, false] }
  expect(endsTold(line, String, '≈')).toEqual(['≈1', '≈3'])
  expect(lastTold(line, String, '≈')).toBe('≈3')
  expect(endsTold({ ...line, values: [2, 2, 2, null, null] }, String, '≈')).toEqual(['2', '2'])
  const [chart] = raceCharts([aLap(), aLap({ number: 2, timeEstimated: true })], [], false, en)
  expect(chart && lastTold(chart.series[0]!, chart.told, '≈')).toBe('≈1:48.304')
})

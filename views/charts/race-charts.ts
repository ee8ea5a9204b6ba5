import type { Lap } from '../../src/race/lap.ts'
import type { Stop } from '../../src/race/stop.ts'
import { type Wheels, wheelNames } from '../../src/race/wheels.ts'
import { isValidLap } from '../../src/strategy/use-per-lap.ts'
import type { Catalogue } from '../catalogue.ts'
import { lapTime, lapTimeShort, percent, withUnit } from '../format.ts'
import { type Chart, extent, roomy, type Series } from './chart.ts'

/** What can be drawn of these laps; nothing of what nobody has sent. */
export function raceCharts(
  laps: readonly Lap[],
  stops: readonly Stop[],
  hasEnergy: boolean,
  words: Catalogue,
): readonly Chart[] {
  if (laps.length < 2) return []
  const { charts } = words
  const numbers = laps.map((lap) => lap.number)
  const base = { laps: numbers, stops: stopsWithin(stops, numbers) }
  const line = (name: string, of: (lap: Lap) => number | null): Series => ({
    name,
    values: laps.map(of),
  })
  const corners = (of: (lap: Lap) => Wheels<number | null>) =>
    wheelNames.map((wheel) => line(words.tires.corners[wheel], (lap) => of(lap)[wheel]))
  const temperature = (id: string, title: string, series: readonly Series[]) =>
    withSpan({ ...base, id, title, series, told: celsius, ticked: celsius }, 10)
  const all = [
    lapTimeChart(laps, base, words),
    withSpan(
      {
        ...base,
        id: 'fuel',
        title: charts.fuel,
        series: [line('', (lap) => lap.fuelLiters)],
        told: (liters) => withUnit(liters, 1, 'L'),
        ticked: (liters) => withUnit(liters, 0, 'L'),
      },
      4,
    ),
    hasEnergy
      ? share({ ...base, id: 'energy', title: charts.energy, series: [line('', energyOf)] })
      : null,
    share({ ...base, id: 'tread', title: charts.tread, series: corners((lap) => lap.wearRatio) }),
    temperature(
      'tires',
      charts.tireTemp,
      corners((lap) => lap.temperatures.tireTempC),
    ),
    temperature(
      'brakes',
      charts.brakeTemp,
      corners((lap) => lap.temperatures.brakeTempC),
    ),
    temperature('temperatures', charts.otherTemp, [
      line(charts.water, (lap) => lap.temperatures.waterTempC),
      line(charts.oil, (lap) => lap.temperatures.oilTempC),
      line(charts.track, (lap) => lap.temperatures.trackTempC),
      line(charts.air, (lap) => lap.temperatures.ambientTempC),
    ]),
  ]
  return all.filter((chart) => chart !== null)
}

const celsius = (tempC: number) => withUnit(tempC, 0, '°C')
const energyOf = (lap: Lap) => lap.energyRatio

function stopsWithin(stops: readonly Stop[], laps: readonly number[]): readonly number[] {
  const [first = 0, last = 0] = [laps[0], laps.at(-1)]
  return stops.map((stop) => stop.lap).filter((lap) => lap >= first && lap <= last)
}

/** As high as its values need, and no line for what nobody sends. */
function withSpan(chart: Omit<Chart, 'edges'>, leastSpan: number): Chart | null {
  const series = chart.series.filter(({ values }) => values.some((value) => value !== null))
  const ends = extent(series.flatMap(({ values }) => values))
  return ends === null ? null : { ...chart, series, edges: roomy(ends, leastSpan) }
}

const share = (chart: Pick<Chart, 'id' | 'title' | 'laps' | 'stops' | 'series'>): Chart | null =>
  withSpan({ ...chart, told: (ratio) => percent(ratio), ticked: (ratio) => percent(ratio) }, 0.1)

/** Seconds: so that its ticks are round ones. */
const LEAST_SECONDS = 2

/** From the best lap to the slowest at racing pace: a stop would press all the others flat. */
function lapTimeChart(
  laps: readonly Lap[],
  base: Pick<Chart, 'laps' | 'stops'>,
  { charts }: Catalogue,
): Chart | null {
  const seconds = (lap: Lap) => (lap.timeMs === null ? null : lap.timeMs / 1000)
  const all = laps.map(seconds)
  const atPace = extent(laps.filter(isValidLap).map(seconds))
  const ends = extent(all)
  if (ends === null) return null
  const edges = roomy(atPace ?? ends, LEAST_SECONDS)
  return {
    ...base,
    id: 'lap-time',
    title: charts.lapTime,
    series: [{ name: '', values: all, estimated: laps.map((lap) => lap.timeEstimated) }],
    told: (s) => lapTime(s * 1000),
    ticked: (s) => lapTimeShort(s * 1000),
    edges,
    ...(ends[1] > edges[1] ? { note: charts.lapTimeNote } : {}),
  }
}

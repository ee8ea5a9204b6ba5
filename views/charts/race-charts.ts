import type { Lap } from '../../src/race/lap.ts'
import type { Stop } from '../../src/race/stop.ts'
import { type Wheels, wheelNames } from '../../src/race/wheels.ts'
import { isValidLap } from '../../src/strategy/use-per-lap.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Figures, Measure } from '../figures.ts'
import { type Chart, extent, roomy, type Series } from './chart.ts'

/** What can be drawn of these laps; nothing of what nobody has sent. */
export function raceCharts(
  laps: readonly Lap[],
  stops: readonly Stop[],
  hasEnergy: boolean,
  words: Catalogue,
): readonly Chart[] {
  if (laps.length < 2) return []
  const { charts, figures } = words
  const numbers = laps.map((lap) => lap.number)
  const base = { laps: numbers, stops: stopsWithin(stops, numbers) }
  const line = (
    name: string,
    of: (lap: Lap) => number | null,
    { of: inUnit }: Of = own,
  ): Series => ({
    name,
    values: laps.map((lap) => {
      const value = of(lap)
      return value === null ? null : inUnit(value)
    }),
  })
  const corners = (of: (lap: Lap) => Wheels<number | null>, measure: Of = own) =>
    wheelNames.map((wheel) => line(words.tires.corners[wheel], (lap) => of(lap)[wheel], measure))
  const temperature = (id: string, title: string, series: readonly Series[]) =>
    withSpan({ ...base, ...measured(figures.temperature, figures), id, title, series }, 10)
  const all = [
    lapTimeChart(laps, base, words),
    withSpan(
      {
        ...base,
        ...measured(figures.volume, figures, 1),
        id: 'fuel',
        title: charts.fuel,
        series: [line('', (lap) => lap.fuelLiters, figures.volume)],
      },
      4,
    ),
    hasEnergy
      ? share(
          { ...base, id: 'energy', title: charts.energy, series: [line('', energyOf)] },
          figures,
        )
      : null,
    share(
      { ...base, id: 'tread', title: charts.tread, series: corners((lap) => lap.wearRatio) },
      figures,
    ),
    temperature(
      'tires',
      charts.tireTemp,
      corners((lap) => lap.temperatures.tireTempC, figures.temperature),
    ),
    temperature(
      'brakes',
      charts.brakeTemp,
      corners((lap) => lap.temperatures.brakeTempC, figures.temperature),
    ),
    temperature('temperatures', charts.otherTemp, [
      line(charts.water, (lap) => lap.temperatures.waterTempC, figures.temperature),
      line(charts.oil, (lap) => lap.temperatures.oilTempC, figures.temperature),
      line(charts.track, (lap) => lap.temperatures.trackTempC, figures.temperature),
      line(charts.air, (lap) => lap.temperatures.ambientTempC, figures.temperature),
    ]),
  ]
  return all.filter((chart) => chart !== null)
}

type Of = Pick<Measure, 'of'>

const own: Of = { of: (value) => value }

/** Of values that are in the viewer's unit already: its ticks shall be round ones there. */
function measured({ unit }: Measure, { withUnit }: Figures, digits = 0) {
  return {
    told: (value: number) => withUnit(value, digits, unit),
    ticked: (value: number) => withUnit(value, 0, unit),
  }
}

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

function share(
  chart: Pick<Chart, 'id' | 'title' | 'laps' | 'stops' | 'series'>,
  { percent }: Figures,
): Chart | null {
  const told = (ratio: number) => percent(ratio)
  return withSpan({ ...chart, told, ticked: told }, 0.1)
}

/** Seconds: so that its ticks are round ones. */
const LEAST_SECONDS = 2

/** From the best lap to the slowest at racing pace: a stop would press all the others flat. */
function lapTimeChart(
  laps: readonly Lap[],
  base: Pick<Chart, 'laps' | 'stops'>,
  { charts, figures }: Catalogue,
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
    told: (s) => figures.lapTime(s * 1000),
    ticked: (s) => figures.lapTimeShort(s * 1000),
    edges,
    ...(ends[1] > edges[1] ? { note: charts.lapTimeNote } : {}),
  }
}

import type { Lap } from '../../src/race/lap.ts'
import type { Stop } from '../../src/race/stop.ts'
import { type Wheels, wheelNames } from '../../src/race/wheels.ts'
import { type StintSummary, stintSummaries } from '../../src/strategy/stint-summary.ts'
import type { Catalogue } from '../catalogue.ts'
import { LineChart } from '../charts/line-chart.tsx'
import { raceCharts } from '../charts/race-charts.ts'
import { percentPoints, whole } from '../format.ts'
import { markup } from '../markup.ts'
import { rememberedMarkup } from '../remembered-markup.ts'
import { WideTable } from './wide-table.tsx'

/** The race in drawings, and beside them the same numbers by stint. */
export const chartsSection = rememberedMarkup(
  (laps: readonly Lap[], stops: readonly Stop[], withEnergy: boolean, words: Catalogue): string => {
    const charts = raceCharts(laps, stops, withEnergy, words)
    return markup(
      <section class="panel" id="charts">
        <h2 safe>{words.charts.title}</h2>
        {charts.length === 0 ? (
          <p class="note" safe>
            {words.charts.none}
          </p>
        ) : (
          <>
            <div class="charts">
              {charts.map((chart) => (
                <LineChart chart={chart} words={words} />
              ))}
            </div>
            <ByStint laps={laps} words={words} />
          </>
        )}
      </section>,
    )
  },
)

function ByStint({ laps, words }: { laps: readonly Lap[]; words: Catalogue }) {
  const { charts, race, tires } = words
  const corners = (title: string) => wheelNames.map((wheel) => `${title} ${tires.corners[wheel]}`)
  const rows = [...stintSummaries(laps)].toReversed().map(([stint, summary]) =>
    markup(
      <tr>
        <th scope="row" safe>
          {whole(stint)}
        </th>
        {cellsOf(summary).map((cell) => (
          <td safe>{cell}</td>
        ))}
      </tr>,
    ),
  )
  return (
    <details>
      <summary>
        <h3 safe>{charts.tableTitle}</h3>
      </summary>
      <WideTable
        title={charts.tableTitle}
        columns={[
          race.stints.stint,
          ...corners(charts.treadEnd),
          ...corners(charts.tires),
          ...corners(charts.brakes),
          ...[charts.water, charts.oil, charts.track, charts.air].map((name) => `${name} °C`),
        ]}
        rows={rows.join('')}
        words={words}
      />
    </details>
  )
}

function cellsOf({ endWearRatio, temperatures }: StintSummary): readonly string[] {
  const each = (values: Wheels<number | null>, told: (value: number | null) => string) =>
    wheelNames.map((wheel) => told(values[wheel]))
  const { tireTempC, brakeTempC, waterTempC, oilTempC, trackTempC, ambientTempC } = temperatures
  return [
    ...each(endWearRatio, (ratio) => percentPoints(ratio, 0)),
    ...each(tireTempC, whole),
    ...each(brakeTempC, whole),
    ...[waterTempC, oilTempC, trackTempC, ambientTempC].map(whole),
  ]
}

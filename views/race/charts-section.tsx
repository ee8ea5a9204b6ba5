import type { Lap } from '../../src/race/lap.ts'
import type { Stop } from '../../src/race/stop.ts'
import { type Wheels, wheelNames } from '../../src/race/wheels.ts'
import { type StintSummary, stintSummaries } from '../../src/strategy/stint-summary.ts'
import type { Catalogue } from '../catalogue.ts'
import { LineChart } from '../charts/line-chart.tsx'
import { raceCharts } from '../charts/race-charts.ts'
import { whole } from '../format.ts'
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
  const { charts, race, tires, figures } = words
  const degrees = figures.temperature.unit
  const corners = (title: string) => wheelNames.map((wheel) => `${title} ${tires.corners[wheel]}`)
  const rows = [...stintSummaries(laps)].toReversed().map(([stint, summary]) =>
    markup(
      <tr>
        <th scope="row" safe>
          {whole(stint)}
        </th>
        {cellsOf(summary, words).map((cell) => (
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
          ...corners(charts.tires(degrees)),
          ...corners(charts.brakes(degrees)),
          ...[charts.water, charts.oil, charts.track, charts.air].map(
            (name) => `${name} ${degrees}`,
          ),
        ]}
        rows={rows.join('')}
        words={words}
      />
    </details>
  )
}

function cellsOf(
  { endWearRatio, temperatures }: StintSummary,
  { figures }: Catalogue,
): readonly string[] {
  const each = (values: Wheels<number | null>, told: (value: number | null) => string) =>
    wheelNames.map((wheel) => told(values[wheel]))
  const degrees = (tempC: number | null) => figures.temperature.number(tempC)
  const { tireTempC, brakeTempC, waterTempC, oilTempC, trackTempC, ambientTempC } = temperatures
  return [
    ...each(endWearRatio, (ratio) => figures.percentPoints(ratio, 0)),
    ...each(tireTempC, degrees),
    ...each(brakeTempC, degrees),
    ...[waterTempC, oilTempC, trackTempC, ambientTempC].map(degrees),
  ]
}

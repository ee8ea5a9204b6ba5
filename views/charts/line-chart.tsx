import type { Catalogue } from '../catalogue.ts'
import { decimals } from '../format.ts'
import { type Chart, endsTold, lastTold, type Series } from './chart.ts'
import { Legend } from './legend.tsx'
import { linePath } from './line-path.ts'
import { ticks, wholeTicks } from './ticks.ts'

/** Units of the drawing, stretched to whatever room there is; texts stand outside of it and keep their size. */
const WIDTH = 1000
const HEIGHT = 100
/** Of the picture's height; below it stand the laps. */
const PLOT_PERCENT = 89
const TICKS_UP = 6
const TICKS_ALONG = 6

interface LineChartProps {
  readonly chart: Chart
  readonly words: Catalogue
}

/** Lines over the laps, with axes, units and the stops. Each line differs in its dashes too, not in colour alone. */
export function LineChart({ chart, words }: LineChartProps) {
  const { laps, stops, series, edges, note } = chart
  const [first = 0, last = 0] = [laps[0], laps.at(-1)]
  const alongOf = (lap: number) => (last > first ? (lap - first) / (last - first) : 0.5)
  const [low, high] = edges
  const downOf = (value: number) => 1 - Math.min(1, Math.max(0, (value - low) / (high - low)))
  const levels = ticks(low, high, TICKS_UP)
  return (
    <figure class="chart">
      <figcaption>
        <h3 safe>{chart.title}</h3>
        <Legend chart={chart} words={words} />
      </figcaption>
      <div class="plot">
        <svg aria-hidden="true">
          {levels.map((value) => (
            <LevelText text={chart.ticked(value)} down={downOf(value)} />
          ))}
        </svg>
        <svg role="img" aria-label={labelOf(chart, words)}>
          {levels.map((value) => (
            <Level down={downOf(value)} />
          ))}
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            width="100%"
            height={`${PLOT_PERCENT}%`}
            overflow="visible"
          >
            {stops.length === 0 ? '' : <path class="stops" d={stopPath(stops, alongOf)} />}
            {series.map(({ values }, i) => (
              <path
                class={`line line-${i + 1}`}
                d={linePath(pointsOf(values, laps, alongOf, downOf))}
              />
            ))}
          </svg>
          {wholeTicks(first, last, TICKS_ALONG).map((lap) => (
            <LapTick lap={lap} along={alongOf(lap)} />
          ))}
        </svg>
      </div>
      {note === undefined ? (
        ''
      ) : (
        <p class="note" safe>
          {note}
        </p>
      )}
    </figure>
  )
}

const percentAt = (share: number, of = 100) => `${decimals(share * of, 1)}%`

function Level({ down }: { down: number }) {
  const y = percentAt(down, PLOT_PERCENT)
  return <line class="grid" x1="0" x2="100%" y1={y} y2={y} />
}

/** Beside the drawing: no line runs through it. */
function LevelText({ text, down }: { text: string; down: number }) {
  return (
    <text x="100%" y={percentAt(down, PLOT_PERCENT)} dy="4" text-anchor="end" safe>
      {text}
    </text>
  )
}

function LapTick({ lap, along }: { lap: number; along: number }) {
  const anchor = along < 0.03 ? 'start' : along > 0.97 ? 'end' : 'middle'
  return (
    <text x={percentAt(along)} y="99%" text-anchor={anchor} safe>
      {String(lap)}
    </text>
  )
}

function pointsOf(
  values: Series['values'],
  laps: Chart['laps'],
  alongOf: (lap: number) => number,
  downOf: (value: number) => number,
) {
  return values.map((value, i) =>
    value === null ? null : { x: alongOf(laps[i] ?? 0) * WIDTH, y: downOf(value) * HEIGHT },
  )
}

const stopPath = (stops: Chart['stops'], alongOf: (lap: number) => number) =>
  stops.map((lap) => `M${Math.round(alongOf(lap) * WIDTH)} 0v${HEIGHT}`).join('')

/** What the lines say, for those who hear the page. */
function labelOf({ title, laps, stops, series, told }: Chart, words: Catalogue): string {
  const { charts, race, about } = words
  const lines = series.flatMap((line) => {
    const ends = endsTold(line, told, about)
    const last = lastTold(line, told, about)
    if (ends === null || last === null) return []
    return [charts.line(line.name, ends[0], ends[1], last)]
  })
  const range = race.laps.range(String(laps[0] ?? ''), String(laps.at(-1) ?? ''))
  return charts.label(title, range, lines.join('; '), stops.length)
}

import type { Catalogue } from '../catalogue.ts'
import { type Chart, lastTold } from './chart.ts'

interface LegendProps {
  readonly chart: Chart
  readonly words: Catalogue
}

/** Which line is whose, and where each stands now. */
export function Legend({ chart, words }: LegendProps) {
  const { series, stops, told } = chart
  return (
    <ul class="legend">
      {series.map((line, i) => {
        const last = lastTold(line, told, words.about) ?? words.unknown
        return (
          <li>
            <svg viewBox="0 0 28 8" aria-hidden="true">
              <path class={`line line-${i + 1}`} d="M1 4h26" />
            </svg>
            <span safe>
              {[line.name, words.charts.last, last].filter((part) => part !== '').join(' ')}
            </span>
          </li>
        )
      })}
      {stops.length === 0 ? (
        ''
      ) : (
        <li>
          <svg viewBox="0 0 8 12" aria-hidden="true">
            <path class="stops" d="M4 0v12" />
          </svg>
          <span safe>{words.charts.stop}</span>
        </li>
      )}
      <li class="unit-along" safe>
        {`→ ${words.charts.lap}`}
      </li>
    </ul>
  )
}

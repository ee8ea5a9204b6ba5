import { type Catalogue, en } from '../catalogue.ts'
import { unknown, valueSize } from '../format.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

/** The last lap; derived from two crossings where the simulator sends no time. */
export function lastLapPanel({ session }: Wall, words: Catalogue = en): string {
  const { telemetry, laps } = session
  const last = laps.at(-1) ?? null
  const sent = telemetry?.lastLapTimeMs ?? null
  const about = sent === null && last?.timeEstimated === true ? words.about : ''
  const time = words.figures.lapTime(sent ?? last?.timeMs)
  const [toSecond = unknown, thousandths] = time.split(words.decimalMark)
  const shown = `${about}${toSecond}`
  return markup(
    <>
      <h2 safe>{words.lastLap.title}</h2>
      <div class={['value', valueSize(shown) === '' ? 'is-long' : 'is-longer']}>
        <span safe>{shown}</span>
        {thousandths === undefined ? (
          ''
        ) : (
          <span class="unit" safe>
            {`${words.decimalMark}${thousandths}`}
          </span>
        )}
      </div>
      <div class="note">
        <span safe>{words.lastLap.best}</span>{' '}
        <b safe>{words.figures.lapTime(telemetry?.bestLapTimeMs)}</b>
      </div>
    </>,
  )
}

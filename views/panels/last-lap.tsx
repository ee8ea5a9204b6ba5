import { type Catalogue, en } from '../catalogue.ts'
import { lapTime, unknown, valueSize } from '../format.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

/** The last lap; derived from two crossings where the simulator sends no time. */
export function lastLapPanel({ session }: Wall, words: Catalogue = en): string {
  const { telemetry, laps } = session
  const last = laps.at(-1) ?? null
  const sent = telemetry?.lastLapTimeMs ?? null
  const about = sent === null && last?.timeEstimated === true ? words.about : ''
  const time = lapTime(sent ?? last?.timeMs)
  const [toSecond = unknown, thousandths] = time.split('.')
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
            {`.${thousandths}`}
          </span>
        )}
      </div>
      <div class="note">
        <span safe>{words.lastLap.best}</span> <b safe>{lapTime(telemetry?.bestLapTimeMs)}</b>
      </div>
    </>,
  )
}

import { allStints, type ChapterBooks } from '../../src/strategy/chapter-books.ts'
import { type DrivingTime, drivingTimes } from '../../src/strategy/driving-time.ts'
import type { Catalogue } from '../catalogue.ts'
import { hours, whole } from '../format.ts'
import { markup } from '../markup.ts'
import { WideTable } from './wide-table.tsx'

/** Who has driven for how long, and who rests since when. */
export function drivingTimesSection(books: ChapterBooks, words: Catalogue): string {
  const times = drivingTimes(allStints(books), books.drivenUntilMs)
  const { driving } = words.race
  const isRunning = books.endedAtMs === null
  const columns = [driving.driver, driving.stints, driving.total, driving.longest]
  if (isRunning) columns.push(driving.now)
  const rows = times.map((time) =>
    markup(
      <tr>
        <th scope="row" safe>
          {time.driverName ?? words.unknown}
        </th>
        <td safe>{whole(time.stints)}</td>
        <td safe>{hours(time.totalMs)}</td>
        <td safe>{hours(time.longestMs)}</td>
        {isRunning ? <td safe>{nowOf(time, words)}</td> : ''}
      </tr>,
    ),
  )
  return markup(
    <section class="panel" id="driving">
      <h2 safe>{driving.title}</h2>
      {times.length === 0 ? (
        <p class="note" safe>
          {driving.nobody}
        </p>
      ) : (
        <WideTable title={driving.title} columns={columns} rows={rows.join('')} words={words} />
      )}
    </section>,
  )
}

function nowOf({ currentMs, restMs }: DrivingTime, { race }: Catalogue): string {
  if (currentMs !== null) return race.driving.inCar(hours(currentMs))
  return race.driving.resting(hours(restMs))
}

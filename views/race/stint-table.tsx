import type { Stint } from '../../src/race/stint.ts'
import { allStints, type ChapterBooks } from '../../src/strategy/chapter-books.ts'
import { stintMs } from '../../src/strategy/driving-time.ts'
import { type StintSummary, stintSummaries } from '../../src/strategy/stint-summary.ts'
import type { Catalogue } from '../catalogue.ts'
import { duration, whole } from '../format.ts'
import { lapTimeTold } from '../lap-time-told.ts'
import { markup } from '../markup.ts'
import { TimeOfDay } from '../time-of-day.tsx'
import { WideTable } from './wide-table.tsx'

/** Every stint, newest first; the number leads to its laps. */
export function stintsSection(books: ChapterBooks, words: Catalogue): string {
  const { stints: titles } = words.race
  const summaries = stintSummaries(books.laps)
  const withEnergy = books.chapter.hasEnergy
  const columns = [
    titles.stint,
    titles.driver,
    titles.laps,
    titles.lapTime,
    titles.fuel(words.figures.volume.unit),
  ]
  if (withEnergy) columns.push(titles.energy)
  const rows = allStints(books)
    .toReversed()
    .map((stint) => {
      const summary = summaries.get(stint.number) ?? null
      return markup(<StintRow {...{ stint, summary, books, withEnergy, words }} />)
    })
  return markup(
    <section class="panel" id="stints">
      <h2 safe>{titles.title}</h2>
      <WideTable
        title={titles.title}
        columns={[...columns, titles.fromTo, titles.time]}
        rows={rows.join('')}
        words={words}
      />
    </section>,
  )
}

interface StintRowProps {
  readonly stint: Stint
  /** null: it has no lap yet. */
  readonly summary: StintSummary | null
  readonly books: ChapterBooks
  readonly withEnergy: boolean
  readonly words: Catalogue
}

function StintRow({ stint, summary, books, withEnergy, words }: StintRowProps) {
  const { startLap, endLap, startedAtMs, endedAtMs } = stint
  const average = lapTimeTold(
    summary && { timeMs: summary.lapTimeMs, timeEstimated: summary.lapTimeEstimated },
    words,
  )
  const isRunning = endedAtMs === null && books.endedAtMs === null
  return (
    <tr>
      <th scope="row">
        {summary === null ? (
          <span safe>{whole(stint.number)}</span>
        ) : (
          <a href={`#stint-${whole(stint.number)}`} safe>
            {whole(stint.number)}
          </a>
        )}
      </th>
      <td class="name" safe>
        {stint.driverName ?? words.unknown}
      </td>
      <td safe>{`${whole(startLap)}–${endLap === null ? '' : whole(endLap)}`}</td>
      <td safe>{average}</td>
      <td safe>{words.figures.volume.number(summary?.fuelPerLapLiters, 2)}</td>
      {withEnergy ? <td safe>{words.figures.percentPoints(summary?.energyPerLapRatio, 2)}</td> : ''}
      <td>
        <TimeOfDay atMs={startedAtMs} />
        {' – '}
        {isRunning ? (
          <span safe>{words.race.stints.running}</span>
        ) : (
          <TimeOfDay atMs={endedAtMs ?? books.drivenUntilMs} />
        )}
      </td>
      <td safe>{duration(stintMs(stint, books.drivenUntilMs))}</td>
    </tr>
  )
}

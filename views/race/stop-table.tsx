import type { Stop } from '../../src/race/stop.ts'
import { wheelNames } from '../../src/race/wheels.ts'
import type { ChapterBooks } from '../../src/strategy/chapter-books.ts'
import type { Catalogue } from '../catalogue.ts'
import { duration, whole } from '../format.ts'
import { markup } from '../markup.ts'
import { TimeOfDay } from '../time-of-day.tsx'
import { WideTable } from './wide-table.tsx'

/** Every stop, newest first. */
export function stopsSection({ stops, chapter }: ChapterBooks, words: Catalogue): string {
  const { stops: titles } = words.race
  const columns = [titles.lap, titles.standing, titles.fuel(words.figures.volume.unit)]
  if (chapter.hasEnergy) columns.push(titles.energy)
  const rows = stops
    .toReversed()
    .map((stop) => markup(<StopRow stop={stop} withEnergy={chapter.hasEnergy} words={words} />))
  return markup(
    <section class="panel" id="stops">
      <h2 safe>{titles.title}</h2>
      {stops.length === 0 ? (
        <p class="note" safe>
          {titles.none}
        </p>
      ) : (
        <WideTable
          title={titles.title}
          columns={[...columns, titles.tires, titles.drivers, titles.at]}
          rows={rows.join('')}
          words={words}
        />
      )}
    </section>,
  )
}

interface StopRowProps {
  readonly stop: Stop
  readonly withEnergy: boolean
  readonly words: Catalogue
}

function StopRow({ stop, withEnergy, words }: StopRowProps) {
  const { stops: told } = words.race
  const { from, to, standingMs } = stop
  return (
    <tr>
      <th scope="row" safe>
        {whole(stop.lap)}
      </th>
      <td safe>
        {[
          standingMs === null ? told.unwatched : duration(standingMs),
          ...(stop.isPenalty === true ? [told.penalty] : []),
        ].join(' · ')}
      </td>
      <td safe>{words.figures.volume.signedNumber(stop.fuelAddedLiters, 1)}</td>
      {withEnergy ? <td safe>{words.figures.percentPoints(stop.energyAddedRatio, 0)}</td> : ''}
      <td safe>{tiresOf(stop, words)}</td>
      <td class="name" safe>
        {from === to ? (to ?? words.unknown) : `${from ?? words.unknown} → ${to ?? words.unknown}`}
      </td>
      <td>
        <TimeOfDay atMs={stop.atMs} />
      </td>
    </tr>
  )
}

function tiresOf({ tiresChanged }: Stop, { race, tires }: Catalogue): string {
  if (tiresChanged.length === 0) return race.stops.noTires
  if (tiresChanged.length === wheelNames.length) return race.stops.allTires
  return tiresChanged.map((wheel) => tires.corners[wheel]).join(', ')
}

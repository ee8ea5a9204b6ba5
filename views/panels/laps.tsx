import type { Lap } from '../../src/race/lap.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { unknown, whole } from '../format.ts'
import { flagsInWords } from '../lap-flags.ts'
import { lapTimeTold } from '../lap-time-told.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

const LAPS_SHOWN = 8

/** The last laps, newest first. */
export function lapsPanel({ session, outlook }: Wall, words: Catalogue = en): string {
  const laps = session.laps.slice(-LAPS_SHOWN).reverse()
  const withEnergy = outlook.energy !== null
  return markup(
    <>
      <h2>
        <span safe>{words.laps.title}</span>
        {laps.length === 0 ? (
          <span class="aside" safe>
            {words.laps.none}
          </span>
        ) : (
          ''
        )}
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col" safe>
              {words.laps.lap}
            </th>
            <th scope="col" safe>
              {words.laps.time}
            </th>
            <th scope="col" safe>
              {words.laps.fuel(words.figures.volume.unit)}
            </th>
            {withEnergy ? (
              <th scope="col" safe>
                {words.laps.energy}
              </th>
            ) : (
              ''
            )}
          </tr>
        </thead>
        <tbody>
          {laps.map((lap) => (
            <LapRow lap={lap} withEnergy={withEnergy} words={words} />
          ))}
          {Array.from({ length: LAPS_SHOWN - laps.length }, () => (
            <RowToCome />
          ))}
        </tbody>
      </table>
    </>,
  )
}

/** Keeps the place of a lap that is still to be driven: nothing on the page moves when it is. */
function RowToCome() {
  return (
    <tr class="is-to-come">
      <td colspan="4">{unknown}</td>
    </tr>
  )
}

/** More would take a second line on a phone, and push everything below it down. */
const FLAGS_SHOWN = 2

interface LapRowProps {
  readonly lap: Lap
  readonly withEnergy: boolean
  readonly words: Catalogue
}

function LapRow({ lap, withEnergy, words }: LapRowProps) {
  const flags = flagsInWords(lap, words, FLAGS_SHOWN)
  return (
    <tr class={lap.flags.length > 0 ? 'is-out' : ''}>
      <th scope="row">
        <span safe>{whole(lap.number)}</span>
        {flags === '' ? (
          ''
        ) : (
          <span class="flags" safe>
            {` ${flags}`}
          </span>
        )}
      </th>
      <td safe>{lapTimeTold(lap, words)}</td>
      <td safe>{words.figures.volume.number(lap.fuelUsedLiters, 2)}</td>
      {withEnergy ? <td safe>{words.figures.decimals(percentOf(lap.energyUsedRatio), 2)}</td> : ''}
    </tr>
  )
}

const percentOf = (ratio: number | null) => (ratio === null ? null : ratio * 100)

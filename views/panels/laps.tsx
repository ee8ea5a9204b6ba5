import type { Lap } from '../../src/race/lap.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { decimals, lapTime, whole } from '../format.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

const LAPS_SHOWN = 8

/** The last laps, newest first. */
export function lapsPanel({ session, outlook }: Wall, words: Catalogue = en): string {
  const laps = session.laps.slice(-LAPS_SHOWN).reverse()
  const withEnergy = outlook.energy !== null
  return markup(
    <>
      <h2 safe>{words.laps.title}</h2>
      {laps.length === 0 ? (
        <p class="note" safe>
          {words.laps.none}
        </p>
      ) : (
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
                {words.laps.fuel}
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
          </tbody>
        </table>
      )}
    </>,
  )
}

interface LapRowProps {
  readonly lap: Lap
  readonly withEnergy: boolean
  readonly words: Catalogue
}

function LapRow({ lap, withEnergy, words }: LapRowProps) {
  const flags = lap.flags.map((flag) => words.laps.flags[flag]).join(', ')
  const about = lap.timeEstimated && lap.timeMs !== null ? words.about : ''
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
      <td safe>{`${about}${lapTime(lap.timeMs)}`}</td>
      <td safe>{decimals(lap.fuelUsedLiters, 2)}</td>
      {withEnergy ? <td safe>{decimals(percentOf(lap.energyUsedRatio), 2)}</td> : ''}
    </tr>
  )
}

const percentOf = (ratio: number | null) => (ratio === null ? null : ratio * 100)

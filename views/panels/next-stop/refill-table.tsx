import type { Refill } from '../../../src/strategy/stop/refill.ts'
import type { RefillRow } from '../../../src/strategy/stop/refill-table.ts'
import type { Catalogue } from '../../catalogue.ts'
import { unknown, whole } from '../../format.ts'
import type { Wall } from '../../wall.ts'

/** Two on either side of the plan, and the flag. */
const ROWS_MOST = 6

/** What to set in the car's menu, which takes the level after the service: by laps and way of driving. */
export function RefillTable({ wall, words }: { wall: Wall; words: Catalogue }) {
  const { nextStop } = words
  const { columns } = nextStop
  const { refill } = wall.outlook
  return (
    <>
      <table class="refill">
        <caption class="for-ears" safe>
          {nextStop.table}
        </caption>
        <thead>
          <tr>
            {[columns.laps, columns.push, columns.average, columns.save].map((column) => (
              <th scope="col" safe>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {refill.map((row) => (
            <Row row={row} words={words} />
          ))}
          {Array.from({ length: ROWS_MOST - refill.length }, () => (
            <tr class="is-to-come">
              <td colspan="4">{unknown}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note" safe>
        {notes(refill, words)}
      </p>
    </>
  )
}

function Row({ row, words }: { row: RefillRow; words: Catalogue }) {
  const { nextStop } = words
  const marks = [row.isPlan ? nextStop.plan : null, row.isToFlag ? nextStop.toFlag : null]
  const mark = marks.filter((each) => each !== null).join(', ')
  return (
    <tr class={row.isPlan ? 'is-plan' : ''}>
      <th scope="row">
        <span safe>{whole(row.laps)}</span>
        {mark === '' ? (
          ''
        ) : (
          <span class="flags" safe>
            {` ${mark}`}
          </span>
        )}
      </th>
      {[row.push, row.average, row.save].map((refill) => (
        <Cell refill={refill} words={words} />
      ))}
    </tr>
  )
}

/** Energy decides, and fuel goes with it; a car without virtual energy has fuel alone. */
function Cell({ refill, words }: { refill: Refill; words: Catalogue }) {
  const { energyPercent, fuelLiters, fits } = refill
  const { figures } = words
  const fuel = figures.volume.told(fuelLiters)
  const energy = figures.withUnit(energyPercent, 0, '%')
  return (
    <td class={fits ? '' : 'is-warn'}>
      <b safe>{`${fits ? '' : '▲ '}${energyPercent === null ? fuel : energy}`}</b>
      {energyPercent === null ? (
        ''
      ) : (
        <span class="with" safe>
          {fuel}
        </span>
      )}
    </td>
  )
}

function notes(rows: readonly RefillRow[], { nextStop, figures }: Catalogue): string {
  const plan = rows.find(({ isPlan }) => isPlan) ?? null
  const liters = plan?.average.litersPerPercent ?? null
  const isTooMuch = rows.some(({ push, average, save }) =>
    [push, average, save].some(({ fits }) => !fits),
  )
  const ratio =
    liters === null ? null : nextStop.ratio(figures.volume.number(liters, 3), figures.volume.unit)
  return [ratio, isTooMuch ? `▲ ${nextStop.tooMuch}` : null]
    .filter((note) => note !== null)
    .join(' · ')
}

import type { Lap } from '../../src/race/lap.ts'
import { lapsByTurn } from '../../src/strategy/laps-by-turn.ts'
import { worstWheel } from '../../src/strategy/worst-wheel.ts'
import type { Catalogue } from '../catalogue.ts'
import { whole } from '../format.ts'
import { flagsInWords } from '../lap-flags.ts'
import { lapTimeTold } from '../lap-time-told.ts'
import { markup } from '../markup.ts'
import { rememberedMarkup } from '../remembered-markup.ts'
import { WideTable } from './wide-table.tsx'

/** Every lap, newest first, a table for each stint: the newest open. */
export const lapsSection = rememberedMarkup(
  (laps: readonly Lap[], withEnergy: boolean, words: Catalogue): string => {
    const { laps: titles } = words.race
    const { unit } = words.figures.volume
    const columns = [titles.time, titles.fuelUsed(unit), titles.fuel(unit)]
    if (withEnergy) columns.push(titles.energyUsed, titles.energy)
    return markup(
      <section class="panel" id="lap-tables">
        <h2 safe>{titles.title}</h2>
        <p class="note" safe>
          {laps.length === 0 ? titles.none : titles.note}
        </p>
        {lapsByTurn(laps)
          .toReversed()
          .map((ofTurn, i) => (
            <LapsOfStint
              laps={ofTurn}
              columns={[titles.lap, ...columns, titles.tread, titles.remarks]}
              withEnergy={withEnergy}
              isOpen={i === 0}
              words={words}
            />
          ))}
      </section>,
    )
  },
)

interface LapsOfStintProps {
  readonly laps: readonly Lap[]
  readonly columns: readonly string[]
  readonly withEnergy: boolean
  readonly isOpen: boolean
  readonly words: Catalogue
}

function LapsOfStint({ laps, columns, withEnergy, isOpen, words }: LapsOfStintProps) {
  const [first, last] = [laps[0], laps.at(-1)]
  if (first === undefined || last === undefined) return ''
  const { laps: titles } = words.race
  const title = titles.summary(first.stint)
  const driver = first.driverName ?? words.unknown
  const rows = laps.toReversed().map((lap) => rowOf(lap, withEnergy, words))
  return (
    <details id={`stint-${whole(first.stint)}`} open={isOpen}>
      <summary>
        <h3 safe>{`${title} · ${driver}`}</h3>
        <span class="note" safe>
          {titles.range(whole(first.number), whole(last.number))}
        </span>
      </summary>
      <WideTable
        title={`${title}, ${driver}`}
        columns={columns}
        rows={rows.join('')}
        words={words}
      />
    </details>
  )
}

/** A lap stays as it is: the next one makes one new row, not 900. */
const rowOf = rememberedMarkup((lap: Lap, withEnergy: boolean, words: Catalogue): string => {
  const worst = worstWheel(lap.wearRatio)
  const cells = [
    lapTimeTold(lap, words),
    words.figures.volume.number(lap.fuelUsedLiters, 2),
    words.figures.volume.number(lap.fuelLiters, 1),
    ...(withEnergy
      ? [
          words.figures.percentPoints(lap.energyUsedRatio, 2),
          words.figures.percentPoints(lap.energyRatio, 1),
        ]
      : []),
    worst === null
      ? words.unknown
      : `${words.figures.percentPoints(worst.leftRatio, 0)} ${words.tires.corners[worst.wheel]}`,
    flagsInWords(lap, words),
  ]
  return markup(
    <tr class={lap.flags.length > 0 ? 'is-out' : undefined}>
      <th scope="row" safe>
        {whole(lap.number)}
      </th>
      {cells.map((cell) => (
        <td safe>{cell}</td>
      ))}
    </tr>,
  )
})

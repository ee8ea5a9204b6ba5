import { type Catalogue, en } from '../catalogue.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

/** Which car, where, in what: changes a few times in a day. */
export function carPanel({ session }: Wall, words: Catalogue = en): string {
  const { telemetry, chapter } = session
  const car = session.name ?? telemetry?.carName ?? telemetry?.carModel ?? words.status.noCar
  const { number, team } = carNumber(car)
  const where = [chapter?.trackName, chapter?.sessionType, telemetry?.vehicleClass]
  const place = where.filter((part) => typeof part === 'string').join(' · ')
  return markup(
    <>
      {number === null ? '' : <b safe>{number}</b>} <span safe>{team}</span>
      {place === '' ? (
        ''
      ) : (
        <span class="where" safe>
          {` · ${place}`}
        </span>
      )}
    </>,
  )
}

/** Simulators put the number into the name: "Example Racing #35:ELMS25". */
function carNumber(name: string): { number: string | null; team: string } {
  const match = /^(.*?)\s*(#\d{1,3})\b(?::\S*)?\s*(.*)$/.exec(name)
  if (match === null) return { number: null, team: name }
  const [, before = '', number = '', after = ''] = match
  return { number, team: [before, after].filter((part) => part !== '').join(' ') }
}

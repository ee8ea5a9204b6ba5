import { presence } from '../../src/race/presence.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { duration, isLong, whole } from '../format.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

/** How long until the car must come in. */
export function stintLeftPanel({ session, outlook }: Wall, words: Catalogue = en): string {
  const { stint } = session
  const left = duration(outlook.stintLeftMs)
  const about = outlook.stintLeftMs !== null && presence(session) === 'offline' ? words.about : ''
  return markup(
    <>
      <h2 safe>{words.stintLeft.title}</h2>
      <div class={['value', isLong(`${about}${left}`) && 'is-long']} safe>
        {`${about}${left}`}
      </div>
      <div class="note">
        {stint === null ? (
          <span safe>{words.stintLeft.unknown}</span>
        ) : (
          <>
            <span safe>{words.stintLeft.stint}</span> <b safe>{whole(stint.number)}</b>
            <span safe>{` · ${words.stintLeft.sinceLap} ${whole(stint.startLap)}`}</span>
          </>
        )}
      </div>
    </>,
  )
}

import { type Catalogue, en } from '../catalogue.ts'
import { estimateMark } from '../estimate.ts'
import { duration, unknown, valueSize, whole } from '../format.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

/** How long until the car must come in. */
export function stintLeftPanel(wall: Wall, words: Catalogue = en): string {
  const { stint } = wall.session
  const { stintLeftMs } = wall.outlook
  const left =
    stintLeftMs === null ? unknown : `${estimateMark(wall, words)}${duration(stintLeftMs)}`
  return markup(
    <>
      <h2 safe>{words.stintLeft.title}</h2>
      <div class={['value', valueSize(left)]} safe>
        {left}
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

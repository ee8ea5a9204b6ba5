import type { Range } from '../../src/strategy/laps-range.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { estimateMark } from '../estimate.ts'
import { unknown, valueSize, whole } from '../format.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

/** From here on the pit crew should be getting ready; guessed. */
const LOW_LAPS = 3

/** How many laps the car can still drive, and what ends them. */
export function lapsLeftPanel(wall: Wall, words: Catalogue = en): string {
  const left = wall.outlook.lapsLeft
  const low = left !== null && left.laps < LOW_LAPS
  const laps =
    left === null ? unknown : `${estimateMark(wall, words)}${words.figures.decimals(left.laps, 1)}`
  return markup(
    <>
      <h2>
        <span safe>{words.lapsLeft.title}</span>
        {low ? (
          <span class="is-warn" safe>
            {`▼ ${words.lapsLeft.low}`}
          </span>
        ) : (
          ''
        )}
      </h2>
      <div class={['value', low && 'is-warn', valueSize(laps)]} safe>
        {laps}
      </div>
      <Limit wall={wall} words={words} />
    </>,
  )
}

/** What ends the stint, and whether that is measured yet or only what the setup promised. */
function Limit({ wall, words }: { wall: Wall; words: Catalogue }) {
  const { lapsLeft: left, fuel, energy } = wall.outlook
  if (left === null) {
    return (
      <div class="note" safe>
        {words.lapsLeft.unknown}
      </div>
    )
  }
  const other = left.otherLaps
  const range = straddling(left.range, words)
  const limiting = left.limitedBy === 'virtual-energy' ? energy : fuel
  return (
    <div class="note">
      <b safe>{words.lapsLeft.limits[left.limitedBy ?? 'unknown']}</b>
      {other === null || left.limitedBy === null ? (
        ''
      ) : (
        <span
          safe
        >{` · ${words.lapsLeft.other[left.limitedBy]} ${words.figures.decimals(other, 1)}`}</span>
      )}
      {range === null ? '' : <span safe>{` · ${range}`}</span>}
      {limiting?.usePerLap?.basis === 'setup' ? (
        <span safe>{` · ${words.lapsLeft.fromSetup}`}</span>
      ) : (
        ''
      )}
    </div>
  )
}

/** "17–18", where the range straddles a whole lap: one of them would be a false promise. */
function straddling(range: Range | null, { lapsLeft }: Catalogue): string | null {
  if (range === null) return null
  const [low, high] = [Math.floor(range.low), Math.floor(range.high)]
  return low === high ? null : lapsLeft.range(whole(low), whole(high))
}

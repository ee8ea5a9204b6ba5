import type { Outlook } from '../../../src/strategy/outlook.ts'
import { type Catalogue, en } from '../../catalogue.ts'
import { estimateMark } from '../../estimate.ts'
import { unknown, whole } from '../../format.ts'
import { markup } from '../../markup.ts'
import type { Wall } from '../../wall.ts'
import { RefillTable } from './refill-table.tsx'

/** When to box, what it takes, and what to set. */
export function nextStopPanel(wall: Wall, words: Catalogue = en): string {
  const { nextStop } = words
  const { pit } = wall.outlook
  const verdict = pit === null ? null : pit.verdict
  const isUrgent =
    verdict !== null && verdict.kind !== 'box-in' && verdict.kind !== 'no-stop-needed'
  return markup(
    <>
      <h2>
        <span safe>{nextStop.title}</span>
        <span class={isUrgent ? 'is-warn' : 'aside'} safe>
          {verdict === null ? '' : `${isUrgent ? '▲ ' : ''}${verdictTold(wall, words)}`}
        </span>
      </h2>
      <dl class="facts is-three">
        <Fact name={nextStop.lastSafeLap} value={lastSafeLap(wall, words)} />
        <Fact name={nextStop.window} value={windowTold(pit, words)} />
        <Fact name={nextStop.time} value={stopTotal(wall.outlook, words)} />
      </dl>
      <p class="note" safe>
        {pit === null ? nextStop.unknown : stopParts(wall.outlook, words)}
      </p>
      <RefillTable wall={wall} words={words} />
    </>,
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt safe>{name}</dt>
      <dd safe>{value}</dd>
    </div>
  )
}

function verdictTold(wall: Wall, words: Catalogue): string {
  const { nextStop } = words
  const { pit } = wall.outlook
  if (pit === null) return ''
  if (pit.comingIn?.basis === 'in-pits') return nextStop.inPits
  const { verdict } = pit
  const told = nextStop.verdicts[verdict.kind](verdict.kind === 'box-in' ? verdict.laps : 0)
  return wall.outlook.estimate?.kind === 'going-on' ? `${words.about}${told}` : told
}

function lastSafeLap(wall: Wall, words: Catalogue): string {
  const lap = wall.outlook.pit?.lastSafeLap ?? null
  return lap === null ? unknown : `${estimateMark(wall, words)}${words.nextStop.lap(whole(lap))}`
}

function windowTold(pit: Outlook['pit'], { nextStop }: Catalogue): string {
  const window = pit?.window ?? null
  if (window === null) return unknown
  const { opensLap, closesLap } = window
  return opensLap === closesLap
    ? nextStop.lap(whole(closesLap))
    : nextStop.laps(whole(opensLap), whole(closesLap))
}

/** Always an estimate: nobody knows how the crew will do. */
const stopTotal = ({ stopTime }: Outlook, { about, figures }: Catalogue): string =>
  stopTime === null ? unknown : `${about}${figures.seconds(stopTime.totalMs, 0)}`

function stopParts({ stopTime, pit }: Outlook, { nextStop, figures }: Catalogue): string {
  if (stopTime === null) return ''
  const seconds = (ms: number) => figures.decimals(ms / 1000, 0)
  const { refuelMs, tiresMs, damageMs, laneMs, laneBasis } = stopTime
  const parts = nextStop.timeParts(
    seconds(refuelMs),
    seconds(tiresMs),
    `${seconds(laneMs)} (${nextStop.laneBasis[laneBasis]})`,
  )
  const called = pit?.comingIn?.basis === 'call' ? ` · ${nextStop.called}` : ''
  return `${parts}${damageMs > 0 ? nextStop.damage(seconds(damageMs)) : ''}${called}`
}

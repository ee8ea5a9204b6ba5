import type { FinishOutlook } from '../../../src/strategy/finish/finish-outlook.ts'
import type { Catalogue } from '../../catalogue.ts'
import { unknown, whole } from '../../format.ts'
import type { Wall } from '../../wall.ts'
import { amounts } from './amounts.ts'

/** What the flag still asks for. Every place is there from the start, so that nothing moves when it is known. */
export function WayToFlag({ wall, words }: { wall: Wall; words: Catalogue }) {
  const { energy } = words
  const { finish } = wall.outlook
  return (
    <>
      <dl class="facts is-three">
        <div>
          <dt safe>{energy.toFinish}</dt>
          <dd safe>{toFinish(wall, words)}</dd>
        </div>
        <div>
          <dt safe>{energy.stopsLeft}</dt>
          <dd safe>{stopsLeft(finish)}</dd>
        </div>
        <div>
          <dt safe>{energy.saving}</dt>
          <dd safe>{saving(wall, words)}</dd>
        </div>
      </dl>
      <p class="note flag" safe>
        {flagTold(wall, words)}
      </p>
    </>
  )
}

/** Of what limits the stint; "+" is what has to go in. */
function toFinish({ outlook }: Wall, words: Catalogue): string {
  const missing = outlook.toFinish
  if (missing === null) return unknown
  const { energyPercent, fuelLiters } = missing
  const isByEnergy = energyPercent !== null && outlook.lapsLeft?.limitedBy !== 'fuel'
  return isByEnergy
    ? amounts('ve', words).signed(energyPercent)
    : amounts('fuel', words).signed(fuelLiters)
}

/** "3", or "3–4" where the flag of the leader decides. */
function stopsLeft(finish: FinishOutlook | null): string {
  if (finish === null || finish.stopsLeft === null) return unknown
  const all = [finish.stopsLower, finish.stopsLeft, finish.stopsUpper].filter((n) => n !== null)
  const [least, most] = [Math.min(...all), Math.max(...all)]
  return least === most ? whole(least) : `${whole(least)}–${whole(most)}`
}

/** "2.29 %/lap −4 %" */
function saving({ outlook }: Wall, words: Catalogue): string {
  const target = outlook.saving
  if (target === null) return unknown
  const { energyPercentPerLap, fuelLitersPerLap, savedRatio } = target
  const isByEnergy = energyPercentPerLap !== null && outlook.lapsLeft?.limitedBy !== 'fuel'
  const amount = isByEnergy
    ? amounts('ve', words).told(energyPercentPerLap, 2)
    : amounts('fuel', words).told(fuelLitersPerLap, 2)
  const { energy, figures } = words
  return `${energy.perLap(amount)} ${energy.savingBy(figures.percent(savedRatio, 1))}`
}

/** How far it is, and who says so. */
function flagTold({ outlook }: Wall, { energy, figures }: Catalogue): string {
  const { finish, ask } = outlook
  if (ask === 'race-end') return energy.askRaceEnd
  if (finish === null) return energy.noFlag
  const { best, lower, upper, leader, basis } = finish
  const laps = (n: number) => figures.decimals(n, 1)
  const told = lower === upper ? laps(best) : `${laps(lower)}–${laps(upper)}`
  return [
    energy.toFlag(told),
    energy.leader[leader],
    ...(basis === 'engineer' ? [energy.raceEndEntered] : []),
  ].join(' · ')
}

import { seededRandom } from '../../../src/cli/race/seeded-random.ts'
import type { SavingTarget } from '../../../src/strategy/finish/saving-target.ts'
import type { Outlook } from '../../../src/strategy/outlook.ts'
import type { DrivenRace } from './driven-race.ts'
import type { Oracle } from './oracle.ts'
import { truthAt, useOf } from './truth-at.ts'

/** As a driver keeps to a number on his wheel. */
const SCATTER_RATIO = 0.012

/** Whether a car that is driven to the target from here on really stops once less, and is never dry. */
export function savesTheStop(driven: DrivenRace, target: SavingTarget, oracle: Oracle): boolean {
  const { race, atMs, given } = driven
  const hasEnergy = target.energyPercentPerLap !== null
  const use = target.energyPercentPerLap ?? target.fuelLitersPerLap ?? Number.NaN
  const sample = race.sampleAt(atMs)
  const { part } = truthAt(driven)
  const random = seededRandom(given.options.seed + atMs)
  const flagMs = race.truth.leaderFlagAtMs
  let level = hasEnergy ? sample.load.energyRatio * 100 : sample.load.fuelLiters
  let nowMs = atMs
  let stops = 0
  for (let lap = 0; ; lap++) {
    const share = lap === 0 ? 1 - part : 1
    const spent = use * (1 + random.bell('saves', lap) * SCATTER_RATIO) * share
    if (spent > level) return false
    level -= spent
    nowMs += oracle.lapMs * share
    if (nowMs >= flagMs) return stops <= target.stopsLeft
    // In, if what is left does not last another lap at the worst that the driver does.
    if (level < use * (1 + 2.5 * SCATTER_RATIO)) {
      level = oracle.fill
      nowMs += oracle.stopLossMs
      stops++
    }
  }
}

/**
 * Whether what the table says to set for the plan lasts as many laps as it says, driven as they were really driven; null:
 * there is no plan, or those laps were not driven in one stint.
 */
export function refillLasts(driven: DrivenRace, outlook: Outlook): boolean | null {
  const plan = outlook.refill.find(({ isPlan }) => isPlan)
  if (plan === undefined || !plan.average.fits) return null
  const { race, atMs } = driven
  const hasEnergy = plan.average.energyPercent !== null
  const level = plan.average.energyPercent ?? plan.average.fuelLiters
  if (level === null) return null
  const { laps } = race.truth
  const from = laps.findIndex(({ startedAtMs, isOutLap }) => isOutLap && startedAtMs >= atMs)
  const stint = laps.slice(from, from + plan.laps)
  if (from < 0 || stint.length < plan.laps) return null
  const racing = stint.filter(({ isInLap }) => !isInLap)
  const perLap = racing.reduce((sum, lap) => sum + useOf(hasEnergy)(lap), 0) / racing.length
  return perLap * plan.laps <= level
}

import type { SeededRandom } from './seeded-random.ts'

/** What the driver turns at the wheel while racing. */
export interface LiveSettings {
  readonly brakeBiasPercent: number
  readonly tc: number
  readonly tcSlip: number
  readonly tcCut: number
  readonly abs: number
  readonly motorMap: number
  readonly arbFront: number
  readonly arbRear: number
}

export const settingsAtTheStart: LiveSettings = {
  brakeBiasPercent: 53.4,
  tc: 6,
  tcSlip: 6,
  tcCut: 7,
  abs: 7,
  motorMap: 1,
  arbFront: 8,
  arbRear: 7,
}

/** Guessed from how drivers talk: something is turned about every eighth lap. */
const CHANGE_CHANCE = 1 / 8

/** Name, step and range of each: the stops of the wheel's switches. */
const switches = [
  ['brakeBiasPercent', 0.2, 51, 56],
  ['tc', 1, 3, 9],
  ['tcSlip', 1, 4, 8],
  ['tcCut', 1, 5, 9],
  ['abs', 1, 5, 9],
  ['motorMap', 1, 1, 3],
  ['arbFront', 1, 6, 10],
  ['arbRear', 1, 5, 9],
] as const

export function settingsForLap(
  before: LiveSettings,
  lap: number,
  random: SeededRandom,
): LiveSettings {
  if (random.unit('turns a switch', lap) >= CHANGE_CHANCE) return before
  const chosen = switches[Math.floor(random.unit('which switch', lap) * switches.length)]
  if (chosen === undefined) return before
  const [name, step, least, most] = chosen
  const turned = before[name] + (random.unit('which way', lap) < 0.5 ? -step : step)
  return { ...before, [name]: Number(Math.max(least, Math.min(most, turned)).toFixed(1)) }
}

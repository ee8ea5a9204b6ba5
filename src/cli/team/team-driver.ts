import type { Dialect } from '../invented-race.ts'
import type { DriverHand } from '../race/lap-character.ts'
import type { SeededRandom } from '../race/seeded-random.ts'

/** A driver with a PC of his own, and what that PC is like. */
export interface TeamDriver {
  readonly name: string
  readonly dialect: Dialect
  /** The PC's clock minus the true one. */
  readonly clockOffsetMs: number
  readonly hand: DriverHand
}

const names = ['Ana Lima', 'Ben Okafor', 'Cleo Marsh', 'Dan Virtanen', 'Eva Novak', 'Finn Moreau']
const EXISTING_CHANCE = 0.4
const WRONG_CLOCK_CHANCE = 0.3
const WRONG_BY_MS = 3 * 3_600_000
const USUAL_CLOCK_MS = 900
const PACE_MS = 500
const USE_RATIO = 0.012

/** @param given how many, or what is known of each: the rest is drawn */
export function teamDrivers(
  given: number | readonly Partial<TeamDriver>[],
  random: SeededRandom,
): readonly TeamDriver[] {
  const known = typeof given === 'number' ? Array.from({ length: given }, () => ({})) : given
  return known.map((driver, i) => ({
    name: names[i] ?? `Driver ${i + 1}`,
    dialect: random.unit('dialect', i) < EXISTING_CHANCE ? 'existing' : 'units',
    clockOffsetMs: clockOffsetMs(i, random),
    hand: {
      paceMs: i === 0 ? 0 : Math.round(random.bell('driver pace', i) * PACE_MS),
      useRatio: i === 0 ? 1 : 1 + random.bell('driver use', i) * USE_RATIO,
    },
    ...driver,
  }))
}

function clockOffsetMs(driver: number, random: SeededRandom): number {
  const usual = Math.round(random.bell('clock', driver) * USUAL_CLOCK_MS)
  if (random.unit('wrong clock', driver) >= WRONG_CLOCK_CHANCE) return usual
  return usual + (random.unit('clock ahead', driver) < 0.5 ? -WRONG_BY_MS : WRONG_BY_MS)
}

import type { SeededRandom } from './seeded-random.ts'

/** What the whole field drives in, and what this car's driver is told. */
export interface Conditions {
  /** Of a lap's time, for everybody. */
  readonly fieldPaceRatio: number
  /** Of this car's time and use besides. */
  readonly ownPaceRatio: number
  readonly useRatio: number
  readonly flag: 'green' | 'fcy'
  readonly rainRatio: number
  readonly wetnessRatio: number
  readonly mode: DrivingMode
}

export type DrivingMode = 'usual' | 'save' | 'push'

export interface ConditionsWanted {
  /** Full-course yellows. */
  readonly yellows: boolean
  /** It rains for a while, now and then. */
  readonly rain: boolean
  /** Stretches in which the driver saves, or pushes. */
  readonly phases: boolean
}

export interface RaceConditions {
  at(raceMs: number): Conditions
  /** Race times at which something begins or ends that nobody could foresee. */
  readonly changes: readonly number[]
}

interface Spell {
  readonly fromMs: number
  readonly toMs: number
  readonly what: Partial<Conditions>
}

const MINUTE_MS = 60_000

/** Guessed from races that are driven in the simulator: how often, how long, and what it does to a lap. */
interface SpellKind {
  readonly everyMinutes: number
  readonly minutes: readonly [least: number, most: number]
  readonly what: Partial<Conditions>
}

const yellow: SpellKind = {
  everyMinutes: 110,
  minutes: [5, 14],
  what: { fieldPaceRatio: 1.55, useRatio: 0.5, flag: 'fcy' },
}
const rain: SpellKind = {
  everyMinutes: 170,
  minutes: [20, 55],
  what: { fieldPaceRatio: 1.085, useRatio: 0.95, rainRatio: 0.4, wetnessRatio: 0.3 },
}
const saving: SpellKind = {
  everyMinutes: 75,
  minutes: [14, 35],
  what: { ownPaceRatio: 1.005, useRatio: 0.94, mode: 'save' },
}
const pushing: SpellKind = {
  everyMinutes: 75,
  minutes: [14, 30],
  what: { ownPaceRatio: 0.997, useRatio: 1.03, mode: 'push' },
}

export const calm: Conditions = {
  ...{ fieldPaceRatio: 1, ownPaceRatio: 1, useRatio: 1, flag: 'green' },
  ...{ rainRatio: 0, wetnessRatio: 0, mode: 'usual' },
}

export const alwaysCalm: RaceConditions = { at: () => calm, changes: [] }

export function raceConditions(
  wanted: ConditionsWanted,
  raceMs: number,
  random: SeededRandom,
): RaceConditions {
  const spells: readonly Spell[] = [
    ...(wanted.yellows ? spellsOf('yellow', yellow, raceMs, random) : []),
    ...(wanted.rain ? spellsOf('rain', rain, raceMs, random) : []),
    ...(wanted.phases ? spellsOf('saving', saving, raceMs, random) : []),
    ...(wanted.phases ? spellsOf('pushing', pushing, raceMs, random) : []),
  ]
  return {
    at: (ms) => spells.filter(({ fromMs, toMs }) => ms >= fromMs && ms < toMs).reduce(within, calm),
    changes: spells.flatMap(({ fromMs, toMs }) => [fromMs, toMs]).sort((a, b) => a - b),
  }
}

function within(conditions: Conditions, { what }: Spell): Conditions {
  return {
    ...conditions,
    ...what,
    fieldPaceRatio: Math.max(conditions.fieldPaceRatio, what.fieldPaceRatio ?? 1),
    ownPaceRatio: conditions.ownPaceRatio * (what.ownPaceRatio ?? 1),
    useRatio: conditions.useRatio * (what.useRatio ?? 1),
  }
}

function spellsOf(
  name: string,
  kind: SpellKind,
  raceMs: number,
  random: SeededRandom,
): readonly Spell[] {
  const [least, most] = kind.minutes
  const spells: Spell[] = []
  let atMs = 0
  for (let i = 0; ; i++) {
    atMs += (0.3 + 1.4 * random.unit(`${name} comes`, i)) * kind.everyMinutes * MINUTE_MS
    if (atMs >= raceMs) return spells
    const lastsMs = (least + (most - least) * random.unit(`${name} lasts`, i)) * MINUTE_MS
    spells.push({ fromMs: atMs, toMs: atMs + lastsMs, what: kind.what })
    atMs += lastsMs
  }
}

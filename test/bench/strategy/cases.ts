import type { InventedRaceOptions } from '../../../src/cli/invented-race.ts'
import { leaderKnown } from '../../../src/cli/race/frame-stamp.ts'
import { carClasses } from '../../../src/cli/race/invented-cars.ts'

export const weathers = ['green', 'phases', 'yellows and rain'] as const
export type Weather = (typeof weathers)[number]

/** One race of the bench: everything that can differ, in turns. */
export interface Case {
  readonly options: InventedRaceOptions & { readonly raceMinutes: number }
  readonly leader: (typeof leaderKnown)[number]
  readonly weather: Weather
}

const HOURS = [2, 6, 24] as const

const conditionsOf = {
  green: {},
  phases: { phases: true },
  'yellows and rain': { yellows: true, rain: true },
} as const satisfies Record<Weather, object>

/** Every class, length, leader and weather with each other: 81, or the first of them in an order that mixes them. */
export function cases(seed: number, most: number): readonly Case[] {
  const all = HOURS.flatMap((hours) =>
    carClasses.flatMap((carClass) =>
      leaderKnown.flatMap((leader) =>
        weathers.map((weather) => ({ hours, carClass, leader, weather })),
      ),
    ),
  )
  // A stride without a common divisor: each part of the list holds a bit of everything.
  const mixed = all.map((_, i) => all[(i * 25) % all.length] ?? all[0])
  return mixed.slice(0, most).flatMap((each, i) => {
    if (each === undefined) return []
    const { hours, carClass, leader, weather } = each
    const conditions = conditionsOf[weather]
    const options = { seed: seed + i, raceMinutes: hours * 60, carClass, leader, conditions }
    return [{ options, leader, weather }]
  })
}

import type { Lap } from '../race/lap.ts'

/** The laps as they were driven, cut where the stint or the driver changes. Oldest first. */
export function lapsByTurn(laps: readonly Lap[]): readonly (readonly Lap[])[] {
  const turns: Lap[][] = []
  for (const lap of laps) {
    const before = turns.at(-1)?.at(-1)
    const goesOn = before?.stint === lap.stint && before.driverName === lap.driverName
    if (goesOn) turns.at(-1)?.push(lap)
    else turns.push([lap])
  }
  return turns
}

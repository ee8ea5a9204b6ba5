import type { BookPlace, Corrections } from '../inputs/corrections.ts'
import type { Lap } from '../lap.ts'
import { withFlag } from '../lap-in-progress.ts'
import type { Stint } from '../stint.ts'
import type { Stop } from '../stop.ts'
import { eachRow, onceEach } from './once-each.ts'
import { nameFor, renamed } from './renamed.ts'

const isMeant = (places: readonly BookPlace[], chapter: number, number: number) =>
  places.some((place) => place.chapter === chapter && place.number === number)

const numbersOf = (places: readonly BookPlace[], chapter: number) =>
  new Set(places.filter((place) => place.chapter === chapter).map(({ number }) => number))

export const correctedLaps = onceEach<readonly Lap[]>((laps, corrections, chapter) => {
  const { excludedLaps, driverNames } = corrections
  const excluded = numbersOf(excludedLaps, chapter)
  return eachRow(laps, (lap) => {
    const named = renamed(lap, driverNames)
    const flags = withFlag(named.flags, 'excluded', excluded.has(lap.number))
    return flags === named.flags ? named : { ...named, flags }
  })
})

export const correctedStint = onceEach<Stint>((stint, { driverNames }) =>
  renamed(stint, driverNames),
)

export const correctedStints = onceEach<readonly Stint[]>((stints, { driverNames }) =>
  eachRow(stints, (stint) => renamed(stint, driverNames)),
)

export const correctedStops = onceEach<readonly Stop[]>((stops, corrections, chapter) =>
  eachRow(stops, (stop) => correctedStop(stop, corrections, chapter)),
)

function correctedStop(stop: Stop, corrections: Corrections, chapter: number): Stop {
  const { tireChanges, penaltyStops, driverNames } = corrections
  const [from, to] = [nameFor(stop.from, driverNames), nameFor(stop.to, driverNames)]
  const named = from === stop.from && to === stop.to ? stop : { ...stop, from, to }
  // Who says it twice has thought better of it.
  const change = tireChanges.findLast((place) => isMeant([place], chapter, stop.number))
  const changed = change === undefined ? named : { ...named, tiresChanged: change.wheels }
  const isPenalty = isMeant(penaltyStops, chapter, stop.number)
  return isPenalty ? { ...changed, isPenalty } : changed
}

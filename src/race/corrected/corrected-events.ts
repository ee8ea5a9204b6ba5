import type { Corrections } from '../inputs/corrections.ts'
import type { RaceEvent } from '../race-event.ts'
import type { Stop } from '../stop.ts'
import { eachRow } from './once-each.ts'
import { nameFor } from './renamed.ts'

/** Facts that are a driver's name. */
const NAMES = ['driver', 'from', 'to', 'shown', 'other'] as const

/** The stops of one chapter, corrected. */
export interface ChapterStops {
  readonly chapter: number
  readonly stops: readonly Stop[]
}

interface Known {
  readonly corrections: Corrections
  readonly stops: readonly Stop[]
  readonly made: readonly RaceEvent[]
}

const remembered = new WeakMap<readonly RaceEvent[], Known>()

/** The timeline, with the names and the tyres of the corrected books. @param now the chapter that goes on */
export function correctedEvents(
  events: readonly RaceEvent[],
  corrections: Corrections,
  now: ChapterStops,
  past: readonly ChapterStops[],
): readonly RaceEvent[] {
  const known = remembered.get(events)
  if (known?.corrections === corrections && known.stops === now.stops) return known.made
  const tires = tiresByLap([now, ...past], corrections)
  const made = eachRow(events, (event) => correctedEvent(event, corrections, tires))
  remembered.set(events, { corrections, stops: now.stops, made })
  return made
}

const placeOf = (chapter: number, lap: number | null) => `${chapter}/${lap}`

/** How many tyres were changed, of the stops that the engineer has corrected. */
function tiresByLap(chapters: readonly ChapterStops[], { tireChanges }: Corrections) {
  const tires = new Map<string, number>()
  for (const { chapter, number } of tireChanges) {
    const { stops = [] } = chapters.find((each) => each.chapter === chapter) ?? {}
    const stop = stops.find((each) => each.number === number)
    if (stop !== undefined) tires.set(placeOf(chapter, stop.lap), stop.tiresChanged.length)
  }
  return tires
}

const tellsOfStop = ({ kind }: RaceEvent) => kind === 'pit-stop' || kind === 'hand-over'

function correctedEvent(
  event: RaceEvent,
  { driverNames }: Corrections,
  tires: ReadonlyMap<string, number>,
): RaceEvent {
  const anew: Record<string, string | number> = {}
  for (const name of NAMES) {
    const told = event.facts[name]
    const right = typeof told === 'string' ? nameFor(told, driverNames) : null
    if (right !== null && right !== told) anew[name] = right
  }
  const tiresChanged = tires.get(placeOf(event.chapter, event.lap))
  if (tellsOfStop(event) && tiresChanged !== undefined) anew.tiresChanged = tiresChanged
  return Object.keys(anew).length === 0 ? event : { ...event, facts: { ...event.facts, ...anew } }
}

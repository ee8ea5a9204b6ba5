import type { Progress } from './progress.ts'
import { eventsWith, type RaceEvent, withEventReplaced } from './race-event.ts'
import type { Sample } from './sample.ts'
import { isWearKnown, type Rest, type Stop, type StopWork, workDone } from './stop.ts'
import type { Telemetry } from './telemetry.ts'

/** A stop in the books whose tyres cannot be told yet, and the line of the timeline that tells of it. */
export interface StopToCheck {
  readonly stop: number
  readonly event: number
  readonly wearBefore: Telemetry['tireWearRatio']
  readonly untilMs: number
}

/** A monitor whose units are not known yet shows no wear for its first ten frames. */
const CHECKED_FOR_MS = 15_000
/** More than one a minute for a day is no racing. */
const STOPS_KEPT = 1_000

/** The stop as the car moves off: what was done last may not show before that. */
export function withStopTold(
  progress: Progress,
  rest: Rest,
  now: Sample,
  standingMs: number | null,
): Progress {
  const { stint, stints, stops, lap } = progress
  const work = workDone(rest, now.telemetry)
  const stop: Stop = {
    number: (stops.at(-1)?.number ?? 0) + 1,
    lap: rest.lap ?? lap.number,
    stint: stint.number,
    from: stints.at(-1)?.driverName ?? null,
    to: stint.driverName,
    atMs: rest.sinceMs,
    standingMs,
    ...work,
  }
  const told = withLine({ ...progress, stops: [...stops, stop].slice(-STOPS_KEPT) }, stop, now.atMs)
  if (isWearKnown(now.telemetry) || !wasWearKnown(rest)) return told
  const [event] = told.events
  const number = progress.handOver ?? event?.number ?? 0
  const { wearRatio: wearBefore } = rest
  const untilMs = now.atMs + CHECKED_FOR_MS
  return { ...told, stopToCheck: { stop: stop.number, event: number, wearBefore, untilMs } }
}

const wasWearKnown = ({ wearRatio }: Rest) => Object.values(wearRatio).some((wear) => wear !== null)

/** One line for a stop; where the PC changed in it, that line says both. */
function withLine(progress: Progress, stop: Stop, atMs: number): Progress {
  const { events, handOver, chapter } = progress
  const facts = stopFacts(stop)
  if (handOver === null) {
    const told = { kind: 'pit-stop', atMs, chapter, lap: stop.lap, facts } as const
    return { ...progress, events: eventsWith(events, told) }
  }
  const both = withEventReplaced(events, handOver, (event) => ({
    ...withFacts(event, facts),
    lap: stop.lap,
  }))
  return { ...progress, events: both, handOver: null }
}

const stopFacts = ({ standingMs, tiresChanged, fuelAddedLiters, energyAddedRatio }: Stop) => ({
  fuelAddedLiters,
  energyAddedRatio,
  tiresChanged: tiresChanged.length,
  standingMs,
})

const withFacts = (event: RaceEvent, facts: RaceEvent['facts']): RaceEvent => ({
  ...event,
  facts: { ...event.facts, ...facts },
})

/** The tyres of the last stop, as soon as they can be told. */
export function withTiresChecked(progress: Progress, { telemetry, atMs }: Sample): Progress {
  const { stopToCheck: check } = progress
  if (check === null) return progress
  if (!isWearKnown(telemetry)) {
    return atMs < check.untilMs ? progress : { ...progress, stopToCheck: null }
  }
  const { tiresChanged }: StopWork = workDone(restWith(check), telemetry)
  const stops = progress.stops.map((stop) =>
    stop.number === check.stop ? { ...stop, tiresChanged } : stop,
  )
  const facts = { tiresChanged: tiresChanged.length }
  const events = withEventReplaced(progress.events, check.event, (event) => withFacts(event, facts))
  return { ...progress, stops, events, stopToCheck: null }
}

const restWith = ({ wearBefore, untilMs }: StopToCheck): Rest => ({
  sinceMs: untilMs - CHECKED_FOR_MS,
  lap: null,
  fuelLiters: null,
  fuelPeakLiters: null,
  energyRatio: null,
  wearRatio: wearBefore,
  isWatched: true,
  isStop: true,
})

import { withFlag } from './lap-in-progress.ts'
import { partOfLapDone } from './part-of-lap.ts'
import type { Progress } from './progress.ts'
import { eventsWith } from './race-event.ts'
import type { Sample } from './sample.ts'
import { driverChanged, newStint, type Stint } from './stint.ts'

/** Another driver begins a stint. */
export function withDriver(progress: Progress, before: Sample | null, now: Sample): Progress {
  const { telemetry } = now
  const { stint, lap } = progress
  if (!driverChanged(stint, telemetry)) {
    const driverName = stint.driverName ?? telemetry.driverName
    if (driverName === stint.driverName) return progress
    return { ...progress, stint: { ...stint, driverName }, lap: { ...lap, driverName } }
  }
  const lastSeenMs = before?.provenAtMs ?? now.atMs
  const after = isOfThisStop(progress)
    ? withStintOf(progress, now, lastSeenMs)
    : withNewStint(progress, now, { endedAtMs: lastSeenMs, startedAtMs: now.atMs })
  return { ...after, events: withDriverChange(progress, now) }
}

/** The stint has begun with the stop that the car stands in: who gets in now drives that stint. */
export const isOfThisStop = ({ stint, lap }: Progress) =>
  lap.rest !== null && stint.startedAtMs >= lap.rest.sinceMs

/** Until he was last seen, the driver before sat in the car; this one has it from now on. */
function withStintOf(progress: Progress, { telemetry, atMs }: Sample, lastSeenMs: number) {
  const { driverName } = telemetry
  const { stints, stint, lap } = progress
  const last = stints.at(-1)
  const ended = last && { ...last, endedAtMs: Math.max(last.endedAtMs ?? 0, lastSeenMs) }
  const isTheirLap = lap.stint === stint.number
  return {
    ...progress,
    stints: ended === undefined ? stints : [...stints.slice(0, -1), ended],
    stint: { ...stint, driverName, startedAtMs: atMs },
    lap: isTheirLap ? { ...lap, driverName } : lap,
  }
}

/** Told once: where the PC changed with the driver, the hand-over says it. */
export function withDriverChange(progress: Progress, { telemetry, atMs }: Sample) {
  const { stint, lap, events, chapter, handOver } = progress
  if (!driverChanged(stint, telemetry) || handOver !== null) return events
  const facts = { from: stint.driverName, to: telemetry.driverName }
  return eventsWith(events, { kind: 'driver-changed', atMs, chapter, lap: lap.number, facts })
}

interface Change {
  readonly endedAtMs: number
  readonly startedAtMs: number
}

/** A monitor that drives a minute between two sessions all day must not fill the memory. */
const STINTS_KEPT = 1_000

/** In the first half of a lap the rest of it belongs to the new stint, later only the next lap does. */
export function withNewStint(
  progress: Progress,
  { telemetry }: Sample,
  { endedAtMs, startedAtMs }: Change,
): Progress {
  const { lap, stints, stint: old } = progress
  const early = (partOfLapDone(progress.laps, telemetry) ?? 1) < 0.5
  const startLap = early ? lap.number : lap.number + 1
  const ended: Stint = { ...old, endedAtMs, endLap: startLap - 1 }
  const stint = newStint(old.number + 1, telemetry, startLap, startedAtMs)
  const flags = withFlag(lap.flags, early ? 'first' : 'in', true)
  const driverName = early ? telemetry.driverName : lap.driverName
  return {
    ...progress,
    stints: [...stints, ended].slice(-STINTS_KEPT),
    stint,
    lap: { ...lap, stint: early ? stint.number : lap.stint, flags, driverName },
  }
}

import { withFlag } from './lap-in-progress.ts'
import { partOfLapDone } from './part-of-lap.ts'
import type { Progress, Sample } from './progress.ts'
import { eventsWith } from './race-event.ts'
import { driverChanged, newStint } from './stint.ts'

/** Another driver begins a stint. */
export function withDriver(progress: Progress, now: Sample): Progress {
  const { telemetry } = now
  const { stint, lap } = progress
  if (!driverChanged(stint, telemetry)) {
    const driverName = stint.driverName ?? telemetry.driverName
    if (driverName === stint.driverName) return progress
    return { ...progress, stint: { ...stint, driverName }, lap: { ...lap, driverName } }
  }
  const after = isOfThisStop(progress)
    ? withStintOf(progress, telemetry.driverName)
    : withNewStint(progress, now)
  return { ...after, events: withDriverChange(progress, now) }
}

/** The stint has begun with the stop that the car stands in: who gets in now drives that stint. */
export const isOfThisStop = ({ stint, lap }: Progress) =>
  lap.rest !== null && stint.startedAtMs >= lap.rest.sinceMs

function withStintOf(progress: Progress, driverName: string | null): Progress {
  const { stint, lap } = progress
  const isTheirLap = lap.stint === stint.number
  return {
    ...progress,
    stint: { ...stint, driverName },
    lap: isTheirLap ? { ...lap, driverName } : lap,
  }
}

export function withDriverChange({ stint, lap, events }: Progress, { telemetry, atMs }: Sample) {
  if (!driverChanged(stint, telemetry)) return events
  const facts = { from: stint.driverName, to: telemetry.driverName }
  return eventsWith(events, 'driver-changed', atMs, lap.number, facts)
}

/** In the first half of a lap the rest of it belongs to the new stint, later only the next lap does. */
export function withNewStint(
  progress: Progress,
  { telemetry, atMs }: Sample,
  early = (partOfLapDone(progress.laps, telemetry) ?? 1) < 0.5,
): Progress {
  const { lap } = progress
  const number = progress.stint.number + 1
  const stint = newStint(number, telemetry, early ? lap.number : lap.number + 1, atMs)
  const flags = withFlag(lap.flags, early ? 'first' : 'in', true)
  const driverName = early ? telemetry.driverName : lap.driverName
  return {
    ...progress,
    stint,
    lap: { ...lap, stint: early ? number : lap.stint, flags, driverName },
  }
}

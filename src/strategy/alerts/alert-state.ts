import { type Alert, alertKey } from '../../race/alerts/alert.ts'
import { type Gauge, isWell, isWrong } from './gauge.ts'

/** What stands, and since when what is about to change has been so. */
export interface AlertState {
  /** Oldest first. */
  readonly alerts: readonly Alert[]
  /** By `alertKey`, ms of the server's clock. */
  readonly turning: ReadonlyMap<string, number>
}

export interface Moment {
  readonly atMs: number
  readonly lap: number | null
  /** An id that nothing else has. */
  readonly newId: () => string
}

/**
 * Raised beyond the limit, well again only beyond limit and margin, each for a while: what swings about its limit raises
 * one alert. What nobody watches any more is over; what is not known stays as it was. `alerts` are the same where nothing
 * has changed.
 */
export function alertStateAfter(
  before: AlertState,
  gauges: readonly Gauge[],
  moment: Moment,
): AlertState {
  const { atMs } = moment
  const turning = new Map<string, number>()
  const standing: Alert[] = []
  const raised: Alert[] = []
  for (const gauge of gauges) {
    const key = alertKey(gauge)
    const alert = before.alerts.find((each) => alertKey(each) === key)
    const isTurning = alert === undefined ? isWrong(gauge) : isWell(gauge)
    const sinceMs = isTurning ? (before.turning.get(key) ?? atMs) : atMs
    const forMs = alert === undefined ? gauge.wrongForMs : gauge.wellForMs
    const hasTurned = isTurning && atMs - sinceMs >= forMs
    if (isTurning && !hasTurned) turning.set(key, sinceMs)
    if (alert === undefined && hasTurned) raised.push(alertOf(gauge, moment))
    if (alert !== undefined && !hasTurned) standing.push(alert)
  }
  const isSame = raised.length === 0 && standing.length === before.alerts.length
  if (isSame) return { alerts: before.alerts, turning }
  const kept = before.alerts.filter((alert) => standing.includes(alert))
  return { alerts: [...kept, ...raised], turning }
}

function alertOf(gauge: Gauge, { atMs, lap, newId }: Moment): Alert {
  const { kind, side, value, limit, wheel, driver } = gauge
  const hasNumber = kind !== 'monitor-lost' && kind !== 'conflict'
  return {
    ...{ id: newId(), kind, side, wheel, driver, raisedAtMs: atMs, lap },
    ...{ value: hasNumber ? value : null, limit: hasNumber ? limit : null },
  }
}

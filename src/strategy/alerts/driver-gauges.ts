import type { AlertKind } from '../../race/alerts/alert.ts'
import type { Session } from '../../race/session.ts'
import type { DriverOutlook } from '../drivers/driver-outlook.ts'
import type { Outlook } from '../outlook.ts'
import type { Gauge } from './gauge.ts'

/** A plan moves with every lap; only one that has moved by that much gives somebody his sleep back. */
const MARGIN_MS = 5 * 60_000
/** And only if it stays so: one lap in traffic moves it too, and while drivers change, nobody knows who is next. */
const STEADY_MS = 10_000
const WELL_MS = 3 * 60_000

/** Further away than any lead: all is well, once it has been so for a while. */
const NEVER = Number.POSITIVE_INFINITY

/** Who breaks a driving-time rule soon, and who has to get up. In ms until then. */
export function driverGauges(session: Session, outlook: Outlook): readonly Gauge[] {
  const { drivingTimeLeadMs, wakeUpLeadMs } = session.inputs.alerts
  const nowMs = session.passedAtMs ?? session.takenAtMs
  if (nowMs === null) return []
  return outlook.drivers.flatMap((driver) => {
    const name = driver.driverName
    const flagInMs = outlook.finish?.flagInMs ?? null
    const inMs = breaksInMs(driver, session, nowMs, flagInMs) ?? NEVER
    return [
      until('driving-time', inMs, drivingTimeLeadMs, name),
      until('wake-up', driver.isNext ? driver.upInMs : NEVER, wakeUpLeadMs, name),
    ]
  })
}

/** The first that breaks, whether he stays in, drives as planned, or is let sleep; null: none. */
function breaksInMs(
  { ifStays, asPlanned, missingMs, isDriving, totalMs }: DriverOutlook,
  { inputs }: Session,
  nowMs: number,
  flagInMs: number | null,
): number | null {
  const { minMs } = inputs.drivingRules
  const isShort = missingMs !== null && !isDriving && minMs !== null && flagInMs !== null
  const breaks = [
    ...[ifStays, asPlanned].flatMap((each) => (each === null ? [] : [each.atMs - nowMs])),
    // From then on what is left of the race is less than what he still has to drive.
    ...(isShort ? [flagInMs - (minMs - totalMs)] : []),
  ]
  return breaks.length === 0 ? null : Math.max(0, Math.min(...breaks))
}

const until = (
  kind: AlertKind,
  value: number | null,
  leadMs: number,
  driver: string | null,
): Gauge => ({
  ...{ kind, side: 'low', value, limit: leadMs, margin: MARGIN_MS },
  ...{ wrongForMs: STEADY_MS, wellForMs: WELL_MS, wheel: null, driver },
})

import type { AlertKind } from '../alerts/alert.ts'

/** Both ends are right; null: nobody is told. */
export interface AlertWindow {
  readonly low: number | null
  readonly high: number | null
}

/** When somebody is told that something is wrong; null: never. */
export interface AlertSettings {
  /** Fewer laps than that in the tank, or in the allowance. */
  readonly fuelLaps: number | null
  readonly energyLaps: number | null
  readonly tireTempC: AlertWindow
  readonly tirePressureKpa: AlertWindow
  /** Less tread than that on any tyre, 0-1. */
  readonly tireLeftRatio: number | null
  readonly brakeTempC: AlertWindow
  readonly waterTempC: number | null
  /** How long before a driving-time rule breaks, ms. */
  readonly drivingTimeLeadMs: number
  /** How long before his turn a driver is woken, ms. */
  readonly wakeUpLeadMs: number
  /** Kinds that nobody wants to hear of. */
  readonly muted: readonly AlertKind[]
}

import { type AlertKind, alertKinds } from '../../src/race/alerts/alert.ts'
import type { AlertSettings } from '../../src/race/inputs/alert-settings.ts'
import type { Catalogue } from '../catalogue.ts'

export type AlertField = keyof Catalogue['alertForm']['fields']

const MINUTE_MS = 60_000

const text = (value: number | null, factor = 1) =>
  value === null ? '' : String(Number((value * factor).toFixed(3)))

/** What stands in the fields, in the engineer's units. */
export function fieldsOf(alerts: AlertSettings): Readonly<Record<AlertField, string>> {
  return {
    fuelLaps: text(alerts.fuelLaps),
    energyLaps: text(alerts.energyLaps),
    tireTempLow: text(alerts.tireTempC.low),
    tireTempHigh: text(alerts.tireTempC.high),
    tirePressureLow: text(alerts.tirePressureKpa.low),
    tirePressureHigh: text(alerts.tirePressureKpa.high),
    tireLeft: text(alerts.tireLeftRatio, 100),
    brakeTempLow: text(alerts.brakeTempC.low),
    brakeTempHigh: text(alerts.brakeTempC.high),
    waterTemp: text(alerts.waterTempC),
    drivingTimeLead: text(alerts.drivingTimeLeadMs, 1 / MINUTE_MS),
    wakeUpLead: text(alerts.wakeUpLeadMs, 1 / MINUTE_MS),
  }
}

/** Which field a part of the input is filled in at, and what one of its units is there. */
export const placesOfFields: Readonly<Record<AlertField, { path: string; factor: number }>> = {
  fuelLaps: { path: 'fuelLaps', factor: 1 },
  energyLaps: { path: 'energyLaps', factor: 1 },
  tireTempLow: { path: 'tireTempC.low', factor: 1 },
  tireTempHigh: { path: 'tireTempC.high', factor: 1 },
  tirePressureLow: { path: 'tirePressureKpa.low', factor: 1 },
  tirePressureHigh: { path: 'tirePressureKpa.high', factor: 1 },
  tireLeft: { path: 'tireLeftRatio', factor: 100 },
  brakeTempLow: { path: 'brakeTempC.low', factor: 1 },
  brakeTempHigh: { path: 'brakeTempC.high', factor: 1 },
  waterTemp: { path: 'waterTempC', factor: 1 },
  drivingTimeLead: { path: 'drivingTimeLeadMs', factor: 1 / MINUTE_MS },
  wakeUpLead: { path: 'wakeUpLeadMs', factor: 1 / MINUTE_MS },
}

export const alertFields = Object.keys(placesOfFields) as AlertField[]

/** What was filled in, as the input; whatever is no number stays as it was written, and is refused by name. */
export function settingsFrom(filled: Readonly<Record<string, string>>): unknown {
  const value = (field: AlertField): unknown => {
    const written = (filled[field] ?? '').trim().replace(',', '.')
    if (written === '') return null
    const number = Number(written)
    return Number.isFinite(number) ? number / placesOfFields[field].factor : written
  }
  const isMuted = (kind: AlertKind) => filled[tellOf(kind)] === undefined
  return {
    fuelLaps: value('fuelLaps'),
    energyLaps: value('energyLaps'),
    tireTempC: { low: value('tireTempLow'), high: value('tireTempHigh') },
    tirePressureKpa: { low: value('tirePressureLow'), high: value('tirePressureHigh') },
    tireLeftRatio: value('tireLeft'),
    brakeTempC: { low: value('brakeTempLow'), high: value('brakeTempHigh') },
    waterTempC: value('waterTemp'),
    drivingTimeLeadMs: value('drivingTimeLead'),
    wakeUpLeadMs: value('wakeUpLead'),
    muted: alertKinds.filter(isMuted),
  }
}

/** Name of the box that is ticked where somebody wants to hear of it. */
export const tellOf = (kind: AlertKind) => `tell-${kind}` as const

import type { Alert } from '../src/race/alerts/alert.ts'
import { type Catalogue, en } from './catalogue.ts'
import { decimals, percent, withUnit } from './format.ts'

/** What is not as it should be, in one line. Holds foreign text. */
export function alertTold(alert: Alert, { alerts }: Catalogue = en): string {
  const { kind, value, driver } = alert
  const name = driver ?? alerts.someone
  const time = alerts.minutes(Math.floor((value ?? 0) / 60_000))
  switch (kind) {
    case 'fuel':
    case 'energy':
      return alerts.levels[kind](decimals(value, 1))
    case 'tire-temp':
    case 'brake-temp':
    case 'water':
    case 'tire-pressure':
    case 'tire-wear':
      return beyond(alert, alerts.readings[kind], alerts)
    case 'monitor-lost':
      return alerts.monitorLost
    case 'conflict':
      return alerts.conflict
    case 'driving-time':
      return alerts.drivingTime(name, time)
    case 'wake-up':
      return alerts.wakeUp(name, time)
  }
}

function beyond(
  { kind, side, value, limit, wheel }: Alert,
  what: string,
  alerts: Catalogue['alerts'],
) {
  const written = (number: number | null) => {
    if (kind === 'tire-wear') return percent(number)
    return withUnit(number, 0, kind === 'tire-pressure' ? 'kPa' : '°C')
  }
  const where = wheel === null ? null : alerts.wheels[wheel]
  return alerts.beyond(what, where, written(value), side, written(limit))
}

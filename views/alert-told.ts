import type { Alert } from '../src/race/alerts/alert.ts'
import { type Catalogue, en } from './catalogue.ts'

/** What is not as it should be, in one line. Holds foreign text. */
export function alertTold(alert: Alert, words: Catalogue = en): string {
  const { alerts } = words
  const { kind, value, driver } = alert
  const name = driver ?? alerts.someone
  const time = alerts.minutes(Math.floor((value ?? 0) / 60_000))
  switch (kind) {
    case 'fuel':
    case 'energy':
      return alerts.levels[kind](words.figures.decimals(value, 1))
    case 'tire-temp':
    case 'brake-temp':
    case 'water':
    case 'tire-pressure':
    case 'tire-wear':
      return beyond(alert, alerts.readings[kind], words)
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
  { alerts, figures }: Catalogue,
) {
  const written = (number: number | null) => {
    if (kind === 'tire-wear') return figures.percent(number)
    return figures[kind === 'tire-pressure' ? 'pressure' : 'temperature'].told(number)
  }
  const where = wheel === null ? null : alerts.wheels[wheel]
  return alerts.beyond(what, where, written(value), side, written(limit))
}

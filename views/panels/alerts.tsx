import type { Alert } from '../../src/race/alerts/alert.ts'
import { alertTold } from '../alert-told.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { clockUtc, isoMoment } from '../format.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

/** More would cover the numbers that they are about. */
const SHOWN = 3

/** These have a notice of their own, which says more. */
const isNotice = ({ kind }: Alert) => kind === 'monitor-lost' || kind === 'conflict'

/** What is not as it should be, newest first; nothing, most of the time. `data-alert` is what a phone rings for. */
export function alertsPanel({ session }: Wall, words: Catalogue = en): string {
  const alerts = [...session.alerts].reverse()
  if (alerts.length === 0) return ''
  const seen = alerts.filter((alert) => !isNotice(alert))
  const more = seen.length - SHOWN
  return markup(
    <ul>
      {seen.slice(0, SHOWN).map((alert) => (
        <li class="is-warn" data-alert={alert.id}>
          <b safe>{`▲ ${alertTold(alert, words)}`}</b>{' '}
          <time datetime={isoMoment(alert.raisedAtMs) ?? ''} safe>
            {clockUtc(alert.raisedAtMs)}
          </time>
        </li>
      ))}
      {more > 0 ? <li safe>{words.alerts.more(more)}</li> : ''}
      {alerts.filter(isNotice).map((alert) => (
        <li hidden data-alert={alert.id} safe>
          {alertTold(alert, words)}
        </li>
      ))}
    </ul>,
  )
}

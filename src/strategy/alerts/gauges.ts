import { presence } from '../../race/presence.ts'
import type { Session } from '../../race/session.ts'
import type { Outlook } from '../outlook.ts'
import { carGauges } from './car-gauges.ts'
import { driverGauges } from './driver-gauges.ts'
import type { Gauge } from './gauge.ts'

/** Yes or no, as a gauge: above the middle it is so. At once, and at once well again. */
const yesOrNo = (
  kind: 'monitor-lost' | 'conflict',
  isSo: boolean,
  driver: string | null,
): Gauge => ({
  ...{ kind, side: 'high', value: isSo ? 1 : 0, limit: 0.5, margin: 0.5 },
  ...{ wrongForMs: 0, wellForMs: 0, wheel: null, driver },
})

/** Everything of this car that somebody may be told of; nothing of one whose session is over. */
export function gaugesOf(session: Session, outlook: Outlook): readonly Gauge[] {
  const { over, feed, inputs } = session
  if (over !== null) return []
  const gauges = [
    ...carGauges(session, outlook, presence(session) === 'live'),
    ...driverGauges(session, outlook),
    // Lost, and not quiet: while drivers change nobody hears the car for a minute.
    yesOrNo('monitor-lost', feed?.phase === 'lost', null),
    yesOrNo('conflict', feed !== null && feed.conflict !== null, null),
  ]
  return gauges.filter(({ kind }) => !inputs.alerts.muted.includes(kind))
}

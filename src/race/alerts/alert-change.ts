import type { Webhook } from '../inputs/webhook.ts'
import type { Session } from '../session.ts'
import { type Alert, alertKey } from './alert.ts'
import type { Delivery } from './delivery.ts'

/** Some of each kind for each webhook; a receiver that is gone for good must not fill the memory. */
export const DELIVERIES_KEPT = 60

/** What stands from now on; what is new is on its way to every webhook that wants it. */
export function withAlerts(session: Session, alerts: readonly Alert[], atMs: number): Session {
  const raised = alerts.filter(({ id }) => session.alerts.every((known) => known.id !== id))
  const waiting = session.deliveries
    .filter(({ alert }) => !raised.some((each) => alertKey(each) === alertKey(alert)))
    .map((delivery) => withEnd(delivery, alerts, atMs))
  const { webhooks } = session.inputs
  const fresh = raised.flatMap((alert) =>
    webhooks.filter((webhook) => wants(webhook, alert)).map(({ id }) => begun(alert, id)),
  )
  return { ...session, alerts, deliveries: [...waiting, ...fresh].slice(-DELIVERIES_KEPT) }
}

/** It was taken, or never will be. */
export function withoutDelivery(session: Session, alertId: string, webhook: number): Session {
  const deliveries = session.deliveries.filter(
    (each) => each.alert.id !== alertId || each.webhook !== webhook,
  )
  return deliveries.length === session.deliveries.length ? session : { ...session, deliveries }
}

const wants = ({ wants: what }: Webhook, { kind }: Alert) => what === 'all' || what === kind

const begun = (alert: Alert, webhook: number): Delivery => ({ alert, webhook, clearedAtMs: null })

function withEnd(delivery: Delivery, alerts: readonly Alert[], atMs: number): Delivery {
  if (delivery.clearedAtMs !== null) return delivery
  const stands = alerts.some(({ id }) => id === delivery.alert.id)
  return stands ? delivery : { ...delivery, clearedAtMs: atMs }
}

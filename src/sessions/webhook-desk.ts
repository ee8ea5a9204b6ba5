import type { CarId } from '../race/session.ts'

/** Why a webhook has not taken a message. `status`: it answered with that number. */
export type WebhookTrouble =
  | 'no-such-host'
  | 'private-address'
  | 'no-answer'
  | 'too-slow'
  | 'bad-redirect'
  | { readonly status: number }

/** What came of one attempt. `later`: it may be taken yet. */
export type WebhookOutcome =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly trouble: WebhookTrouble }
  | {
      readonly kind: 'later'
      readonly trouble: WebhookTrouble
      /** As the receiver asked; null: it asked for nothing. */
      readonly retryAfterMs: number | null
    }

/** How a webhook does since the server runs. */
export interface WebhookStatus {
  readonly takenAtMs: number | null
  /** Of the last attempt; null: it went well, or there was none. */
  readonly trouble: WebhookTrouble | null
}

/** Where alerts leave the house. */
export interface WebhookDesk {
  /** Sends something harmless, now, once. null: there is no such webhook, or it was asked for too often. */
  test(car: CarId, webhook: number): Promise<WebhookOutcome | null>
  status(car: CarId, webhook: number): WebhookStatus
}

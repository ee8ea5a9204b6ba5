import type { Delivery } from '../race/alerts/delivery.ts'
import type { Webhook } from '../race/inputs/webhook.ts'
import type { Cancel, Clock } from '../sessions/clock.ts'
import type { WebhookOutcome, WebhookStatus } from '../sessions/webhook-desk.ts'
import { retryWait } from './retry-wait.ts'

/** Between two messages to one receiver: Discord takes five in two seconds. */
const PAUSE_MS = 1_000
/** What nobody could be told for so long helps nobody any more. */
const GIVE_UP_AFTER_MS = 6 * 3600_000

/** One that waits, and where it goes. */
export interface Errand {
  readonly webhook: Webhook
  readonly delivery: Delivery
}

export interface CourierDeps {
  readonly clock: Clock
  /** 0-1. */
  readonly chance: () => number
  /** The next one; null: nothing waits. Asked anew before every attempt. */
  readonly next: () => Errand | null
  readonly send: (errand: Errand) => Promise<WebhookOutcome>
  /** It was taken, or never will be. */
  readonly ended: (errand: Errand, outcome: WebhookOutcome) => void
}

/** Brings the alerts of one car to one webhook, one after the other. */
export class Courier {
  readonly #deps: CourierDeps
  #status: WebhookStatus = { takenAtMs: null, trouble: null }
  #failures = 0
  #failedUrl: string | null = null
  #isSending = false
  #cancel: Cancel | null = null
  #isClosed = false

  constructor(deps: CourierDeps) {
    this.#deps = deps
  }

  get status(): WebhookStatus {
    return this.#status
  }

  /** Something may wait. Does nothing while it is on its way, or waits for its turn. */
  wake(): void {
    if (this.#isSending || this.#isClosed) return
    const errand = this.#deps.next()
    if (errand === null) return
    // Somebody has mended the address: the wait was for the other one.
    if (this.#cancel !== null && errand.webhook.url === (this.#failedUrl ?? errand.webhook.url))
      return
    this.#rest()
    void this.#run(errand)
  }

  /** What a test has shown is true of the next alert too. */
  noted(outcome: WebhookOutcome): void {
    const isTaken = outcome.kind === 'taken'
    this.#status = isTaken
      ? { takenAtMs: this.#deps.clock.nowMs(), trouble: null }
      : { ...this.#status, trouble: outcome.trouble }
  }

  close(): void {
    this.#isClosed = true
    this.#rest()
  }

  async #run(errand: Errand): Promise<void> {
    this.#isSending = true
    const outcome = await this.#deps.send(errand)
    this.#isSending = false
    if (this.#isClosed) return
    this.noted(outcome)
    const ageMs = this.#deps.clock.nowMs() - errand.delivery.alert.raisedAtMs
    const isOver = outcome.kind !== 'later' || ageMs >= GIVE_UP_AFTER_MS
    if (isOver) this.#deps.ended(errand, outcome)
    this.#failures = outcome.kind === 'taken' ? 0 : this.#failures + 1
    this.#failedUrl = outcome.kind === 'taken' ? null : errand.webhook.url
    const askedMs = outcome.kind === 'later' ? outcome.retryAfterMs : null
    const waitMs =
      outcome.kind === 'later' ? retryWait(this.#failures, this.#deps.chance(), askedMs) : PAUSE_MS
    this.#cancel = this.#deps.clock.after(waitMs, () => {
      this.#cancel = null
      this.wake()
    })
  }

  #rest(): void {
    this.#cancel?.()
    this.#cancel = null
  }
}

import type { Webhook } from '../race/inputs/webhook.ts'
import type { CarId, Session } from '../race/session.ts'
import type { Clock } from '../sessions/clock.ts'
import type { Log } from '../sessions/log.ts'
import { RateLimit } from '../sessions/rate-limit.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import type { WebhookDesk, WebhookOutcome, WebhookStatus } from '../sessions/webhook-desk.ts'
import { Courier, type Errand } from './courier.ts'
import { alertPost, testPost } from './webhook-message.ts'
import type { PostsWebhook } from './webhook-post.ts'

export interface DispatcherDeps {
  readonly sessions: Pick<SessionManager, 'ofCar' | 'apply'>
  readonly clock: Clock
  readonly log: Log
  readonly post: PostsWebhook
  /** 0-1. */
  readonly chance: () => number
}

/** An engineer tries twice or thrice; nobody makes a hammer of our server. */
const TESTS = { perSecond: 0.1, burst: 5 }

const never: WebhookStatus = { takenAtMs: null, trouble: null }

/** Brings what waits in the cars' books to their webhooks. The books are what it goes by: a restart loses nothing. */
export class Dispatcher implements WebhookDesk {
  readonly #deps: DispatcherDeps
  readonly #couriers = new Map<CarId, Map<number, Courier>>()
  readonly #tests = new Map<CarId, RateLimit>()

  constructor(deps: DispatcherDeps) {
    this.#deps = deps
  }

  /** Something may wait in this car's books. Returns at once. */
  look({ car, deliveries }: Session): void {
    for (const webhook of new Set(deliveries.map((each) => each.webhook))) {
      this.#courier(car, webhook).wake()
    }
  }

  async test(car: CarId, webhook: number): Promise<WebhookOutcome | null> {
    const session = this.#deps.sessions.ofCar(car)
    const to = session?.inputs.webhooks.find(({ id }) => id === webhook)
    if (!session || to === undefined || !this.#mayTest(car)) return null
    const post = testPost(to.preset, session.name, crypto.randomUUID())
    const outcome = await this.#deps.post(to.url, post)
    this.#courier(car, webhook).noted(outcome)
    return outcome
  }

  status(car: CarId, webhook: number): WebhookStatus {
    return this.#couriers.get(car)?.get(webhook)?.status ?? never
  }

  forget(car: CarId): void {
    for (const courier of this.#couriers.get(car)?.values() ?? []) courier.close()
    this.#couriers.delete(car)
    this.#tests.delete(car)
  }

  close(): void {
    for (const car of [...this.#couriers.keys()]) this.forget(car)
  }

  #mayTest(car: CarId): boolean {
    const nowMs = this.#deps.clock.nowMs()
    const limit = this.#tests.get(car) ?? new RateLimit(TESTS.perSecond, TESTS.burst, nowMs)
    this.#tests.set(car, limit)
    return limit.take(nowMs)
  }

  #courier(car: CarId, webhook: number): Courier {
    const ofCar = this.#couriers.get(car) ?? new Map<number, Courier>()
    this.#couriers.set(car, ofCar)
    const known = ofCar.get(webhook)
    if (known !== undefined) return known
    const { clock, chance, post, sessions } = this.#deps
    const courier = new Courier({
      clock,
      chance,
      next: () => this.#next(car, webhook),
      send: ({ webhook: { url, preset }, delivery }) =>
        post(url, alertPost(preset, sessions.ofCar(car)?.name ?? null, delivery)),
      ended: (errand, outcome) => this.#ended(car, errand, outcome),
    })
    ofCar.set(webhook, courier)
    return courier
  }

  #next(car: CarId, id: number): Errand | null {
    const { sessions, clock } = this.#deps
    const session = sessions.ofCar(car)
    const delivery = session?.deliveries.find((each) => each.webhook === id)
    if (!session || delivery === undefined) return null
    const webhook = session.inputs.webhooks.find((each) => each.id === id)
    if (webhook !== undefined) return { webhook, delivery }
    // The engineer has taken it away: nobody waits for these any more.
    this.#drop(car, { alert: delivery.alert.id, webhook: id, atMs: clock.nowMs() })
    return this.#next(car, id)
  }

  #drop(car: CarId, ended: { alert: string; webhook: number; atMs: number }): void {
    this.#deps.sessions.apply(car, { type: 'delivery-ended', ...ended })
  }

  #ended(car: CarId, { webhook, delivery }: Errand, outcome: WebhookOutcome): void {
    const { clock, log } = this.#deps
    this.#drop(car, { alert: delivery.alert.id, webhook: webhook.id, atMs: clock.nowMs() })
    if (outcome.kind === 'taken') return
    // The host alone: what follows it is the secret.
    const host = hostOf(webhook)
    const { trouble } = outcome
    const why = typeof trouble === 'string' ? trouble : String(trouble.status)
    log.warn('an alert was not delivered', { host, kind: delivery.alert.kind, why })
  }
}

const hostOf = ({ url }: Webhook) => (URL.canParse(url) ? new URL(url).host : null)

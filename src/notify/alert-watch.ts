import { corrected } from '../race/corrected/corrected.ts'
import { type CarId, currentLap, type Session } from '../race/session.ts'
import type { Clock } from '../sessions/clock.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import { type AlertState, alertStateAfter } from '../strategy/alerts/alert-state.ts'
import { gaugesOf } from '../strategy/alerts/gauges.ts'
import { outlook } from '../strategy/outlook.ts'

/** Nobody acts on an alert within a second. */
const EACH_CAR_MS = 1_000
/** Some cars at a time: frames of others are taken in between. */
const SLICE_MS = 100
const CARS_A_SLICE = 20

export interface AlertWatchDeps {
  readonly sessions: Pick<
    SessionManager,
    'ofCar' | 'apply' | 'onAnyChange' | 'onForgotten' | 'cars'
  >
  readonly clock: Clock
  /** Hears of every car that was looked at. */
  readonly onLook: (session: Session) => void
}

interface Watched {
  readonly lookedAtMs: number
  readonly turning: AlertState['turning']
}

/**
 * Looks at what has changed, at most once a second per car. To whoever publishes it costs one entry in a set.
 */
export class AlertWatch {
  readonly #deps: AlertWatchDeps
  /** Changed since they were looked at, whoever waits longest first. */
  readonly #changed: Set<CarId>
  readonly #watched = new Map<CarId, Watched>()
  readonly #stops: readonly (() => void)[]

  constructor(deps: AlertWatchDeps) {
    const { sessions, clock } = deps
    this.#deps = deps
    // After a restart alerts may wait in the books that nobody has taken yet.
    this.#changed = new Set(sessions.cars())
    this.#stops = [
      sessions.onAnyChange(({ car }) => void this.#changed.add(car)),
      sessions.onForgotten((car) => {
        this.#changed.delete(car)
        this.#watched.delete(car)
      }),
      clock.every(SLICE_MS, () => this.#slice()),
    ]
  }

  close(): void {
    for (const stop of this.#stops) stop()
  }

  #slice(): void {
    const nowMs = this.#deps.clock.nowMs()
    let looked = 0
    for (const car of this.#changed) {
      const before = this.#watched.get(car)
      if (before !== undefined && nowMs - before.lookedAtMs < EACH_CAR_MS) continue
      this.#changed.delete(car)
      this.#look(car, before, nowMs)
      if (++looked === CARS_A_SLICE) return
    }
  }

  #look(car: CarId, before: Watched | undefined, atMs: number): void {
    const { sessions, onLook } = this.#deps
    const session = sessions.ofCar(car)
    if (session === null) return
    const right = corrected(session)
    const { alerts, turning } = alertStateAfter(
      { alerts: session.alerts, turning: before?.turning ?? new Map() },
      gaugesOf(right, outlook(right)),
      { atMs, lap: currentLap(session), newId: () => crypto.randomUUID() },
    )
    this.#watched.set(car, { lookedAtMs: atMs, turning })
    if (alerts !== session.alerts) {
      sessions.apply(car, { type: 'alerts-changed', atMs, alerts })
      // Told by this look itself.
      this.#changed.delete(car)
    }
    onLook(sessions.ofCar(car) ?? session)
  }
}

import type { CarId, Session } from '../race/session.ts'
import { type SessionEvent, type TelemetryTaken, unitsJudged } from '../race/session-event.ts'
import type { StoredSession } from '../store/session-store.ts'
import type { ArbitrationEvent } from './arbitration/arbitration-event.ts'
import type { Monitor } from './arbitration/monitor.ts'
import type { Fed } from './feeding.ts'
import type { FrameBuffer } from './frame-buffer.ts'
import type { Publication, Published, SetupTaken } from './published.ts'
import { isSameFeed } from './shown.ts'
import { WallFeed } from './wall-feed.ts'

/** The sessions, as far as the feeder sees them. */
export interface FedSessions {
  ofCar(car: CarId): Session | null
  /** Whether it made a difference. */
  apply(car: CarId, event: SessionEvent): boolean
}

/** Brings what monitors say to the walls of their cars: each wall is fed by one, all others wait. */
export class Feeder {
  readonly #sessions: FedSessions
  readonly #frames: FrameBuffer | null
  readonly #feeds = new Map<CarId, WallFeed>()
  /** Those for which time alone can change something: a thousand cars of last week cost nothing. */
  readonly #awake = new Set<CarId>()

  constructor(sessions: FedSessions, frames: FrameBuffer | null) {
    this.#sessions = sessions
    this.#frames = frames
  }

  begin(stored: Pick<StoredSession, 'session' | 'notes'>, atMs: number): void {
    this.#feeds.set(stored.session.car, new WallFeed(stored, atMs))
  }

  forget(car: CarId): void {
    this.#feeds.delete(car)
    this.#awake.delete(car)
  }

  of(car: CarId): WallFeed | null {
    return this.#feeds.get(car) ?? null
  }

  /** Time has passed. */
  tick(atMs: number): void {
    for (const car of [...this.#awake]) this.step(car, { type: 'tick', atMs })
  }

  step(car: CarId, event: ArbitrationEvent): Fed | null {
    const fed = this.#arbitrated(car, event)
    if (fed !== null) this.#tell(car, fed, event.atMs)
    return fed
  }

  /** Nobody but the monitor whose numbers are on the wall is missed. */
  left(car: CarId, monitor: Monitor, atMs: number): void {
    const isMissed = this.of(car)?.isShown(monitor) === true
    this.step(car, { type: 'left', atMs, monitor })
    if (isMissed) this.#sessions.apply(car, { type: 'monitor-left', atMs })
  }

  publish(car: CarId, monitor: Monitor, event: Publication): Published {
    return event.type === 'setup'
      ? this.#setup(car, monitor, event)
      : this.#frame(car, monitor, event)
  }

  #frame(car: CarId, monitor: Monitor, event: TelemetryTaken): Published {
    const { atMs, telemetry, lateMs, frame: body } = event
    this.of(car)?.seqs.heard(telemetry)
    const fed = this.#arbitrated(car, { type: 'frame', atMs, monitor, telemetry, lateMs })
    const { fate, replaced } = fed ?? nowhere
    const onWall = fate === 'wall' || fate === 'refresh'
    // First that it is there, then what that means, then what it says.
    if (onWall) this.#sessions.apply(car, { type: 'monitor-joined', atMs })
    // On which lap it is heard again, its frame tells.
    const told = fed?.told ?? []
    const returned = told.filter(({ type }) => type === 'feed-returned')
    const meant = told.filter(({ type }) => type !== 'feed-returned')
    if (fed !== null) this.#tell(car, { ...fed, told: meant }, atMs)
    if (!onWall && fate !== 'ledger') {
      // Its numbers show at once when it takes the wall, instead of "units not yet known" for five seconds.
      this.#sessions.apply(car, unitsJudged(event))
      return { onWall, isOld: false, replaced }
    }
    const judged = { ...event, isLate: fate === 'ledger', isRefresh: fate === 'refresh' }
    const isNew = this.#sessions.apply(car, judged)
    for (const event of returned) this.#sessions.apply(car, event)
    if (isNew) this.#frames?.add(car, { kind: 'frame', atMs, body })
    return { onWall, isOld: !isNew, replaced }
  }

  #setup(car: CarId, monitor: Monitor, event: SetupTaken): Published {
    const { atMs, setup } = event
    const { replaced } = this.step(car, { type: 'joined', atMs, monitor }) ?? nowhere
    const feed = this.of(car)
    if (feed === null || !feed.takesSetupOf(monitor)) {
      return { onWall: false, isOld: false, replaced }
    }
    feed.setupShown(monitor)
    this.#sessions.apply(car, { type: 'monitor-joined', atMs })
    this.#sessions.apply(car, event)
    const body = { timestamp: setup.sentAt, setup: setup.tree }
    this.#frames?.add(car, { kind: 'setup', atMs, body })
    return { onWall: true, isOld: false, replaced }
  }

  #arbitrated(car: CarId, event: ArbitrationEvent): Fed | null {
    const feed = this.#feeds.get(car)
    const session = this.#sessions.ofCar(car)
    if (feed === undefined || session === null) return null
    const fed = feed.step(session.feed, event)
    if (feed.isAtRest) this.#awake.delete(car)
    else this.#awake.add(car)
    return fed
  }

  /** What has become of the wall's source: lines of the timeline, and the wall's own words. */
  #tell(car: CarId, { told, feed }: Fed, atMs: number): void {
    for (const event of told) this.#sessions.apply(car, event)
    if (feed === null || isSameFeed(this.#sessions.ofCar(car)?.feed ?? null, feed)) return
    this.#sessions.apply(car, { type: 'feed', atMs, feed })
  }
}

const nowhere = { fate: null, replaced: null } as const satisfies Pick<Fed, 'fate' | 'replaced'>

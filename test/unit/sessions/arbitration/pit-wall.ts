import { arbitrate } from '../../../../src/sessions/arbitration/arbitrate.ts'
import { activeMonitor, newArbitration } from '../../../../src/sessions/arbitration/arbitration.ts'
import type {
  ArbitrationEvent,
  Fate,
  News,
  Ruling,
} from '../../../../src/sessions/arbitration/arbitration-event.ts'
import type { Monitor } from '../../../../src/sessions/arbitration/monitor.ts'
import type { Car } from './cars.ts'

type Told = News & { readonly atMs: number }

/** A team's PCs by their drivers' names, each publishing twice a second to one arbitration. */
export class PitWall {
  state = newArbitration(0)
  readonly told: Told[] = []
  readonly #monitors = new Map<string, Monitor>()
  #fates = new Map<string, Set<Fate>>()
  #sockets = 0
  #tick = 0

  get atMs(): number {
    return this.#tick * 500
  }

  /** Connects, or connects again. */
  connect(driver: string, known: Partial<Monitor> = {}): Monitor {
    const unsaid = { pc: `pc-of-${driver}`, bootId: null, keyed: true }
    const monitor = { ...unsaid, ...known, socket: ++this.#sockets }
    this.#monitors.set(driver, monitor)
    this.tell({ type: 'joined', atMs: this.atMs, monitor })
    return monitor
  }

  monitor(driver: string): Monitor {
    return this.#monitors.get(driver) ?? this.connect(driver)
  }

  tell(event: ArbitrationEvent): Ruling {
    const ruling = arbitrate(this.state, event)
    this.state = ruling.state
    this.told.push(...ruling.news.map((news) => ({ ...news, atMs: event.atMs })))
    return ruling
  }

  /** Seconds in which these cars publish, everybody else is silent. Fates are kept of the last run. */
  run(seconds: number, cars: Readonly<Record<string, Car>> = {}, lateMs = 0): this {
    this.#fates = new Map()
    for (let frames = 0; frames < seconds * 2; frames++) {
      this.#tick++
      for (const [driver, car] of Object.entries(cars)) this.frame(driver, car, lateMs)
      this.tell({ type: 'tick', atMs: this.atMs })
    }
    return this
  }

  frame(driver: string, car: Car, lateMs = 0): Fate | null {
    const monitor = this.monitor(driver)
    const telemetry = car(this.#tick)
    const { fate } = this.tell({ type: 'frame', atMs: this.atMs, monitor, telemetry, lateMs })
    const fates = this.#fates.get(driver) ?? new Set()
    if (fate !== null) this.#fates.set(driver, fates.add(fate))
    return fate
  }

  left(driver: string): void {
    this.tell({ type: 'left', atMs: this.atMs, monitor: this.monitor(driver) })
  }

  pick(driver: string): void {
    this.tell({ type: 'picked', atMs: this.atMs, monitor: this.monitor(driver) })
  }

  restart(): void {
    // What is saved is JSON.
    this.state = JSON.parse(JSON.stringify(this.state))
    this.#monitors.clear()
    this.#sockets = 0
    this.tell({ type: 'restarted', atMs: this.atMs })
  }

  /** Who feeds the wall. */
  get driver(): string | undefined {
    const active = activeMonitor(this.state)
    return this.driverAt(active)
  }

  driverAt(monitor: Monitor | null): string | undefined {
    return [...this.#monitors].find(([, { socket }]) => socket === monitor?.socket)?.[0]
  }

  get phase() {
    return this.state.phase
  }

  /** The different fates of a driver's frames in the last run. */
  fates(driver: string): Fate[] {
    return [...(this.#fates.get(driver) ?? [])]
  }

  newsOf<T extends News['type']>(type: T) {
    return this.told.filter((told): told is Extract<Told, { type: T }> => told.type === type)
  }

  /** Moments and reasons of the switches after the first. */
  get switches() {
    return this.newsOf('switched')
      .filter(({ from }) => from !== null)
      .map(({ atMs, reason }) => ({ atMs, reason }))
  }
}

/** Ana has driven for ten seconds; whoever else is named sent with her. */
export function anaDrives(car: Car, others: Readonly<Record<string, Car>> = {}): PitWall {
  return new PitWall().run(10, { ana: car, ...others })
}

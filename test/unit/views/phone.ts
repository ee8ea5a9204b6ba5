import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Window } from 'happy-dom'
import { eventsWith } from '../../../src/race/race-event.ts'
import { dashboardPage } from '../../../views/pages/dashboard.tsx'
import { encodePulse, type Pulse } from '../../../views/pulse.ts'
import { assets, wallWith } from './wall-fixture.ts'

const script = readFileSync(join(import.meta.dir, '../../../public/freshness.js'), 'utf8')

/** What a phone's clocks and a server's have in common: nothing. */
const PHONE_STARTED_MS = 5_000
const PHONE_DATE_MS = Date.UTC(2031, 0, 1)
const SERVER_STARTED_MS = 77_000_000
const TICK_MS = 250

/** A viewer's phone with the dashboard open, and clocks that go only when told. */
export class Phone {
  readonly #window = new Window()
  #monotonicMs = PHONE_STARTED_MS
  #dateMs = PHONE_DATE_MS
  #sinceStartMs = 0
  #tick = () => {}
  /** How often the script ended a stream to have it opened anew. */
  cancelled = 0

  constructor(first: Partial<Pulse> = {}, intervalMs = 500) {
    const html = dashboardPage({
      assets,
      wall: wallWith(
        {},
        { events: eventsWith([], { kind: 'monitor-online', atMs: 0, chapter: 0 }) },
      ),
      pulse: this.pulse(first),
      streamUrl: '/stream',
      intervalMs,
    })
    this.#window.document.write(html.replace(/<script.*?<\/script>/, ''))
    const phone = this
    class PhoneDate extends Date {
      static override now() {
        return phone.#dateMs
      }
    }
    const performance = { now: () => this.#monotonicMs }
    const setInterval = (tick: () => void) => {
      this.#tick = tick
    }
    const run = new Function('window', 'document', 'performance', 'Date', 'setInterval', script)
    run(this.#window, this.document, performance, PhoneDate, setInterval)
  }

  get document() {
    return this.#window.document
  }

  get state() {
    return this.document.getElementById('wall')?.getAttribute('data-freshness')
  }

  get age() {
    return this.document.querySelector('#freshness .age')?.textContent
  }

  get spoken() {
    return this.document.querySelector('[role=status]')?.textContent
  }

  /** What the server says now; it knows nothing of the phone's clocks. */
  pulse(known: Partial<Pulse> = {}): Pulse {
    const stampMs = SERVER_STARTED_MS + this.#sinceStartMs
    return { stampMs, ageMs: 100, presence: 'live', sinceMs: null, bootId: 'b1', ...known }
  }

  /** Time goes by, with the page awake. */
  pass(ms: number): this {
    for (let left = ms; left > 0; left -= TICK_MS) {
      this.#advance(Math.min(left, TICK_MS), true)
      this.#tick()
    }
    return this
  }

  /** The device sleeps: nothing runs, and the monotonic clock of some devices stands still. */
  sleep(ms: number, monotonicGoesOn = false): this {
    this.#advance(ms, monotonicGoesOn)
    return this
  }

  setClock(byMs: number): this {
    this.#dateMs += byMs
    return this
  }

  tick(): this {
    this.#tick()
    return this
  }

  /** A message arrives that was sent `lateMs` ago. */
  hear(known: Partial<Pulse> = {}, lateMs = 0): this {
    const pulse = this.pulse(known)
    return this.receive(encodePulse({ ...pulse, stampMs: pulse.stampMs - lateMs }))
  }

  receive(id: string): this {
    const message = { data: '', event: '', id }
    return this.fire('htmx:sse:before:message', { connection: this.#connection, message })
  }

  reconnect(): this {
    return this.fire('htmx:sse:after:connection', { connection: this.#connection })
  }

  fire(type: string, detail: object): this {
    const event = new this.#window.CustomEvent(type, { bubbles: true, detail })
    this.document.getElementById('stream')?.dispatchEvent(event)
    return this
  }

  /** The viewer takes the phone out of the pocket. */
  wake(): this {
    this.document.dispatchEvent(new this.#window.Event('visibilitychange'))
    return this
  }

  comeBack(): this {
    this.#window.dispatchEvent(
      Object.assign(new this.#window.Event('pageshow'), { persisted: true }),
    )
    return this
  }

  readonly #connection = {
    reader: {
      cancel: () => {
        this.cancelled++
        return Promise.resolve()
      },
    },
  }

  #advance(ms: number, monotonicGoesOn: boolean): void {
    this.#sinceStartMs += ms
    this.#dateMs += ms
    if (monotonicGoesOn) this.#monotonicMs += ms
  }
}

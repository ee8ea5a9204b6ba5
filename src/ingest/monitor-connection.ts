import type { CarId } from '../race/session.ts'
import type { Problem } from '../sessions/problem.ts'
import type { MonitorMessage, RequestSessionId } from '../wire/messages.ts'
import { parseEnvelope, readMessage } from '../wire/read-message.ts'
import { weighed } from '../wire/weight.ts'
import { Complaints } from './complaints.ts'
import type { Flow, FlowVerdict } from './flow.ts'
import type { Link, Origin } from './link.ts'
import { type ConnectionProblem, closeCode, problemText } from './problem-message.ts'
import { Publisher, type PublisherDeps } from './publisher.ts'
import { atMost, limitOf } from './size-limits.ts'
import { Watch } from './watch.ts'

const REQUEST_WITHIN_MS = 10_000
const MALFORMED_ENDS_AT = 10
/**
 * On Socket.IO nobody has to ask for a session: a monitor with a fixed id says nothing until its game runs. It is back
 * at once; what only holds a connection open is not. Guessed.
 */
const SILENT_CUT_AFTER_MS = 60_000

/** One connection of a program that publishes (or watches): the same code for both transports. */
export class MonitorConnection {
  readonly #deps: PublisherDeps
  readonly #link: Link
  readonly #origin: Origin
  readonly #flow: Flow
  readonly #watch: Watch
  readonly #complaints: Complaints
  readonly #publisher: Publisher
  #stopWaiting = () => {}
  #malformed = 0
  #isOver = false

  constructor(deps: PublisherDeps, link: Link, origin: Origin, flow: Flow) {
    this.#deps = deps
    this.#link = link
    this.#origin = origin
    this.#flow = flow
    this.#complaints = new Complaints(link, deps.clock)
    this.#watch = new Watch(deps, link, () => this.#complaints.tell('link-revoked'))
    this.#publisher = new Publisher(deps, origin, link.transport)
  }

  get socket(): number {
    return this.#publisher.socket
  }

  /** Only now may it end: whoever made it listens for that. */
  opened(): void {
    const { key, isBrowser } = this.#origin
    const presented = key === null || isBrowser ? null : this.#publisher.present(key)
    if (presented?.ok === false) this.#refuse(presented.problem)
    if (this.#isOver) return
    const { clock } = this.#deps
    this.#stopWaiting =
      this.#link.transport === 'typed'
        ? clock.after(REQUEST_WITHIN_MS, () => this.#refuse('no-session-requested'))
        : clock.after(SILENT_CUT_AFTER_MS, () => this.#link.cut())
  }

  /** A text frame of the typed transport. What comes too fast is not even read as JSON. */
  receiveText(text: string): void {
    if (!this.#flows(this.#flow.nextBytes(text.length)) || !this.#isInTime()) return
    const envelope = parseEnvelope(text)
    if (envelope.ok) this.#weigh(envelope.value.event, envelope.value.data)
    else this.#refuseMalformed(envelope.problem)
  }

  /** An event of Socket.IO. Its bytes have been counted before the library read them. */
  receive(event: unknown, data: unknown): void {
    if (this.#isInTime()) this.#weigh(event, data)
  }

  /** Something was left out unread. */
  exceeded(verdict: FlowVerdict): void {
    this.#flows(verdict)
  }

  /** The same program has come back on another connection. */
  replaced(): void {
    this.#refuse('replaced')
  }

  /** Keys of this car have been revoked, or its session has ended. */
  shut(car: CarId): void {
    const problem = this.#publisher.problemAt(car)
    if (problem !== null) this.#refuse(problem)
  }

  closed(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#stopWaiting()
    this.#watch.end()
    this.#publisher.left()
  }

  #isInTime(): boolean {
    if (this.#isOver) return false
    this.#deps.connections.tally.add('messages')
    return this.#flows(this.#flow.nextMessage())
  }

  #flows(verdict: FlowVerdict): boolean {
    if (this.#isOver) return false
    if (verdict === 'ok') return true
    this.#deps.connections.tally.add('dropped')
    this.#refuse(verdict === 'exceeded' ? 'rate-exceeded' : 'rate-limited')
    return false
  }

  #weigh(event: unknown, data: unknown): void {
    const limit = limitOf(event)
    // Before it is read: reading costs more than weighing.
    const weight = weighed(data, limit)
    if (weight === 'ok') this.#read(event, data)
    else this.#refuse(weight, `${problemText(weight)} ${atMost(limit)}`, 'data')
  }

  #read(event: unknown, data: unknown): void {
    const message = readMessage(event, data)
    if (!message.ok) this.#refuseMalformed(message.problem)
    else if (message.value !== 'ignored') this.#take(message.value)
  }

  #take(message: MonitorMessage): void {
    const problem = this.#problemWith(message)
    // Whoever asked, and whoever was let in, is no idle socket.
    if (problem === null || message.event === 'request_session_id') this.#stopWaiting()
    if (problem !== null) this.#refuse(problem)
  }

  /** Does what the message asks for; null: done. */
  #problemWith(message: MonitorMessage): Problem | null {
    switch (message.event) {
      case 'request_session_id':
        return this.#origin.isBrowser ? 'browser' : this.#answer(message.data)
      case 'telemetry_update': {
        const refused = this.#publisher.frame(message.data)
        if (!refused.ok) return refused.problem
        this.#deps.connections.tally.add('keys_refused', refused.value.length)
        this.#complaints.tellRefusedKeys(refused.value)
        return null
      }
      case 'setup_data': {
        const kept = this.#publisher.setup(message.data)
        return kept.ok ? null : kept.problem
      }
      case 'join_session':
        return this.#watch.begin(message.data.session_id)
    }
  }

  #answer(request: RequestSessionId): Problem | null {
    const assigned = this.#publisher.request(request)
    if (!assigned.ok) return assigned.problem
    const { value } = assigned
    this.#link.send('session_id_assigned', value)
    if (this.#link.transport === 'typed') {
      this.#link.send('welcome', this.#publisher.welcome())
    }
    return null
  }

  #refuseMalformed({ message, field }: { message: string; field: string | null }): void {
    this.#deps.connections.tally.add('malformed')
    if (++this.#malformed >= MALFORMED_ENDS_AT) this.#refuse('malformed-often')
    else this.#complaints.tell('malformed', message, field)
  }

  #refuse(problem: ConnectionProblem, text?: string, field: string | null = null): void {
    if (this.#isOver) return
    this.#complaints.tell(problem, text, field)
    const code = closeCode(problem)
    if (code === null) return
    this.#deps.log.info('monitor refused', { problem, address: this.#origin.address })
    this.closed()
    this.#link.close(code, problem)
  }
}

import type { Result } from '../race/result.ts'
import type { SessionId } from '../race/session.ts'
import type { Monitor } from '../sessions/arbiter.ts'
import type { Clock } from '../sessions/clock.ts'
import type { Log } from '../sessions/log.ts'
import type { Problem } from '../sessions/problem.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import type { MonitorMessage } from '../wire/messages.ts'
import { readMessage } from '../wire/read-message.ts'
import { weighed } from '../wire/weight.ts'
import { Complaints } from './complaints.ts'
import { Flow } from './flow.ts'
import { telemetryTaken } from './frame.ts'
import type { Link, Origin } from './link.ts'
import { type ConnectionProblem, closeCode, problemText } from './problem-message.ts'
import { assigned, assignedNew, welcome } from './session-answer.ts'
import { limitOf } from './size-limits.ts'
import { Watch } from './watch.ts'

export interface IngestDeps {
  readonly sessions: SessionManager
  readonly clock: Clock
  readonly log: Log
}

type Body<E extends MonitorMessage['event']> = Extract<MonitorMessage, { event: E }>['data']

const REQUEST_WITHIN_MS = 10_000
const MALFORMED_ENDS_AT = 10

let sockets = 0

/** One connection of a program that publishes (or watches): the same code for both transports. */
export class MonitorConnection {
  readonly #deps: IngestDeps
  readonly #link: Link
  readonly #origin: Origin
  readonly #flow: Flow
  readonly #watch: Watch
  readonly #complaints: Complaints
  readonly #stopWaiting: () => void
  #monitor: Monitor
  /** The session this connection has shown a key for (or has begun itself, over the typed transport). */
  #keyed: SessionId | null = null
  /** The session it last published to. */
  #feeds: SessionId | null = null
  #malformed = 0
  #isOver = false

  constructor(deps: IngestDeps, link: Link, origin: Origin) {
    this.#deps = deps
    this.#link = link
    this.#origin = origin
    this.#flow = new Flow(deps.clock)
    this.#watch = new Watch(deps.sessions, link)
    this.#complaints = new Complaints(link, deps.clock)
    this.#monitor = { socket: ++sockets, pc: origin.address, bootId: null }
    this.#stopWaiting =
      link.transport === 'typed'
        ? deps.clock.after(REQUEST_WITHIN_MS, () => this.#refuse('no-session-requested'))
        : () => {}
    if (origin.key !== null) this.#present(origin.key)
  }

  receive(event: unknown, data: unknown): void {
    if (this.#isOver) return
    const flow = this.#flow.next()
    const limit = limitOf(event)
    // In this order: what comes too fast is not even weighed, what is too big is not even read.
    if (flow !== 'ok') this.#refuse(flow === 'exceeded' ? 'rate-exceeded' : 'rate-limited')
    else {
      const weight = weighed(data, limit)
      if (weight === 'ok') this.#read(event, data)
      else {
        const most = `At most ${Math.floor(limit.maxBytes / 1024)} KB and depth ${limit.maxDepth}.`
        this.#refuse(weight, `${problemText(weight)} ${most}`, 'data')
      }
    }
  }

  /** What was not even a message. */
  malformed(text: string, field: string | null): void {
    if (this.#isOver) return
    if (++this.#malformed >= MALFORMED_ENDS_AT) this.#refuse('malformed-often')
    else this.#complaints.tell('malformed', text, field)
  }

  closed(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#stopWaiting()
    this.#watch.end()
    if (this.#feeds !== null) this.#deps.sessions.left(this.#feeds, this.#monitor)
  }

  #read(event: unknown, data: unknown): void {
    const message = readMessage(event, data)
    if (!message.ok) this.malformed(message.problem.message, message.problem.field)
    else if (message.value !== 'ignored') this.#take(message.value)
  }

  #take(message: MonitorMessage): void {
    switch (message.event) {
      case 'request_session_id':
        this.#answerRequest(message.data)
        break
      case 'telemetry_update':
        this.#publish(message.data, (id) => this.#takeFrame(id, message.data.telemetry))
        break
      case 'setup_data':
        this.#publish(message.data, (id) => this.#takeSetup(id, message.data))
        break
      case 'join_session':
        if (this.#watch.begin(message.data.session_id)) this.#stopWaiting()
        else this.#refuse('unknown-session')
    }
  }

  #answerRequest(request: Body<'request_session_id'>): void {
    if (this.#origin.isBrowser) return void this.#refuse('browser')
    this.#stopWaiting()
    const { boot_id: bootId = null, session_id: asked } = request
    this.#monitor = { ...this.#monitor, bootId }
    const key = request.publish_key ?? this.#origin.key
    if (key !== null) this.#resume(key, asked)
    else if (asked !== undefined) this.#refuse('key-required')
    else this.#begin()
  }

  #resume(key: string, asked: string | undefined): void {
    const id = this.#present(key)
    if (id === null) return
    if (asked !== undefined && this.#deps.sessions.get(asked)?.id !== id) this.#refuse('wrong-key')
    else {
      this.#link.send('session_id_assigned', assigned(this.#origin, id))
      this.#welcome(id)
    }
  }

  #begin(): void {
    const mode = this.#link.transport === 'typed' ? 'keyed' : 'bound'
    const { address } = this.#origin
    const created = this.#deps.sessions.create(mode, address)
    if (!created.ok) return void this.#refuse(created.problem)
    const { id } = created.value
    if (mode === 'keyed') this.#keyed = id
    this.#deps.log.info('session begun', { session: id, mode, address })
    this.#link.send('session_id_assigned', assignedNew(this.#origin, created.value))
    this.#welcome(id)
  }

  #welcome(id: SessionId): void {
    if (this.#link.transport !== 'typed') return
    this.#link.send('welcome', welcome(this.#deps.sessions.get(id), this.#monitor))
  }

  #present(key: string): SessionId | null {
    const presented = this.#deps.sessions.presentKey(key)
    if (presented.ok) this.#keyed = presented.value
    else this.#refuse(presented.problem)
    return presented.ok ? presented.value : null
  }

  #publish(body: { session_id?: string }, take: (id: SessionId) => void): void {
    const admitted = this.#admission(body.session_id)
    if (!admitted.ok) return void this.#refuse(admitted.problem)
    this.#stopWaiting()
    const id = admitted.value
    const before = this.#feeds
    if (before !== null && before !== id) this.#deps.sessions.left(before, this.#monitor)
    this.#feeds = id
    take(id)
  }

  #admission(sessionId: string | undefined): Result<SessionId, Problem> {
    if (this.#origin.isBrowser) return { ok: false, problem: 'browser' }
    // A keyed connection publishes to its own session, whatever the body says.
    if (this.#keyed !== null) return { ok: true, value: this.#keyed }
    if (this.#link.transport === 'typed') return { ok: false, problem: 'no-session-requested' }
    return this.#deps.sessions.admitKeyless(sessionId, this.#origin.address)
  }

  #takeFrame(id: SessionId, frame: object): void {
    const session = this.#deps.sessions.get(id)
    if (session === null) return
    const { taken, refused } = telemetryTaken(
      session,
      frame,
      this.#monitor,
      this.#deps.clock.nowMs(),
    )
    this.#monitor = { ...this.#monitor, bootId: taken.telemetry.bootId }
    this.#deps.sessions.publish(id, this.#monitor, taken)
    this.#complaints.tellRefusedKeys(refused)
  }

  #takeSetup(id: SessionId, { setup, timestamp }: Body<'setup_data'>): void {
    const receivedAtMs = this.#deps.clock.nowMs()
    // Longer than any ISO 8601 moment, short enough for a log.
    const kept = { receivedAtMs, sentAt: timestamp?.slice(0, 40) ?? null, tree: setup }
    this.#deps.sessions.publish(id, this.#monitor, {
      type: 'setup',
      atMs: receivedAtMs,
      setup: kept,
    })
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

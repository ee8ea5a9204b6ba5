import type { ServerMessage, SessionIdAssigned } from '../../wire/server-messages.ts'
import { finalReason } from './final-problem.ts'
import { LinkState } from './link-state.ts'
import type { LinkOptions, MonitorLink } from './monitor-link.ts'
import { retryDelayMs } from './retry-delay.ts'
import { problemLine, typedServerMessage } from './server-message.ts'

/** Close codes after which the same again would end the same. */
const finalCloses: Readonly<Record<number, string>> = {
  4403: 'the key is wrong for this session, or missing',
  4409: 'another monitor with the same boot id has taken over',
  4410: 'the session has ended or its key was revoked',
}
/** More than this unsent means the network does not keep up: newer frames will do. */
const UNSENT_BYTES = 64 * 1024
const ANSWER_WITHIN_MS = 10_000

/** Over WebSocket to `/ws/monitor`, as `{"event": …, "data": …}`. */
export function typedLink(options: LinkOptions): MonitorLink {
  const link = new TypedLink(options)
  return {
    ready: () => link.state.ready,
    ended: link.state.ended,
    publish: (frame) => link.publish(frame),
    sendSetup: (setup, timestamp) => link.sendSetup(setup, timestamp),
    close: () => link.close(),
  }
}

class TypedLink {
  readonly state: LinkState
  readonly #options: LinkOptions
  readonly #address: string
  #socket: WebSocket
  #assigned = false
  #attempts = 0
  #restartMs = 0
  #finalReason: string | null = null
  #pendingSetup: { setup: unknown; timestamp: string } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: LinkOptions) {
    this.#options = options
    this.state = new LinkState(options)
    this.#address = new URL('/ws/monitor', options.url.replace(/^http/, 'ws')).href
    this.#socket = this.#connect()
  }

  publish(frame: Readonly<Record<string, unknown>>): void {
    if (!this.#assigned || this.#socket.bufferedAmount > UNSENT_BYTES) return
    this.#say('telemetry_update', { session_id: this.state.sessionId, telemetry: frame })
  }

  sendSetup(setup: unknown, timestamp: string): void {
    this.#pendingSetup = { setup, timestamp }
    if (!this.#assigned) return
    this.#say('setup_data', { session_id: this.state.sessionId, ...this.#pendingSetup })
    this.#pendingSetup = null
  }

  close(): void {
    this.state.end({ by: 'us' })
    this.#leave()
  }

  #connect(): WebSocket {
    const socket = new WebSocket(this.#address)
    this.#timer = setTimeout(() => this.#lost(0), ANSWER_WITHIN_MS)
    socket.onopen = () => {
      const { sessionId, publishKey } = this.state
      this.#say('request_session_id', {
        ...(sessionId !== null && { session_id: sessionId }),
        ...(publishKey !== null && { publish_key: publishKey }),
        ...(this.#options.bootId !== undefined && { boot_id: this.#options.bootId }),
      })
    }
    socket.onmessage = ({ data }) => {
      const message = typedServerMessage(data)
      if (message !== null) this.#hear(message)
    }
    socket.onclose = ({ code }) => this.#lost(code)
    return socket
  }

  #hear(message: ServerMessage): void {
    if (message.event === 'session_id_assigned') this.#join(message.data)
    if (message.event === 'restarting') this.#restartMs = message.data.retry_ms
    if (message.event !== 'problem') return
    this.#options.log?.(problemLine(message.data))
    this.#finalReason = finalReason(message.data)
  }

  #join(assigned: SessionIdAssigned): void {
    clearTimeout(this.#timer)
    this.#assigned = true
    this.#attempts = 0
    this.#finalReason = null
    this.state.assign(assigned)
    if (this.#pendingSetup !== null) {
      this.sendSetup(this.#pendingSetup.setup, this.#pendingSetup.timestamp)
    }
  }

  #lost(code: number): void {
    if (this.state.hasEnded) return
    const reason = finalCloses[code] ?? this.#finalReason
    const wasAssigned = this.#assigned
    this.#leave()
    if (reason !== null) {
      this.state.end({ by: 'server', reason })
      return
    }
    if (wasAssigned || this.#attempts === 0) {
      this.#options.log?.(`No connection to ${this.#options.url} (${code}), trying again.`)
    }
    const delayMs = this.#restartMs + retryDelayMs(this.#attempts++, Math.random())
    this.#restartMs = 0
    this.#timer = setTimeout(() => {
      this.#socket = this.#connect()
    }, delayMs)
  }

  #leave(): void {
    clearTimeout(this.#timer)
    this.#assigned = false
    // What a socket we have left still says, its end included, is not about the next one.
    this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null
    this.#socket.close()
  }

  #say(event: string, body: object): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return
    this.#socket.send(JSON.stringify({ event, data: body }))
  }
}

import { io, type Socket } from 'socket.io-client'
import type { ServerMessage } from '../../wire/server-messages.ts'
import { finalReason } from './final-problem.ts'
import { LinkState } from './link-state.ts'
import type { LinkOptions, MonitorLink } from './monitor-link.ts'
import { retryDelayMs } from './retry-delay.ts'
import { problemLine, serverMessage } from './server-message.ts'

/** Over Socket.IO, in the existing monitor's manner: polling first, a key in the URL's query, an id kept for ever. */
export function socketioLink(options: LinkOptions): MonitorLink {
  const link = new SocketioLink(options)
  return {
    ready: () => link.state.ready,
    ended: link.state.ended,
    publish: (frame) => link.publish(frame),
    sendSetup: (setup, timestamp) => link.sendSetup(setup, timestamp),
    close: () => link.close(),
  }
}

class SocketioLink {
  readonly state: LinkState
  readonly #options: LinkOptions
  readonly #socket: Socket
  #attempts = 0
  #restartMs = 0
  #finalReason: string | null = null
  #pendingSetup: { setup: unknown; timestamp: string } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: LinkOptions) {
    this.#options = options
    this.state = new LinkState(options)
    const url = new URL(options.url.replace(/^ws/, 'http'))
    if (options.publishKey !== undefined) url.searchParams.set('key', options.publishKey)
    this.#socket = io(url.href, {
      // Reconnecting is done here: the server's `retry_ms` has to be heard.
      reconnection: false,
      forceNew: true,
    })
    this.#listen()
  }

  publish(frame: Readonly<Record<string, unknown>>): void {
    const { sessionId } = this.state
    if (sessionId === null || !this.#socket.connected) return
    // Volatile: dropped, not queued, while the transport is busy.
    this.#socket.volatile.emit('telemetry_update', { session_id: sessionId, telemetry: frame })
  }

  sendSetup(setup: unknown, timestamp: string): void {
    this.#pendingSetup = { setup, timestamp }
    const { sessionId } = this.state
    if (sessionId === null || !this.#socket.connected) return
    this.#socket.emit('setup_data', { session_id: sessionId, ...this.#pendingSetup })
    this.#pendingSetup = null
  }

  close(): void {
    clearTimeout(this.#timer)
    this.state.end({ by: 'us' })
    this.#socket.disconnect()
  }

  #listen(): void {
    this.#socket.on('connect', () => {
      this.#attempts = 0
      const { sessionId } = this.state
      if (sessionId === null) this.#socket.emit('request_session_id', {})
      else this.#join({ session_id: sessionId })
    })
    this.#socket.onAny((event: string, body: unknown) => {
      const message = serverMessage(event, body)
      if (message !== null) this.#hear(message)
    })
    this.#socket.on('disconnect', (why) => this.#lost(why))
    this.#socket.on('connect_error', ({ message }) => this.#lost(message))
  }

  #hear(message: ServerMessage): void {
    if (message.event === 'session_id_assigned') this.#join(message.data)
    if (message.event === 'restarting') this.#restartMs = message.data.retry_ms
    if (message.event !== 'problem') return
    this.#options.log?.(problemLine(message.data))
    this.#finalReason = finalReason(message.data)
  }

  #join(assigned: Parameters<LinkState['assign']>[0]): void {
    this.#finalReason = null
    this.state.assign(assigned)
    if (this.#pendingSetup !== null) {
      this.sendSetup(this.#pendingSetup.setup, this.#pendingSetup.timestamp)
    }
  }

  #lost(why: string): void {
    if (this.state.hasEnded) return
    if (this.#finalReason !== null) {
      this.state.end({ by: 'server', reason: this.#finalReason })
      return
    }
    if (this.#attempts === 0) {
      this.#options.log?.(`No connection to ${this.#options.url} (${why}), trying again.`)
    }
    const delayMs = this.#restartMs + retryDelayMs(this.#attempts++, Math.random())
    this.#restartMs = 0
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#socket.connect(), delayMs)
  }
}

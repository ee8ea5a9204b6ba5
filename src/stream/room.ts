import { encodePulse, type Pulse } from '../../views/pulse.ts'
import type { Session } from '../race/session.ts'
import type { Cancel, Clock } from '../sessions/clock.ts'
import { retryMs } from '../sessions/retry.ts'
import type { Outbox } from './outbox.ts'
import type { LastWord, RoomFormat, RoomPart } from './room-format.ts'

export interface RoomDeps<Subject = Session> {
  readonly clock: Clock
  readonly partsOf: (format: RoomFormat<Subject>, subject: Subject) => readonly RoomPart[]
  readonly pulseOf: (subject: Subject) => Pulse
}

/** A phone whose socket has been full this long is gone; it will be back with a new one. */
const BEHIND_ENDS_AFTER_MS = 30_000

const utf8 = new TextEncoder()

/**
 * All phones that get the same bytes: one subject (a session, a team), one interval, one format. Renders and encodes once per change,
 * whatever their number, and not at all when there are none. Every part remembers the update that changed it last,
 * so that a phone which skipped some gets exactly what is new to it.
 */
export class Room<Subject = Session> {
  readonly #deps: RoomDeps<Subject>
  readonly #format: RoomFormat<Subject>
  readonly #intervalMs: number
  readonly #outboxes = new Set<Outbox>()
  #subject: Subject
  #rendered: Subject | null = null
  #parts: readonly RoomPart[] = []
  #changedAt = new Map<string, number>()
  #update = 0
  #cooling: Cancel | null = null
  #isDirty = false

  constructor(
    deps: RoomDeps<Subject>,
    format: RoomFormat<Subject>,
    intervalMs: number,
    subject: Subject,
  ) {
    this.#deps = deps
    this.#format = format
    this.#intervalMs = intervalMs
    this.#subject = subject
  }

  /** What it has been told last. */
  get subject(): Subject {
    return this.#subject
  }

  get isEmpty(): boolean {
    return this.#outboxes.size === 0
  }

  get size(): number {
    return this.#outboxes.size
  }

  /** In the room first, the whole state second: nothing can change unseen between the two. */
  join(outbox: Outbox): void {
    this.#outboxes.add(outbox)
    this.#render()
    this.#send(outbox, utf8.encode(this.#textSince(0, retryMs())))
  }

  leave(outbox: Outbox): void {
    this.#outboxes.delete(outbox)
    if (!this.isEmpty) return
    this.#cooling?.()
    this.#cooling = null
  }

  /** At most one update an interval; what comes between is in the next one. */
  changed(subject: Subject): void {
    this.#subject = subject
    if (this.isEmpty) return
    if (this.#cooling !== null) this.#isDirty = true
    else this.#broadcast()
  }

  /** The socket of a phone takes bytes again: it gets the present, not what it missed. */
  caughtUp(outbox: Outbox): void {
    if (!this.#outboxes.has(outbox)) return
    if (outbox.seen < this.#update) this.#send(outbox, utf8.encode(this.#textSince(outbox.seen)))
  }

  heartbeat(): void {
    const nowMs = this.#deps.clock.nowMs()
    const bytes = utf8.encode(this.#format.beat('heartbeat', this.#pulse()))
    for (const outbox of [...this.#outboxes]) {
      if (outbox.behindMs(nowMs) >= BEHIND_ENDS_AFTER_MS) outbox.end()
      else outbox.write(bytes, nowMs)
    }
  }

  /** Says why, and ends the streams. A phone that is behind reads it from the next one it tries. */
  end(word: LastWord): void {
    const pulse = { ...this.#deps.pulseOf(this.#subject), presence: word }
    const bytes = utf8.encode(this.#format.beat(word, encodePulse(pulse)))
    for (const outbox of [...this.#outboxes]) {
      outbox.write(bytes, this.#deps.clock.nowMs())
      outbox.end()
    }
  }

  #broadcast(): void {
    this.#isDirty = false
    this.#cooling = this.#deps.clock.after(this.#intervalMs, () => {
      this.#cooling = null
      if (this.#isDirty) this.#broadcast()
    })
    this.#render()
    const texts = new Map<number, Uint8Array>()
    for (const outbox of this.#outboxes) {
      // Nearly all phones have seen the update before: one text for them all.
      let bytes = texts.get(outbox.seen)
      if (bytes === undefined) {
        bytes = utf8.encode(this.#textSince(outbox.seen))
        texts.set(outbox.seen, bytes)
      }
      this.#send(outbox, bytes)
    }
  }

  #send(outbox: Outbox, bytes: Uint8Array): void {
    if (outbox.write(bytes, this.#deps.clock.nowMs())) outbox.seen = this.#update
  }

  #render(): void {
    if (this.#rendered === this.#subject) return
    this.#rendered = this.#subject
    const before = new Map(this.#parts.map(({ id, text }) => [id, text]))
    this.#parts = this.#deps.partsOf(this.#format, this.#subject)
    const changed = this.#parts.filter(({ id, text }) => before.get(id) !== text)
    if (changed.length === 0) return
    this.#update++
    for (const { id } of changed) this.#changedAt.set(id, this.#update)
  }

  /** Everything that changed after this update, or a mere pulse: the sample is newer even if it says the same. */
  #textSince(update: number, retryAfterMs: number | null = null): string {
    const parts = this.#parts.filter(({ id }) => (this.#changedAt.get(id) ?? 0) > update)
    if (parts.length === 0) return this.#format.beat('pulse', this.#pulse())
    return this.#format.update(parts, this.#pulse(), retryAfterMs)
  }

  #pulse(): string {
    return encodePulse(this.#deps.pulseOf(this.#subject))
  }
}

import { Outbox, type Sink } from './outbox.ts'

/** Where somebody who opens a stream is put. */
export interface Place {
  /** null: it is gone meanwhile. */
  join(outbox: Outbox): { caughtUp(outbox: Outbox): void } | null
  leave(outbox: Outbox): void
}

export const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  // no-transform: a proxy that compresses would wait for more text than one update has.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

/** A response that stays open. (The shared compression of a room's text has its place here, before the sink.) */
export function streamed(place: Place, signal: AbortSignal): Response {
  let leave = () => {}
  const source: Bun.DirectUnderlyingSource<Uint8Array> = {
    type: 'direct',
    pull(controller) {
      return new Promise<void>((resolve) => {
        const socket: Sink = {
          write: (bytes) => controller.write(bytes),
          flush: () => controller.flush(),
          end: () => {
            controller.end()
            resolve()
          },
        }
        leave = visit(place, socket)
        if (signal.aborted) leave()
        else signal.addEventListener('abort', () => leave(), { once: true })
      })
    },
    cancel: () => leave(),
  }
  return new Response(new ReadableStream(source), { headers: streamHeaders })
}

/** One phone's stay, from joining until its socket ends or the returned `leave` is called. */
export function visit(place: Place, socket: Sink): () => void {
  let leave = () => {}
  const sink: Sink = {
    write: (bytes) => socket.write(bytes),
    flush: () => socket.flush(),
    end: () => leave(),
  }
  const outbox = new Outbox(sink, (caughtUp) => room?.caughtUp(caughtUp))
  const room = place.join(outbox)
  leave = () => {
    leave = () => {}
    place.leave(outbox)
    outbox.end()
    socket.end()
  }
  // A socket that closed during the first write ended its outbox before there was anything to leave.
  if (outbox.isOver || room === null) leave()
  return () => leave()
}

import type { Session } from '../race/session.ts'
import type { Hub, Seat } from './hub.ts'
import { Outbox, type Sink } from './outbox.ts'

/** One phone's stay in a room, from joining until its socket ends or the returned `leave` is called. */
export function visit(hub: Hub, session: Session, seat: Seat, socket: Sink): () => void {
  let leave = () => {}
  const sink: Sink = {
    write: (bytes) => socket.write(bytes),
    flush: () => socket.flush(),
    end: () => leave(),
  }
  const outbox = new Outbox(sink, (caughtUp) => room.caughtUp(caughtUp))
  const room = hub.join(session, seat, outbox)
  leave = () => {
    leave = () => {}
    hub.leave(session, room, outbox)
    outbox.end()
    socket.end()
  }
  // A socket that closed during the first write ended its outbox before there was anything to leave.
  if (outbox.isOver) leave()
  return () => leave()
}

import type { Session } from '../race/session.ts'
import type { RoomFormat, RoomPart } from './room-format.ts'

export type PartsOf = (format: RoomFormat, session: Session) => readonly RoomPart[]

/** The rooms of one session differ by how often they tell, not by what: it is worked out once for all of them. */
export function sharedParts(): PartsOf {
  const known = new WeakMap<Session, Map<RoomFormat['name'], readonly RoomPart[]>>()
  return (format, session) => {
    const ofSession = known.get(session) ?? new Map<RoomFormat['name'], readonly RoomPart[]>()
    known.set(session, ofSession)
    const parts = ofSession.get(format.name) ?? format.parts(session)
    ofSession.set(format.name, parts)
    return parts
  }
}

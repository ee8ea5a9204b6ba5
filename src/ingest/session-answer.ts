import type { SessionId } from '../race/session.ts'
import type { CreatedSession } from '../sessions/doorkeeper.ts'
import { limits } from '../wire/limits.ts'
import type { SessionIdAssigned, Welcome } from '../wire/server-messages.ts'
import type { Origin } from './link.ts'

/** The answer to a monitor that resumes: no keys, it has them. */
export const assigned = (origin: Origin, id: SessionId): SessionIdAssigned => ({
  session_id: id,
  dashboard_url: `${origin.baseUrl}/dashboard/${id}`,
})

/** The answer to a monitor that begins a session: the only time its keys are told. */
export function assignedNew(origin: Origin, created: CreatedSession): SessionIdAssigned {
  const { id, publishKey, engineerKey } = created
  const answer = { ...assigned(origin, id), publish_key: publishKey }
  if (engineerKey === null) return answer
  return { ...answer, engineer_url: `${origin.baseUrl}/engineer/${engineerKey}` }
}

/** What a monitor may send, and what the session has of this start of it already. */
export function welcome(lastSeq: number | null): Welcome {
  const { frame, setup, messageBytes, framesPerSecond } = limits
  return {
    limits: {
      frame_bytes: frame.maxBytes,
      frame_depth: frame.maxDepth,
      setup_bytes: setup.maxBytes,
      setup_depth: setup.maxDepth,
      message_bytes: messageBytes,
      frames_per_second: framesPerSecond,
    },
    last_seq: lastSeq,
  }
}

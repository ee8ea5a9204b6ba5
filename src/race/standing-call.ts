import type { Call } from './call.ts'
import type { Session } from './session.ts'

/** The call that is still to be followed: one into the pits is done with the next stop. null: there is none. */
export function standingCall({ call, stops }: Pick<Session, 'call' | 'stops'>): Call | null {
  if (call === null) return null
  const isIntoPits = call.when === 'this-lap' || call.when === 'in-laps'
  const lastStopMs = stops.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY
  return isIntoPits && lastStopMs > call.setAtMs ? null : call
}

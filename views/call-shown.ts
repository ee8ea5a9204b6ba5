import type { Call } from '../src/race/call.ts'
import { standingCall } from '../src/race/standing-call.ts'
import type { PitVerdict } from '../src/strategy/stop/pit-verdict.ts'
import type { Refill } from '../src/strategy/stop/refill.ts'
import type { Wall } from './wall.ts'

/** What the driver is told. */
export type CallShown =
  | { readonly by: 'engineer'; readonly call: Call }
  | { readonly by: 'sums'; readonly proposal: Proposal }
  /** Nothing to be done yet. `laps`: whole laps until there is; null: not known, or no stop is needed. */
  | { readonly by: 'nobody'; readonly laps: number | null }

/** What follows from what is in the car; nobody has said it. */
export interface Proposal {
  readonly verdict: Exclude<PitVerdict, { kind: 'no-stop-needed' }>
  /** What ends the stint; null: not known. */
  readonly limitedBy: 'fuel' | 'virtual-energy' | null
  /** What to set for the plan; null: not known. */
  readonly refill: Refill | null
  /** By the roster; null: nobody has said, or he stays in. */
  readonly nextDriver: string | null
  /** Nobody sees the car just now. */
  readonly isEstimate: boolean
}

/** From here on a crew makes itself ready, and a driver thinks of his in-lap; guessed. */
const NEAR_LAPS = 3

/** The engineer's word counts, whatever the sums say; without it they propose, once the stop is near. */
export function callShown({ session, outlook }: Wall): CallShown {
  const call = standingCall(session)
  if (call !== null) return { by: 'engineer', call }
  const { pit, refill, lapsLeft, drivers, estimate } = outlook
  if (pit === null || pit.verdict.kind === 'no-stop-needed' || pit.comingIn?.basis === 'in-pits') {
    return { by: 'nobody', laps: null }
  }
  const { verdict } = pit
  if (verdict.kind === 'box-in' && verdict.laps > NEAR_LAPS) {
    return { by: 'nobody', laps: verdict.laps }
  }
  return {
    by: 'sums',
    proposal: {
      verdict,
      limitedBy: lapsLeft?.limitedBy ?? null,
      refill: refill.find(({ isPlan }) => isPlan)?.average ?? null,
      nextDriver: drivers.find(({ isNext }) => isNext)?.driverName ?? null,
      isEstimate: estimate?.kind === 'going-on',
    },
  }
}

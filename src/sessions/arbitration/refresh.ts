import { isSilence } from '../../race/silence.ts'
import type { Telemetry } from '../../race/telemetry.ts'
import { type Arbitration, standbys } from './arbitration.ts'
import type { Evidence } from './evidence.ts'
import { feedsWall, isAlone } from './only-one.ts'
import type { Witness } from './witness.ts'

/**
 * A frame that proves nothing may still be shown where nobody else can be meant: in the garage people want to see
 * temperatures fall and fuel being set. Alone, or the only one that says it has the car; never another chapter in
 * place of the last values (unless they are history), and never without the fuel in place of a level that was known.
 */
export function refreshes(
  state: Arbitration,
  witness: Witness,
  telemetry: Telemetry,
  { belongs, isPresent }: Evidence,
): boolean {
  if (isSilence(telemetry) || telemetry.fuelLiters === 0) return false
  const { monitor } = witness
  if (!feedsWall(state, monitor)) return false
  if (state.active === null) return true
  if (telemetry.fuelLiters === null) return false
  if (belongs === 'elsewhere' && state.phase !== 'offline') return false
  const claimsAlone = telemetry.inControl === true && !standbys(state).some(({ claims }) => claims)
  // Whom the wall falls to has to show that he has the car.
  if (state.active.socket !== monitor.socket) return isPresent || state.phase === 'offline'
  return isAlone(state, monitor) || claimsAlone
}

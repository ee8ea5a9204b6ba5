import { isSilence } from '../../race/silence.ts'
import type { Telemetry } from '../../race/telemetry.ts'
import { wheelNames } from '../../race/wheels.ts'
import type { Arbitration } from './arbitration.ts'
import {
  continues,
  continuesSession,
  isSameCar,
  isSameEvent,
  type Place,
  placeAfter,
} from './place.ts'
import type { Witness } from './witness.ts'

/** The chapter on the wall, the one before it (its car may come back), or neither. */
export type Belonging = 'chapter' | 'earlier' | 'elsewhere'

/** What one frame proves about who drives the car. */
export interface Evidence {
  /** A car of this PC's own with fuel in it: no film, no menu, nobody else's car. */
  readonly isOurs: boolean
  readonly counts: boolean
  readonly belongs: Belonging
  /** It belongs, or only its laps have been set back: a session that was started again. */
  readonly isSameEvent: boolean
  /** The car of the wall, driving or parked: nothing of one that stands need move. */
  readonly isPresent: boolean
  /** Counts and moves, in this event: who practises while others race drives something else. */
  readonly drives: boolean
  /** Counts and says that this PC drives: everybody is in control of his own practice. */
  readonly claims: boolean
}

/** A running engine's rpm and temperatures change in every frame; frames get lost. */
const MOVED_WITHIN_MS = 3_000
/** Slower than this a car is pushed, rolls or trembles in its box. */
const DRIVES_ABOVE_KPH = 5

export function evidenceOf(
  state: Arbitration,
  witness: Witness,
  telemetry: Telemetry,
  atMs: number,
): Evidence {
  const place = placeAfter(witness.place, telemetry, atMs)
  const { chapter } = state
  const belongs = belonging(state, place)
  const isOurs =
    !isSilence(telemetry) && telemetry.state !== 'menu' && (telemetry.fuelLiters ?? 0) > 0
  const counts = isOurs && isCarOf(state, place, belongs) && isAlive(state, witness, telemetry)
  const isSame = belongs !== 'elsewhere' || (chapter !== null && isSameEvent(chapter, place))
  const speedKph = Math.abs(telemetry.speedKph ?? 0)
  return {
    isOurs,
    counts,
    belongs,
    isSameEvent: isSame,
    isPresent: isOurs && isSame && (counts || speedKph <= DRIVES_ABOVE_KPH),
    drives: counts && isSame && speedKph > DRIVES_ABOVE_KPH,
    claims: counts && isSame && telemetry.inControl === true,
  }
}

export const showsTireTemps = ({ tireTempC, tireCarcassTempC }: Telemetry): boolean =>
  wheelNames.some((wheel) => (tireTempC[wheel] ?? tireCarcassTempC[wheel]) !== null)

/** Asked of the earlier chapter first: where both fit, its car is the one that has been missing. */
function belonging({ chapter, earlier }: Arbitration, place: Place): Belonging {
  if (earlier !== null && continuesSession(earlier, place)) return 'earlier'
  return chapter === null || continues(chapter, place) ? 'chapter' : 'elsewhere'
}

/** Another car never counts while ours may come back; once we are offline it may begin a chapter of its own. */
const isCarOf = ({ phase, chapter }: Arbitration, place: Place, belongs: Belonging) =>
  phase === 'offline' || belongs === 'earlier' || chapter === null || isSameCar(chapter, place)

function isAlive({ phase, nowMs }: Arbitration, witness: Witness, telemetry: Telemetry): boolean {
  if (phase === 'empty') return true
  const { movedAtMs } = witness
  if (movedAtMs === null || nowMs - movedAtMs > MOVED_WITHIN_MS) return false
  return phase === 'offline' || !isAsleep(witness, telemetry)
}

/**
 * LMU sends −273.15 °C for the tyres of a car that it does not simulate; decoding makes that "unknown". So tyres
 * are missed only of a monitor that has shown some before. Of one that never has (it may not know any) only a car
 * that stands with its engine off is asleep.
 */
function isAsleep(witness: Witness, telemetry: Telemetry): boolean {
  if (showsTireTemps(telemetry)) return false
  const stands = Math.abs(telemetry.speedKph ?? 0) <= DRIVES_ABOVE_KPH
  return witness.hasShownTireTemps || (telemetry.rpm === 0 && stands)
}

import { type CarLoad, loadShare, nothing } from './car-load.ts'
import type { InventedCar } from './invented-cars.ts'
import { pitLane, TRACK_LENGTH_METERS, trackProfile } from './invented-track.ts'
import type { LapCharacter } from './lap-character.ts'
import type { LegChain } from './leg-chain.ts'
import { pitLaneLeg } from './pit-service.ts'

export interface LapOnTrack {
  readonly lap: number
  readonly character: LapCharacter
  /** It begins at the exit of the pit lane. */
  readonly isOutLap: boolean
  /** It ends in the pit lane. */
  readonly isInLap: boolean
}

/** To the line. If the car is left `standing` on the way, says when it came to rest. */
export function driveLap(
  chain: LegChain,
  { lap, character, isOutLap, isInLap }: LapOnTrack,
  standing: { readonly atMeters: number; readonly standingMs: number } | null,
  car?: InventedCar,
): number | null {
  const fromMeters = isOutLap ? pitLane.exitMeters : 0
  const toMeters = isInLap ? pitLane.entryMeters : TRACK_LENGTH_METERS
  let restMs: number | null = null
  if (standing === null) {
    driveStretch(chain, lap, character, fromMeters, toMeters)
  } else {
    const { atMeters, standingMs } = standing
    driveStretch(chain, lap, character, fromMeters, atMeters)
    restMs = chain.nowMs
    if (standingMs > 0) standStill(chain, 'stranded', lap, atMeters, standingMs, nothing)
    driveStretch(chain, lap, character, atMeters, toMeters)
  }
  if (isInLap) pitLaneLeg(chain, lap, pitLane.entryMeters, TRACK_LENGTH_METERS, car)
  return restMs
}

/** A part of a lap, at that lap's pace. */
export function driveStretch(
  chain: LegChain,
  lap: number,
  { timeMs, used }: LapCharacter,
  fromMeters: number,
  toMeters: number,
): void {
  const partMs = trackProfile.timeMsAt(toMeters) - trackProfile.timeMsAt(fromMeters)
  const spent = trackProfile.spentRatioAt(toMeters) - trackProfile.spentRatioAt(fromMeters)
  const durationMs = timeMs * (partMs / trackProfile.lapMs)
  chain.drive({ kind: 'racing', lap, durationMs, fromMeters, toMeters }, loadShare(used, spent))
}

export function standStill(
  chain: LegChain,
  kind: 'stranded' | 'garage',
  lap: number,
  atMeters: number,
  durationMs: number,
  used: CarLoad,
): void {
  chain.drive({ kind, lap, durationMs, fromMeters: atMeters, toMeters: atMeters }, used)
}

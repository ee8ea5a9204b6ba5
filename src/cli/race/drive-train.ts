import { car } from './invented-car.ts'
import { trackProfile } from './invented-track.ts'
import { isStanding, type Leg } from './race-leg.ts'

export interface DriveTrain {
  readonly gear: number
  readonly rpm: number
  readonly throttleRatio: number
  readonly brakeRatio: number
}

/** Upper end of each gear. */
const gearTopKph = [92, 124, 158, 196, 238, 290] as const
const IDLE_RPM = 1900
const HARD_BRAKING_MPS2 = 12

export function driveTrain(leg: Leg, meters: number, speedKph: number): DriveTrain {
  if (isStanding(leg.kind)) {
    return { gear: 0, rpm: leg.kind === 'garage' ? 0 : IDLE_RPM, throttleRatio: 0, brakeRatio: 0 }
  }
  const gear = gearTopKph.findIndex((top) => speedKph < top) + 1 || gearTopKph.length
  const top = gearTopKph[gear - 1] ?? speedKph
  const acceleration = leg.kind === 'racing' ? trackProfile.accelerationAt(meters) : 0.2
  return {
    gear,
    rpm: Math.max(IDLE_RPM, car.maxRpm * 0.96 * (speedKph / top)),
    throttleRatio: acceleration > 0 ? Math.min(1, 0.35 + acceleration / 4) : 0,
    brakeRatio: Math.max(0, Math.min(1, -acceleration / HARD_BRAKING_MPS2)),
  }
}

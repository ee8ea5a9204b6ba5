import { eachWheel, type Wheels } from '../../race/wheels.ts'
import { trackProfile } from './invented-track.ts'
import type { Leg } from './race-leg.ts'

export interface TireState {
  readonly pressureKpa: Wheels<number>
  readonly surfaceTempC: Wheels<number>
  readonly carcassTempC: Wheels<number>
}

const FITTED_TEMP_C = 32
const HOT_CARCASS_C = 63
const WARMING_MS = 100_000
const COLD_KPA = 148
const HOT_KPA = 174
/** Rears run a little higher, the right side too on a clockwise lap: as measured. */
const pressureOffsetKpa: Wheels<number> = { fl: -0.8, fr: 0.1, rl: 1.9, rr: 2.4 }
const carcassOffsetC: Wheels<number> = { fl: -1.4, fr: 0.6, rl: 1.1, rr: -0.5 }
/** Surface spikes: fronts under braking, rears on the throttle. */
const BRAKING_SPIKE_C = 44
const TRACTION_SPIKE_C = 14
const HARD_BRAKING_MPS2 = 12
const FULL_THROTTLE_MPS2 = 6

export function tireState(leg: Leg, atMs: number, meters: number, speedKph: number): TireState {
  const acceleration = leg.kind === 'racing' ? trackProfile.accelerationAt(meters) : 0
  const braking = (Math.max(0, -acceleration) / HARD_BRAKING_MPS2) * (speedKph / 240)
  const traction = Math.max(0, acceleration) / FULL_THROTTLE_MPS2
  const warmth = eachWheel(
    (wheel) => 1 - Math.exp(-(atMs - leg.tiresFittedAtMs[wheel]) / WARMING_MS),
  )
  const isRear = (wheel: string) => wheel.startsWith('r')
  const spikeC = eachWheel((wheel) =>
    isRear(wheel)
      ? braking * BRAKING_SPIKE_C * 0.4 + traction * TRACTION_SPIKE_C
      : braking * BRAKING_SPIKE_C,
  )
  const carcassTempC = eachWheel(
    (wheel) =>
      FITTED_TEMP_C + (HOT_CARCASS_C + carcassOffsetC[wheel] - FITTED_TEMP_C) * warmth[wheel],
  )
  return {
    carcassTempC,
    surfaceTempC: eachWheel((wheel) => carcassTempC[wheel] - 4 + spikeC[wheel]),
    pressureKpa: eachWheel(
      (wheel) =>
        COLD_KPA +
        (HOT_KPA - COLD_KPA) * warmth[wheel] +
        pressureOffsetKpa[wheel] +
        spikeC[wheel] * 0.06,
    ),
  }
}

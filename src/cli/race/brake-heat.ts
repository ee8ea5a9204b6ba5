import { TRACK_LENGTH_METERS, trackProfile } from './invented-track.ts'

/** Coldest a disc gets in a race, and the hottest that was recorded. */
const COLD_C = 255
const HOT_C = 990
/** Chosen so that a lap runs from about 250 °C after the straights to 750 °C in the slowest corners. */
const HEATING = 0.3
const COOLING_SECONDS = 13
const STANDING_COOLING_SECONDS = 45
const STEP_METERS = 10

const lapTemps = temperaturesAroundTheLap()

/**
 * The hottest brake after so many seconds: on track (`meters` given) it settles to what the place asks for, in the
 * pits (`null`) it cools.
 */
export function brakeTempAfter(startC: number, seconds: number, meters: number | null): number {
  const settling = meters === null ? STANDING_COOLING_SECONDS : COOLING_SECONDS
  const target = meters === null ? COLD_C : tempOnTrack(meters)
  return target + (startC - target) * Math.exp(-seconds / settling)
}

function tempOnTrack(meters: number): number {
  return lapTemps[Math.floor(meters / STEP_METERS) % lapTemps.length] ?? COLD_C
}

function temperaturesAroundTheLap(): readonly number[] {
  const steps = Math.round(TRACK_LENGTH_METERS / STEP_METERS)
  const temps = new Array<number>(steps).fill(COLD_C)
  let tempC = 400
  // The second lap begins with the heat of the first.
  for (let i = 0; i < 2 * steps; i++) {
    const meters = (i % steps) * STEP_METERS
    const speedMps = trackProfile.speedKphAt(meters) / 3.6
    const seconds = STEP_METERS / speedMps
    const braking = Math.max(0, -trackProfile.accelerationAt(meters))
    tempC += HEATING * braking * speedMps * seconds - ((tempC - 80) / COOLING_SECONDS) * seconds
    tempC = Math.max(COLD_C, Math.min(HOT_C, tempC))
    temps[i % steps] = tempC
  }
  return temps
}

import type { SeededRandom } from './seeded-random.ts'

export interface InventedWeather {
  readonly ambientTempC: number
  readonly trackTempC: number
  readonly windSpeedMps: number
  readonly timeOfDaySeconds: number
}

const START_OF_RACE_SECONDS = 13 * 3600
const HOUR_MS = 3_600_000

/** A dry day that cools towards the evening, with clouds over the track. */
export function inventedWeather(raceTimeMs: number, random: SeededRandom): InventedWeather {
  const hours = raceTimeMs / HOUR_MS
  const cooled = Math.min(8, hours * 0.6)
  return {
    ambientTempC: 23 - cooled + random.drift('air', hours * 2),
    trackTempC: 37 - 1.6 * cooled + 2.5 * random.drift('clouds', hours * 4),
    windSpeedMps: 2.5 + 1.5 * random.drift('wind', hours * 8),
    timeOfDaySeconds: (START_OF_RACE_SECONDS + raceTimeMs / 1000) % 86_400,
  }
}

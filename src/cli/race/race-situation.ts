import type { CarSample } from './car-sample.ts'
import type { RaceIdentity } from './frame-stamp.ts'
import { isInPits, isStanding } from './race-leg.ts'
import { LEADER_LAP_MS } from './race-plan.ts'
import { rounded } from './rounded.ts'

/** The part of a typed frame that says how the race stands around the car. */
export function raceSituation(sample: CarSample, identity: RaceIdentity) {
  const { doing, raceTimeMs } = sample
  const inPits = isInPits(doing)
  const inGarage = doing === 'garage'
  const isOver = doing === 'cool-down'
  const leaderLaps = Math.max(0, raceTimeMs - identity.greenAtMs) / LEADER_LAP_MS
  const remainingMs = Math.max(0, identity.raceMs - raceTimeMs)
  return {
    state: inGarage ? 'garage' : inPits ? 'pit' : 'driving',
    in_control: true,
    sector: sample.meters < 1600 ? 1 : sample.meters < 3300 ? 2 : 3,
    session_time: rounded(raceTimeMs / 1000, 2),
    session_time_remaining: rounded(remainingMs / 1000, 2),
    game_phase: isOver ? 'over' : doing === 'formation' ? 'formation' : 'green',
    flag: isOver ? 'checkered' : 'green',
    in_pits: inPits,
    in_garage: inGarage,
    pit_state: !inPits
      ? 'none'
      : isStanding(doing)
        ? 'stopped'
        : sample.meters > 2000
          ? 'entering'
          : 'exiting',
    speed_limiter: inPits,
    leader_lap_time: LEADER_LAP_MS / 1000,
    leader_lap_progress: rounded(leaderLaps % 1, 4),
  }
}

import type { CarSample } from './car-sample.ts'
import type { RaceIdentity } from './frame-stamp.ts'
import { isInPits, isStanding } from './race-leg.ts'
import { rounded } from './rounded.ts'

/** The part of a typed frame that says how the race stands around the car. */
export function raceSituation(sample: CarSample, identity: RaceIdentity) {
  const { doing, raceTimeMs } = sample
  const inPits = isInPits(doing)
  const inGarage = doing === 'garage'
  const isOver = doing === 'cool-down'
  const { leader, conditions } = sample
  const isYellow = conditions.flag === 'fcy'
  const remainingMs = Math.max(0, identity.raceMs - raceTimeMs)
  return {
    state: inGarage ? 'garage' : inPits ? 'pit' : 'driving',
    in_control: true,
    sector: sample.meters < 1600 ? 1 : sample.meters < 3300 ? 2 : 3,
    session_time: rounded(raceTimeMs / 1000, 2),
    session_time_remaining: rounded(remainingMs / 1000, 2),
    game_phase: isOver ? 'over' : doing === 'formation' ? 'formation' : conditions.flag,
    flag: isOver ? 'checkered' : isYellow ? 'fcy' : 'green',
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
    ...(leader === null || identity.leader === 'unknown'
      ? {}
      : {
          leader_lap_time: leader.lastLapMs === null ? -1 : rounded(leader.lastLapMs / 1000, 3),
          leader_lap_progress: rounded(leader.part, 4),
        }),
  }
}

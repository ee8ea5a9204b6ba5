/** Both ends included, in the protocol's canonical unit: what lies outside is a glitch, not a measurement. */
export interface Range {
  readonly minimum: number
  readonly maximum: number
}

const ratio = { minimum: 0, maximum: 1 }
/** Ever more laps, stops and cars than a race has; only there to keep nonsense out. */
const count = { minimum: 0, maximum: 100_000 }
const setting = { minimum: 0, maximum: 1_000 }
/** A lap time may be the time since the car was parked: up to a day. */
const seconds = { minimum: -86_400, maximum: 86_400 }
const lapSeconds = { minimum: -1, maximum: 86_400 }
/** 100 h: above it simulators mean "no end" (604,800). */
const sessionSeconds = { minimum: -86_400, maximum: 360_000 }
const tireC = { minimum: -40, maximum: 250 }
const weatherC = { minimum: -60, maximum: 100 }
const meters = { minimum: 0, maximum: 100_000 }

/** Sentinels (position 0, last lap -1) lie inside: a frame that holds them is a good frame. */
export const ranges = {
  seq: { minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
  lap: count,
  laps_completed: count,
  session_laps: { minimum: 0, maximum: 2_147_483_647 },
  position: count,
  class_position: count,
  num_cars: count,
  lap_time: seconds,
  last_lap_time: lapSeconds,
  best_lap_time: lapSeconds,
  delta_best: seconds,
  // Before the first crossing of the line the distance is counted from behind it.
  lap_distance: { minimum: -100_000, maximum: 100_000 },
  track_length: meters,
  sector: { minimum: 1, maximum: 3 },
  session_time: sessionSeconds,
  session_time_remaining: sessionSeconds,
  fuel: { minimum: 0, maximum: 250 },
  fuel_capacity: { minimum: 1, maximum: 250 },
  virtual_energy: { minimum: 0, maximum: 1.05 },
  battery: ratio,
  tire_pressures: { minimum: 30, maximum: 400 },
  tire_temps: tireC,
  tire_carcass_temps: tireC,
  tire_wear: ratio,
  brake_temps: { minimum: -40, maximum: 1500 },
  brake_thickness: { minimum: 0, maximum: 0.2 },
  engine_water_temp: tireC,
  engine_oil_temp: tireC,
  track_temp: weatherC,
  ambient_temp: weatherC,
  rain: ratio,
  wetness: ratio,
  wind_speed: { minimum: 0, maximum: 150 },
  time_of_day: { minimum: 0, maximum: 86_400 },
  // Some simulators give the speed a sign: backwards is below 0.
  speed: { minimum: -150, maximum: 600 },
  gear: { minimum: -1, maximum: 12 },
  rpm: { minimum: 0, maximum: 30_000 },
  max_rpm: { minimum: 0, maximum: 30_000 },
  throttle: ratio,
  brake: ratio,
  steering: { minimum: -1, maximum: 1 },
  brake_bias: { minimum: 0, maximum: 100 },
  tc: setting,
  tc_slip: setting,
  tc_cut: setting,
  abs: setting,
  motor_map: setting,
  arb_front: setting,
  arb_rear: setting,
  pitstops: count,
  penalties: count,
  gap_ahead: seconds,
  gap_behind: seconds,
  gap_leader: seconds,
  leader_lap_time: lapSeconds,
  leader_lap_progress: ratio,
} as const satisfies Record<string, Range>

export type RangedKey = keyof typeof ranges

/** Simulators count in 32-bit floats and we convert units: 1.0000001 of a full tank is a full tank. */
const FLOAT_SLACK = 1e-6
const slackAt = (bound: number) => FLOAT_SLACK * Math.max(1, Math.abs(bound))

/** The value inside its range, or null where it is outside by more than the noise of floats. */
export function within({ minimum, maximum }: Range, value: number): number | null {
  // Written so that NaN falls out as well.
  if (!(value >= minimum - slackAt(minimum) && value <= maximum + slackAt(maximum))) return null
  // Plus 0: a parked car's speed is 0, not -0.
  return Math.min(maximum, Math.max(minimum, value)) + 0
}

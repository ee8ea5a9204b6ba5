import { type Static, Type } from '@sinclair/typebox'
import {
  corners,
  cornersInUnits,
  counted,
  inUnits,
  measured,
  oneOf,
  text,
  truth,
} from './frame-field.ts'
import { FrameUnits } from './frame-units.ts'
import { ranges } from './ranges.ts'
import { monitorStates } from './words.ts'

/**
 * One sample of the car as a monitor sends it. The server requires none of it: what is missing, null or "" is unknown,
 * a value of the wrong type or outside its range loses that key only, and unknown keys are kept and passed on.
 */
export const TelemetryFrame = Type.Object(
  {
    timestamp: text("ISO 8601, the driver's clock: reported as skew, never used for freshness."),
    seq: counted('seq', 'Number of the frame: order and loss are judged by (`boot_id`, `seq`).'),
    boot_id: text('One per start of the monitor. Without it each connection is a start.'),
    sim: text('The simulator, e.g. lmu.'),
    schema: text('The shape the monitor writes, e.g. 1lap.telemetry/1.'),
    monitor_version: text('For people who look for a bug.'),
    units: Type.Optional(
      Type.Union([FrameUnits, Type.Null()], { description: 'Overrides all guessing.' }),
    ),
    state: oneOf(monitorStates, "What the simulator's screen shows."),
    in_control: truth('This PC drives the car now: decides a hand-over.'),

    player_name: text('The driver.'),
    car_name: text('The entry: team, number, livery.'),
    car_model: text('Shown beside the car; nothing hangs on a change of it.'),
    vehicle_class: text('E.g. Hypercar, LMGT3.'),
    track_name: text('The circuit and its layout.'),
    session_type: text('E.g. Practice, Qualifying, Race.'),

    lap: counted(
      'lap',
      'Lap being driven, 1-based. Send `laps_completed` too: it is what counts laps.',
    ),
    laps_completed: counted('laps_completed', 'Crossings of the line in this session.'),
    session_laps: counted('session_laps', 'Length of a lap race; 999,000 and more is none.'),
    position: counted('position', 'Overall, 1-based; 0 is unknown.'),
    class_position: counted('class_position', 'In class, 1-based; 0 is unknown.'),
    num_cars: counted('num_cars', 'Cars in the session; 0 is unknown.'),

    lap_time: measured(
      'lap_time',
      's into the lap, an estimate from track position; below 0 in the garage.',
    ),
    last_lap_time: measured('last_lap_time', 's; 0 and below (-1) is none.'),
    best_lap_time: measured('best_lap_time', 's; 0 and below (-1) is none.'),
    delta_best: measured(
      'delta_best',
      's against the best lap, below 0 is faster; exactly -1 is none.',
    ),
    lap_valid: truth('No track limits broken on this lap.'),
    lap_distance: measured('lap_distance', 'm from the line.'),
    track_length: measured('track_length', 'm; 0 is unknown.'),
    sector: counted('sector', 'Sector being driven, 1 to 3.'),
    session_time: measured('session_time', 's since the session began.'),
    session_time_remaining: measured('session_time_remaining', 's to zero, below 0 after it.'),
    game_phase: text('E.g. formation, green, fcy, red, over.'),
    flag: text('Shown to this car: green, yellow, blue, fcy, red, checkered.'),

    fuel: measured('fuel', 'L in the tank.'),
    fuel_capacity: measured(
      'fuel_capacity',
      'L the tank holds; exactly 90 with more than that in it is unknown.',
    ),
    virtual_energy: measured(
      'virtual_energy',
      'Fraction of a full allowance. Never above 0: the car has none.',
    ),
    battery: measured('battery', 'Fraction of a full battery.'),

    tire_pressures: cornersInUnits('tire_pressures', 'kPa', '0 and below is unknown.'),
    tire_temps: cornersInUnits('tire_temps', '°C', 'Surface. Below -200 is unknown.'),
    tire_carcass_temps: cornersInUnits('tire_carcass_temps', '°C', 'Below -200 is unknown.'),
    tire_temps_zones: corners(Type.Unknown(), '°C across the tread, as the simulator has them.'),
    tire_wear: cornersInUnits('tire_wear', 'fraction remaining', '1 is new.'),
    tire_compounds: corners(Type.String(), 'E.g. Medium.'),
    tire_flat: corners(Type.Boolean(), 'The tyre has no air.'),
    wheel_detached: corners(Type.Boolean(), 'The wheel is gone.'),
    brake_temps: cornersInUnits('brake_temps', '°C', 'Disc.'),
    brake_thickness: corners(Type.Number({ ...ranges.brake_thickness }), 'm of disc left.'),

    engine_water_temp: inUnits('engine_water_temp', '°C', '0 with `rpm` 0 is unknown.'),
    engine_oil_temp: inUnits('engine_oil_temp', '°C', '0 with `rpm` 0 is unknown.'),
    track_temp: inUnits('track_temp', '°C', 'Of the surface.'),
    ambient_temp: inUnits('ambient_temp', '°C', 'Of the air.'),
    rain: measured('rain', 'Falling now, 0 to 1.'),
    wetness: measured('wetness', 'Of the track, 0 dry to 1 flooded.'),
    wind_speed: measured('wind_speed', 'm/s.'),
    time_of_day: measured('time_of_day', 's since midnight at the track.'),

    speed: inUnits('speed', 'km/h', ''),
    gear: counted('gear', '-1 reverse, 0 neutral.'),
    rpm: measured('rpm', '1/min.'),
    max_rpm: measured('max_rpm', '1/min at the limiter; 0 is unknown.'),
    throttle: measured('throttle', 'Fraction of pedal travel.'),
    brake: measured('brake', 'Fraction of pedal travel.'),
    steering: measured('steering', 'Fraction of lock, left below 0.'),

    brake_bias: measured('brake_bias', '% to the front.'),
    tc: measured('tc', 'Traction control, as on the wheel.'),
    tc_slip: measured('tc_slip', 'Traction control slip, as on the wheel.'),
    tc_cut: measured('tc_cut', 'Traction control cut, as on the wheel.'),
    abs: measured('abs', 'As on the wheel.'),
    motor_map: measured('motor_map', 'As on the wheel.'),
    arb_front: measured('arb_front', 'Anti-roll bar, as on the wheel.'),
    arb_rear: measured('arb_rear', 'Anti-roll bar, as on the wheel.'),

    in_pits: truth('In the pit lane.'),
    in_garage: truth('In the garage stall.'),
    pit_state: Type.Optional(
      Type.Union([Type.String(), Type.Number(), Type.Null()], {
        description: "The simulator's word or number for where a stop is.",
      }),
    ),
    pitstops: counted('pitstops', 'Stops made in this session.'),
    penalties: counted('penalties', 'Penalties not yet served.'),
    speed_limiter: truth('On now.'),

    gap_ahead: measured('gap_ahead', 's to the car ahead.'),
    gap_behind: measured('gap_behind', 's to the car behind.'),
    gap_leader: measured('gap_leader', 's to the leader.'),
    leader_lap_time: measured('leader_lap_time', "s, the leader's last lap; 0 and below is none."),
    leader_lap_progress: measured('leader_lap_progress', "Part of the leader's lap that is done."),

    damage: Type.Optional(
      Type.Unknown({ description: '{aero, suspension, dents, detached, overheating}, passed on.' }),
    ),
    pos: Type.Optional(Type.Unknown({ description: '{x, y, z} in m, passed on.' })),
    ext: Type.Optional(
      Type.Unknown({ description: "`ext.<sim>.*`: a simulator's own, passed on." }),
    ),
  },
  {
    additionalProperties: true,
    description: 'One sample of the car. Unknown is a missing key. At most 64 KB and depth 6.',
  },
)
export type TelemetryFrame = Static<typeof TelemetryFrame>

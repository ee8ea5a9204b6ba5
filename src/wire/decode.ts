import type { Telemetry } from '../race/telemetry.ts'
import type { Units } from '../race/units.ts'
import { toCelsius, toKph } from './conversions.ts'
import { decodeCorners } from './decode-corners.ts'
import { FrameReader } from './frame-reader.ts'
import { speedUnit } from './units.ts'
import { monitorStates } from './words.ts'

export interface Decoded {
  readonly telemetry: Telemetry
  /** Keys the server knows whose value had the wrong type or range, e.g. `fuel`, `tire_temps.fl`. */
  readonly refused: readonly string[]
}

/** Simulators that have no lap limit send a huge one. */
const NO_LAP_LIMIT = 999_000
/** The existing monitor's stand-in for a tank it cannot see. */
const STAND_IN_CAPACITY_LITERS = 90

/**
 * The monitor's names and units end here. State, not deltas: what a frame does not say is unknown from then on, so
 * every key of `Telemetry` is made anew from this one frame.
 */
export function decode(frame: object, units: Units): Decoded {
  const read = new FrameReader(frame)
  const telemetry: Telemetry = {
    ...decodeSource(read),
    ...decodeLap(read),
    ...decodeTank(read),
    ...decodeCorners(read, units),
    ...decodeCar(read, units, toKph[speedUnit(frame)]),
    ...decodeField(read),
  }
  return { telemetry, refused: read.refused }
}

const isZero = (sent: number) => sent === 0
/** -1 by the protocol; no lap takes 0 s or less. */
const isNoLap = (sent: number) => sent <= 0

function decodeSource(read: FrameReader) {
  return {
    timestampMs: read.moment('timestamp'),
    seq: read.integer('seq'),
    bootId: read.text('boot_id'),
    state: read.word('state', monitorStates),
    inControl: read.truth('in_control'),
    driverName: read.text('player_name'),
    carName: read.text('car_name'),
    carModel: read.text('car_model'),
    vehicleClass: read.text('vehicle_class'),
    trackName: read.text('track_name'),
    sessionType: read.text('session_type'),
  }
}

function decodeLap(read: FrameReader) {
  return {
    lap: read.integer('lap'),
    lapsCompleted: read.integer('laps_completed'),
    sessionLaps: read.integer('session_laps', (sent) => sent >= NO_LAP_LIMIT),
    lapTimeMs: read.milliseconds('lap_time'),
    lastLapTimeMs: read.milliseconds('last_lap_time', isNoLap),
    bestLapTimeMs: read.milliseconds('best_lap_time', isNoLap),
    deltaBestMs: read.milliseconds('delta_best', (sent) => sent === -1),
    lapValid: read.truth('lap_valid'),
    lapDistanceMeters: read.number('lap_distance'),
    trackLengthMeters: read.number('track_length', { none: isZero }),
    sector: read.integer('sector'),
    sessionTimeMs: read.milliseconds('session_time'),
    sessionTimeRemainingMs: read.milliseconds('session_time_remaining'),
    gamePhase: read.text('game_phase'),
    flag: read.text('flag'),
  }
}

function decodeTank(read: FrameReader) {
  const fuelLiters = read.number('fuel')
  const isStandIn = (sent: number) => sent === STAND_IN_CAPACITY_LITERS && (fuelLiters ?? 0) > sent
  return {
    fuelLiters,
    fuelCapacityLiters: read.number('fuel_capacity', { none: isStandIn }),
    virtualEnergyRatio: read.number('virtual_energy'),
    batteryRatio: read.number('battery'),
  }
}

function decodeCar(read: FrameReader, units: Units, toSpeedKph: (sent: number) => number) {
  const rpm = read.number('rpm')
  const convert = toCelsius[units.temperature]
  // Before the engine first runs its temperatures are not measured but 0, whatever the unit.
  const coolant = { convert, none: (sent: number) => sent === 0 && rpm === 0 }
  return {
    waterTempC: read.number('engine_water_temp', coolant),
    oilTempC: read.number('engine_oil_temp', coolant),
    trackTempC: read.number('track_temp', { convert }),
    ambientTempC: read.number('ambient_temp', { convert }),
    rainRatio: read.number('rain'),
    wetnessRatio: read.number('wetness'),
    windSpeedMps: read.number('wind_speed'),
    timeOfDayMs: read.milliseconds('time_of_day'),
    // Backwards is driving too: some simulators give it a sign.
    speedKph: read.number('speed', { convert: (sent) => Math.abs(toSpeedKph(sent)) }),
    gear: read.integer('gear'),
    rpm,
    maxRpm: read.number('max_rpm', { none: isZero }),
    throttleRatio: read.number('throttle'),
    brakeRatio: read.number('brake'),
    steeringRatio: read.number('steering'),
    brakeBiasPercent: read.number('brake_bias'),
    tc: read.number('tc'),
    tcSlip: read.number('tc_slip'),
    tcCut: read.number('tc_cut'),
    abs: read.number('abs'),
    motorMap: read.number('motor_map'),
    arbFront: read.number('arb_front'),
    arbRear: read.number('arb_rear'),
    inPits: read.truth('in_pits'),
    inGarage: read.truth('in_garage'),
    pitState: read.textOrNumber('pit_state'),
    pitStops: read.integer('pitstops'),
    penalties: read.integer('penalties'),
    speedLimiter: read.truth('speed_limiter'),
  }
}

/** The car among the others. */
function decodeField(read: FrameReader) {
  return {
    position: read.integer('position', isZero),
    classPosition: read.integer('class_position', isZero),
    carCount: read.integer('num_cars', isZero),
    gapAheadMs: read.milliseconds('gap_ahead'),
    gapBehindMs: read.milliseconds('gap_behind'),
    gapLeaderMs: read.milliseconds('gap_leader'),
    leaderLapTimeMs: read.milliseconds('leader_lap_time', isNoLap),
    leaderLapProgressRatio: read.number('leader_lap_progress'),
  }
}

import type { Telemetry } from '../../src/race/telemetry.ts'
import { type WheelName, wheelNames } from '../../src/race/wheels.ts'
import { isoMoment } from '../format.ts'
import { type Cell, type Column, inPercent, inSeconds, rounded } from './column.ts'

export interface TelemetryRow {
  /** Server's clock at its arrival. */
  readonly atMs: number
  readonly telemetry: Telemetry
}

const of = (name: string, cell: (telemetry: Telemetry) => Cell): Column<TelemetryRow> => [
  name,
  ({ telemetry }) => cell(telemetry),
]

const corners = (
  name: (wheel: WheelName) => string,
  cell: (telemetry: Telemetry, wheel: WheelName) => Cell,
) => wheelNames.map((wheel) => of(name(wheel), (telemetry) => cell(telemetry, wheel)))

/** The car in our units, whatever its monitor sends. What tells one PC from another is left out. */
export const telemetryColumns: readonly Column<TelemetryRow>[] = [
  ['at', ({ atMs }) => isoMoment(atMs) ?? null],
  of('driver', (t) => t.driverName),
  of('car', (t) => t.carName),
  of('track', (t) => t.trackName),
  of('session_type', (t) => t.sessionType),
  of('state', (t) => t.state),
  of('laps_completed', (t) => t.lapsCompleted),
  of('lap', (t) => t.lap),
  of('lap_time_s', (t) => inSeconds(t.lapTimeMs)),
  of('last_lap_s', (t) => inSeconds(t.lastLapTimeMs)),
  of('lap_distance_m', (t) => rounded(t.lapDistanceMeters, 1)),
  of('session_left_s', (t) => inSeconds(t.sessionTimeRemainingMs)),
  of('position', (t) => t.position),
  of('class_position', (t) => t.classPosition),
  of('gap_ahead_s', (t) => inSeconds(t.gapAheadMs)),
  of('gap_behind_s', (t) => inSeconds(t.gapBehindMs)),
  of('fuel_l', (t) => rounded(t.fuelLiters)),
  of('energy_percent', (t) => inPercent(t.virtualEnergyRatio)),
  of('battery_percent', (t) => inPercent(t.batteryRatio)),
  of('speed_kph', (t) => rounded(t.speedKph, 1)),
  of('gear', (t) => t.gear),
  of('rpm', (t) => rounded(t.rpm, 0)),
  of('throttle_percent', (t) => inPercent(t.throttleRatio)),
  of('brake_percent', (t) => inPercent(t.brakeRatio)),
  of('steering_percent', (t) => inPercent(t.steeringRatio)),
  ...corners(
    (wheel) => `tire_${wheel}_c`,
    (t, wheel) => rounded(t.tireTempC[wheel], 1),
  ),
  ...corners(
    (wheel) => `pressure_${wheel}_kpa`,
    (t, wheel) => rounded(t.tirePressureKpa[wheel], 1),
  ),
  ...corners(
    (wheel) => `tread_${wheel}_percent`,
    (t, wheel) => inPercent(t.tireWearRatio[wheel]),
  ),
  ...corners(
    (wheel) => `brake_${wheel}_c`,
    (t, wheel) => rounded(t.brakeTempC[wheel], 1),
  ),
  ...corners(
    (wheel) => `compound_${wheel}`,
    (t, wheel) => t.tireCompound[wheel],
  ),
  of('water_c', (t) => rounded(t.waterTempC, 1)),
  of('oil_c', (t) => rounded(t.oilTempC, 1)),
  of('track_c', (t) => rounded(t.trackTempC, 1)),
  of('air_c', (t) => rounded(t.ambientTempC, 1)),
  of('rain_percent', (t) => inPercent(t.rainRatio)),
  of('wetness_percent', (t) => inPercent(t.wetnessRatio)),
  of('brake_bias_percent', (t) => rounded(t.brakeBiasPercent)),
  of('tc', (t) => t.tc),
  of('abs', (t) => t.abs),
  of('motor_map', (t) => t.motorMap),
  of('in_pits', (t) => t.inPits),
  of('in_garage', (t) => t.inGarage),
  of('flag', (t) => t.flag),
]

import type { Wheels } from './wheels.ts'

/** What the simulator's screen shows on the PC that publishes. */
export type MonitorState =
  | 'menu'
  | 'garage'
  | 'driving'
  | 'pit'
  | 'paused'
  | 'replay'
  | 'spectating'

/**
 * One sample of the car, in our names and units. `null` is "not known", never 0.
 * Ranges are those of `wire/telemetry-frame.ts`; texts are trimmed, without control or bidi characters, but
 * still foreign: views escape them.
 */
export interface Telemetry {
  /** The driver's own clock (ms since 1970). Reported as skew, never used for freshness. */
  readonly timestampMs: number | null
  readonly seq: number | null
  readonly bootId: string | null
  readonly state: MonitorState | null
  /** This PC drives the car now. */
  readonly inControl: boolean | null

  readonly driverName: string | null
  readonly carName: string | null
  readonly carModel: string | null
  readonly vehicleClass: string | null
  readonly trackName: string | null
  readonly sessionType: string | null

  /** As sent: 1-based current lap, but the existing monitor says 1 on laps 1 and 2. */
  readonly lap: number | null
  readonly lapsCompleted: number | null
  readonly sessionLaps: number | null
  readonly position: number | null
  readonly classPosition: number | null
  readonly carCount: number | null

  /** Time into the current lap; negative in the garage. */
  readonly lapTimeMs: number | null
  readonly lastLapTimeMs: number | null
  readonly bestLapTimeMs: number | null
  readonly deltaBestMs: number | null
  readonly lapValid: boolean | null
  readonly lapDistanceMeters: number | null
  readonly trackLengthMeters: number | null
  readonly sector: number | null
  readonly sessionTimeMs: number | null
  readonly sessionTimeRemainingMs: number | null
  readonly gamePhase: string | null
  readonly flag: string | null

  readonly fuelLiters: number | null
  readonly fuelCapacityLiters: number | null
  /** 0-1.05 of a full allowance; the formulas use percent. */
  readonly virtualEnergyRatio: number | null
  readonly batteryRatio: number | null

  readonly tirePressureKpa: Wheels<number | null>
  readonly tireTempC: Wheels<number | null>
  readonly tireCarcassTempC: Wheels<number | null>
  /** 1 = new, 0 = gone. */
  readonly tireWearRatio: Wheels<number | null>
  readonly tireCompound: Wheels<string | null>
  readonly tireFlat: Wheels<boolean | null>
  readonly wheelDetached: Wheels<boolean | null>
  readonly brakeTempC: Wheels<number | null>
  readonly brakeThicknessMeters: Wheels<number | null>

  readonly waterTempC: number | null
  readonly oilTempC: number | null
  readonly trackTempC: number | null
  readonly ambientTempC: number | null
  readonly rainRatio: number | null
  readonly wetnessRatio: number | null
  readonly windSpeedMps: number | null
  readonly timeOfDayMs: number | null

  readonly speedKph: number | null
  readonly gear: number | null
  readonly rpm: number | null
  readonly maxRpm: number | null
  readonly throttleRatio: number | null
  readonly brakeRatio: number | null
  readonly steeringRatio: number | null

  readonly brakeBiasPercent: number | null
  readonly tc: number | null
  readonly tcSlip: number | null
  readonly tcCut: number | null
  readonly abs: number | null
  readonly motorMap: number | null
  readonly arbFront: number | null
  readonly arbRear: number | null

  readonly inPits: boolean | null
  readonly inGarage: boolean | null
  readonly pitState: string | null
  readonly pitStops: number | null
  readonly penalties: number | null
  readonly speedLimiter: boolean | null

  readonly gapAheadMs: number | null
  readonly gapBehindMs: number | null
  readonly gapLeaderMs: number | null
  readonly leaderLapTimeMs: number | null
  readonly leaderLapProgressRatio: number | null
}

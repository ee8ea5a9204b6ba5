import { eachWheel } from '../../race/wheels.ts'
import type { Dialect } from '../invented-race.ts'
import type { FrameStamp } from '../race/frame-stamp.ts'

type Frame = Readonly<Record<string, unknown>>

/** What the game of a spectator leaves out of a frame. */
const driversOnly: ReadonlySet<string> = new Set([
  'virtual_energy',
  'fuel',
  'fuel_capacity',
  'tire_pressures',
  'tire_temps',
  'tire_carcass_temps',
  'tire_wear',
  'tire_compounds',
  'brake_temps',
  'engine_water_temp',
  'engine_oil_temp',
  'throttle',
  'brake',
  'brake_bias',
  'tc',
  'tc_slip',
  'tc_cut',
  'abs',
  'motor_map',
  'arb_front',
  'arb_rear',
])

const zeros = eachWheel(() => 0)
/** 0 Kelvin, as the existing monitor sends what its game does not fill in. */
const absoluteZero = eachWheel(() => -273.15)

/** The frame of somebody who only looks on. The name in it is the driver's, whose car he sees. */
export function spectatorFrame(frame: Frame, dialect: Dialect): Frame {
  if (dialect === 'existing') {
    return {
      ...frame,
      fuel: 0,
      tire_pressures: zeros,
      tire_temps: absoluteZero,
      tire_wear: zeros,
      brake_temps: zeros,
      engine_water_temp: 0,
    }
  }
  const seen = Object.fromEntries(Object.entries(frame).filter(([key]) => !driversOnly.has(key)))
  return { ...seen, fuel: 0, state: 'spectating', in_control: false }
}

/** While the game loads. The existing monitor waits for a car, and says nothing. */
export function loadingFrame(
  dialect: Dialect,
  driverName: string,
  stamp: FrameStamp,
): Frame | null {
  if (dialect === 'existing') return null
  return {
    timestamp: stamp.timestamp,
    schema: '1lap.telemetry/1',
    seq: stamp.seq,
    boot_id: stamp.bootId,
    sim: 'invented',
    monitor_version: 'simulate/1',
    state: 'menu',
    in_control: false,
    player_name: driverName,
  }
}

/** The last picture, with a new stamp: the monitor does not see that nothing moves. */
export function frozenFrame(picture: Frame, dialect: Dialect, stamp: FrameStamp): Frame {
  const { timestamp, seq } = stamp
  return dialect === 'existing' ? { ...picture, timestamp } : { ...picture, timestamp, seq }
}

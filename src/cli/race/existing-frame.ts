import { eachWheel, type Wheels } from '../../race/wheels.ts'
import type { CarSample } from './car-sample.ts'
import type { FrameStamp, RaceIdentity } from './frame-stamp.ts'
import { cars } from './invented-cars.ts'
import { rounded } from './rounded.ts'

const ZERO_CELSIUS_IN_KELVIN = 273.15

/**
 * Exactly what the existing Python monitor sends, with its quirks: no units; kPa, Kelvin brakes and the fraction of
 * tyre remaining; `lap` is the completed laps with 0 shown as 1; no lap times but the running one.
 */
export function existingFrame(sample: CarSample, identity: RaceIdentity, stamp: FrameStamp) {
  const car = identity.car ?? cars.lmgt3
  const wheels = (values: Wheels<number>) => {
    const { rl, rr, fl, fr } = eachWheel((wheel) => rounded(values[wheel], 4))
    return { rl, rr, fl, fr }
  }
  return {
    timestamp: stamp.timestamp,
    lap: Math.max(1, sample.lapsCompleted),
    position: sample.lap.place.position,
    lap_time: rounded(sample.lapTimeMs / 1000, 3),
    fuel: rounded(sample.load.fuelLiters, 4),
    fuel_capacity: car.tankLiters,
    tire_pressures: wheels(sample.tires.pressureKpa),
    tire_temps: wheels(sample.tires.surfaceTempC),
    tire_wear: wheels(sample.load.wearRatio),
    brake_temps: wheels(eachWheel((wheel) => sample.brakeTempC[wheel] + ZERO_CELSIUS_IN_KELVIN)),
    engine_water_temp: rounded(sample.waterTempC, 2),
    track_temp: rounded(sample.weather.trackTempC, 2),
    ambient_temp: rounded(sample.weather.ambientTempC, 2),
    speed: rounded(sample.speedKph, 2),
    gear: sample.driveTrain.gear,
    rpm: rounded(sample.driveTrain.rpm, 0),
    player_name: identity.driverName,
    car_name: car.name,
    track_name: identity.trackName,
    session_type: identity.sessionType,
  }
}

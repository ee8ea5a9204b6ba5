import { eachWheel, type Wheels } from '../../race/wheels.ts'
import type { CarSample } from './car-sample.ts'
import type { FrameStamp, RaceIdentity } from './frame-stamp.ts'
import { car as anyCar } from './invented-car.ts'
import { cars } from './invented-cars.ts'
import { TRACK_LENGTH_METERS } from './invented-track.ts'
import { CAR_COUNT, placed } from './race-places.ts'
import { raceSituation } from './race-situation.ts'
import { rounded } from './rounded.ts'

/** A frame with declared units and every field of the protocol that this race can fill. */
export function typedFrame(sample: CarSample, identity: RaceIdentity, stamp: FrameStamp) {
  const { lap, load, tires, weather, conditions } = sample
  const car = identity.car ?? cars.lmgt3
  const place = placed(lap.place, car, identity.leader === 'us')
  const { settings } = lap
  const wheels = (values: Wheels<number>, digits: number) =>
    eachWheel((wheel) => rounded(values[wheel], digits))
  const seconds = (ms: number | null) => (ms === null ? -1 : rounded(ms / 1000, 3))
  return {
    timestamp: stamp.timestamp,
    schema: '1lap.telemetry/1',
    seq: stamp.seq,
    boot_id: stamp.bootId,
    sim: 'invented',
    monitor_version: 'simulate/1',
    units: {
      pressure: 'kPa',
      temperature: 'C',
      brake_temperature: 'C',
      wear: 'remaining_fraction',
      speed: 'km/h',
    },
    ...raceSituation(sample, identity),
    player_name: identity.driverName,
    car_name: car.name,
    car_model: car.model,
    vehicle_class: car.vehicleClass,
    track_name: identity.trackName,
    session_type: identity.sessionType,
    lap: sample.lapsCompleted + 1,
    laps_completed: sample.lapsCompleted,
    position: place.position,
    class_position: place.classPosition,
    num_cars: CAR_COUNT,
    lap_time: seconds(sample.lapTimeMs),
    last_lap_time: seconds(sample.lastLap?.timeMs ?? null),
    best_lap_time: seconds(sample.bestLapMs),
    lap_valid: lap.isValid,
    lap_distance: rounded(sample.meters, 1),
    track_length: TRACK_LENGTH_METERS,
    fuel: rounded(load.fuelLiters, 4),
    fuel_capacity: car.tankLiters,
    virtual_energy: rounded(load.energyRatio, 5),
    tire_pressures: wheels(tires.pressureKpa, 2),
    tire_temps: wheels(tires.surfaceTempC, 1),
    tire_carcass_temps: wheels(tires.carcassTempC, 1),
    tire_wear: wheels(load.wearRatio, 5),
    tire_compounds: eachWheel(() => 'Medium'),
    brake_temps: wheels(sample.brakeTempC, 1),
    engine_water_temp: rounded(sample.waterTempC, 1),
    engine_oil_temp: rounded(sample.waterTempC + 13, 1),
    track_temp: rounded(weather.trackTempC, 1),
    ambient_temp: rounded(weather.ambientTempC, 1),
    rain: conditions.rainRatio,
    wetness: conditions.wetnessRatio,
    wind_speed: rounded(weather.windSpeedMps, 1),
    time_of_day: rounded(weather.timeOfDaySeconds, 1),
    speed: rounded(sample.speedKph, 1),
    gear: sample.driveTrain.gear,
    rpm: rounded(sample.driveTrain.rpm, 0),
    max_rpm: anyCar.maxRpm,
    throttle: rounded(sample.driveTrain.throttleRatio, 2),
    brake: rounded(sample.driveTrain.brakeRatio, 2),
    brake_bias: settings.brakeBiasPercent,
    tc: settings.tc,
    tc_slip: settings.tcSlip,
    tc_cut: settings.tcCut,
    abs: settings.abs,
    motor_map: settings.motorMap,
    arb_front: settings.arbFront,
    arb_rear: settings.arbRear,
    pitstops: sample.stopsMade,
    penalties: 0,
  }
}

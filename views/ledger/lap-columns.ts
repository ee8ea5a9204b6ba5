import type { Lap } from '../../src/race/lap.ts'
import { type Wheels, wheelNames } from '../../src/race/wheels.ts'
import { isoMoment } from '../format.ts'
import { type Column, inPercent, inSeconds, rounded } from './column.ts'

const corners = (
  name: (wheel: string) => string,
  of: (lap: Lap) => Wheels<number | null>,
  told: (value: number | null) => number | null,
): readonly Column<Lap>[] =>
  wheelNames.map((wheel) => [name(wheel), (lap) => told(of(lap)[wheel])] as const)

/** Wear is what is left of the tread: 100 % is new. */
export const lapColumns: readonly Column<Lap>[] = [
  ['lap', (lap) => lap.number],
  ['stint', (lap) => lap.stint],
  ['driver', (lap) => lap.driverName],
  ['time_s', (lap) => inSeconds(lap.timeMs)],
  ['time_estimated', (lap) => lap.timeEstimated],
  ['flags', (lap) => lap.flags],
  ['fuel_used_l', (lap) => rounded(lap.fuelUsedLiters)],
  ['fuel_l', (lap) => rounded(lap.fuelLiters)],
  ['energy_used_percent', (lap) => inPercent(lap.energyUsedRatio)],
  ['energy_percent', (lap) => inPercent(lap.energyRatio)],
  ...corners(
    (wheel) => `wear_used_${wheel}_percent`,
    (lap) => lap.wearUsedRatio,
    inPercent,
  ),
  ...corners(
    (wheel) => `tread_${wheel}_percent`,
    (lap) => lap.wearRatio,
    inPercent,
  ),
  ...corners(
    (wheel) => `tire_${wheel}_c`,
    (lap) => lap.temperatures.tireTempC,
    toTenths,
  ),
  ...corners(
    (wheel) => `brake_${wheel}_c`,
    (lap) => lap.temperatures.brakeTempC,
    toTenths,
  ),
  ['water_c', (lap) => toTenths(lap.temperatures.waterTempC)],
  ['oil_c', (lap) => toTenths(lap.temperatures.oilTempC)],
  ['track_c', (lap) => toTenths(lap.temperatures.trackTempC)],
  ['air_c', (lap) => toTenths(lap.temperatures.ambientTempC)],
  ['under_yellow', (lap) => lap.underYellow === true],
  ['completed_at', (lap) => isoMoment(lap.completedAtMs) ?? null],
]

function toTenths(tempC: number | null): number | null {
  return rounded(tempC, 1)
}

import type { Telemetry } from '../../race/telemetry.ts'
import { wheelNames } from '../../race/wheels.ts'

/** What changes from frame to frame in a car that is simulated: fuel, rpm and its own temperatures. */
export type SignsOfLife = readonly (number | null)[]

/** Air and track are left out: they change for everybody who looks at the same session, spectators too. */
export function signsOfLife(telemetry: Telemetry): SignsOfLife {
  const { fuelLiters, rpm, waterTempC, oilTempC } = telemetry
  const corners = [telemetry.tireTempC, telemetry.tireCarcassTempC, telemetry.brakeTempC]
  return [
    fuelLiters,
    rpm,
    waterTempC,
    oilTempC,
    ...corners.flatMap((corner) => wheelNames.map((wheel) => corner[wheel])),
  ]
}

/** Something moved: both values known, and different. A value that comes or goes is no movement. */
export function haveMoved(before: SignsOfLife, now: SignsOfLife): boolean {
  return now.some((value, sign) => {
    const seen = before[sign] ?? null
    return value !== null && seen !== null && value !== seen
  })
}

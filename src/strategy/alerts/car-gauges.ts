import type { AlertKind } from '../../race/alerts/alert.ts'
import type { AlertWindow } from '../../race/inputs/alert-settings.ts'
import type { Session } from '../../race/session.ts'
import { type WheelName, type Wheels, wheelNames } from '../../race/wheels.ts'
import type { Outlook } from '../outlook.ts'
import type { Gauge } from './gauge.ts'

/** How far back on the right side something is well again. Guessed, above what each swings by. */
const MARGIN_LAPS = 0.5
const MARGIN_TIRE_C = 5
const MARGIN_PRESSURE_KPA = 4
const MARGIN_BRAKE_C = 50
const MARGIN_WATER_C = 3
const MARGIN_TREAD_RATIO = 0.05

/** A glitch lasts a frame; a tyre that slides through one bend, or a brake in one, is no news. */
const AT_ONCE_MS = 2_000
const HOT_MS = 5_000
/** Between two corners a brake cools by hundreds of degrees: only a lap that never heats it says that it is cold. */
const COLD_MS = 60_000
const WELL_MS = 30_000

/** `isSeen`: it drives, and somebody sees it; else what a corner reads is no news. */
export function carGauges(session: Session, outlook: Outlook, isSeen: boolean): readonly Gauge[] {
  const { telemetry, inputs } = session
  const { alerts } = inputs
  const isRunning = isSeen && telemetry !== null && telemetry.inPits !== true
  const seen = isRunning ? telemetry : null
  const tread = worst(seen?.tireWearRatio, 'low')
  return [
    ...levelGauges(session, outlook, isRunning),
    ...windowGauges('tire-temp', alerts.tireTempC, seen?.tireTempC, MARGIN_TIRE_C),
    ...windowGauges(
      'tire-pressure',
      alerts.tirePressureKpa,
      seen?.tirePressureKpa,
      MARGIN_PRESSURE_KPA,
    ),
    ...windowGauges('brake-temp', alerts.brakeTempC, seen?.brakeTempC, MARGIN_BRAKE_C),
    ...limit('tire-wear', 'low', alerts.tireLeftRatio, tread, MARGIN_TREAD_RATIO),
    ...limit('water', 'high', alerts.waterTempC, reading(seen?.waterTempC), MARGIN_WATER_C),
  ]
}

interface Reading {
  readonly value: number | null
  readonly wheel: WheelName | null
}

const reading = (value: number | null | undefined): Reading => ({
  value: value ?? null,
  wheel: null,
})

/** What reaches the flag is enough, however little it is: nothing begins then. Nor ends, or it would flap with the sums. */
function levelGauges(
  { inputs }: Session,
  { fuel, energy, pit }: Outlook,
  isRunning: boolean,
): readonly Gauge[] {
  const { fuelLaps, energyLaps } = inputs.alerts
  const isEnough = pit?.verdict.kind === 'no-stop-needed'
  const laps = (left: number | null | undefined) => reading(isRunning && !isEnough ? left : null)
  return [
    ...limit('fuel', 'low', fuelLaps, laps(fuel.lapsLeft), MARGIN_LAPS),
    ...limit('energy', 'low', energyLaps, laps(energy?.lapsLeft), MARGIN_LAPS),
  ]
}

function windowGauges(
  kind: AlertKind,
  { low, high }: AlertWindow,
  wheels: Wheels<number | null> | undefined,
  margin: number,
): readonly Gauge[] {
  const slow = { wrongForMs: COLD_MS, wellForMs: WELL_MS }
  const quick = { wrongForMs: HOT_MS, wellForMs: WELL_MS }
  return [
    ...limit(kind, 'low', low, worst(wheels, 'low'), margin, slow),
    ...limit(kind, 'high', high, worst(wheels, 'high'), margin, quick),
  ]
}

function worst(wheels: Wheels<number | null> | undefined, side: Gauge['side']): Reading {
  let found: Reading = { value: null, wheel: null }
  for (const wheel of wheelNames) {
    const value = wheels?.[wheel] ?? null
    if (value === null) continue
    const isWorse =
      found.value === null || (side === 'low' ? value < found.value : value > found.value)
    if (isWorse) found = { value, wheel }
  }
  return found
}

/** null: nobody is told. */
const limit = (
  kind: AlertKind,
  side: Gauge['side'],
  at: number | null,
  { value, wheel }: Reading,
  margin: number,
  waits: Pick<Gauge, 'wrongForMs' | 'wellForMs'> = {
    wrongForMs: AT_ONCE_MS,
    wellForMs: AT_ONCE_MS,
  },
): readonly Gauge[] =>
  at === null ? [] : [{ kind, side, value, limit: at, margin, ...waits, wheel, driver: null }]

import type { Session } from '../../src/race/session.ts'
import type { Telemetry } from '../../src/race/telemetry.ts'
import { type WheelName, wheelNames } from '../../src/race/wheels.ts'
import type { TireOutlook } from '../../src/strategy/tire-outlook.ts'
import { bandMark, tireTempBand, tireWearBand } from '../bands.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { barWidth } from '../format.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

/** The four corners where they are on the car. */
export function tiresPanel({ session, outlook }: Wall, words: Catalogue = en): string {
  const note =
    missing(session, words) ?? worstTold(outlook.tires, words) ?? detected(session, words)
  return markup(
    <>
      <h2>
        <span safe>{words.tires.title}</span>
        {note === null ? (
          ''
        ) : (
          <span class="aside" safe>
            {note}
          </span>
        )}
      </h2>
      <div class="corners">
        {wheelNames.map((wheel) => (
          <Corner {...{ wheel, telemetry: session.telemetry, tires: outlook.tires, words }} />
        ))}
      </div>
    </>,
  )
}

/** Why values are missing. */
function missing({ telemetry, units }: Session, words: Catalogue): string | null {
  if (telemetry === null) return null
  const { tireTempC, tirePressureKpa, inGarage, state, rpm } = telemetry
  const unmeasured = wheelNames.every((wheel) => tireTempC[wheel] === null)
  const parked = inGarage === true || state === 'garage' || rpm === 0
  if (unmeasured && parked) return words.tires.parked
  if (units?.source === 'judging') return words.tires.judging
  if (unmeasured && wheelNames.every((wheel) => tirePressureKpa[wheel] === null)) {
    return words.tires.notSent
  }
  return null
}

/** What was concluded about units. */
const detected = ({ units }: Session, { tires }: Catalogue): string | null =>
  units?.source === 'detected' && units.pressure !== null ? tires.detected(units.pressure) : null

/** Which tyre ends the stint; null: nobody knows. */
function worstTold({ worst }: TireOutlook, { tires, figures }: Catalogue): string | null {
  if (worst === null) return null
  return tires.worst(tires.corners[worst.wheel], figures.decimals(Math.floor(worst.laps), 0))
}

interface CornerProps {
  readonly wheel: WheelName
  readonly tires: TireOutlook
  readonly telemetry: Telemetry | null
  readonly words: Catalogue
}

function Corner({ wheel, telemetry, tires, words }: CornerProps) {
  const tempC = telemetry?.tireTempC[wheel] ?? telemetry?.tireCarcassTempC[wheel] ?? null
  const wear = telemetry?.tireWearRatio[wheel] ?? null
  const band = tireTempBand(tempC)
  const { temperature, pressure } = words.figures
  const wearBand = tireWearBand(wear)
  const compound = telemetry?.tireCompound[wheel] ?? ''
  const trouble =
    telemetry?.wheelDetached[wheel] === true
      ? words.tires.detached
      : telemetry?.tireFlat[wheel] === true
        ? words.tires.flat
        : null
  return (
    <article class="corner">
      <h3>
        <abbr title={words.tires.cornersLong[wheel]} safe>
          {words.tires.corners[wheel]}
        </abbr>
        {trouble === null ? (
          <span safe>{compound}</span>
        ) : (
          <b class="is-crit" safe>
            {`▲ ${trouble}`}
          </b>
        )}
      </h3>
      <div class={['temp', band !== null && `is-${band}`]}>
        <span class="sign">{bandMark(band)}</span>
        <span safe>{temperature.number(tempC)}</span>
        {tempC === null ? '' : <span class="unit" safe>{` ${temperature.unit}`}</span>}
      </div>
      <div class="row">
        <span safe>{words.tires.pressure}</span>
        <b safe>{pressure.told(telemetry?.tirePressureKpa[wheel])}</b>
      </div>
      <div class="row">
        <span safe>{words.tires.brake}</span>
        <b safe>{temperature.told(telemetry?.brakeTempC[wheel])}</b>
      </div>
      <div class="row">
        <span safe>{words.tires.wear}</span>
        <b class={wearBand === null ? '' : `is-${wearBand}`} safe>
          {`${wearBand === null ? '' : '▼ '}${words.figures.percent(wear)}`}
        </b>
      </div>
      <div class="row">
        <span safe>{words.tires.wearPerLap}</span>
        <b safe>{words.figures.percent(tires.wearPerLap[wheel], 1)}</b>
      </div>
      <div class="row">
        <span safe>{words.tires.lasts}</span>
        <b safe>{lastsTold(tires.lapsLeft[wheel], words)}</b>
      </div>
      <svg
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        role="img"
        aria-label={words.tires.worn(words.figures.percent(wear))}
      >
        <rect width="100" height="4" class="track" />
        <rect width={barWidth(wear)} height="4" class="level" />
      </svg>
    </article>
  )
}

const lastsTold = (laps: number | null, { tires, figures, unknown }: Catalogue): string =>
  laps === null ? unknown : tires.laps(figures.decimals(Math.floor(laps), 0))

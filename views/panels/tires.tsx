import type { Session } from '../../src/race/session.ts'
import type { Telemetry } from '../../src/race/telemetry.ts'
import { type WheelName, wheelNames } from '../../src/race/wheels.ts'
import { bandMark, tireTempBand, tireWearBand } from '../bands.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { barWidth } from '../format.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

/** The four corners where they are on the car. */
export function tiresPanel({ session }: Wall, words: Catalogue = en): string {
  const note = measuring(session, words)
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
          <Corner wheel={wheel} telemetry={session.telemetry} words={words} />
        ))}
      </div>
    </>,
  )
}

/** Why values are missing, or what was concluded about their units. */
function measuring({ telemetry, units }: Session, words: Catalogue): string | null {
  if (telemetry === null) return null
  const { tireTempC, tirePressureKpa, inGarage, state, rpm } = telemetry
  const unmeasured = wheelNames.every((wheel) => tireTempC[wheel] === null)
  const parked = inGarage === true || state === 'garage' || rpm === 0
  if (unmeasured && parked) return words.tires.parked
  if (units?.source === 'judging') return words.tires.judging
  if (unmeasured && wheelNames.every((wheel) => tirePressureKpa[wheel] === null)) {
    return words.tires.notSent
  }
  const detected = units?.source === 'detected' ? units.pressure : null
  return detected === null ? null : words.tires.detected(detected)
}

interface CornerProps {
  readonly wheel: WheelName
  readonly telemetry: Telemetry | null
  readonly words: Catalogue
}

function Corner({ wheel, telemetry, words }: CornerProps) {
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

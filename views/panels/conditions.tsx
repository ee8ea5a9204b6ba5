import { type Band, bandMark, oilBand, waterBand } from '../bands.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

/** Engine, track and sky. */
export function conditionsPanel({ session }: Wall, words: Catalogue = en): string {
  const { telemetry } = session
  const water = telemetry?.waterTempC ?? null
  const oil = telemetry?.oilTempC ?? null
  const rain = telemetry?.rainRatio ?? null
  const wet = telemetry?.wetnessRatio ?? null
  return markup(
    <>
      <h2>
        <span safe>{words.conditions.title}</span>
        {telemetry?.rpm === 0 && water === null ? (
          <span class="aside" safe>
            {words.conditions.engineOff}
          </span>
        ) : (
          ''
        )}
      </h2>
      <dl class="facts">
        <Temp words={words} name={words.conditions.water} tempC={water} band={waterBand(water)} />
        <Temp words={words} name={words.conditions.oil} tempC={oil} band={oilBand(oil)} />
        <Temp
          words={words}
          name={words.conditions.track}
          tempC={telemetry?.trackTempC ?? null}
          band={null}
        />
        <Temp
          words={words}
          name={words.conditions.air}
          tempC={telemetry?.ambientTempC ?? null}
          band={null}
        />
        <Share words={words} name={words.conditions.rain} ratio={rain} />
        <Share words={words} name={words.conditions.wetness} ratio={wet} />
      </dl>
    </>,
  )
}

interface TempProps {
  readonly name: string
  readonly tempC: number | null
  readonly band: Band | null
  readonly words: Catalogue
}

function Temp({ name, tempC, band, words }: TempProps) {
  return (
    <div>
      <dt safe>{name}</dt>
      <dd class={band === null ? '' : `is-${band}`} safe>
        {`${bandMark(band)}${words.figures.temperature.told(tempC)}`}
      </dd>
    </div>
  )
}

interface ShareProps {
  readonly name: string
  readonly ratio: number | null
  readonly words: Catalogue
}

function Share({ name, ratio, words }: ShareProps) {
  return (
    <div>
      <dt safe>{name}</dt>
      <dd class={(ratio ?? 0) > 0 ? 'is-cold' : ''} safe>
        {words.figures.percent(ratio)}
      </dd>
    </div>
  )
}

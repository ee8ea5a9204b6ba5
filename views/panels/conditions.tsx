import { type Band, bandMark, oilBand, waterBand } from '../bands.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { percent, withUnit } from '../format.ts'
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
        <Temp name={words.conditions.water} tempC={water} band={waterBand(water)} />
        <Temp name={words.conditions.oil} tempC={oil} band={oilBand(oil)} />
        <Temp name={words.conditions.track} tempC={telemetry?.trackTempC ?? null} band={null} />
        <Temp name={words.conditions.air} tempC={telemetry?.ambientTempC ?? null} band={null} />
        <Share name={words.conditions.rain} ratio={rain} />
        <Share name={words.conditions.wetness} ratio={wet} />
      </dl>
    </>,
  )
}

function Temp({ name, tempC, band }: { name: string; tempC: number | null; band: Band | null }) {
  return (
    <div>
      <dt safe>{name}</dt>
      <dd class={band === null ? '' : `is-${band}`} safe>
        {`${bandMark(band)}${withUnit(tempC, 0, '°C')}`}
      </dd>
    </div>
  )
}

function Share({ name, ratio }: { name: string; ratio: number | null }) {
  return (
    <div>
      <dt safe>{name}</dt>
      <dd class={(ratio ?? 0) > 0 ? 'is-cold' : ''} safe>
        {percent(ratio)}
      </dd>
    </div>
  )
}

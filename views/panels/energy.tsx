import type { ResourceOutlook } from '../../src/strategy/resource.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { barWidth } from '../format.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

/** What is left in the tank and of the allowance, how fast it goes, and what that is known from. */
export function energyPanel({ session, outlook }: Wall, words: Catalogue = en): string {
  const { fuel } = outlook
  // Before the first sample nobody knows whether the car has virtual energy: "–", not "none".
  const energy = session.telemetry === null ? notYetKnown : outlook.energy
  return markup(
    <>
      <h2 safe>{words.energy.title}</h2>
      {energy === null ? (
        ''
      ) : (
        <Gauge
          name={words.energy.virtualEnergy}
          kind="ve"
          unit="%"
          resource={energy}
          words={words}
        />
      )}
      <Gauge name={words.energy.fuel} kind="fuel" unit="L" resource={fuel} words={words} />
    </>,
  )
}

const notYetKnown: ResourceOutlook = {
  level: null,
  capacity: null,
  ratio: null,
  usePerLap: null,
  lapsLeft: null,
}

interface GaugeProps {
  readonly name: string
  readonly kind: 've' | 'fuel'
  readonly unit: '%' | 'L'
  readonly resource: ResourceOutlook
  readonly words: Catalogue
}

function Gauge({ name, kind, unit, resource, words }: GaugeProps) {
  const { level, ratio, usePerLap: use, lapsLeft } = resource
  const label = words.energy.level(name, words.figures.withUnit(level, 1, unit))
  const share =
    unit === 'L' && ratio !== null ? ` · ${words.figures.decimals(ratio * 100, 0)} %` : ''
  return (
    <div class={`gauge is-${kind}`}>
      <div class="gauge-name">
        <b safe>{name}</b>
        <span class="note" safe>
          {level === null && use !== null
            ? words.energy.notSent
            : `${words.figures.decimals(lapsLeft, 1)} ${words.energy.laps}${share}`}
        </span>
      </div>
      <div class="big">
        <span safe>{words.figures.decimals(level, 1)}</span>
        <span class="unit" safe>
          {level === null ? '' : ` ${unit}`}
        </span>
      </div>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={label}>
        <rect width="100" height="10" class="track" />
        <rect width={barWidth(ratio)} height="10" class="level" />
      </svg>
      <div class="note">
        {use === null ? (
          <span safe>{words.energy.noUse}</span>
        ) : (
          <>
            <b safe>{`${words.figures.withUnit(use.amount, 2, unit)} / ${words.status.lap}`}</b>{' '}
            <span safe>
              {`· ${words.energy.basis[use.basis](use.lapsCounted)} · ${words.energy.confidence[use.confidence]}`}
            </span>
          </>
        )}
      </div>
    </div>
  )
}

import type { BlindEstimate } from '../../../src/strategy/blind-estimate.ts'
import type { ResourceOutlook } from '../../../src/strategy/resource.ts'
import type { Catalogue } from '../../catalogue.ts'
import { barWidth } from '../../format.ts'
import type { Wall } from '../../wall.ts'
import { amounts } from './amounts.ts'

interface GaugeProps {
  readonly kind: 've' | 'fuel'
  readonly wall: Wall
  readonly words: Catalogue
}

const nothingKnown: ResourceOutlook = {
  ...{ level: null, capacity: null, ratio: null, usePerLap: null, lapsLeft: null },
}

/** One thing that a stint ends on: how much, for how long, and what that rests on. */
export function Gauge({ kind, wall, words }: GaugeProps) {
  const { outlook } = wall
  const resource = kind === 've' ? (outlook.energy ?? nothingKnown) : outlook.fuel
  const { level, ratio } = resource
  const { number, told, unit } = amounts(kind, words)
  const name = kind === 've' ? words.energy.virtualEnergy : words.energy.fuel
  const about = outlook.estimate?.kind === 'going-on' && level !== null ? words.about : ''
  return (
    <div class={`gauge is-${kind}`}>
      <div class="gauge-name">
        <b safe>{name}</b>
        <span class="note" safe>
          {lasting(kind, resource, wall, words)}
        </span>
      </div>
      <div class="big">
        <span safe>{`${about}${number(level, 1)}`}</span>
        <span class="unit" safe>
          {level === null ? '' : ` ${unit}`}
        </span>
      </div>
      <svg
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        role="img"
        aria-label={words.energy.level(name, `${about}${told(level, 1)}`)}
      >
        <rect width="100" height="10" class="track" />
        <rect width={barWidth(ratio)} height="10" class="level" />
      </svg>
      <div class="note">
        <Basis kind={kind} resource={resource} wall={wall} words={words} />
      </div>
    </div>
  )
}

function lasting(
  kind: GaugeProps['kind'],
  { level, ratio, usePerLap, lapsLeft }: ResourceOutlook,
  { outlook }: Wall,
  { energy, figures }: Catalogue,
): string {
  const ask = kind === 've' ? (outlook.entered?.ask ?? null) : null
  if (ask !== null) return energy.readAgain[ask]
  if (level === null && usePerLap !== null) return energy.notSent
  const share = kind === 'fuel' && ratio !== null ? ` · ${figures.percent(ratio)}` : ''
  return `${figures.decimals(lapsLeft, 1)} ${energy.laps}${share}`
}

interface BasisProps extends GaugeProps {
  readonly resource: ResourceOutlook
}

/** What a lap takes, and how that is known; for a while after nobody saw the car, how well it was guessed. */
function Basis({ kind, resource, wall, words }: BasisProps) {
  const { energy } = words
  const { told } = amounts(kind, words)
  const { usePerLap: use } = resource
  const compared = comparedOf(kind, wall.outlook.estimate)
  if (compared !== null) {
    return <span safe>{energy.blind(told(compared.estimated, 1), told(compared.real, 1))}</span>
  }
  if (use === null) return <span safe>{energy.noUse}</span>
  const isEntered = kind === 've' && wall.outlook.entered !== null
  return (
    <>
      <b safe>{`${told(use.amount, 2)} / ${words.status.lap}`}</b>{' '}
      <span safe>
        {[
          energy.basis[use.basis](use.lapsCounted),
          energy.confidence[use.confidence],
          ...(isEntered ? [energy.entered] : []),
        ]
          .map((part) => `· ${part}`)
          .join(' ')}
      </span>
    </>
  )
}

function comparedOf(kind: GaugeProps['kind'], estimate: BlindEstimate | null) {
  if (estimate?.kind !== 'compared') return null
  const compared = kind === 've' ? estimate.energyPercent : estimate.fuelLiters
  return compared.estimated === null || compared.real === null ? null : compared
}

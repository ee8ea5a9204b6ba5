import type { DriverOutlook } from '../../../src/strategy/drivers/driver-outlook.ts'
import { type Catalogue, en } from '../../catalogue.ts'
import { hours, unknown, whole } from '../../format.ts'
import { markup } from '../../markup.ts'
import type { Wall } from '../../wall.ts'
import { RuleForecasts } from './rule-forecasts.tsx'

/** A car has rarely more: nothing on the page moves when the next one gets in. */
const DRIVERS_USUAL = 4

/** Who has driven how long, who rests, who is next and when, and which rule is in the way. */
export function driversPanel({ outlook, session }: Wall, words: Catalogue = en): string {
  const { drivers: titles } = words
  const { drivers } = outlook
  return markup(
    <>
      <h2>
        <span safe>{titles.title}</span>
        <span class="aside" safe>
          {current(drivers, words)}
        </span>
      </h2>
      <table>
        <thead>
          <tr>
            {[titles.driver, titles.driven, titles.rest, titles.next].map((column) => (
              <th scope="col" safe>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drivers.map((driver) => (
            <Row driver={driver} words={words} />
          ))}
          {Array.from({ length: DRIVERS_USUAL - drivers.length }, () => (
            <tr class="is-to-come">
              <td colspan="4">{unknown}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <RuleForecasts
        {...{ drivers, rules: session.inputs.drivingRules, nowMs: nowOf(session), words }}
      />
    </>,
  )
}

const nowOf = ({ passedAtMs, takenAtMs }: Wall['session']) => passedAtMs ?? takenAtMs

function current(drivers: readonly DriverOutlook[], { drivers: titles }: Catalogue): string {
  const driving = drivers.find(({ isDriving }) => isDriving)
  return driving === undefined ? '' : titles.inCar(hours(driving.currentMs))
}

function Row({ driver, words }: { driver: DriverOutlook; words: Catalogue }) {
  const { driverName, totalMs, stints, restMs, isDriving } = driver
  return (
    <tr class={isDriving ? 'is-plan' : ''}>
      <th scope="row">
        <span safe>{driverName ?? unknown}</span>
        <span class="flags" safe>
          {stints === 0 ? '' : ` ×${whole(stints)}`}
        </span>
      </th>
      <td safe>{stints === 0 ? unknown : hours(totalMs)}</td>
      <td safe>{hours(restMs)}</td>
      <td safe>{nextTold(driver, words)}</td>
    </tr>
  )
}

/** "now", "in 35 min", "in 2:10 h". */
function nextTold({ isDriving, upInMs }: DriverOutlook, { drivers: titles }: Catalogue): string {
  if (isDriving) return titles.now
  if (upInMs === null) return unknown
  const minutes = Math.floor(upInMs / 60_000)
  return titles.upIn(minutes < 100 ? titles.minutes(minutes) : titles.hours(hours(upInMs)))
}

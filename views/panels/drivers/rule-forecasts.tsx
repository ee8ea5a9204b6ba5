import type { DrivingRules } from '../../../src/race/inputs/driving-rules.ts'
import type { DriverOutlook } from '../../../src/strategy/drivers/driver-outlook.ts'
import type { RuleBreak } from '../../../src/strategy/drivers/rule-break.ts'
import type { Catalogue } from '../../catalogue.ts'
import { hours, unknown } from '../../format.ts'
import { TimeOfDay } from '../../time-of-day.tsx'

interface RuleForecastsProps {
  readonly drivers: readonly DriverOutlook[]
  readonly rules: DrivingRules
  /** null: nothing has been seen of the car. */
  readonly nowMs: number | null
  readonly words: Catalogue
}

/** Which rule breaks, when, and by what: in time to plan otherwise. */
export function RuleForecasts({ drivers, rules, nowMs, words }: RuleForecastsProps) {
  if (nowMs === null) return ''
  const { drivers: text } = words
  const broken = drivers.flatMap(({ driverName, ifStays, asPlanned }) => {
    const name = driverName ?? unknown
    // What breaks as planned breaks earlier if he stays; one of them is enough.
    const first = asPlanned ?? ifStays
    if (first === null) return []
    const what = whatBreaks(name, first, rules, words)
    const inTime = hours(Math.max(0, first.atMs - nowMs))
    const told = asPlanned === null ? text.ifStays(what, inTime) : text.asPlanned(what, inTime)
    return [{ told, atMs: first.atMs, isPlanned: asPlanned !== null }]
  })
  const missing = drivers.flatMap(({ driverName, missingMs }) =>
    missingMs === null
      ? []
      : [text.missing(driverName ?? unknown, hours(missingMs), hours(rules.minMs))],
  )
  if (broken.length + missing.length === 0) return ''
  return (
    <ul class="forecasts">
      {broken.map(({ told, atMs, isPlanned }) => (
        <li class={isPlanned ? 'is-warn' : 'note'}>
          <span safe>{`${isPlanned ? '▲ ' : ''}${told} `}</span>
          <TimeOfDay atMs={atMs} />
        </li>
      ))}
      {missing.map((told) => (
        <li class="is-warn" safe>
          {`▲ ${told}`}
        </li>
      ))}
    </ul>
  )
}

function whatBreaks(
  driver: string,
  { rule }: RuleBreak,
  { maxMs, stintMaxMs, window }: DrivingRules,
  { drivers: { rules } }: Catalogue,
): string {
  if (rule === 'window') {
    return rules.window(driver, hours(window?.maxMs), hours(window?.lengthMs))
  }
  return rules[rule](driver, hours(rule === 'max' ? maxMs : stintMaxMs))
}

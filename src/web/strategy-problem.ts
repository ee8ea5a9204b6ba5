import type { Catalogue } from '../../views/catalogue.ts'
import {
  type Place,
  type PlacedField,
  placedFields,
  places,
  type StrategyField,
} from '../../views/engineer/strategy/places.ts'
import { timeText } from '../../views/engineer/strategy/time-field.ts'
import type { Expected, InputProblem } from '../sessions/pit-wall/input-problem.ts'

export interface StrategyWrong {
  readonly wrong: StrategyField | null
  readonly problem: string
}

/** Fields that stand in no place of their own. */
const others: Readonly<Record<string, StrategyField>> = {
  'race.endsAtMs': 'left',
  'energy.percent': 'percent',
  'energy.percentPerLap': 'percentPerLap',
}

/** Longer than any race that is driven; the server's clock is nobody's field. */
const RACE_MOST = '96:00'

/** What is wrong with what was filled in, in the units of the form, and at which field. */
export function strategyProblem(
  { field: path, expected }: InputProblem,
  { strategy }: Catalogue,
): StrategyWrong {
  const { problems, fields } = strategy
  if (path.startsWith('roster')) {
    return {
      wrong: 'roster',
      problem: problems.names(expected.kind === 'list' ? String(expected.to) : '20'),
    }
  }
  if (path.startsWith('corrections.driverNames')) {
    return { wrong: null, problem: problems.name(strategy.corrections.driver) }
  }
  if (path.startsWith('corrections') && expected.kind === 'list') {
    return { wrong: null, problem: problems.full }
  }
  const placed = placedFields.find((field) => places[field].path.join('.') === path) ?? null
  const wrong = placed ?? others[path] ?? null
  if (wrong === null) return { wrong, problem: problems.else }
  if (wrong === 'left') return { wrong, problem: problems.hours(fields.left, '0:00', RACE_MOST) }
  return { wrong, problem: told(wrong, placed, expected, strategy) }
}

function told(
  wrong: StrategyField,
  placed: PlacedField | null,
  expected: Expected,
  { problems, fields }: Catalogue['strategy'],
): string {
  const name = fields[wrong]
  const place: Place | null = placed && places[placed]
  if (expected.kind === 'one-of') return problems.choice(name)
  if (expected.kind === 'not-above') {
    return problems.notAbove(name, wrong === 'windowMax' ? fields.windowLength : fields.maxTime)
  }
  if (expected.kind !== 'number' && expected.kind !== 'whole-number') return problems.else
  const { from, to } = expected
  if (place?.as === 'time') return problems.hours(name, timeText(from), timeText(to))
  const factor = place?.as === 'number' ? place.factor : 1
  const written = (limit: number) => String(Number((limit * factor).toFixed(3)))
  return problems.number(name, written(from), written(to))
}

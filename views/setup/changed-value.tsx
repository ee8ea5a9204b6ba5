import { type Wheels, wheelNames } from '../../src/race/wheels.ts'
import type { Catalogue } from '../catalogue.ts'
import { unknown } from '../format.ts'
import type { Change } from './differences.ts'

/** Stands before what has changed: colour alone tells nothing. */
const MARK = '◆'

interface ChangedValueProps {
  readonly value: string
  readonly change: Change<string> | undefined
  readonly words: Catalogue['setup']
}

/** A value, and what it was in the setup before. */
export function ChangedValue({ value, change, words }: ChangedValueProps) {
  if (change === undefined) return <span safe>{value}</span>
  const isRemoved = change.kind === 'removed'
  return (
    <>
      <span safe>{isRemoved ? words.removed : value}</span>{' '}
      <span class="was" safe>
        {`${MARK} ${change.kind === 'added' ? words.added : words.was(change.was)}`}
      </span>
    </>
  )
}

interface ChangedCornersProps {
  readonly values: Wheels<string | null>
  readonly change: Change<Wheels<string | null>> | undefined
  readonly words: Catalogue['setup']
}

/** The same for a row with a value for each wheel: only the wheels that differ are marked. */
export function ChangedCorners({ values, change, words }: ChangedCornersProps) {
  return (
    <>
      {wheelNames.map((wheel) => (
        <td>
          <ChangedValue
            value={values[wheel] ?? unknown}
            change={changeAt(change, values, wheel)}
            words={words}
          />
        </td>
      ))}
    </>
  )
}

function changeAt(
  change: Change<Wheels<string | null>> | undefined,
  values: Wheels<string | null>,
  wheel: keyof Wheels<unknown>,
): Change<string> | undefined {
  if (change === undefined || change.kind === 'added') return change
  const was = change.was[wheel]
  if (change.kind === 'changed' && was === values[wheel]) return undefined
  return { kind: change.kind, was: was ?? unknown }
}

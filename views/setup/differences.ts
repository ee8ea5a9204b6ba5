import { type Wheels, wheelNames } from '../../src/race/wheels.ts'
import type { SetupGroup } from '../setup-groups.ts'

export type Setting = SetupGroup['settings'][number]
export type CornerSetting = SetupGroup['corners'][number]

/** How a row differs from the setup before. */
export type Change<Value> =
  | { readonly kind: 'changed'; readonly was: Value }
  | { readonly kind: 'removed'; readonly was: Value }
  | { readonly kind: 'added' }

/** A setup beside the one before it. */
export interface SetupDifferences {
  /** Those of the setup, and behind them rows that are no longer there. */
  readonly groups: readonly SetupGroup[]
  /** By the row; the others are as they were. */
  readonly settings: ReadonlyMap<Setting, Change<string>>
  readonly corners: ReadonlyMap<CornerSetting, Change<Wheels<string | null>>>
  /** Rows that differ. */
  readonly count: number
}

export const noDifferences = (groups: readonly SetupGroup[]): SetupDifferences => ({
  groups,
  settings: new Map(),
  corners: new Map(),
  count: 0,
})

/** Rows are the same if they have the same label in the same group; of several, the first is the first. */
export function setupDifferences(
  before: readonly SetupGroup[],
  now: readonly SetupGroup[],
): SetupDifferences {
  const settings = new Comparison(before, ({ settings }) => settings, isSameText)
  const corners = new Comparison(before, (group) => group.corners, isSameEverywhere)
  for (const group of now) {
    settings.compare(group)
    corners.compare(group)
  }
  const titles = [...now, ...before].map(({ title }) => title)
  const groups = [...new Set(titles)].map((title) => {
    const ofTitle = now.filter((group) => group.title === title)
    return {
      title,
      settings: [...ofTitle.flatMap((group) => group.settings), ...settings.removedFrom(title)],
      corners: [...ofTitle.flatMap((group) => group.corners), ...corners.removedFrom(title)],
    }
  })
  const count = settings.changes.size + corners.changes.size
  return { groups, settings: settings.changes, corners: corners.changes, count }
}

const isSameText = (a: string, b: string) => a === b
const isSameEverywhere = (a: Wheels<string | null>, b: Wheels<string | null>) =>
  wheelNames.every((wheel) => a[wheel] === b[wheel])

/** The rows of one kind: settings, or those with a value for each wheel. */
class Comparison<Value> {
  readonly changes = new Map<readonly [string, Value], Change<Value>>()
  /** What the setup before had and has not been met yet, by group and label. */
  readonly #before = new Map<string, Map<string, Value[]>>()
  readonly #rowsOf: (group: SetupGroup) => readonly (readonly [string, Value])[]
  readonly #isSame: (a: Value, b: Value) => boolean

  constructor(
    before: readonly SetupGroup[],
    rowsOf: (group: SetupGroup) => readonly (readonly [string, Value])[],
    isSame: (a: Value, b: Value) => boolean,
  ) {
    this.#rowsOf = rowsOf
    this.#isSame = isSame
    for (const group of before) {
      const rows = this.#before.get(group.title) ?? new Map<string, Value[]>()
      this.#before.set(group.title, rows)
      for (const [label, value] of rowsOf(group)) {
        rows.set(label, [...(rows.get(label) ?? []), value])
      }
    }
  }

  compare(group: SetupGroup): void {
    for (const row of this.#rowsOf(group)) {
      const [label, value] = row
      const known = this.#before.get(group.title)?.get(label)
      if (known === undefined || known.length === 0) this.changes.set(row, { kind: 'added' })
      else {
        const was = known.shift() as Value
        if (!this.#isSame(was, value)) this.changes.set(row, { kind: 'changed', was })
      }
    }
  }

  /** Rows that nobody asked for any more; they count as changes from now on. */
  removedFrom(title: string): readonly (readonly [string, Value])[] {
    const left = [...(this.#before.get(title) ?? [])]
    this.#before.delete(title)
    return left.flatMap(([label, values]) =>
      values.map((was) => {
        const row = [label, was] as const
        this.changes.set(row, { kind: 'removed', was })
        return row
      }),
    )
  }
}

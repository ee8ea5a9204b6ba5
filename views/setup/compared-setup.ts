import type { Setup } from '../../src/race/setup.ts'
import { wheelNames } from '../../src/race/wheels.ts'
import type { Catalogue } from '../catalogue.ts'
import { setupGroups } from '../setup-groups.ts'
import { noDifferences, type SetupDifferences, setupDifferences } from './differences.ts'

/** A setup in groups, beside the one before it if there was one. */
export function comparedSetup(
  setup: Setup,
  before: Setup | null,
  words: Catalogue,
): SetupDifferences {
  const groups = setupGroups(setup.tree, words)
  return before === null
    ? noDifferences(groups)
    : setupDifferences(setupGroups(before.tree, words), groups)
}

/** What is written beside a row because it has changed. */
export function textsBeside({ settings, corners }: SetupDifferences) {
  const changes = new Map<unknown, readonly string[]>()
  for (const [row, change] of settings) {
    changes.set(row, change.kind === 'added' ? [''] : [change.was])
  }
  for (const [row, change] of corners) {
    const was = change.kind === 'added' ? null : change.was
    changes.set(
      row,
      wheelNames.map((wheel) => was?.[wheel] ?? ''),
    )
  }
  return (row: unknown): readonly string[] => changes.get(row) ?? []
}

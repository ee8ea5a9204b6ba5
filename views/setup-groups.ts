import type { Wheels } from '../src/race/wheels.ts'
import type { Catalogue } from './catalogue.ts'
import { garageGroups, garageValuesIn } from './setup/garage-values.ts'
import { treeGroups } from './setup/tree.ts'

/** Settings that belong together. All texts are foreign and not escaped. */
export interface SetupGroup {
  readonly title: string
  readonly settings: readonly (readonly [label: string, value: string])[]
  /** Settings with a value for each wheel. */
  readonly corners: readonly (readonly [label: string, values: Wheels<string | null>])[]
}

/** Makes a setup readable, whatever was sent: LMU's garage values, else any JSON, branch by branch. */
export function setupGroups(tree: unknown, words: Catalogue): readonly SetupGroup[] {
  const garage = garageValuesIn(tree)
  return garage === null ? treeGroups(tree, words) : garageGroups(garage, words)
}

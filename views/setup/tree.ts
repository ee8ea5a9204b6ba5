import { type WheelName, type Wheels, wheelNames } from '../../src/race/wheels.ts'
import type { Catalogue } from '../catalogue.ts'
import type { SetupGroup } from '../setup-groups.ts'
import { isTree, type Tree, textOfBytes } from './json.ts'
import { oneLine, readable } from './label.ts'

/** Deep and large enough for every real setup; what is more is cut, and says so. */
const DEPTH_SHOWN = 8
export const NODES_SHOWN = 2_000

/** Items of a list that go into one line, before its text is cut to one line's length. */
const ITEMS_IN_LINE = 100

interface GrowingGroup extends SetupGroup {
  readonly settings: (readonly [string, string])[]
  readonly corners: (readonly [string, Wheels<string | null>])[]
}

/** Any JSON, a group for each branch of the first level. */
export function treeGroups(tree: unknown, words: Catalogue): readonly SetupGroup[] {
  const general = newGroup(words.setup.groups.general)
  const groups: GrowingGroup[] = [general]
  const reader = new TreeReader(words)
  for (const [key, value] of branches(tree)) {
    if (reader.isFull) break
    const label = readable(key, words.setup)
    if (reader.lineOf(value) !== null) reader.read(general, label, value, 2)
    else {
      const group = newGroup(label)
      groups.push(group)
      reader.read(group, '', value, 2)
    }
  }
  if (reader.isFull) general.settings.push(['…', words.setup.more])
  return groups.filter((group) => group.settings.length + group.corners.length > 0)
}

const newGroup = (title: string): GrowingGroup => ({ title, settings: [], corners: [] })

function* branches(value: unknown): Generator<readonly [string, unknown]> {
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield [String(i + 1), item]
  else if (isTree(value)) for (const key of Object.keys(value)) yield [key, value[key]]
  else yield ['', value]
}

class TreeReader {
  readonly #words: Catalogue
  #nodes = 0

  constructor(words: Catalogue) {
    this.#words = words
  }

  get isFull(): boolean {
    return this.#nodes >= NODES_SHOWN
  }

  read(group: GrowingGroup, label: string, value: unknown, depth: number): void {
    if (this.isFull) return
    this.#nodes++
    const line = this.lineOf(value)
    if (line !== null) {
      group.settings.push([label, line])
      return
    }
    const corners = isTree(value) ? this.#cornersOf(value) : null
    if (corners !== null) {
      group.corners.push([label === '' ? group.title : label, corners])
      return
    }
    if (depth > DEPTH_SHOWN) {
      group.settings.push([label, '…'])
      return
    }
    for (const [key, below] of branches(value)) {
      if (this.isFull) return
      const name = readable(key, this.#words.setup)
      this.read(group, label === '' ? name : oneLine(`${label} › ${name}`), below, depth + 1)
    }
  }

  /** What fits into one line; null for a branch. */
  lineOf(value: unknown): string | null {
    if (value === null || value === undefined) return this.#words.unknown
    if (typeof value === 'string') return oneLine(value) || this.#words.unknown
    if (typeof value === 'boolean') return value ? this.#words.yes : this.#words.no
    // Four decimals tell settings apart; binary fractions have seventeen.
    if (typeof value === 'number') return Number.isFinite(value) ? String(+value.toFixed(4)) : null
    if (!Array.isArray(value)) return null
    const text = textOfBytes(value)
    if (text !== null) return oneLine(text)
    const items = value.slice(0, ITEMS_IN_LINE)
    if (items.some((item) => typeof item === 'object' && item !== null)) return null
    return oneLine(items.map((item) => this.lineOf(item)).join(', ')) || this.#words.unknown
  }

  #cornersOf(value: Tree): Wheels<string | null> | null {
    const keys = Object.keys(value)
    if (keys.length < 2 || keys.length > wheelNames.length) return null
    const corners: Record<WheelName, string | null> = { fl: null, fr: null, rl: null, rr: null }
    for (const key of keys) {
      const wheel = wheelNames.find((name) => name === key.toLowerCase())
      const line = this.lineOf(value[key])
      if (wheel === undefined || line === null) return null
      corners[wheel] = line
    }
    return corners
  }
}

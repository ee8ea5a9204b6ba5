import { type WheelName, type Wheels, wheelNames } from '../../src/race/wheels.ts'
import type { Catalogue } from '../catalogue.ts'
import type { SetupGroup } from '../setup-groups.ts'
import { isTree, type Tree } from './json.ts'
import { captioned, oneLine, readable } from './label.ts'
import { NODES_SHOWN } from './tree.ts'

/** Rows the game keeps for cars that have such a part. */
const deadValues = new Set(['', 'n/a', 'empty', 'detached', 'non-adjustable'])

/** LMU's `carSetup.garageValues`: a map, or a list of entries that name their key. null: not that. */
export function garageValuesIn(tree: unknown): readonly (readonly [string, unknown])[] | null {
  if (!isTree(tree) || !isTree(tree.carSetup)) return null
  const values = tree.carSetup.garageValues
  if (Array.isArray(values)) {
    return values.flatMap((entry) =>
      isTree(entry) && typeof entry.key === 'string' ? [[entry.key, entry] as const] : [],
    )
  }
  return isTree(values) ? Object.entries(values) : null
}

export function garageGroups(
  values: readonly (readonly [string, unknown])[],
  { setup: words }: Catalogue,
): readonly SetupGroup[] {
  const settings = new Map<string, (readonly [string, string])[]>()
  const corners = new Map<string, Partial<Record<WheelName, string>>>()
  for (const [key, entry] of values.slice(0, NODES_SHOWN)) {
    const value = isTree(entry) ? liveValue(entry) : null
    if (value === null || !isTree(entry)) continue
    const [, part = key, corner] = /^(.*?)-W_(FL|FR|RL|RR)$/.exec(key) ?? []
    const wheel = wheelNames.find((name) => name === corner?.toLowerCase())
    const label = labelOf(part, entry, words)
    if (wheel !== undefined) corners.set(label, { ...corners.get(label), [wheel]: value })
    else {
      const title = groupTitle(key, words)
      const rows = settings.get(title) ?? []
      rows.push([label, value])
      settings.set(title, rows)
    }
  }
  if (values.length > NODES_SHOWN) {
    const rest = settings.get(words.groups.general) ?? []
    settings.set(words.groups.general, [...rest, ['…', words.more]])
  }
  const rows = [...corners].map(([label, values]) => [label, allWheels(values)] as const)
  const groups = rows.length === 0 ? [] : [cornerGroup(words.groups.corners, rows)]
  const titles = [...words.garageGroups.map(([, title]) => title), words.groups.general]
  for (const title of new Set(titles)) {
    const rowsOfGroup = settings.get(title)
    if (rowsOfGroup !== undefined) groups.push({ title, settings: rowsOfGroup, corners: [] })
  }
  return groups
}

const cornerGroup = (title: string, corners: SetupGroup['corners']): SetupGroup => ({
  title,
  settings: [],
  corners,
})

const allWheels = (values: Partial<Record<WheelName, string>>): Wheels<string | null> => ({
  fl: values.fl ?? null,
  fr: values.fr ?? null,
  rl: values.rl ?? null,
  rr: values.rr ?? null,
})

function liveValue(entry: Tree): string | null {
  const { stringValue, available, minValue, maxValue } = entry
  if (typeof stringValue !== 'string' || available === false) return null
  const value = oneLine(stringValue)
  if (deadValues.has(value.toLowerCase())) return null
  const fixed = typeof minValue === 'number' && typeof maxValue === 'number' && maxValue <= minValue
  return fixed ? null : value
}

/** The game's own caption where it has one; it leaves out the side, which the key says. */
function labelOf(key: string, { caption }: Tree, words: Catalogue['setup']): string {
  if (typeof caption !== 'string' || caption.trim() === '') return readable(key, words)
  const side = /^VM_(LEFT|RIGHT|FRONT|REAR)_/.exec(key)?.[1]
  const label = captioned(caption)
  return side === undefined ? label : `${readable(side, words)}: ${label}`
}

function groupTitle(key: string, words: Catalogue['setup']): string {
  const name = key.replace(/^VM_/, '')
  return words.garageGroups.find(([prefix]) => prefix.test(name))?.[1] ?? words.groups.general
}

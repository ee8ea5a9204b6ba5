import type { MarkupNode } from './markup-nodes.ts'

/** A text that reads otherwise now, or an attribute of an element. `node`: its number in the panel, from 0. */
export type ChangedCell =
  | readonly [node: number, text: string]
  | readonly [node: number, attribute: string, value: string]

/** What turns one panel into the other; null where more has changed than texts and values of attributes. */
export function changedCells(
  before: readonly MarkupNode[],
  now: readonly MarkupNode[],
): readonly ChangedCell[] | null {
  if (before.length !== now.length) return null
  const cells: ChangedCell[] = []
  for (const [node, is] of now.entries()) {
    const was = before[node]
    if (typeof is === 'string') {
      if (typeof was !== 'string') return null
      if (was !== is) cells.push([node, is])
      continue
    }
    if (was === undefined || typeof was === 'string' || was.name !== is.name) return null
    if (was.attributes.length !== is.attributes.length) return null
    for (const [place, [name, value]] of is.attributes.entries()) {
      const other = was.attributes[place]
      if (other === undefined || other[0] !== name) return null
      if (other[1] !== value) cells.push([node, name, value])
    }
  }
  return cells
}

/** One node of a panel, in the order of the document: a text as people read it, or an element without its children. */
export type MarkupNode = string | MarkupElement

export interface MarkupElement {
  readonly name: string
  /** As written; values of different length are compared by place. */
  readonly attributes: readonly (readonly [name: string, value: string])[]
}

const TAG = /<(\/)?([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gy
const ATTRIBUTE = /([\w:-]+)(?:="([^"]*)")?/g
/** What the renderer writes for the characters that markup is made of. */
const ENTITY = /&(?:amp|lt|gt|quot|#39|#34);/g
const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#34;': '"',
}

/**
 * The nodes that a browser makes of our own markup; null where that cannot be told for sure (markup that is not ours, or
 * an entity of somebody else): then the panel is sent whole.
 */
export function markupNodes(html: string): readonly MarkupNode[] | null {
  const nodes: MarkupNode[] = []
  let at = 0
  while (at < html.length) {
    const tagAt = html.indexOf('<', at)
    const end = tagAt < 0 ? html.length : tagAt
    if (end > at) {
      const text = plain(html.slice(at, end))
      if (text === null) return null
      nodes.push(text)
    }
    if (tagAt < 0) break
    TAG.lastIndex = tagAt
    const tag = TAG.exec(html)
    if (tag === null) return null
    at = TAG.lastIndex
    const [, closes, name = '', written = ''] = tag
    if (closes !== undefined) continue
    // Entities in attributes: the renderer escapes quotes alone, and a browser would read more than that.
    if (written.includes('&')) return null
    nodes.push({ name, attributes: attributesIn(written) })
  }
  return nodes
}

function attributesIn(written: string): MarkupElement['attributes'] {
  if (written === '') return []
  return Array.from(written.matchAll(ATTRIBUTE), ([, name = '', value = '']) => [name, value])
}

function plain(text: string): string | null {
  if (!text.includes('&')) return text
  const read = text.replace(ENTITY, (entity) => characters[entity] ?? entity)
  const isAllRead = text.replace(ENTITY, '').includes('&')
  return isAllRead ? null : read
}

import { type Limit, MAX_NODES } from './limits.ts'

export type Weight = 'ok' | 'too-big' | 'too-deep'

interface Pending {
  readonly value: object
  readonly depth: number
}

/** JSON can only write bytes as a list of numbers: up to three digits and a comma each. */
const JSON_BYTES_PER_BINARY_BYTE = 4
/** Every child pays for a comma, and the last one has none. */
const BRACKETS_LESS_ONE_COMMA = 1

/**
 * Judges a foreign value by the size and depth of its JSON, the same for both transports. The size leaves out
 * escapes: it is never high, so what fits is always let in, unless it is in more pieces than anything real. Works on a
 * stack of its own and leaves at the first excess: neither nesting nor sheer size costs the server more than the limit.
 */
export function weighed(value: unknown, { maxBytes, maxDepth }: Limit): Weight {
  let room = maxBytes - leafBytes(value)
  if (room < 0) return 'too-big'
  let nodes = 1
  const pending: Pending[] = isContainer(value) ? [{ value, depth: 1 }] : []
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.depth > maxDepth) return 'too-deep'
    const { value: parent, depth } = next
    const list: readonly unknown[] | null = Array.isArray(parent) ? parent : null
    const keys = list === null ? Object.keys(parent) : []
    const count = list?.length ?? keys.length
    nodes += count
    // Before any of them is looked at: a list of lists costs most where it is walked.
    if (nodes > MAX_NODES) return 'too-big'
    for (let at = 0; at < count; at++) {
      const key = keys[at] ?? ''
      const child: unknown = list === null ? Reflect.get(parent, key) : list[at]
      // A list pays a comma, an object its key, quotes, colon and comma.
      room -= leafBytes(child) + (list === null ? byteLength(key) + 4 : 1)
      if (room < 0) return 'too-big'
      if (isContainer(child)) pending.push({ value: child, depth: depth + 1 })
    }
  }
  return 'ok'
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !isBinary(value)
}

/** Socket.IO can carry bytes beside the JSON; walking them as keys would cost far more than they weigh. */
function isBinary(value: object): value is ArrayBuffer | ArrayBufferView {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value)
}

function leafBytes(value: unknown): number {
  if (typeof value === 'string') return byteLength(value) + 2
  if (typeof value === 'object' && value !== null) {
    return isBinary(value) ? value.byteLength * JSON_BYTES_PER_BINARY_BYTE : BRACKETS_LESS_ONE_COMMA
  }
  return String(value).length
}

function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}

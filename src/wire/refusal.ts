/**
 * Why a message was not taken. `message` is for whoever writes monitors: it names what was expected and the kind of
 * thing that came, never the thing itself, which may be a key or hostile text.
 */
export interface Refusal {
  readonly code: 'malformed' | 'too-big' | 'too-deep'
  readonly message: string
  /** The key at fault, or null when it is the message as a whole. */
  readonly field: string | null
}

export function malformed(field: string, expected: string, got: unknown): Refusal {
  return { code: 'malformed', message: `${field}: expected ${expected}, got ${kindOf(got)}`, field }
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  switch (typeof value) {
    case 'string':
      return 'text'
    case 'number':
    case 'bigint':
      return 'a number'
    case 'boolean':
      return 'true or false'
    default:
      return 'an object'
  }
}

/** An object of foreign JSON: any key, any value. */
export type Tree = Readonly<Record<string, unknown>>

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text that was sent as bytes: simulators leave old letters behind the first 0. null: no such text. */
export function textOfBytes(list: readonly unknown[]): string | null {
  const end = list.indexOf(0)
  if (end < 1 || list.length < 8) return null
  const letters = list.slice(0, end)
  const isByte = (value: unknown): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 32 && value <= 255
  return letters.every(isByte) ? new TextDecoder().decode(Uint8Array.from(letters)) : null
}

export const RACE_RANK = 3

/** The sessions of a race weekend, in their order. Numbers and endings ("Practice 2") say nothing here. */
const weekend: readonly (readonly [word: RegExp, rank: number])[] = [
  [/^(test|practice|free practice)/, 0],
  [/^quali/, 1],
  [/^warm[\s-]?up/, 2],
  [/^race/, RACE_RANK],
]

/** Where a session stands in the weekend; null: a word we do not know, which proves nothing. */
export function sessionRank(sessionType: string | null): number | null {
  const words = sessionType?.trim().toLowerCase()
  if (words === undefined) return null
  return weekend.find(([word]) => word.test(words))?.[1] ?? null
}

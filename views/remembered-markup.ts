/** Of one ledger, the same markup for several chapters or languages; more are somebody's mistake. */
const VARIANTS_KEPT = 64

interface Variant<Rest extends readonly unknown[]> {
  readonly rest: Rest
  readonly text: string
}

/**
 * Markup of books that are replaced when they change, never altered: made once, however many ask for it. It is kept as
 * long as the first of its keys, and made anew when any of them is another one.
 */
export function rememberedMarkup<First extends object, Rest extends readonly unknown[]>(
  render: (first: First, ...rest: Rest) => string,
): (first: First, ...rest: Rest) => string {
  const known = new WeakMap<First, readonly Variant<Rest>[]>()
  return (first, ...rest) => {
    const variants = known.get(first) ?? []
    const found = variants.find((variant) => variant.rest.every((key, i) => key === rest[i]))
    if (found !== undefined) return found.text
    const text = render(first, ...rest)
    known.set(first, [{ rest, text }, ...variants].slice(0, VARIANTS_KEPT))
    return text
  }
}

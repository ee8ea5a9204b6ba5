/** The JSON of something that is replaced when it changes, never altered: written once for each. */
export function rememberedJson<T extends object>(
  write: (value: T) => string,
): (value: T) => string {
  const known = new WeakMap<T, string>()
  return (value) => {
    const text = known.get(value) ?? write(value)
    known.set(value, text)
    return text
  }
}

/** Names longer than this do not fit a phone's panel, and nobody has one. Guessed. */
const MAX_CODE_POINTS = 64

/**
 * Controls (Cc) and format characters (Cf): bidi overrides that would turn the rest of a panel round, zero-width ones
 * that make two names look the same. White space among them (line ends, tabs) becomes a space instead.
 */
const invisible = /(?!\s)[\p{Cc}\p{Cf}]|\u{FEFF}/gu

/** A foreign text on one line, without anything that nobody sees. However long it is. */
export const visibleText = (foreign: string): string =>
  foreign.toWellFormed().replace(invisible, '').replace(/\s+/g, ' ').trim()

/**
 * A foreign name on one line, of bounded length. It is still foreign: views escape it. A lone half of a surrogate pair
 * becomes U+FFFD, because it cannot be written as UTF-8.
 */
export function cleanText(foreign: string): string {
  const visible = visibleText(foreign)
  if (visible.length <= MAX_CODE_POINTS) return visible
  // A code point has at most two units, so this slice shows whether there are too many, whatever follows it.
  const points = Array.from(visible.slice(0, 2 * (MAX_CODE_POINTS + 1)))
  if (points.length <= MAX_CODE_POINTS) return visible
  return `${points.slice(0, MAX_CODE_POINTS - 1).join('')}…`
}

/** A line longer than this is no recording of ours: a whole setup has 40 KB. */
export const LONGEST_LINE = 2_000_000

/** The lines of a text that may be longer than memory. A line that is too long comes cut, and its rest is skipped. */
export async function* textLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let begun = ''
  for await (const chunk of chunks) {
    const pieces = decoder.decode(chunk, { stream: true }).split('\n')
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) {
        yield begun
        begun = ''
      }
      // One character more than allowed is kept, so that the reader can tell.
      if (begun.length <= LONGEST_LINE) begun += piece.slice(0, LONGEST_LINE + 1 - begun.length)
    }
  }
  begun += decoder.decode()
  if (begun !== '') yield begun
}

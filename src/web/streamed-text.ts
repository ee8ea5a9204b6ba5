/** Between two of these a phone on 4G, the disk and everybody else get their turn. */
const BLOCK_CHARACTERS = 64 * 1024

const utf8 = new TextEncoder()

/**
 * A text that is written while it is read, block by block: the next one is made when the reader has taken the last, so
 * that a race of 24 hours never stands in memory. A failure on the way ends it short, which the reader sees.
 */
export function streamedText(texts: Iterator<string>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await new Promise((resolve) => setImmediate(resolve))
        const { text, isLast } = block(texts)
        if (text !== '') controller.enqueue(utf8.encode(text))
        if (isLast) controller.close()
      },
      cancel() {
        texts.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

function block(texts: Iterator<string>): { text: string; isLast: boolean } {
  let text = ''
  while (text.length < BLOCK_CHARACTERS) {
    const { done, value } = texts.next()
    if (done === true) return { text, isLast: true }
    text += value
  }
  return { text, isLast: false }
}

/** One message of an event stream. */
export interface SseMessage {
  /** Named messages become DOM events, unnamed ones are swapped in. */
  readonly event?: string
  readonly id?: string
  readonly retryMs?: number
  /** Any text; each of its lines gets a field of its own, so that no text can forge another message. */
  readonly data?: string
}

/** What the event-stream format takes for the end of a line. */
const LINE_END = /\r\n|\r|\n/

const oneLine = (text: string) => text.replace(/[\r\n\0]+/g, ' ')

export function encodeSse({ event, id, retryMs, data }: SseMessage): string {
  let text = ''
  if (event !== undefined) text += `event: ${oneLine(event)}\n`
  if (id !== undefined) text += `id: ${oneLine(id)}\n`
  if (retryMs !== undefined) text += `retry: ${Math.round(retryMs)}\n`
  if (data !== undefined) for (const line of data.split(LINE_END)) text += `data: ${line}\n`
  return `${text}\n`
}

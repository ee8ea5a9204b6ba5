import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { encodeSse } from '../../../src/stream/sse.ts'

/** As the standard reads a stream: fields of one message, the empty line ends it. */
function messagesIn(text: string): string[][] {
  return text
    .split(/\r\n|\r|\n/)
    .join('\n')
    .split('\n\n')
    .filter((block) => block !== '')
    .map((block) => block.split('\n'))
}

test('a message has its name, its pulse, its retry and its lines', () => {
  const text = encodeSse({ event: 'pulse', id: '1;2', retryMs: 500.4, data: 'a\nb' })
  expect(text).toBe('event: pulse\nid: 1;2\nretry: 500\ndata: a\ndata: b\n\n')
})

test('a beat has a name and no text, so that htmx does not drop it', () => {
  expect(encodeSse({ event: 'pulse', id: '1', data: '' })).toBe('event: pulse\nid: 1\ndata: \n\n')
})

test('no text forges a message, a name or an id', () => {
  const text = fc.string({
    unit: fc.constantFrom('\n', '\r', '\u2028', '\0', ':', 'data', 'event', ' ', 'x'),
  })
  fc.assert(
    fc.property(text, text, text, (data, event, id) => {
      const messages = messagesIn(encodeSse({ data, event, id }))
      expect(messages).toHaveLength(1)
      expect(messages[0]?.filter((line) => /^event:/.test(line))).toHaveLength(1)
      expect(messages[0]?.filter((line) => /^id:/.test(line))).toHaveLength(1)
      expect(messages[0]?.every((line) => /^(event|id|data): /.test(line))).toBe(true)
    }),
  )
})

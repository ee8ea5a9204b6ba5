import { expect, test } from 'bun:test'
import { parseJson } from '../../../src/wire/parse-json.ts'

const frame = (notes: string) => `{"fuel":NaN,"notes":"${notes}"}`

test('a value that a monitor in Python does not have is null, in frames of any size', () => {
  expect(parseJson(frame('NaN'))).toEqual({ fuel: null, notes: 'NaN' })
  const notes = 'n'.repeat(60_000)
  expect(parseJson(frame(notes))).toEqual({ fuel: null, notes })
})

test('what is larger than any frame is not read a second time for it', () => {
  expect(() => parseJson(frame('\\"'.repeat(400_000)))).toThrow(SyntaxError)
})

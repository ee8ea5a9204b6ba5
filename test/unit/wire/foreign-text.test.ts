import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { cleanText } from '../../../src/wire/foreign-text.ts'

test.each([
  ['a name as it should be', 'Kévin Müller-Østergård', 'Kévin Müller-Østergård'],
  ['white space and line ends', '  Ana\r\n\t Lima\u2028Racing ', 'Ana Lima Racing'],
  ['controls', 'A\u0000n\u001ba\u0085\u009f', 'Ana'],
  ['bidi overrides', '\u202eamiL\u202c \u2066Ana\u2069\u200e\u200f\u061c', 'amiL Ana'],
  ['zero-width doubles', 'A\u200bn\u200da\u2060\ufeff', 'Ana'],
  ['half a surrogate pair', 'Ana\ud83d', 'Ana\ufffd'],
  ['markup, which is for the views to escape', '<b>Ana</b>', '<b>Ana</b>'],
])('%s', (_, foreign, clean) => {
  expect(cleanText(foreign)).toBe(clean)
})

test('a name of 64 characters stays, one of 65 ends in an ellipsis', () => {
  expect(cleanText('🏁'.repeat(64))).toBe('🏁'.repeat(64))
  expect(cleanText('🏁'.repeat(65))).toBe(`${'🏁'.repeat(63)}…`)
  expect(cleanText(`${'a'.repeat(60)}${'🏁'.repeat(9)}`)).toBe(`${'a'.repeat(60)}🏁🏁🏁…`)
})

test('ten thousand emoji become a name of 64 characters', () => {
  expect([...cleanText('👩‍👩‍👧'.repeat(10_000))]).toHaveLength(64)
})

test('whatever comes is one short line that can be written as UTF-8, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (foreign) => {
      const clean = cleanText(foreign)
      expect(Array.from(clean).length).toBeLessThanOrEqual(64)
      expect(clean.isWellFormed()).toBe(true)
      expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
      expect(cleanText(clean)).toBe(clean)
    }),
  )
})

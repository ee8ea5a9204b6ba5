import { expect, test } from 'bun:test'
import { isKeyOf, keyHash, newKey, readSessionId } from '../../../src/sessions/access.ts'

test('a key has 256 bits, and no two are alike', () => {
  const keys = new Set(Array.from({ length: 100 }, newKey))
  expect(keys.size).toBe(100)
  for (const key of keys) expect(Buffer.from(key, 'base64url')).toHaveLength(32)
})

test('a key is known by its hash, and nothing else is', () => {
  const key = newKey()
  expect(keyHash(key)).toMatch(/^[0-9a-f]{64}$/)
  expect(isKeyOf(key, keyHash(key))).toBe(true)
  for (const other of ['', key.slice(1), `${key} `, newKey(), keyHash(key), '__proto__']) {
    expect(isKeyOf(other, keyHash(key))).toBe(false)
  }
  expect(isKeyOf(key, null)).toBe(false)
  expect(isKeyOf(key, '')).toBe(false)
})

const id = '7f3c1f0e-5a7b-4c8d-9e0f-1a2b3c4d5e6f'

test.each([id, id.toUpperCase(), ` ${id}\n`])('%j is the session’s id', (text) => {
  expect(readSessionId(text)).toBe(id)
})

test.each([
  'auto',
  '',
  `${id}0`,
  id.slice(1),
  `{${id}}`,
  `${id} ${id}`,
  7,
  null,
  undefined,
  {},
  { id },
])('%j is no id', (text) => expect(readSessionId(text)).toBeNull())

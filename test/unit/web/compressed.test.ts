import { expect, test } from 'bun:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { acceptedEncoding, compressed } from '../../../src/web/compressed.ts'

const encoding = (accepted: string | null) =>
  acceptedEncoding(
    new Request(
      'http://pit.local',
      accepted === null ? {} : { headers: { 'accept-encoding': accepted } },
    ),
  )

test.each([
  [null, null],
  ['', null],
  ['identity', null],
  ['gzip', 'gzip'],
  ['gzip, deflate, br', 'br'],
  ['GZIP;q=0.5, br;q=0', 'gzip'],
  ['*', 'br'],
  ['*;q=0', null],
  ['br;q=nonsense, gzip', 'gzip'],
] as const)('a phone that takes %j gets %j', (accepted, expected) => {
  expect(encoding(accepted)).toBe(expected)
})

test('what is compressed is the same page again', () => {
  const page = new TextEncoder().encode('<p>lap 7</p>'.repeat(200))
  for (const best of [false, true]) {
    expect(new Uint8Array(brotliDecompressSync(compressed(page, 'br', best)))).toEqual(page)
    expect(new Uint8Array(gunzipSync(compressed(page, 'gzip', best)))).toEqual(page)
  }
})

import { expect, test } from 'bun:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { acceptedEncoding, compressed, compressedAside } from '../../../src/web/compressed.ts'

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

test('a whole race is the same again too', async () => {
  const race = new TextEncoder().encode(JSON.stringify(Array.from({ length: 5_000 }, Math.random)))
  expect(new Uint8Array(brotliDecompressSync(await compressedAside(race, 'br')))).toEqual(race)
  expect(new Uint8Array(gunzipSync(await compressedAside(race, 'gzip')))).toEqual(race)
})

test('what is compressed is the same page again', () => {
  const page = new TextEncoder().encode('<p>lap 7</p>'.repeat(200))
  for (const best of [false, true]) {
    expect(new Uint8Array(brotliDecompressSync(compressed(page, 'br', best)))).toEqual(page)
    expect(new Uint8Array(gunzipSync(compressed(page, 'gzip', best)))).toEqual(page)
  }
})

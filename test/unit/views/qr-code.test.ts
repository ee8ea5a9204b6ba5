import { expect, test } from 'bun:test'
import { qrModules } from '../../../src/web/qr-modules.ts'
import { qrCode } from '../../../views/qr-code.tsx'
import { read } from './wall-fixture.ts'

const link = 'https://pit.example.org/dashboard/7f3c1f0e-5a7b-4c8d-9e0f-1a2b3c4d5e6f'

test('a code is drawn module by module, dark on light, with room around it', () => {
  const modules = qrModules(link)
  const svg = read(qrCode(modules, 'QR code of the link')).querySelector('svg')
  const size = modules.length + 8
  expect(svg?.getAttribute('viewBox')).toBe(`0 0 ${size} ${size}`)
  expect(svg?.getAttribute('aria-label')).toBe('QR code of the link')
  const drawn = modules.map((row) => row.map(() => false))
  const path = svg?.querySelector('path')?.getAttribute('d') ?? ''
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(width); at++) drawn[Number(y) - 4]![Number(x) - 4 + at] = true
  }
  expect(drawn).toEqual(modules.map((row) => [...row]))
})

test('every code has the three corners that scanners look for', () => {
  const modules = qrModules(link)
  const last = modules.length - 7
  for (const [top, left] of [
    [0, 0],
    [0, last],
    [last, 0],
  ] as const) {
    const ring = modules.slice(top, top + 7).map((row) => row.slice(left, left + 7))
    expect(ring[0]).toEqual(Array.from({ length: 7 }, () => true))
    expect(ring[3]).toEqual([true, false, true, true, true, false, true])
  }
})

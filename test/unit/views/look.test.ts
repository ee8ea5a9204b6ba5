import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { catalogueFor } from '../../../views/catalogue.ts'
import {
  defaultLook,
  languages,
  lookFrom,
  lookOfText,
  lookText,
  pressureUnits,
  temperatureUnits,
  themes,
  volumeUnits,
} from '../../../views/look.ts'

const anyLook = fc.record({
  language: fc.constantFrom(...languages),
  temperature: fc.constantFrom(...temperatureUnits),
  pressure: fc.constantFrom(...pressureUnits),
  volume: fc.constantFrom(...volumeUnits),
  theme: fc.constantFrom(...themes),
})

test('what is kept is read again as it was', () => {
  fc.assert(fc.property(anyLook, (look) => expect(lookFrom(lookText(look))).toEqual(look)))
})

test('a part of it says that part alone, in any order', () => {
  expect(lookFrom('psi-de')).toEqual({ ...defaultLook, language: 'de', pressure: 'psi' })
  expect(lookFrom('red', { ...defaultLook, language: 'de' })).toEqual({
    ...{ ...defaultLook, language: 'de', theme: 'red' },
  })
})

test('whatever is foreign changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const look = lookFrom(text)
      expect(lookFrom(lookText(look))).toEqual(look)
    }),
  )
  for (const text of [null, undefined, '', 'fr', 'K', '__proto__-constructor', 'DE', '<img>']) {
    expect(lookFrom(text)).toEqual(defaultLook)
  }
})

test('pages that differ in nothing but their light share what is rendered', () => {
  const red = { ...defaultLook, theme: 'red' } as const
  expect(lookOfText(red)).toBe(lookOfText(defaultLook))
  expect(catalogueFor(red)).toBe(catalogueFor({ ...red }))
})

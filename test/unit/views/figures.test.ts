import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { figuresIn } from '../../../views/figures.ts'
import { defaultLook, type Look } from '../../../views/look.ts'

const figures = (look: Partial<Look> = {}, mark: '.' | ',' = '.') =>
  figuresIn(mark, { ...defaultLook, ...look })

test('a temperature is told in the unit that its reader thinks in', () => {
  // 85 × 1.8 + 32 = 185
  expect(figures().temperature.told(85)).toBe('85\u00a0°C')
  expect(figures({ temperature: 'F' }).temperature.told(85)).toBe('185\u00a0°F')
  // Never doubled as a scale without a zero of its own would be: 0 °C is 32 °F, -40 is the same in both.
  expect(figures({ temperature: 'F' }).temperature.told(0)).toBe('32\u00a0°F')
  expect(figures({ temperature: 'F' }).temperature.told(-40)).toBe('-40\u00a0°F')
})

test('a pressure keeps what an engineer tells apart, whatever its unit', () => {
  // 172.4 / 6.894757 = 25.004; 172.4 / 100 = 1.724
  expect(figures().pressure.told(172.4)).toBe('172\u00a0kPa')
  expect(figures({ pressure: 'psi' }).pressure.told(172.4)).toBe('25.0\u00a0psi')
  expect(figures({ pressure: 'bar' }).pressure.told(172.4)).toBe('1.72\u00a0bar')
})

test('fuel in gallons has a digit more, a gallon being nearly four litres', () => {
  // 58.4 / 3.785412 = 15.428; 2.31 / 3.785412 = 0.6102
  expect(figures().volume.told(58.4, 1)).toBe('58.4\u00a0L')
  expect(figures({ volume: 'gal' }).volume.told(58.4, 1)).toBe('15.43\u00a0gal')
  expect(figures({ volume: 'gal' }).volume.told(2.31, 2)).toBe('0.610\u00a0gal')
  expect(figures({ volume: 'gal' }).volume.signed(58.4, 1)).toBe('+15.43\u00a0gal')
})

test('German figures have a comma', () => {
  const german = figures({}, ',')
  expect(german.decimals(8.4, 1)).toBe('8,4')
  expect(german.lapTime(108_304)).toBe('1:48,304')
  expect(german.percent(0.8125, 1)).toBe('81,3\u00a0%')
  expect(german.seconds(1_240)).toBe('1,2\u00a0s')
})

test('what is not known is a dash without a unit, in every unit', () => {
  const looks: Partial<Look>[] = [{}, { temperature: 'F', pressure: 'psi', volume: 'gal' }]
  for (const look of looks) {
    const { temperature, pressure, volume } = figures(look, ',')
    for (const measure of [temperature, pressure, volume]) {
      for (const value of [null, undefined, Number.NaN, Infinity]) {
        expect(measure.told(value, 1)).toBe('–')
        expect(measure.number(value, 1)).toBe('–')
        expect(measure.signed(value, 1)).toBe('–')
      }
    }
  }
})

test('a hotter tyre never reads colder in another unit', () => {
  const inF = figures({ temperature: 'F' }).temperature
  fc.assert(
    fc.property(fc.double({ min: -50, max: 1200, noNaN: true }), (tempC) => {
      expect(inF.of(tempC + 1)).toBeGreaterThan(inF.of(tempC))
      expect((inF.of(tempC) - 32) / 1.8).toBeCloseTo(tempC, 6)
    }),
  )
})

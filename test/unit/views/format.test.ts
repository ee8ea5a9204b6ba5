import { describe, expect, test } from 'bun:test'
import {
  age,
  barWidth,
  clockUtc,
  decimals,
  duration,
  isoMoment,
  lapTime,
  percent,
  seconds,
  signed,
  whole,
  withUnit,
} from '../../../views/format.ts'

describe('what is not known, or not a number, is a dash', () => {
  const all = { age, clockUtc, duration, lapTime, percent, seconds, whole }
  for (const [name, format] of Object.entries(all)) {
    test.each([null, undefined, Number.NaN, Number.POSITIVE_INFINITY])(`${name} of %p`, (value) => {
      expect(format(value)).toBe('–')
    })
  }

  test('with a unit it has no unit', () => {
    expect(withUnit(null, 1, 'L')).toBe('–')
    expect(decimals(Number.NaN, 2)).toBe('–')
    expect(signed(null, 1, 'L')).toBe('–')
  })

  test('a text in the place of a number is not let through', () => {
    const foreign = '<b>' as unknown as number
    expect(withUnit(foreign, 1, 'L')).toBe('–')
    expect(barWidth(foreign)).toBe(0)
  })

  test('a lap time below zero, as in the garage, is none', () => {
    expect(lapTime(-2759)).toBe('–')
    expect(duration(-1)).toBe('–')
  })

  test('a moment that no calendar holds is none', () => {
    expect(clockUtc(1e20)).toBe('–')
    expect(isoMoment(1e20)).toBeUndefined()
  })
})

test('a lap time keeps its three decimals, and rounds into the next minute', () => {
  expect(lapTime(108_304)).toBe('1:48.304')
  expect(lapTime(60_000)).toBe('1:00.000')
  expect(lapTime(119_999.6)).toBe('2:00.000')
  expect(lapTime(9_007)).toBe('0:09.007')
})

test('a duration shows hours only where there are some', () => {
  expect(duration(258_000)).toBe('4:18')
  expect(duration(11_564_000)).toBe('3:12:44')
  expect(duration(999)).toBe('0:00')
})

test('the age of a sample is in whole seconds, in minutes beyond one', () => {
  expect(age(3_900)).toBe('3 s')
  expect(age(-40)).toBe('0 s')
  expect(age(125_000)).toBe('2:05 min')
})

test('decimals are fixed, and zero has no sign', () => {
  expect(decimals(7.36, 1)).toBe('7.4')
  expect(decimals(-0.04, 1)).toBe('0.0')
  expect(withUnit(2.2, 2, 'L')).toBe('2.20\u00a0L')
  expect(percent(0.061, 1)).toBe('6.1\u00a0%')
  expect(signed(58.4, 1, 'L')).toBe('+58.4\u00a0L')
  expect(signed(-3, 0, 'kPa')).toBe('−3\u00a0kPa')
})

test('a bar is never wider than its frame', () => {
  expect(barWidth(1.05)).toBe(100)
  expect(barWidth(-1)).toBe(0)
  expect(barWidth(0.0614)).toBe(6.1)
})

test('a moment is told in UTC for those without JavaScript', () => {
  expect(clockUtc(Date.UTC(2026, 5, 13, 14, 3, 59))).toBe('14:03')
  expect(isoMoment(0)).toBe('1970-01-01T00:00:00.000Z')
})

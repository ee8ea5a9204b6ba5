import * as plain from './format.ts'
import type { Look } from './look.ts'

type Known = number | null | undefined

/** Numbers as one viewer reads them: his decimal mark, his units. What is not known is "–" and has no unit. */
export interface Figures {
  decimals(value: Known, digits: number): string
  withUnit(value: Known, digits: number, unit: string): string
  signed(value: Known, digits: number, unit: string): string
  signedNumber(value: Known, digits: number): string
  /** 0.812 as "81 %". */
  percent(ratio: Known, digits?: number): string
  /** 0.812 as "81.2", where the head of the column says "%". */
  percentPoints(ratio: Known, digits: number): string
  /** Of a gap, from milliseconds: "1.2 s". */
  seconds(ms: Known, digits?: number): string
  lapTime(ms: Known): string
  lapTimeShort(ms: Known): string
  readonly temperature: Measure
  readonly pressure: Measure
  readonly volume: Measure
}

/** A quantity in this viewer's unit; `digits` are those of our own unit: °C, kPa, L. */
export interface Measure {
  /** As it is printed: "°F". */
  readonly unit: string
  /** In this viewer's unit. */
  of(value: number): number
  /** "185 °F" */
  told(value: Known, digits?: number): string
  /** "185", where the unit stands elsewhere. */
  number(value: Known, digits?: number): string
  /** "+12.3 gal" */
  signed(value: Known, digits?: number): string
  /** "+12.3", where the unit stands elsewhere. */
  signedNumber(value: Known, digits?: number): string
}

interface Unit {
  readonly unit: string
  /** Digits after the mark, beside those that our own unit would have. */
  readonly finer: number
  readonly of: (value: number) => number
}

const own = (unit: string): Unit => ({ unit, finer: 0, of: (value) => value })

const temperatures = {
  C: own('°C'),
  F: { unit: '°F', finer: 0, of: (tempC) => tempC * 1.8 + 32 },
} as const satisfies Record<Look['temperature'], Unit>

const KPA_PER_PSI = 6.894757
const KPA_PER_BAR = 100

const pressures = {
  kPa: own('kPa'),
  psi: { unit: 'psi', finer: 1, of: (kpa) => kpa / KPA_PER_PSI },
  bar: { unit: 'bar', finer: 2, of: (kpa) => kpa / KPA_PER_BAR },
} as const satisfies Record<Look['pressure'], Unit>

/** Of the United States, as simulators mean it. */
const LITERS_PER_GALLON = 3.785412

const volumes = {
  L: own('L'),
  gal: { unit: 'gal', finer: 1, of: (liters) => liters / LITERS_PER_GALLON },
} as const satisfies Record<Look['volume'], Unit>

/** @param decimalMark of the language */
export function figuresIn(decimalMark: '.' | ',', look: Look): Figures {
  // No figure holds a point but as its decimal mark.
  const local = (text: string) => (decimalMark === '.' ? text : text.replace('.', decimalMark))
  const measure = ({ unit, finer, of }: Unit): Measure => {
    const inUnit = (value: Known) => (typeof value === 'number' ? of(value) : null)
    return {
      ...{ unit, of },
      told: (value, digits = 0) => local(plain.withUnit(inUnit(value), digits + finer, unit)),
      number: (value, digits = 0) => local(plain.decimals(inUnit(value), digits + finer)),
      signedNumber: (value, digits = 0) => local(plain.signedNumber(inUnit(value), digits + finer)),
      signed: (value, digits = 0) => local(plain.signed(inUnit(value), digits + finer, unit)),
    }
  }
  return {
    decimals: (value, digits) => local(plain.decimals(value, digits)),
    withUnit: (value, digits, unit) => local(plain.withUnit(value, digits, unit)),
    signed: (value, digits, unit) => local(plain.signed(value, digits, unit)),
    signedNumber: (value, digits) => local(plain.signedNumber(value, digits)),
    percent: (ratio, digits) => local(plain.percent(ratio, digits)),
    percentPoints: (ratio, digits) => local(plain.percentPoints(ratio, digits)),
    seconds: (ms, digits) => local(plain.seconds(ms, digits)),
    lapTime: (ms) => local(plain.lapTime(ms)),
    lapTimeShort: (ms) => local(plain.lapTimeShort(ms)),
    temperature: measure(temperatures[look.temperature]),
    pressure: measure(pressures[look.pressure]),
    volume: measure(volumes[look.volume]),
  }
}

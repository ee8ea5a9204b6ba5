import { eachWheel, type Wheels } from '../race/wheels.ts'
import { cleanText } from './foreign-text.ts'
import { cornerAt, isRecord, isUnknown, valueAt } from './foreign-value.ts'
import { type Range, type RangedKey, ranges, within } from './ranges.ts'
import { oneOfWords } from './words.ts'

/** How a number of the frame becomes ours. */
interface Reading {
  /** Into our unit; the range is judged after it. */
  readonly convert?: (sent: number) => number
  /** Sentinels, judged on the number as sent: unknown, but no fault of the monitor's. */
  readonly none?: (sent: number) => boolean
}

/** Reads one frame key by key: what is not known is null, what is wrong is null and remembered in `refused`. */
export class FrameReader {
  readonly #frame: object
  readonly #refused: string[] = []

  constructor(frame: object) {
    this.#frame = frame
  }

  get refused(): readonly string[] {
    return this.#refused
  }

  number(key: RangedKey, reading: Reading = {}): number | null {
    return this.#number(key, valueAt(this.#frame, key), ranges[key], reading)
  }

  integer(key: RangedKey, none?: (sent: number) => boolean): number | null {
    const value = this.number(key, none ? { none } : {})
    return value === null || Number.isInteger(value) ? value : this.#refuse(key)
  }

  /** Seconds, as ours in whole milliseconds. */
  milliseconds(key: RangedKey, none?: (sent: number) => boolean): number | null {
    const seconds = this.number(key, none ? { none } : {})
    // Plus 0: rounding leaves -0 behind a car that has just been parked.
    return seconds === null ? null : Math.round(seconds * 1000) + 0
  }

  truth(key: string): boolean | null {
    return this.#truth(key, valueAt(this.#frame, key))
  }

  text(key: string): string | null {
    return this.#text(key, valueAt(this.#frame, key))
  }

  textOrNumber(key: string): string | null {
    const value = valueAt(this.#frame, key)
    return this.#text(key, Number.isFinite(value) ? String(value) : value)
  }

  word<T extends string>(key: string, words: readonly T[]): T | null {
    const value = valueAt(this.#frame, key)
    return isUnknown(value) ? null : (oneOfWords(words, value) ?? this.#refuse(key))
  }

  /** A moment, in ms since 1970. Without a zone it is taken as UTC, not as the server's own zone. */
  moment(key: string): number | null {
    const value = this.text(key)
    if (value === null) return null
    const iso = /^(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:?\d\d)?$/i.exec(value)
    const atMs = Date.parse(`${iso?.[1]}${iso?.[2] ?? 'Z'}`)
    return Number.isNaN(atMs) ? this.#refuse(key) : atMs
  }

  numbers(key: RangedKey, reading: Reading = {}): Wheels<number | null> {
    return this.#corners(key, (name, value) => this.#number(name, value, ranges[key], reading))
  }

  texts(key: string): Wheels<string | null> {
    return this.#corners(key, (name, value) => this.#text(name, value))
  }

  truths(key: string): Wheels<boolean | null> {
    return this.#corners(key, (name, value) => this.#truth(name, value))
  }

  #corners<T>(key: string, read: (name: string, value: unknown) => T | null): Wheels<T | null> {
    const corners = valueAt(this.#frame, key)
    if (isRecord(corners)) {
      return eachWheel((wheel) => read(`${key}.${wheel}`, cornerAt(corners, wheel)))
    }
    if (!isUnknown(corners)) this.#refuse(key)
    return eachWheel(() => null)
  }

  #number(name: string, value: unknown, range: Range, reading: Reading): number | null {
    if (isUnknown(value)) return null
    if (typeof value !== 'number') return this.#refuse(name)
    if (reading.none?.(value)) return null
    const converted = reading.convert ? reading.convert(value) : value
    return within(range, converted) ?? this.#refuse(name)
  }

  #truth(name: string, value: unknown): boolean | null {
    if (isUnknown(value)) return null
    return typeof value === 'boolean' ? value : this.#refuse(name)
  }

  #text(name: string, value: unknown): string | null {
    if (isUnknown(value)) return null
    // A text of nothing but white space and invisible characters says nothing.
    return typeof value === 'string' ? cleanText(value) || null : this.#refuse(name)
  }

  #refuse(name: string): null {
    this.#refused.push(name)
    return null
  }
}

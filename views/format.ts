/** Numbers as people read them on a pit wall. What is not known, or not a number, is "–". */

export const unknown = '–'

/** Between a number and its unit: alone on a line neither says anything. */
const NO_BREAK = '\u00a0'

type Known = number | null | undefined

const isKnown = (value: Known): value is number =>
  typeof value === 'number' && Number.isFinite(value)

/** Fixed decimals, so that a running value keeps its width. Never "-0.0". */
export function decimals(value: Known, digits: number): string {
  if (!isKnown(value)) return unknown
  const text = value.toFixed(digits)
  return Number(text) === 0 ? text.replace('-', '') : text
}

export const whole = (value: Known): string => decimals(value, 0)

/** A value with its unit, which a "–" does not need. */
export function withUnit(value: Known, digits: number, unit: string): string {
  return isKnown(value) ? `${decimals(value, digits)}${NO_BREAK}${unit}` : unknown
}

/** 0.812 as "81 %". */
export function percent(ratio: Known, digits = 0): string {
  return isKnown(ratio) ? withUnit(ratio * 100, digits, '%') : unknown
}

/** 0.812 as "81.2", where the head of the column says "%". */
export const percentPoints = (ratio: Known, digits: number): string =>
  decimals(isKnown(ratio) ? ratio * 100 : null, digits)

/** "+62.3", where the head of the column says the unit. */
export const signedNumber = (value: Known, digits: number): string =>
  signed(value, digits, '').trim()

export function signed(value: Known, digits: number, unit: string): string {
  if (!isKnown(value)) return unknown
  return `${value < 0 ? '−' : '+'}${decimals(Math.abs(value), digits)}${NO_BREAK}${unit}`
}

/** Seconds of a gap, from milliseconds. */
export const seconds = (ms: Known, digits = 1): string =>
  isKnown(ms) ? withUnit(ms / 1000, digits, 's') : unknown

const two = (value: number) => String(value).padStart(2, '0')

/** 1:48.304 */
export function lapTime(ms: Known): string {
  if (!isKnown(ms) || ms < 0) return unknown
  const rounded = Math.round(ms)
  const minutes = Math.floor(rounded / 60_000)
  const rest = rounded - minutes * 60_000
  return `${minutes}:${two(Math.floor(rest / 1000))}.${String(rest % 1000).padStart(3, '0')}`
}

/** 1:48.3, for an axis. */
export function lapTimeShort(ms: Known): string {
  return isKnown(ms) ? lapTime(Math.round(ms / 100) * 100).replace(/00$/, '') : unknown
}

/** 3:12:44, or 4:18 below an hour. Begun seconds count. */
export function duration(ms: Known): string {
  if (!isKnown(ms) || ms < 0) return unknown
  const total = Math.floor(ms / 1000)
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor(total / 60) % 60
  const tail = two(total % 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`
}

const SECONDS_ALONE_MS = 100_000

/** How long something took, in words: "61 s", "2:05 min", "1:02:03 h". */
export function timeSpan(ms: Known): string {
  if (!isKnown(ms) || ms < 0) return unknown
  if (ms < SECONDS_ALONE_MS) return seconds(ms, 0)
  return `${duration(ms)} ${ms < 3600_000 ? 'min' : 'h'}`
}

/** Time at the wheel: 2:41, 0:07. Begun minutes count. */
export function hours(ms: Known): string {
  if (!isKnown(ms) || ms < 0) return unknown
  const minutes = Math.floor(ms / 60_000)
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}`
}

/** 2026-06-13, in UTC. */
export function dayUtc(atMs: Known): string {
  if (!isMoment(atMs)) return unknown
  return new Date(atMs).toISOString().slice(0, 10)
}

/** How long ago, as on the freshness mark: "7 s", "2:05 min". */
export function age(ms: Known): string {
  if (!isKnown(ms)) return unknown
  const total = Math.max(0, Math.floor(ms / 1000))
  return total < 60 ? `${total} s` : `${Math.floor(total / 60)}:${two(total % 60)} min`
}

/** A moment for people without JavaScript; the phone puts its own time of day there. */
export function clockUtc(atMs: Known): string {
  return isMoment(atMs) ? new Date(atMs).toISOString().slice(11, 16) : unknown
}

/** The months of a language, from January on, and how a moment is put with them. */
export interface Months {
  readonly months: readonly string[]
  readonly moment: (day: string, month: string, time: string) => string
}

/** A moment of any day, for pages that are read long after: "13 Jun 14:03 UTC". */
export function momentUtc(atMs: Known, { months, moment }: Months): string {
  if (!isMoment(atMs)) return unknown
  const at = new Date(atMs)
  const month = months[at.getUTCMonth()] ?? ''
  return moment(String(at.getUTCDate()).padStart(2, '0'), month, clockUtc(atMs))
}

/** The same moment for the phone's script; null is left out of the markup. */
export function isoMoment(atMs: Known): string | undefined {
  return isMoment(atMs) ? new Date(atMs).toISOString() : undefined
}

/** The largest moment a `Date` can hold. */
const LAST_MOMENT_MS = 8.64e15

const isMoment = (atMs: Known): atMs is number => isKnown(atMs) && Math.abs(atMs) <= LAST_MOMENT_MS

/** Width of a bar in its drawing of 100 units. */
export const barWidth = (ratio: Known): number =>
  isKnown(ratio) ? Math.round(Math.min(1, Math.max(0, ratio)) * 1000) / 10 : 0

export type ValueSize = '' | 'is-long' | 'is-longer' | 'is-longest'

/** The class of a value that has more characters than a tile shows in its largest size, also on the narrowest phone. */
export function valueSize(text: string): ValueSize {
  if (text.length <= 4) return ''
  if (text.length <= 6) return 'is-long'
  return text.length <= 8 ? 'is-longer' : 'is-longest'
}

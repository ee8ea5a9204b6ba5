/** "3:05" as ms; text that is no such time stays as it was written, and is refused by name. Empty is null. */
export function msFrom(written: string): number | string | null {
  const text = written.trim()
  if (text === '') return null
  const match = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(text)
  if (match === null) return text
  const [, hours, minutes, seconds = '0'] = match
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
}

const two = (value: number) => String(value).padStart(2, '0')

/** As it is filled in: "3:05", or "3:05:30" where it matters. */
export function timeText(ms: number): string {
  const total = Math.max(0, Math.round(ms / 1000))
  const seconds = total % 60
  const time = `${Math.floor(total / 3600)}:${two(Math.floor(total / 60) % 60)}`
  return seconds === 0 ? time : `${time}:${two(seconds)}`
}

/** A number with either decimal mark; what is none stays as it was written. Empty is null. */
export function numberFrom(written: string): number | string | null {
  const text = written.trim()
  if (text === '') return null
  const number = Number(text.replace(',', '.'))
  return Number.isFinite(number) ? number : text
}

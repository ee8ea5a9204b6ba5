const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const

export type LogLevel = (typeof levels)[number]

type Facts = Readonly<Record<string, string | number | boolean | null>>

/** Longer than any name; a hostile text must not fill the disk. */
const MAX_FACT_CHARACTERS = 200

/** Everything that could forge a line or turn a terminal round: controls, bidi, line separators. */
const unprintable = /[^\P{C}]|[\u2028\u2029]/gu

function inert(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return String(value)
  const text = value.slice(0, MAX_FACT_CHARACTERS).toWellFormed()
  const escaped = JSON.stringify(text).replace(unprintable, (character) => {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`
  })
  return /^"[\w.:/-]+"$/.test(escaped) ? escaped.slice(1, -1) : escaped
}

/** One line for each message: time, level, message, facts as key=value. */
export function lineLog(level: LogLevel, write: (line: string) => void, now = () => new Date()) {
  const line =
    (of: LogLevel) =>
    (message: string, facts: Facts = {}) => {
      if (levels.indexOf(of) < levels.indexOf(level)) return
      const told = Object.entries(facts).map(([name, value]) => ` ${name}=${inert(value)}`)
      write(`${now().toISOString()} ${of.padEnd(5)} ${message}${told.join('')}\n`)
    }
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') }
}

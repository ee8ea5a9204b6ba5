import { type ParseArgsConfig, parseArgs } from 'node:util'

/** What the user typed cannot be meant: said in one line, without a stack. */
export class UsageError extends Error {}

/** The flags and plain arguments of a command; a flag it does not have is named, with those it has. */
export function commandLine<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const flags = Object.keys(options).map((name) => `--${name}`)
    const reason = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error)
    throw new UsageError(`${reason}. Expected: ${flags.join(' ')}`)
  }
}

export function numberFlag(
  name: string,
  text: string | undefined,
  { least, most }: { least: number; most: number },
): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (text.trim() !== '' && number >= least && number <= most) return number
  throw new UsageError(`--${name}: expected a number from ${least} to ${most}, got "${text}"`)
}

export function choiceFlag<Choice extends string>(
  name: string,
  text: string,
  choices: readonly Choice[],
): Choice {
  const chosen = choices.find((choice) => choice === text)
  if (chosen !== undefined) return chosen
  throw new UsageError(`--${name}: expected ${choices.join(' or ')}, got "${text}"`)
}

export function serverUrlFlag(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && /^(https?|wss?):$/.test(url.protocol)) return url.href
  throw new UsageError(`--url: expected something like http://127.0.0.1:5000, got "${text}"`)
}

export function refusePlainArguments(given: readonly string[]): void {
  if (given[0] === undefined) return
  throw new UsageError(`Expected flags only, got "${given[0]}"`)
}

/** On the typed transport nobody publishes to a session without its key. */
export function refuseSessionWithoutKey(
  transport: string,
  sessionId: string | undefined,
  publishKey: string | undefined,
): void {
  if (transport !== 'typed' || sessionId === undefined || publishKey !== undefined) return
  throw new UsageError('--session: expected --key KEY beside it, or --transport socketio')
}

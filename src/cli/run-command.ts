import { UsageError } from './command-line.ts'

/**
 * Runs a command of ours from the terminal: Ctrl-C and SIGTERM abort its signal, mistakes of usage are one line, and
 * the exit code says how it went.
 */
export async function runCommand(
  command: (args: readonly string[], stopped: AbortSignal) => Promise<void>,
): Promise<void> {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort())
  try {
    await command(process.argv.slice(2), stop.signal)
    process.exit(0)
  } catch (error) {
    const isExpected = error instanceof UsageError || error instanceof CommandFailed
    console.error(isExpected ? error.message : error)
    process.exit(error instanceof UsageError ? 2 : 1)
  }
}

/** It could not be done, and not for what the user typed: said in one line, without a stack. */
export class CommandFailed extends Error {}

/** The server refuses, and asking again helps nobody. */
export class LinkRefused extends CommandFailed {}

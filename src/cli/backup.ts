import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { BOOKS_FILE, FRAMES_FILE } from '../store/data-folder.ts'
import { liveCopy } from '../store/database-copy.ts'
import { commandLine, refusePlainArguments, UsageError } from './command-line.ts'
import { CommandFailed, runCommand } from './run-command.ts'

export const backupUsage = `npm run backup -- --to FOLDER [flags]   copies what the server has saved, while it runs

  --to FOLDER            where to; made if it is not there, refused if it holds a backup already
  --data-dir FOLDER      the server's data folder (./data)
`

export interface BackupOptions {
  readonly to: string
  readonly dataDir: string
}

export function backupOptions(args: readonly string[]): BackupOptions | 'help' {
  const { values, positionals } = commandLine(args, {
    to: { type: 'string' },
    'data-dir': { type: 'string', default: './data' },
    help: { type: 'boolean', short: 'h', default: false },
  })
  if (values.help) return 'help'
  refusePlainArguments(positionals)
  if (!values.to) throw new UsageError(`--to: expected a folder.\n\n${backupUsage}`)
  return { to: resolve(values.to), dataDir: resolve(values['data-dir']) }
}

/** The books or nothing, and the frames beside them if they can be had. */
export function backUp({ to, dataDir }: BackupOptions, say: (line: string) => void): void {
  const books = join(dataDir, BOOKS_FILE)
  if (!existsSync(books)) {
    throw new UsageError(
      `--data-dir: expected the data folder of a server, but there is no ${BOOKS_FILE} in ${dataDir}`,
    )
  }
  makeFolder(to)
  const names = [BOOKS_FILE, FRAMES_FILE]
  const taken = names.find((name) => existsSync(join(to, name)))
  if (taken !== undefined) {
    throw new UsageError(`--to: expected a folder without a backup, but ${to} holds ${taken}`)
  }
  for (const name of names) {
    if (!existsSync(join(dataDir, name))) continue
    // Under its own name only once it is whole.
    const partial = join(to, `${name}.partial`)
    const copied = liveCopy(join(dataDir, name), partial)
    if (!copied.ok) {
      throw new CommandFailed(`${name} could not be copied to ${to}: ${copied.problem}`)
    }
    renameSync(partial, join(to, name))
    say(`Copied and checked ${name} (${megabytes(join(to, name))} MB).`)
  }
  say(`The backup is in ${to}. It comes back with: npm run restore -- --from "${to}"`)
}

function makeFolder(to: string): void {
  try {
    mkdirSync(to, { recursive: true })
  } catch (error) {
    throw new UsageError(`--to: expected a folder that can be written (${error})`)
  }
}

const megabytes = (path: string) => (statSync(path).size / 1_000_000).toFixed(1)

// Last: what it calls has to be there.
if (import.meta.main) {
  await runCommand(async (args) => {
    const options = backupOptions(args)
    if (options === 'help') console.log(backupUsage)
    else backUp(options, console.log)
  })
}

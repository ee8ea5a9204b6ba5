import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { BOOKS_FILE, COMPANIONS, FRAMES_FILE } from '../store/data-folder.ts'
import { lockedDataFolder } from '../store/data-folder-lock.ts'
import { removeDatabase, restedCopy } from '../store/database-copy.ts'
import { commandLine, refusePlainArguments, UsageError } from './command-line.ts'
import { runCommand } from './run-command.ts'

export const restoreUsage = `npm run restore -- --from FOLDER [flags]   puts a backup in the place of what a server has saved

  --from FOLDER          a folder that npm run backup has filled
  --data-dir FOLDER      the server's data folder (./data); its server must have ended

What is there now is moved aside, never deleted.
`

export interface RestoreOptions {
  readonly from: string
  readonly dataDir: string
}

export function restoreOptions(args: readonly string[]): RestoreOptions | 'help' {
  const { values, positionals } = commandLine(args, {
    from: { type: 'string' },
    'data-dir': { type: 'string', default: './data' },
    help: { type: 'boolean', short: 'h', default: false },
  })
  if (values.help) return 'help'
  refusePlainArguments(positionals)
  if (!values.from) throw new UsageError(`--from: expected a folder.\n\n${restoreUsage}`)
  return { from: resolve(values.from), dataDir: resolve(values['data-dir']) }
}

export function restore({ from, dataDir }: RestoreOptions, say: (line: string) => void): void {
  if (!existsSync(join(from, BOOKS_FILE))) {
    throw new UsageError(
      `--from: expected the folder of a backup, but there is no ${BOOKS_FILE} in ${from}`,
    )
  }
  if (from === dataDir) throw new UsageError('--from: expected another folder than --data-dir')
  const lock = lockedDataFolder(dataDir)
  if (!lock.ok) {
    throw new UsageError(
      lock.problem === 'folder-in-use'
        ? `--data-dir: expected a folder that no server uses, but one uses ${dataDir}; end it first`
        : `--data-dir: expected a folder that can be written, but ${dataDir} cannot`,
    )
  }
  try {
    const names = [BOOKS_FILE, FRAMES_FILE].filter((name) => existsSync(join(from, name)))
    // All of it is here and sound before anything is moved.
    checkIn(names, { from, dataDir })
    say(`Checked the backup in ${from}.`)
    moveAside(dataDir, say)
    for (const name of names) {
      renameSync(restoredName(dataDir, name), join(dataDir, name))
      say(`Restored ${name}.`)
    }
  } finally {
    lock.value.release()
  }
  say(`${dataDir} is as it was when the backup was made. Start the server again.`)
}

const restoredName = (dataDir: string, name: string) => join(dataDir, `${name}.restored`)

function checkIn(names: readonly string[], { from, dataDir }: RestoreOptions): void {
  for (const name of names) {
    const copied = restedCopy(join(from, name), restoredName(dataDir, name))
    if (copied.ok) continue
    for (const other of names) removeDatabase(restoredName(dataDir, other))
    const what = `${join(from, name)}: ${copied.problem}`
    throw new UsageError(`--from: expected a sound backup, but ${what}`)
  }
}

function moveAside(dataDir: string, say: (line: string) => void): void {
  const present = [BOOKS_FILE, FRAMES_FILE]
    .flatMap((name) => [name, ...COMPANIONS.map((end) => name + end)])
    .filter((name) => existsSync(join(dataDir, name)))
  if (present.length === 0) return
  const aside = freeFolder(dataDir)
  mkdirSync(aside)
  for (const name of present) renameSync(join(dataDir, name), join(aside, name))
  say(`Moved what was there (${present.join(', ')}) to ${aside}.`)
}

function freeFolder(dataDir: string): string {
  for (let n = 1; ; n++) {
    const folder = join(dataDir, `before-restore-${n}`)
    if (!existsSync(folder)) return folder
  }
}

// Last: what it calls has to be there.
if (import.meta.main) {
  await runCommand(async (args) => {
    const options = restoreOptions(args)
    if (options === 'help') console.log(restoreUsage)
    else restore(options, console.log)
  })
}

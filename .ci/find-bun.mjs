// Where a usable Bun is: the one running us, one on the PATH, or our own copy in .bun/. Plain Node and Bun both run this.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

export const binFolder = join(root, 'node_modules', '.bin')

/** The version every test ran with. */
export const bunVersion = '1.4.5'

/** npm installs it here, aside from node_modules, so that bun.lock stays the only lock file. */
export const ownBunFolder = join(root, '.bun', bunVersion)
export const ownBun = join(ownBunFolder, 'node_modules', 'bun', 'bin', 'bun.exe')

// Bun before 1.4 ignores the back-pressure of streamed responses: one slow phone would fill the memory.
const isRecentEnough = (version) => {
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(version) ?? []
  return Number(major) === 1 && Number(minor) >= 4
}

/** The npm package's `bun` is a text that only prints an error until its install script ran: ask for the version. */
const isUsable = (file) => {
  if (!existsSync(file)) return false
  const answer = spawnSync(file, ['--version'], { encoding: 'utf8', windowsHide: true })
  return answer.status === 0 && isRecentEnough(answer.stdout.trim())
}

function* candidates() {
  const startedBy = process.env.npm_execpath
  if (startedBy && /^bun(\.exe)?$/.test(basename(startedBy))) yield startedBy
  yield ownBun
  const name = process.platform === 'win32' ? 'bun.exe' : 'bun'
  for (const folder of (process.env.PATH ?? process.env.Path ?? '').split(delimiter)) {
    // Package scripts have node_modules/.bin on their PATH; what lies there is only our link to one of the others.
    if (folder && resolve(folder) !== binFolder) yield join(folder, name)
  }
}

/** The path of a Bun that can run this project, or null. */
export function findBun() {
  if (process.versions.bun && isRecentEnough(process.versions.bun)) return process.execPath
  for (const file of candidates()) {
    if (isUsable(file)) return file
  }
  return null
}

// node .ci/bun.mjs ARGS…: `bun ARGS…`, whichever Bun this machine has.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { findBun } from './find-bun.mjs'

const bun = findBun()
if (!bun) {
  console.error('There is no usable Bun. Run `npm test` or `npm start` once: both install it.')
  process.exit(1)
}

const args = process.argv.slice(2)
// `npm start --demo`: npm keeps for itself what has no `--` before it, and whoever typed it means this.
if (process.env.npm_lifecycle_event === 'start' && process.env.npm_config_demo) args.push('--demo')

// --no-orphans: nobody is left listening when we are killed without a chance to pass it on.
const child = spawn(bun, ['--no-orphans', ...args], { stdio: 'inherit' })

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // A terminal gives Ctrl-C to the whole group: Bun has heard it, and a second one would cut its orderly end short.
    if (signal === 'SIGINT' && process.stdin.isTTY) return
    child.kill(signal)
  })
}

// `npm start` that is killed outright tells nobody, and on a signal its `sh` dies without passing it on: look after it.
const starter = starterOfScript()
if (starter) {
  setInterval(() => starterOfScript() !== starter && child.kill('SIGTERM'), 1000).unref()
}

/** The process id of the package manager running us as a script; where npm's shell hides it, of that shell. */
function starterOfScript() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return null
  try {
    // pid (command) state ppid …
    const [, command, ppid] = /\((.*)\) \S (\d+)/.exec(
      readFileSync(`/proc/${process.ppid}/stat`, 'utf8'),
    )
    return /^(sh|dash|bash)$/.test(command) ? Number(ppid) : process.ppid
  } catch {
    return process.ppid
  }
}

child.on('error', (error) => {
  console.error(`${bun} does not start: ${error.message}`)
  process.exit(1)
})
child.on('exit', (code, signal) => {
  process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1))
})

// node .ci/setup.mjs [--production]: a Bun where there is none, and the packages that bun.lock names.
// Needs Node or Bun and the npm registry, nothing else. Does nothing, quickly, when all is there.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { binFolder, bunVersion, findBun, ownBun, ownBunFolder, root } from './find-bun.mjs'

const modules = join(root, 'node_modules')
const stampFile = join(modules, '.1lap-setup')

process.on('uncaughtException', (error) => {
  console.error(`\nSet-up failed: ${error.message}`)
  process.exit(1)
})

const fail = (text) => {
  throw new Error(text)
}

/** Output is shown only if it went wrong. */
function run(what, file, args, options = {}) {
  const done = spawnSync(file, args, { cwd: root, encoding: 'utf8', windowsHide: true, ...options })
  if (done.status === 0) return
  console.error([done.stdout, done.stderr].filter(Boolean).join('\n'))
  fail(`${what} (${done.error?.message ?? `exit code ${done.status ?? done.signal}`}).`)
}

/** npm as [file, ...args] without a shell: Windows has no `npm` to spawn, only a batch file. */
function npmCommand() {
  const startedBy = process.env.npm_execpath ?? ''
  if (/^np[mx]-cli\.js$/.test(basename(startedBy))) {
    return [process.execPath, join(dirname(startedBy), 'npm-cli.js')]
  }
  const besideNode = dirname(process.execPath)
  for (const modulesFolder of [besideNode, join(besideNode, '..', 'lib')]) {
    const cli = join(modulesFolder, 'node_modules', 'npm', 'bin', 'npm-cli.js')
    if (existsSync(cli)) return [process.execPath, cli]
  }
  return ['npm']
}

/** An old Bun without npm fetches its successor itself. */
function fetchCommand(folder) {
  const pack = `bun@${bunVersion}`
  if (process.versions.bun)
    return [process.execPath, 'add', '--cwd', folder, '--ignore-scripts', pack]
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  return [...npmCommand(), 'install', '--prefix', folder, ...quiet, pack]
}

function installBun() {
  console.error(
    `Bun is missing: installing ${bunVersion} from the npm registry (about 100 MB, once) …`,
  )
  // In a folder of its own, then renamed: a set-up that was cut off or runs twice leaves no half Bun.
  const folder = `${ownBunFolder}-${process.pid}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  try {
    const [file, ...args] = fetchCommand(folder)
    run('Bun could not be fetched from the npm registry', file, args)
    // Its own install script puts the binary for this machine into place; npm 12 no longer runs it by itself.
    const pack = join(folder, 'node_modules', 'bun')
    run('Bun does not install on this machine', process.execPath, ['install.js'], { cwd: pack })
    if (!existsSync(ownBun)) {
      rmSync(ownBunFolder, { recursive: true, force: true })
      renameSync(folder, ownBunFolder)
    }
  } catch (error) {
    if (!existsSync(ownBun)) throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return findBun() ?? fail('Bun is installed in .bun/ but does not run.')
}

const settings = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const isInstalled = (names) =>
  names.every((name) => existsSync(join(modules, name, 'package.json')))
const production = Object.keys(settings.dependencies ?? {})
const development = Object.keys(settings.devDependencies ?? {})

const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'bun.lock')))
  .update(JSON.stringify([settings.dependencies, settings.devDependencies]))
  .digest('hex')

function isUpToDate(mode) {
  if (!existsSync(stampFile)) return false
  const stamp = readFileSync(stampFile, 'utf8').trim()
  if (mode === 'all')
    return stamp === `all ${wanted}` && isInstalled([...production, ...development])
  return stamp.endsWith(` ${wanted}`) && isInstalled(production)
}

function installPackages(bun, mode) {
  console.error('Installing the locked packages …')
  rmSync(stampFile, { force: true })
  const args = ['install', '--frozen-lockfile', ...(mode === 'all' ? [] : ['--production'])]
  // NODE_ENV=production would leave out what the tests need.
  const env = { ...process.env }
  delete env.NODE_ENV
  run('the packages of bun.lock could not be installed', bun, args, { env })
  writeFileSync(stampFile, `${mode} ${wanted}\n`)
}

/** `npx bun test` runs what it finds in node_modules/.bin; without this it would ask for a download. */
function linkBun(bun) {
  mkdirSync(binFolder, { recursive: true })
  for (const [name, args] of [
    ['bun', ''],
    ['bunx', ' x'],
  ]) {
    const link = join(binFolder, name)
    rmSync(link, { force: true })
    const target = bun.startsWith(root) ? relative(binFolder, bun) : bun
    if (process.platform === 'win32') {
      writeFileSync(`${link}.cmd`, `@"${bun}"${args} %*\r\n`)
      writeFileSync(link, `#!/bin/sh\nexec "${bun.replaceAll('\\', '/')}"${args} "$@"\n`)
    } else if (args === '') {
      symlinkSync(target, link)
    } else {
      writeFileSync(link, `#!/bin/sh\nexec "$(dirname "$0")/bun"${args} "$@"\n`)
      chmodSync(link, 0o755)
    }
  }
}

// `start` needs no test tools, but once they are here it leaves them: the next `npm test` shall not fetch them again.
const asked = process.argv.includes('--production') ? 'production' : 'all'
const mode = asked === 'all' || isInstalled(development) ? 'all' : 'production'
const bun = findBun() ?? installBun()
if (!isUpToDate(mode)) installPackages(bun, mode)
linkBun(bun)

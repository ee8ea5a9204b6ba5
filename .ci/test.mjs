// node .ci/test.mjs [ARGS of bun test…]: every test, counted honestly. Ends with `N passed, N failed`.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from './files.mjs'
import { findBun, root } from './find-bun.mjs'

const leastCoverage = 0.9
// The whole suite takes under 4 minutes; a test that hangs must not keep a machine for hours.
const deadlineMs = 8 * 60_000
/** For a test that sets no time of its own: one that is merely slow, on a machine with other work, has not failed. */
const testMs = 20_000

const args = process.argv.slice(2)
// A part of the tests leaves the whole suite's coverage alone.
const folder = join(root, 'coverage', args.length === 0 ? 'all' : `part-${process.pid}`)
const isTest = (file) => /[._](test|spec)\.[cm]?[jt]sx?$/.test(file)

/** Runs `bun test` and gives back what it said on its error output, where its summary is. */
function bunTest(args) {
  const env = { ...process.env }
  // In CI the runner refuses `test.only`, which would silently leave out all the other tests.
  env.CI ??= 'true'
  if (process.stderr.isTTY && !env.NO_COLOR) env.FORCE_COLOR ??= '1'
  return new Promise((resolve) => {
    const child = spawn(findBun(), ['test', '--no-orphans', `--timeout=${testMs}`, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'pipe'],
    })
    const deadline = setTimeout(() => {
      console.error(`\nThe tests are not done after ${deadlineMs / 60_000} minutes: stopped.`)
      child.kill('SIGKILL')
    }, deadlineMs)
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text
      process.stderr.write(text)
    })
    const done = (ok) => {
      clearTimeout(deadline)
      resolve({ ok, said })
    }
    child.on('error', (error) => {
      console.error(error.message)
      done(false)
    })
    child.on('close', (code) => done(code === 0))
    // Interrupted: no further tests, and no count that looks like a result.
    const stop = (signal) => child.kill(signal) && child.once('close', () => process.exit(1))
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop)
  })
}

/** The tests in the runner's JUnit file; it leaves out every file that could not be imported. */
function reported(file) {
  const counts = { passed: 0, failed: 0, skipped: 0, files: new Set() }
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  for (const [, attributes, , inside = ''] of text.matchAll(
    /<testcase\b([^>]*?)(\/>|>([\s\S]*?)<\/testcase>)/g,
  )) {
    counts.files.add(/\bfile="([^"]*)"/.exec(attributes)?.[1].replaceAll('\\', '/'))
    if (/<(failure|error)\b/.test(inside)) counts.failed++
    else if (/<skipped\b/.test(inside)) counts.skipped++
    else counts.passed++
  }
  return counts
}

/** `said` ends with ` 8 pass`, ` 1 fail`, ` 2 errors` …; a failed import counts in the last two. */
function summary(said) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with the escape character
  const plain = said.replace(/\u001b\[[\d;]*m/g, '')
  const last = (word) =>
    Number([...plain.matchAll(new RegExp(`^ *(\\d+) ${word}$`, 'gm'))].at(-1)?.[1] ?? 0)
  const errors = last('errors?')
  return { passed: last('pass'), failed: Math.max(0, last('fail') - errors), errors }
}

async function runPart(name, args, files) {
  const junit = join(folder, `${name}.xml`)
  const reporters = ['--reporter=junit', `--reporter-outfile=${junit}`]
  const { ok, said } = await bunTest([...reporters, ...args])
  const inFile = reported(junit)
  const inSummary = summary(said)
  const silent = files.filter((file) => !inFile.files.has(file))
  for (const file of silent) console.log(`No test ran in ${file}: counted as failed.`)
  // The two counts agree unless something went wrong; then believe the worse one.
  const failed =
    Math.max(inFile.failed, inSummary.failed) + Math.max(silent.length, inSummary.errors)
  return {
    passed: Math.min(inFile.passed, inSummary.passed),
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: inFile.skipped,
  }
}

async function runAll(tests) {
  const measured = []
  const below = (folder) => (file) => file.startsWith(`test/${folder}/`)
  const inBrowser = below('browser')
  // The longest of them runs with the others: else its part would be the last by a minute.
  const isLongest = (file) => file.endsWith('/long-race.test.ts')
  const overSockets = (file) => below('integration')(file) && !isLongest(file)
  // Side by side: while a browser waits for the time that a state of the wall takes, the others work. Each in a process
  // of its own: what a browser or a server leaves behind is no other test's trouble.
  const parts = await Promise.all(
    [
      ['browser', tests.filter(inBrowser)],
      ['sockets', tests.filter(overSockets)],
      ['pure', tests.filter((file) => !inBrowser(file) && !overSockets(file))],
    ]
      .filter(([, files]) => files.length > 0)
      .map(([name, files]) => {
        const lcov = join(folder, name)
        measured.push(join(lcov, 'lcov.info'))
        const measuring = ['--coverage', '--coverage-reporter=lcov', `--coverage-dir=${lcov}`]
        return runPart(name, [...measuring, ...files.map((file) => `./${file}`)], files)
      }),
  )
  return { parts, measured }
}

const percent = (covered, lines) => (lines === 0 ? 100 : (100 * covered) / lines).toFixed(1)

/** Prints the coverage; true if there is enough of it. */
async function showCoverage(measured) {
  // Not before the tests: without the packages there is nothing to import it from.
  const { coverage } = await import('./coverage.mjs')
  const { rows, lines, covered } = coverage(measured)
  const thin = rows.filter((row) => row.covered < row.lines * leastCoverage)
  if (thin.length > 0) console.log('\nFiles under 90 %, with the lines no test reaches:')
  for (const row of thin)
    console.log(`${percent(row.covered, row.lines).padStart(6)} %  ${row.file}  ${row.remark}`)
  console.log(
    `\nLines covered in src and views: ${percent(covered, lines)} % (${covered} of ${lines})`,
  )
  const enough = covered >= lines * leastCoverage
  if (!enough) console.log(`That is under ${leastCoverage * 100} %: the run fails.`)
  return enough
}

if (!findBun()) {
  console.error(
    'There is no usable Bun. `npm test` installs it first; so does `node .ci/setup.mjs`.',
  )
  process.exit(1)
}
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const startedMs = Date.now()
const tests = filesBelow('test').filter(isTest)
let covered = true
let parts
if (args.length === 0) {
  const all = await runAll(tests)
  parts = all.parts
  covered = await showCoverage(all.measured)
} else {
  // `bun test` reads paths as parts of a file's name; with options beside them we cannot tell which files were meant.
  const meant = args.some((arg) => arg.startsWith('-'))
    ? []
    : tests.filter((file) => args.some((arg) => file.includes(arg.replace(/^\.\//, ''))))
  parts = [await runPart('part', args, meant)]
  rmSync(folder, { recursive: true, force: true })
}

const sum = (key) => parts.reduce((total, part) => total + part[key], 0)
const skipped = sum('skipped')
console.log(`${((Date.now() - startedMs) / 1000).toFixed(0)} s`)
console.log(
  `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
)
process.exitCode = covered && sum('failed') === 0 ? 0 : 1

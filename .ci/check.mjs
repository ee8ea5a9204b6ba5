// npm run check: everything but the tests. Types, lint, XSS scan, architecture, build.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filesBelow } from './files.mjs'
import { findBun, root } from './find-bun.mjs'

const bun = findBun()
if (!bun) {
  console.error(
    'There is no usable Bun. `npm run check` installs it first; so does `node .ci/setup.mjs`.',
  )
  process.exit(1)
}

function run(...args) {
  const { status, stdout, stderr } = spawnSync(bun, args, { cwd: root, encoding: 'utf8' })
  return { ok: status === 0, output: `${stdout}${stderr}`.trim() }
}

const tool = (...path) => join(root, 'node_modules', ...path)

function scan(...files) {
  const { ok, output } = run(tool('@kitajs', 'ts-html-plugin', 'dist', 'cli.js'), ...files)
  // It ends with 0 when it breaks down, too: only this sentence means that it looked.
  return { ok: ok && output.includes('No XSS vulnerabilities found'), output }
}

/** A scanner that finds nothing in these words has stopped scanning. */
function scanOfKnownHole() {
  const folder = tool('.cache')
  mkdirSync(folder, { recursive: true })
  const hole = join(folder, `known-hole-${process.pid}.tsx`)
  writeFileSync(hole, 'export const Driver = ({ name }: { name: string }) => <p>{name}</p>\n')
  try {
    const { ok, output } = scan(hole)
    return {
      ok: !ok && output.includes('known-hole'),
      output: `It does not see a hole:\n${output}`,
    }
  } finally {
    rmSync(hole)
  }
}

function xssScan() {
  const views = [...filesBelow('src'), ...filesBelow('views')].filter((file) =>
    file.endsWith('.tsx'),
  )
  const known = scanOfKnownHole()
  return known.ok && views.length > 0 ? scan(...views) : known
}

function build() {
  const folder = mkdtempSync(join(tmpdir(), '1lap-build-'))
  try {
    return run('build', 'src/main.ts', '--target', 'bun', '--outdir', folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const checks = {
  types: () => run(tool('typescript', 'bin', 'tsc'), '--noEmit'),
  lint: () =>
    run(
      tool('@biomejs', 'biome', 'bin', 'biome'),
      'ci',
      '--colors=off',
      '--error-on-warnings',
      '.',
    ),
  'xss-scan': xssScan,
  architecture: () => run('test', './test/architecture.test.ts'),
  build,
}

const failed = []
for (const [name, check] of Object.entries(checks)) {
  const startedMs = Date.now()
  const { ok, output } = check()
  if (!ok) {
    failed.push(name)
    console.log(`\n${output}\n`)
  }
  console.log(
    `${ok ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - startedMs) / 1000).toFixed(1)} s)`,
  )
}
if (failed.length > 0) console.log(`Checks that failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1

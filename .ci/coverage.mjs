// Lines covered in src and views, from the runner's lcov files. A file no test ever loads is uncovered code, not no code.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { filesBelow } from './files.mjs'
import { root } from './find-bun.mjs'

const ts = createRequire(import.meta.url)('typescript')

/** Map of file → Map of line → hits. Several runs (browser, the rest) add up. */
function hitsByFile(lcovFiles) {
  const files = new Map()
  for (const lcov of lcovFiles.filter(existsSync)) {
    let lines = new Map()
    for (const row of readFileSync(lcov, 'utf8').split('\n')) {
      const [word, rest = ''] = row.trim().split(/:(.*)/)
      if (word === 'SF') {
        const file = rest.replaceAll('\\', '/')
        lines = files.get(file) ?? new Map()
        files.set(file, lines)
      } else if (word === 'DA') {
        const [line, hits] = rest.split(',').map(Number)
        lines.set(line, (lines.get(line) ?? 0) + hits)
      }
    }
  }
  return files
}

const isOnlyType = (statement) =>
  ts.isInterfaceDeclaration(statement) ||
  ts.isTypeAliasDeclaration(statement) ||
  (ts.isImportDeclaration(statement) && statement.importClause?.isTypeOnly) ||
  (ts.isExportDeclaration(statement) && statement.isTypeOnly)

/** The lines of a file that hold code: no blank line, no comment, no type. */
export function codeLines(name, text) {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const lines = new Set()
  const visit = (node) => {
    const parts = node.getChildren(source).filter((part) => part.getWidth(source) > 0)
    if (parts.length > 0) return parts.forEach(visit)
    const from = source.getLineAndCharacterOfPosition(node.getStart(source)).line
    const to = source.getLineAndCharacterOfPosition(node.getEnd()).line
    for (let line = from; line <= to; line++) lines.add(line + 1)
  }
  source.statements.filter((statement) => !isOnlyType(statement)).forEach(visit)
  return [...lines]
}

const spans = (lines) => {
  const found = []
  for (const line of lines) {
    const last = found.at(-1)
    if (last && line === last[1] + 1) last[1] = line
    else found.push([line, line])
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(' ')
}

/** One row a file, and the sums. */
export function coverage(lcovFiles) {
  const hits = hitsByFile(lcovFiles)
  const files = [...filesBelow('src'), ...filesBelow('views')].filter((file) =>
    /\.tsx?$/.test(file),
  )
  const rows = files.map((file) => {
    const measured = hits.get(file)
    const lines = measured
      ? [...measured].sort(([a], [b]) => a - b)
      : codeLines(file, readFileSync(join(root, file), 'utf8')).map((line) => [line, 0])
    const missed = lines.filter(([, count]) => count === 0).map(([line]) => line)
    const remark = measured ? spans(missed) : 'no test loads it'
    return { file, lines: lines.length, covered: lines.length - missed.length, remark }
  })
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0)
  return { rows, lines: sum('lines'), covered: sum('covered') }
}

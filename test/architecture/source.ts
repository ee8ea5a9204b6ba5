import { readFileSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import ts from 'typescript'

/** One import: `target` is a path in the project (`src/race/lap.ts`) or the name of a package. */
export interface Import {
  readonly target: string
  readonly ours: boolean
  readonly typeOnly: boolean
}

export interface Source {
  readonly path: string
  readonly text: string
  readonly tree: ts.SourceFile
  readonly imports: readonly Import[]
}

export function source(path: string, text: string): Source {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind)
  return { path, text, tree, imports: importsOf(path, tree) }
}

/** Every file of the house, read from the disk. */
export function house(): Source[] {
  const root = resolve(import.meta.dir, '../..')
  const files = [...new Bun.Glob('{src,views}/**/*.{ts,tsx}').scanSync(root)].sort()
  return files.map((file) =>
    source(file.replaceAll('\\', '/'), readFileSync(resolve(root, file), 'utf8')),
  )
}

export function everyNode(tree: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = []
  const visit = (node: ts.Node) => {
    nodes.push(node)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return nodes
}

/** Static, dynamic, re-exported and in types: a dependency is one, however it is written. */
function importsOf(path: string, tree: ts.SourceFile): Import[] {
  return everyNode(tree).flatMap((node) => {
    const written = specifierOf(node)
    if (written === null) return []
    const ours = written.specifier.startsWith('.')
    const target = ours
      ? posix.join(posix.dirname(path), written.specifier)
      : (/^(@[^/]+\/)?[^/]+/.exec(written.specifier)?.[0] ?? written.specifier)
    return [{ target, ours, typeOnly: written.typeOnly }]
  })
}

function specifierOf(node: ts.Node): { specifier: string; typeOnly: boolean } | null {
  const as = (specifier: ts.Node | undefined, typeOnly: boolean) =>
    specifier && ts.isStringLiteralLike(specifier) ? { specifier: specifier.text, typeOnly } : null
  if (ts.isImportDeclaration(node)) {
    return as(node.moduleSpecifier, node.importClause?.isTypeOnly === true)
  }
  if (ts.isExportDeclaration(node)) return as(node.moduleSpecifier, node.isTypeOnly)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return as(node.argument.literal, true)
  }
  if (ts.isExternalModuleReference(node)) return as(node.expression, false)
  if (ts.isCallExpression(node)) {
    const { expression } = node
    const imports =
      expression.kind === ts.SyntaxKind.ImportKeyword ||
      (ts.isIdentifier(expression) && expression.text === 'require')
    return imports ? as(node.arguments[0], false) : null
  }
  return null
}

import ts from 'typescript'
import { type Rule, stageOf } from './import-rules.ts'
import { everyNode, type Source } from './source.ts'

const pureStages = ['race', 'strategy', 'wire', 'views']
const impureNames = [
  'performance',
  'process',
  'fetch',
  'Bun',
  'crypto',
  'setTimeout',
  'setInterval',
]

export const isPureWhereItMustBe: Rule = (file) =>
  pureStages.includes(stageOf(file.path)) ? found(file, impurity) : []

function impurity(node: ts.Node): string | null {
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return 'async'
  if (node.kind === ts.SyntaxKind.AwaitKeyword || ts.isAwaitExpression(node)) return 'await'
  if (isMember(node, 'Date', 'now')) return 'Date.now'
  if (isMember(node, 'Math', 'random')) return 'Math.random'
  const asksClock =
    (ts.isNewExpression(node) && !node.arguments?.length) || ts.isCallExpression(node)
  if (asksClock && isNamed(node.expression, 'Date')) return 'the clock (Date)'
  return ts.isIdentifier(node) && impureNames.includes(node.text) && isValue(node)
    ? node.text
    : null
}

export const leavesTheEnvironmentToMain: Rule = (file) =>
  file.path === 'src/main.ts' ? [] : found(file, environment)

function environment(node: ts.Node): string | null {
  for (const owner of ['process', 'Bun']) if (isMember(node, owner, 'env')) return `${owner}.env`
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'env') {
    if (ts.isMetaProperty(node.expression)) return 'import.meta.env'
  }
  const taken =
    ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer
  if (taken && (isNamed(taken, 'process') || isNamed(taken, 'Bun'))) {
    if (/\benv\b/.test(node.name.getText())) return 'env of the process'
  }
  if (ts.isStringLiteral(node) && ts.isImportDeclaration(node.parent)) {
    return /^(node:)?process$/.test(node.text) ? 'node:process' : null
  }
  return null
}

const mostLines = 250
const mostLinesOfApp = 59

export const staysShort: Rule = ({ path, text }) => {
  const lines = text.trimEnd().split('\n').length
  const most = path === 'src/app.ts' ? mostLinesOfApp : mostLines
  return lines > most ? [`${path} has ${lines} lines`] : []
}

const namesThatSayNothing = /^(utils?|helpers?|common|types|index|shared|misc)$/

export const isNamedForItsConcept: Rule = ({ path }) =>
  path
    .split('/')
    .filter((part) => namesThatSayNothing.test(part.replace(/\.tsx?$/, '')))
    .map((part) => `${path}: ${part} says nothing`)

export const isNoBarrel: Rule = (file) => {
  const passesOn = (statement: ts.Statement) =>
    ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined
  const { statements } = file.tree
  const everything = found(file, (node) =>
    ts.isExportDeclaration(node) && !node.exportClause ? 'export *' : null,
  )
  if (everything.length > 0) return everything
  const onlyPassesOn = statements.length > 0 && statements.every(passesOn)
  return onlyPassesOn ? [`${file.path} only passes on what others export`] : []
}

export const exportsByName: Rule = (file) =>
  found(file, (node) => {
    if (ts.isExportAssignment(node)) return 'export default'
    if (node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent)) {
      return 'export default'
    }
    const asDefault = ts.isExportSpecifier(node) && node.name.text === 'default'
    return asDefault ? 'export as default' : null
  })

export const trustsTheCompiler: Rule = (file) =>
  found(file, (node) => {
    const cast = ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)
    return cast && node.type.kind === ts.SyntaxKind.AnyKeyword ? 'as any' : null
  })

function found(file: Source, look: (node: ts.Node) => string | null): string[] {
  return everyNode(file.tree).flatMap((node) => {
    const what = look(node)
    if (what === null) return []
    const { line } = file.tree.getLineAndCharacterOfPosition(node.getStart())
    return [`${file.path}:${line + 1} ${what}`]
  })
}

const isNamed = (node: ts.Node, name: string) => ts.isIdentifier(node) && node.text === name

/** `owner.member` and `owner['member']`, also as `globalThis.owner.member`. */
function isMember(node: ts.Node, owner: string, member: string): boolean {
  const name = ts.isPropertyAccessExpression(node)
    ? node.name.text
    : ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)
      ? node.argumentExpression.text
      : null
  if (name !== member) return false
  const { expression } = node as ts.PropertyAccessExpression | ts.ElementAccessExpression
  return isNamed(expression, owner) || isMember(expression, 'globalThis', owner)
}

/** The thing itself, not something of ours that has the same name as a property, key or attribute. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    return isNamed(parent.expression, 'globalThis')
  }
  const isName =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isJsxAttribute(parent)
  return !(isName && parent.name === node)
}

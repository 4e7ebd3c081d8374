import ts from 'typescript'

/** One `import`, `export … from` or `import()`, as the file writes it. */
export interface Import {
  readonly line: number
  /** As written: `zod`, `node:fs`, `../terms/year.ts`. */
  readonly specifier: string
  /** The file under src/ it names (`terms/year.ts`); undefined for a package. */
  readonly target: string | undefined
  /** The package it names (`zod`, `csv-parse`, `node:fs`); undefined for a file of ours. */
  readonly package: string | undefined
  readonly typeOnly: boolean
  readonly dynamic: boolean
}

/** A source file as the rules see it: its place under src/, its text, its syntax tree. */
export interface SourceFile {
  /** Path under src/, with forward slashes: `engine/calculators/exact.ts`. */
  readonly path: string
  /** First folder of the path: `engine`; the file's own name at the top of src (`index.ts`). */
  readonly layer: string
  readonly text: string
  readonly tree: ts.SourceFile
  readonly imports: readonly Import[]
}

/** Parses one file. The text need not be on disk: planted violations are not. */
export function parseSource(path: string, text: string): SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true)
  return { path, layer: path.split('/')[0] ?? path, text, tree, imports: importsOf(path, tree) }
}

/** Line of a node, from 1. */
export function lineOf(file: SourceFile, node: ts.Node): number {
  return file.tree.getLineAndCharacterOfPosition(node.getStart(file.tree)).line + 1
}

/** Every node of the file that `wanted` accepts, in file order. */
export function nodesOf<T extends ts.Node>(file: SourceFile, wanted: (node: ts.Node) => node is T): T[] {
  const found: T[] = []
  const visit = (node: ts.Node) => {
    if (wanted(node)) found.push(node)
    node.forEachChild(visit)
  }
  visit(file.tree)
  return found
}

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  const found: Import[] = []
  const add = (node: ts.Node, name: ts.Node | undefined, kind: { typeOnly: boolean; dynamic: boolean }) => {
    if (!name || !ts.isStringLiteral(name)) return
    const specifier = name.text
    const ours = specifier.startsWith('.')
    found.push({
      line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1,
      specifier,
      target: ours ? resolve(path, specifier) : undefined,
      package: ours ? undefined : packageOf(specifier),
      ...kind,
    })
  }
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier, { typeOnly: onlyTypes(node.importClause), dynamic: false })
    } else if (ts.isExportDeclaration(node)) {
      add(node, node.moduleSpecifier, { typeOnly: node.isTypeOnly, dynamic: false })
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal, { typeOnly: true, dynamic: false })
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], { typeOnly: false, dynamic: true })
    }
    node.forEachChild(visit)
  }
  visit(tree)
  return found
}

function onlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const bindings = clause.namedBindings
  return (
    clause.name === undefined &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.length > 0 &&
    bindings.elements.every((element) => element.isTypeOnly)
  )
}

/** `csv-parse/sync` → `csv-parse`; `@scope/name/part` → `@scope/name`; `node:fs/promises` → `node:fs`. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!
}

function resolve(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of specifier.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) parts.push('..')
    } else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

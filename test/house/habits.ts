import ts from 'typescript'
import { within, type Rule } from './rule.ts'
import { lineOf, nodesOf } from './source-file.ts'

/** How code is written: no state, no clock, no locale, nothing loaded before it is asked for. */

const lazyCommands: Rule = {
  name: 'a command is loaded when it is asked for',
  advice: 'Write await import(...) in the action, so that a command loads no module it does not use.',
  planted: { path: 'cli/main.ts', text: "import { run } from './commands/run.ts'" },
  check: (file) =>
    file.layer === 'cli' && !file.path.startsWith('cli/commands/')
      ? file.imports
          .filter((entry) => entry.target?.startsWith('cli/commands/') && !entry.dynamic && !entry.typeOnly)
          .map(({ line, specifier }) => ({ line, found: `imports ${specifier} at once` }))
      : [],
}

const noDefaultExports: Rule = {
  name: 'no default exports',
  advice: 'Export by name, so that a thing has one name everywhere.',
  planted: { path: 'figures/gap.ts', text: 'export default function gap() {}' },
  check: (file) =>
    file.tree.statements
      .filter(
        (statement) =>
          ts.isExportAssignment(statement) ||
          (ts.canHaveModifiers(statement) &&
            ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)),
      )
      .map((statement) => ({ line: lineOf(file, statement), found: 'exports a default' })),
}

const noModuleState: Rule = {
  name: 'no module-level mutable state',
  advice: 'Make it inside the function that uses it and pass it on: two runs in one process must not meet.',
  planted: { path: 'engine/evaluate.ts', text: 'const cache = new Map()' },
  check: (file) =>
    file.tree.statements.filter(ts.isVariableStatement).flatMap((statement) => {
      const line = lineOf(file, statement)
      if (!(statement.declarationList.flags & ts.NodeFlags.Const))
        return [{ line, found: 'a module-level let' }]
      return statement.declarationList.declarations
        .filter(
          ({ initializer, type }) =>
            initializer !== undefined && !isReadonly(type) && startsEmpty(initializer),
        )
        .map(({ name }) => ({ line, found: `${name.getText(file.tree)} starts empty, to be filled later` }))
    }),
}

const noModuleLet: Rule = {
  ...noModuleState,
  name: 'no module-level let',
  planted: { path: 'run/run-scenario.ts', text: 'let runs = 0\nexport const count = () => ++runs' },
}

interface BannedUse {
  /** As it is written: `Date.now`, `.localeCompare`, `Intl`. */
  readonly use: string
  readonly homes?: readonly string[]
  readonly advice: string
}

const noClock = 'The same inputs give the same bytes on every day: dates come from data and scenario.'
const noLocale =
  'The same inputs give the same bytes everywhere: compare with < and format in src/render/format.ts.'

const bannedUses: readonly BannedUse[] = [
  { use: 'Date.now', advice: noClock },
  { use: 'new Date', advice: noClock },
  { use: 'performance', advice: noClock },
  { use: 'Math.random', advice: 'Draw from the seeded generator of src/uncertainty.' },
  { use: '.localeCompare', advice: noLocale },
  { use: '.toLocaleString', advice: noLocale },
  { use: '.toLocaleUpperCase', advice: noLocale },
  { use: '.toLocaleLowerCase', advice: noLocale },
  { use: 'Intl', advice: noLocale },
  { use: 'process', homes: ['cli/io.ts'], advice: 'Streams, arguments and environment are passed in as io.' },
  { use: 'console', advice: 'Write to io.stdout or io.stderr, which are passed in.' },
  { use: 'parseFloat', advice: 'Read money and shares with new Decimal(text): floating point loses pence.' },
]

const bannedRules = bannedUses.map(({ use, homes: allowed = [], advice }): Rule => ({
  name: `no ${use}${allowed.length > 0 ? ` outside ${allowed.join(', ')}` : ''}`,
  advice,
  planted: { path: 'reports/gap-table.ts', text: plantedUse(use) },
  check: (file) =>
    within(file.path, allowed)
      ? []
      : nodesOf(file, isIdentifierOrNew)
          .filter((node) => uses(node, use))
          .map((node) => ({ line: lineOf(file, node), found: `uses ${use}` })),
}))

/** Files longer than 300 lines, each with the reason why it is one idea all the same. */
const longFiles: Readonly<Record<string, string>> = {
  'problems/catalogue/scenarios.ts': 'a list of sentences, one short function each',
}

const shortFiles: Rule = {
  name: 'no file over 300 lines without a reason',
  advice:
    'Find the second idea in the file and give it a file of its own name, or list the file with a reason.',
  planted: { path: 'figures/everything.ts', text: 'export const one = 1\n'.repeat(301) },
  check: (file) => {
    const lines = file.text.split('\n').length - 1
    return lines > 300 && longFiles[file.path] === undefined ? [{ line: 301, found: `${lines} lines` }] : []
  },
}

export const habitRules: readonly Rule[] = [
  lazyCommands,
  noDefaultExports,
  noModuleState,
  noModuleLet,
  ...bannedRules,
  shortFiles,
]

function startsEmpty(node: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0
  if (ts.isObjectLiteralExpression(node)) return node.properties.length === 0
  return (
    ts.isNewExpression(node) &&
    /^(Weak)?(Map|Set)$/.test(node.expression.getText()) &&
    (node.arguments?.length ?? 0) === 0
  )
}

/** Whether a declared type says that nothing will ever be put in: `readonly string[]`, `ReadonlyMap<…>`. */
function isReadonly(type: ts.TypeNode | undefined): boolean {
  return type !== undefined && /^readonly/i.test(type.getText())
}

function isIdentifierOrNew(node: ts.Node): node is ts.Identifier | ts.NewExpression {
  return ts.isIdentifier(node) || ts.isNewExpression(node)
}

function uses(node: ts.Identifier | ts.NewExpression, use: string): boolean {
  const parent = node.parent
  if (use.startsWith('new ')) return ts.isNewExpression(node) && node.expression.getText() === use.slice(4)
  if (!ts.isIdentifier(node)) return false
  const member = ts.isPropertyAccessExpression(parent) && parent.name === node
  if (use.startsWith('.')) return member && node.text === use.slice(1)
  const [object, property] = use.split('.')
  if (node.text !== object || member || isDeclaredName(node)) return false
  return property === undefined || (ts.isPropertyAccessExpression(parent) && parent.name.text === property)
}

function isDeclaredName(node: ts.Identifier): boolean {
  const parent = node.parent
  return (
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ts.isPropertySignature(parent) ||
    (ts.isParameter(parent) && parent.name === node) ||
    ts.isBindingElement(parent) ||
    ts.isImportSpecifier(parent)
  )
}

function plantedUse(use: string): string {
  if (use.startsWith('new ')) return `export const now = ${use}()`
  if (use.startsWith('.')) return `export const text = (a: string) => a${use}()`
  if (use === 'Intl') return 'export const format = new Intl.NumberFormat()'
  if (use === 'process') return 'export const folder = process.cwd()'
  if (use === 'console') return "console.log('done')"
  if (use === 'performance') return 'export const start = performance.now()'
  return `export const value = ${use}('1')`
}

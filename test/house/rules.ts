import ts from 'typescript'
import { lineOf, nodesOf, type SourceFile } from './source-file.ts'

/**
 * The house's rules (DESIGN.md), as tables. Each row carries a planted violation: source that is in no file, which the
 * same checker must catch (rules.test.ts), so that every rule has been seen red.
 */

/** Source text as it would stand at a path under src/. */
export interface Planted {
  readonly path: string
  readonly text: string
}

/** What one rule finds wrong in one file: the line, and what is there. */
export interface Finding {
  readonly line: number
  readonly found: string
}

export interface Rule {
  readonly name: string
  /** What to do instead. */
  readonly advice: string
  readonly check: (file: SourceFile) => Finding[]
  readonly planted: Planted
}

/* ------------------------------------------------------------------------------------------------ who sees whom */

interface Layer {
  readonly layer: string
  readonly sees: readonly string[]
  readonly advice: string
  readonly planted: Planted
}

const spine = ['terms', 'problems', 'engine', 'figures', 'run', 'analyses', 'reports'] as const
const inputs = ['datasets', 'scenarios', 'uncertainty'] as const

/** A layer sees itself and the layers named, whether it imports values or types. */
const layers: readonly Layer[] = [
  {
    layer: 'terms',
    sees: [],
    advice:
      'The field’s words stand on nothing: move what they need into terms, or the code that needs more out.',
    planted: { path: 'terms/year.ts', text: "import { nearest } from '../problems/nearest.ts'" },
  },
  {
    layer: 'problems',
    sees: ['terms'],
    advice: 'A sentence is a function of plain values: pass it names and terms, not the things themselves.',
    planted: {
      path: 'problems/catalogue/run.ts',
      text: "import type { ModelRun } from '../../run/model-run.ts'",
    },
  },
  {
    layer: 'engine',
    sees: ['terms', 'problems'],
    advice: 'The engine evaluates any figures: pass it what it needs, and keep the model in src/figures.',
    planted: { path: 'engine/evaluate.ts', text: "import { gap } from '../figures/gap.ts'" },
  },
  {
    layer: 'figures',
    sees: ['terms', 'problems', 'engine'],
    advice: 'A figure declares what it reads as a series; src/run hands it the data and the scenario.',
    planted: { path: 'figures/gap.ts', text: "import { loadDatasets } from '../datasets/load.ts'" },
  },
  {
    layer: 'datasets',
    sees: ['terms', 'problems'],
    advice: 'Data knows nothing of the model: names it must be checked against are passed in by src/run.',
    planted: { path: 'datasets/check.ts', text: "import { spend } from '../figures/spend.ts'" },
  },
  {
    layer: 'scenarios',
    sees: ['terms', 'problems', 'figures'],
    advice:
      'Names of sources, groups and series that a scenario is checked against are passed in by src/run.',
    planted: { path: 'scenarios/validate.ts', text: "import type { Dataset } from '../datasets/dataset.ts'" },
  },
  {
    layer: 'uncertainty',
    sees: ['terms', 'problems', 'figures'],
    advice: 'Draws are made from the settings alone; src/run ties them to the data.',
    planted: { path: 'uncertainty/draws.ts', text: "import { loadScenario } from '../scenarios/load.ts'" },
  },
  {
    layer: 'run',
    sees: ['terms', 'problems', 'engine', 'figures', ...inputs],
    advice: 'A run knows nothing of the questions asked of it: return plain values and let the caller ask.',
    planted: { path: 'run/run-scenario.ts', text: "import { compare } from '../analyses/compare.ts'" },
  },
  {
    layer: 'analyses',
    sees: spine.slice(0, 5),
    advice: 'An analysis asks a run; data, scenario and draws meet in src/run alone.',
    planted: { path: 'analyses/compare.ts', text: "import type { Table } from '../reports/table.ts'" },
  },
  {
    layer: 'reports',
    sees: spine.slice(0, 6),
    advice: 'A report is data and knows no format: return a Table and let src/render lay it out.',
    planted: { path: 'reports/run-report.ts', text: "import { renderCsv } from '../render/csv.ts'" },
  },
  {
    layer: 'render',
    sees: ['terms', 'reports/table.ts'],
    advice: 'A renderer lays out a Table; what it should say is settled in src/reports.',
    planted: { path: 'render/csv.ts', text: "import { gapTable } from '../reports/gap-table.ts'" },
  },
  {
    layer: 'briefs',
    sees: [...spine, 'render'],
    advice: 'A brief fills documents from reports; commands are the business of src/cli.',
    planted: { path: 'briefs/fill.ts', text: "import { run } from '../cli/commands/run.ts'" },
  },
  {
    layer: 'records',
    sees: [...spine, 'render'],
    advice: 'A record describes a run and its outputs; commands are the business of src/cli.',
    planted: { path: 'records/write.ts', text: "import { run } from '../cli/commands/run.ts'" },
  },
  {
    layer: 'cli',
    sees: [...spine, ...inputs, 'render', 'briefs', 'records'],
    advice: 'The public API stands beside the commands: both call the same functions.',
    planted: { path: 'cli/main.ts', text: "import { runScenario } from '../index.ts'" },
  },
  {
    layer: 'index.ts',
    sees: [...spine, ...inputs, 'render', 'briefs', 'records'],
    advice: 'The public API never needs the command line: move what both need below them.',
    planted: { path: 'index.ts', text: "export { main } from './cli/main.ts'" },
  },
]

const layerRules = layers.map(({ layer, sees, advice, planted }): Rule => ({
  name: `${layer} sees ${sees.length > 0 ? sees.join(', ') : 'nothing but itself'}`,
  advice,
  planted,
  check: (file) =>
    file.layer === layer
      ? file.imports.flatMap(({ line, specifier, target }) =>
          target === undefined || within(target, [layer, ...sees])
            ? []
            : [{ line, found: `imports ${specifier}` }],
        )
      : [],
}))

const knownLayers: Rule = {
  name: 'every file belongs to a layer',
  advice: 'Put the file in one of the folders of DESIGN.md, or add a row to the table of layers.',
  planted: { path: 'helpers/strings.ts', text: 'export const one = 1' },
  check: (file) =>
    layers.some(({ layer }) => layer === file.layer) ? [] : [{ line: 1, found: `stands in ${file.layer}` }],
}

/* --------------------------------------------------------------------------------------- which package lives where */

interface Home {
  readonly package: string
  /** Files, or folders with all they hold, under src/. */
  readonly homes: readonly string[]
  readonly advice: string
  readonly planted: Planted
}

const homes: readonly Home[] = [
  {
    package: 'commander',
    homes: ['cli'],
    advice: 'Parse arguments in src/cli and pass plain values on.',
    planted: { path: 'run/options.ts', text: "import { Command } from 'commander'" },
  },
  {
    package: 'chalk',
    homes: ['render/terminal.ts'],
    advice: 'Colour is the terminal renderer’s: give the cell or row a style that it can read.',
    planted: { path: 'render/markdown.ts', text: "import chalk from 'chalk'" },
  },
  {
    package: 'cli-table3',
    homes: ['render/terminal.ts'],
    advice: 'Return a Table and let the terminal renderer draw it.',
    planted: { path: 'reports/gap-table.ts', text: "import Table from 'cli-table3'" },
  },
  {
    package: 'decimal.js',
    homes: ['terms', 'engine/calculators/exact.ts'],
    advice: 'Import Decimal from src/terms/decimal.ts, so that everybody has the same precision.',
    planted: { path: 'figures/gap.ts', text: "import { Decimal } from 'decimal.js'" },
  },
  {
    package: 'csv-parse',
    homes: ['datasets'],
    advice: 'CSV is read by src/datasets, which keeps file, line and column of every value.',
    planted: { path: 'scenarios/load.ts', text: "import { parse } from 'csv-parse/sync'" },
  },
  {
    package: 'zod',
    homes: ['datasets', 'scenarios'],
    advice:
      'Input is validated where it enters, in src/datasets and src/scenarios; inside, types are enough.',
    planted: { path: 'run/run-scenario.ts', text: "import { z } from 'zod'" },
  },
  {
    package: 'js-yaml',
    homes: ['problems/yaml.ts', 'problems/yaml-nodes.ts'],
    advice: 'Read YAML through src/problems/yaml.ts, which keeps the line and column of every node.',
    planted: { path: 'cli/commands/run.ts', text: "import { load } from 'js-yaml'" },
  },
  {
    package: 'leven',
    homes: ['problems/nearest.ts'],
    advice: 'Use nearest() of src/problems, so that every suggestion follows one rule.',
    planted: { path: 'cli/options.ts', text: "import leven from 'leven'" },
  },
  {
    package: 'node:fs',
    homes: [
      'datasets/load.ts',
      'datasets/import',
      // Writes the bundled data into dist/ when the package is built; never runs for a user.
      'datasets/compile.ts',
      'scenarios/load.ts',
      'cli/io.ts',
    ],
    advice: 'Pass in the text, or the loader: files are read in four places, so that the rest needs no disk.',
    planted: { path: 'run/run-scenario.ts', text: "import { readFileSync } from 'node:fs'" },
  },
]

/** Parts of Node that reach no further than the program itself. */
const harmlessBuiltins = ['node:path', 'node:url', 'node:crypto', 'node:zlib', 'node:util', 'node:buffer']

const packageRules = homes.map((home): Rule => ({
  name: `${home.package} is imported only in ${home.homes.join(', ')}`,
  advice: home.advice,
  planted: home.planted,
  check: (file) =>
    within(file.path, home.homes)
      ? []
      : file.imports
          .filter((entry) => entry.package === home.package)
          .map(({ line, specifier }) => ({ line, found: `imports ${specifier}` })),
}))

const knownPackages: Rule = {
  name: 'every package imported has a home in the table',
  advice: 'Do without it, or give it a row in the table of homes with the reason in docs/decisions.',
  planted: { path: 'reports/gap-table.ts', text: "import { groupBy } from 'lodash'" },
  check: (file) => {
    const known = [...homes.map((home) => home.package), ...harmlessBuiltins]
    return file.imports
      .filter((entry) => entry.package !== undefined && !known.includes(entry.package))
      .map(({ line, specifier }) => ({ line, found: `imports ${specifier}` }))
  },
}

/* ------------------------------------------------------------------------------------------------ how code is written */

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
        .filter(({ initializer }) => initializer !== undefined && startsEmpty(initializer))
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

/* --------------------------------------------------------------------------------------------------------- sentences */

const problemsFromCatalogue: Rule = {
  name: 'problems are written in the catalogue',
  advice: 'Add a function to src/problems/catalogue that returns the Problem, and call it here.',
  planted: {
    path: 'scenarios/validate.ts',
    text: "const problem = { code: 'x', severity: 'error', found: 'x', advice: 'y' }",
  },
  check: (file) =>
    file.layer === 'problems'
      ? []
      : nodesOf(file, ts.isObjectLiteralExpression)
          .filter((literal) => ['code', 'found', 'advice'].every((name) => hasProperty(literal, name)))
          .map((literal) => ({ line: lineOf(file, literal), found: 'writes a problem of its own' })),
}

/**
 * Where sentences may stand outside the catalogue: declarations whose words are part of what they declare.
 * By file or folder, or by the property or call that holds the text.
 */
const sentenceHomes = {
  files: ['problems', 'terms', 'figures/assumption-list.ts'],
  properties: ['label', 'title', 'note', 'about', 'description', 'summary'],
  calls: [
    'Error',
    'TypeError',
    'describe',
    'description',
    'option',
    'argument',
    'addHelpText',
    'summary',
    'meta',
  ],
}

const sentencesFromCatalogue: Rule = {
  name: 'sentences are written in the catalogue',
  advice:
    'Move the sentence to a function in src/problems/catalogue/<department>.ts, so that all are read together.',
  planted: {
    path: 'reports/run-report.ts',
    text: 'export const note = (year: string) => [`A positive gap means that spend falls short in ${year}`]',
  },
  check: (file) =>
    within(file.path, sentenceHomes.files)
      ? []
      : nodesOf(file, isText)
          .filter((node) => isSentence(node.getText(file.tree)) && !hasSentenceHome(node))
          .map((node) => ({
            line: lineOf(file, node),
            found: `says ${node.getText(file.tree).slice(0, 60)}`,
          })),
}

/* ----------------------------------------------------------------------------------------------------------- size */

/** Files longer than 300 lines, each with the reason why it is one idea all the same. */
const longFiles: Readonly<Record<string, string>> = {}

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

export const rules: readonly Rule[] = [
  ...layerRules,
  knownLayers,
  ...packageRules,
  knownPackages,
  lazyCommands,
  noDefaultExports,
  noModuleState,
  noModuleLet,
  ...bannedRules,
  problemsFromCatalogue,
  sentencesFromCatalogue,
  shortFiles,
]

/* -------------------------------------------------------------------------------------------------------- helpers */

/** Whether a path is one of the files, or inside one of the folders, named. */
function within(path: string, places: readonly string[]): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}/`))
}

function startsEmpty(node: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0
  if (ts.isObjectLiteralExpression(node)) return node.properties.length === 0
  return (
    ts.isNewExpression(node) &&
    /^(Weak)?(Map|Set)$/.test(node.expression.getText()) &&
    (node.arguments?.length ?? 0) === 0
  )
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

/** Whether the identifier names a property, parameter or type of ours rather than the global. */
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

function hasProperty(literal: ts.ObjectLiteralExpression, name: string): boolean {
  return literal.properties.some((property) => property.name?.getText() === name)
}

function isText(node: ts.Node): node is ts.StringLiteral | ts.TemplateLiteral {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)
}

/** Five words or more in a row, the rest aside: `A positive gap means that spend falls short`. */
function isSentence(text: string): boolean {
  return /(?:\b[A-Za-z’'-]+[,;:]? ){4}[A-Za-z’'-]+/.test(text)
}

function hasSentenceHome(node: ts.Node): boolean {
  for (let outer: ts.Node = node.parent; !ts.isSourceFile(outer); outer = outer.parent) {
    if (ts.isPropertyAssignment(outer) && sentenceHomes.properties.includes(outer.name.getText())) return true
    if (ts.isCallExpression(outer) || ts.isNewExpression(outer)) {
      const called = ts.isPropertyAccessExpression(outer.expression)
        ? outer.expression.name
        : outer.expression
      if (sentenceHomes.calls.includes(called.getText())) return true
    }
    if (ts.isStatement(outer)) return false
  }
  return false
}

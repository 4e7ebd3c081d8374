import { within, type Planted, type Rule } from './rule.ts'

/** Imports run one way (CONTRIBUTING.md): who may see whom. */

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
    sees: [...spine.slice(0, 5), 'uncertainty/statistics'],
    advice:
      'An analysis asks a run; data, scenario and draws meet in src/run alone. What draws add up to is its own affair.',
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
    sees: ['terms', 'reports/table.ts', 'reports/tree.ts', 'reports/drawing.ts'],
    advice: 'A renderer lays out a Table or a tree; what it should say is settled in src/reports.',
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

const seesOnly = layers.map(({ layer, sees, advice, planted }): Rule => ({
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
  advice: 'Put the file in one of the folders of CONTRIBUTING.md, or add a row to the table of layers.',
  planted: { path: 'helpers/strings.ts', text: 'export const one = 1' },
  check: (file) =>
    layers.some(({ layer }) => layer === file.layer) ? [] : [{ line: 1, found: `stands in ${file.layer}` }],
}

export const layerRules: readonly Rule[] = [...seesOnly, knownLayers]

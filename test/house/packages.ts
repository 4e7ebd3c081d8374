import { within, type Planted, type Rule } from './rule.ts'

/** Which package, and which part of Node, lives where. */

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
    homes: ['datasets', 'scenarios', 'records/parse.ts'],
    advice:
      'Input is validated where it enters, in src/datasets and src/scenarios; inside, types are enough.',
    planted: { path: 'run/run-scenario.ts', text: "import { z } from 'zod'" },
  },
  {
    package: 'hucre',
    homes: ['datasets/import/workbook.ts'],
    advice:
      'Open workbooks through src/datasets/import/workbook.ts, which loads the library when one is asked for.',
    planted: { path: 'datasets/import/formats/obr-efo.ts', text: "import { readXlsx } from 'hucre/xlsx'" },
  },
  {
    package: 'hyparquet-writer',
    homes: ['render/parquet.ts'],
    advice: 'Write Parquet through src/render/parquet.ts, which is loaded when such a file is asked for.',
    planted: { path: 'reports/sweep.ts', text: "import { parquetWriteFile } from 'hyparquet-writer'" },
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
      // Likewise of the shipped scenarios.
      'scenarios/compile.ts',
      // And of what is worked ahead.
      'cli/work-ahead.ts',
      'scenarios/files.ts',
      'cli/io.ts',
    ],
    advice: 'Pass in the text, or the loader: files are read in four places, so that the rest needs no disk.',
    planted: { path: 'run/run-scenario.ts', text: "import { readFileSync } from 'node:fs'" },
  },
  {
    package: 'node:worker_threads',
    homes: ['run/simulate'],
    advice:
      'Hand work to threads through src/run/simulate, which gives the same bytes for any number of them.',
    planted: { path: 'analyses/sweep.ts', text: "import { Worker } from 'node:worker_threads'" },
  },
]

/** Parts of Node that reach no further than the program itself. */
const harmlessBuiltins = ['node:path', 'node:url', 'node:crypto', 'node:zlib', 'node:util', 'node:buffer']

const livesOnly = homes.map((home): Rule => ({
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

export const packageRules: readonly Rule[] = [...livesOnly, knownPackages]

import type { Command } from 'commander'
import {
  addOutputOptions,
  addRecordOption,
  addScenarioOptions,
  explainFormats,
  gather,
  type RawOptions,
} from './options.ts'
import type { Deliver } from './deliver.ts'

const scenarios = 'files or names; a+b stacks b upon a (default: current-plans)'
const scenario = 'file or name; a+b stacks b upon a (default: current-plans)'

/** `run`, the first question put to the model. */
export function declareRun(program: Command, deliver: Deliver): void {
  program.optionsGroup('Options:').commandsGroup('Ask the model:')

  const run = program
    .command('run')
    .summary('projected spend, requirement and gap by category and year')
    .description('Projected spend, requirement and gap by category, financial year and benchmark.')
    .argument('[scenario...]', scenarios)
    .optionsGroup('What is shown:')
    .option('--prices <basis>', 'prices of a year (2025-26), or nominal')
    .option('--years <years>', '2025-26, or "2025-26 to 2034-35"')
    .option('--figure <name>', 'gap, spend, requirement, shortfall …; repeatable', gather)
    .option('--benchmark <id>', 'one benchmark of the scenario; repeatable', gather)
    .option('--category <name>', 'infrastructure, digital, other or total; repeatable', gather)
    .option('--by <level>', 'sub-category: the parts of each category as well')
    .option('--against <date>', 'what changed each gap from --as-of until then; a date, or today')
  addRecordOption(addOutputOptions(addScenarioOptions(run)))
    .addHelpText(
      'after',
      `
Examples:
  capgap run
  capgap run base.yaml+uplift.yaml --benchmark eu14 --years "2025-26 to 2029-30"
  capgap run plans.yaml --set measures.uplift.amount=£2bn --prices nominal
  capgap run plans.yaml ask.yaml --figure gap --category total -o gaps.csv`,
    )
    .action((names: string[], { against, ...raw }: RawOptions & { against?: string }) =>
      deliver(
        against === undefined
          ? import('./commands/run.ts').then((command) => command.run(names, raw))
          : import('./commands/run-against.ts').then((command) => command.runAgainst(names, against, raw)),
      ),
    )
}

/** `lookback` and `explain`: the other questions put to the model. */
export function declareModelCommands(program: Command, deliver: Deliver): void {
  const lookback = program
    .command('lookback')
    .summary('what matching comparator nations would have meant')
    .description('What investing as comparator nations did would have meant, calendar year by year.')
    .argument('[scenario]', scenario)
    .optionsGroup('What is compared:')
    .option('--group <name>', 'nations compared with: eu14, g7, oecd … (default: eu14)')
    .option('--window <years>', '2010-2019, or one year (default: 2010-2019)')
    .option('--weighting <name>', 'simple, gdp, median or top-quartile (default: simple)')
    .option('--nations <rule>', 'complete or available years (default: complete)')
    .option('--subject <nation>', 'the nation looked at (default: GBR)')
    .option('--series <name>', 'who or national-accounts (default: who)')
    .option('--asset <name>', 'total, infrastructure or digital (default: total)')
    .option('--prices <basis>', 'prices of a calendar year (2019), or nominal')
    .optionsGroup('Other views of the past:')
    .option('--figure <name>', 'government-share, stock-per-health-worker …; repeatable', gather)
    .option('--long', 'every figure, one number a nation, year and figure')
    .option('--digital', 'digital: flow, stock, costed need and leaders')
  addRecordOption(addOutputOptions(addScenarioOptions(lookback)))
    .addHelpText(
      'after',
      `
Examples:
  capgap lookback
  capgap lookback --group g7 --weighting median
  capgap lookback --series national-accounts --asset digital \\
    --nations available --window 2020
  capgap lookback --figure stock-share --window 2020
  capgap lookback --digital`,
    )
    .action((name: string | undefined, raw: object) =>
      deliver(import('./commands/lookback.ts').then((command) => command.lookback(name, raw))),
    )

  const explain = program
    .command('explain')
    .summary('one number, down to the published rows behind it')
    .description('One number as a tree: values, formulas in words, published rows.')
    .argument('<figure>', 'gap, spend …, or "gap.total[eu14] in 2029-30"')
    .argument('[scenario]', scenario)
    .optionsGroup('Which cell:')
    .option('--year <year>', 'financial year (default: the last one planned)')
    .option('--category <name>', 'infrastructure, digital, other, total, or a part')
    .option('--benchmark <id>', 'benchmark of the scenario (default: its first)')
    .option('--measure <id>', 'for figures of one measure (default: its first)')
    .option('--nation <code>', 'for figures of one nation (default: GBR)')
    .option('--series <name>', 'for shares and bridges: who or national-accounts (default: who)')
    .option('--asset <name>', 'for shares: total, infrastructure, digital or research')
    .option('--band <end>', 'for bridged requirements: low, central or high (default: central)')
    .option('--prices <basis>', 'prices of a year (2025-26), or nominal')
    .option('--depth <levels>', 'levels to show (default: all)')
  addRecordOption(addOutputOptions(addScenarioOptions(explain), explainFormats))
    .addHelpText(
      'after',
      `
Examples:
  capgap explain gap --year 2029-30 --benchmark eu14
  capgap explain spend --category digital --year 2025-26 --depth 2`,
    )
    .action((figure: string, name: string | undefined, raw: object) =>
      deliver(import('./commands/explain.ts').then((command) => command.explain(figure, name, raw))),
    )
}

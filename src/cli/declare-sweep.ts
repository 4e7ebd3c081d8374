import type { Command } from 'commander'
import type { Deliver } from './deliver.ts'
import { addOutputOptions, addRecordOption, addScenarioOptions, gather, sweepFormats } from './options.ts'

/** `sweep`: a grid of runs over any keys of a scenario. */
export function declareSweep(program: Command, deliver: Deliver): void {
  const sweep = program
    .command('sweep')
    .summary('every figure at every point of a grid of values')
    .description('One run for each value of a key, or each combination of several, as one long table.')
    .argument('[scenario]', 'file or name; a+b stacks b upon a (default: current-plans)')
    .optionsGroup('What varies:')
    .option('--vary <key=values>', 'KEY=A..B:STEP or KEY=a,b,c; repeatable: a grid', gather)
    .option('--shard <i/n>', 'part i of n: shards put together in order are the whole')
    .optionsGroup('What is shown:')
    .option('--prices <basis>', 'prices of a year (2025-26), or nominal')
    .option('--years <years>', '2025-26, or "2025-26 to 2034-35"')
    .option('--figure <name>', 'gap, spend, requirement, shortfall …; repeatable', gather)
    .option('--benchmark <id>', 'one benchmark of the scenario; repeatable', gather)
    .option('--category <name>', 'infrastructure, digital, other or total; repeatable', gather)
    .option('--by <level>', 'sub-category: the parts of each category as well')
  addRecordOption(addOutputOptions(addScenarioOptions(sweep), sweepFormats))
    .addHelpText(
      'after',
      `
Every point is checked before the first is run. A column for each key that
varies stands before those of "capgap run"; money in GBP million, shares in
percent. Rows are written as they are worked.

Examples:
  capgap sweep my-plan.yaml --vary measures.uplift.amount=£0bn..£10bn:£1bn \\
    --figure gap --category total -o gaps.csv
  capgap sweep --vary split=trust-accounts,national-accounts \\
    --vary assumptions.underspend=0%..12%:2% --shard 2/8 -o part-2.parquet`,
    )
    .action((name: string | undefined, raw: object) =>
      deliver(import('./commands/sweep.ts').then((command) => command.sweepCommand(name, raw))),
    )
}

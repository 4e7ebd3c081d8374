import type { Command } from 'commander'
import type { Deliver } from './deliver.ts'
import { addOutputOptions, addRecordOption, addScenarioOptions } from './options.ts'

/** `solve`: the value of one key that brings a figure to a target. */
export function declareSolve(program: Command, deliver: Deliver): void {
  const solve = program
    .command('solve')
    .summary('the value of one key that brings a figure to a target')
    .description('The value of one key of a scenario that brings a figure to a target in a year.')
    .argument('[scenario]', 'file or name; a+b stacks b upon a (default: current-plans)')
    .optionsGroup('What is asked:')
    .requiredOption('--for <target>', '"gap.total[eu14] = 0 in 2029-30": figure.category[benchmark]')
    .requiredOption('--vary <key>', 'the key, as --set takes it: measures.uplift.amount')
    .requiredOption('--between <range>', 'bounds of the value: £0bn..£20bn, 0%..10%')
    .option('--prices <basis>', 'prices of the target: a year (2025-26), or nominal')
  addRecordOption(addOutputOptions(addScenarioOptions(solve)))
    .addHelpText(
      'after',
      `
The target is in the prices that the scenario prints. The answer is held to
what a scenario can write, and its uniqueness checked over the whole range.
Where no value serves, solve says the closest and exits 5.

Examples:
  capgap solve my-plan.yaml --for "gap.total[eu14] = 0 in 2029-30" \\
    --vary measures.uplift.amount --between £0bn..£20bn
  capgap solve --for "gap.total[oecd] = £2bn in 2030-31" \\
    --vary assumptions.underspend --between -10%..20%`,
    )
    .action((name: string | undefined, raw: { for: string; vary: string; between: string }) =>
      deliver(import('./commands/solve.ts').then((command) => command.solveCommand(name, raw))),
    )
}

import type { Command } from 'commander'
import type { Deliver } from './deliver.ts'
import { onceOrMore, type OnceOrMore } from './once-or-more.ts'
import { addOutputOptions, addRecordOption, addScenarioOptions } from './options.ts'

/** `solve`: the value of one key that brings a figure to a target, or the values of two. */
export function declareSolve(program: Command, deliver: Deliver): void {
  const solve = program
    .command('solve')
    .summary('the value of one key that brings a figure to a target')
    .description(
      'The value of one key of a scenario that brings a figure to a target in a year, or of two keys.',
    )
    .argument('[scenario]', 'file or name; a+b stacks b upon a (default: current-plans)')
    .optionsGroup('What is asked:')
    .requiredOption(
      '--for <target>',
      '"gap.total[eu14] = 0 in 2029-30": figure.category[benchmark]; twice: both together',
      onceOrMore,
    )
    .requiredOption(
      '--vary <key>',
      'the key, as --set takes it: measures.uplift.amount; a second varies too',
      onceOrMore,
    )
    .requiredOption(
      '--between <range>',
      'bounds of the value: £0bn..£20bn, 0%..10%; one a key, in order',
      onceOrMore,
    )
    .option('--budget <sum>', 'two keys, one target: "KEY + 2 * KEY <= £3bn", or = to spend all')
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
    --vary assumptions.underspend --between -10%..20%
  capgap solve my-plan.yaml --for "gap.total[oecd] = 0 in 2029-30" \\
    --vary measures.a.amount --between £0bn..£5bn \\
    --vary measures.b.amount --between £0bn..£5bn \\
    --budget "measures.a.amount + measures.b.amount <= £4bn"`,
    )
    .action((name: string | undefined, raw: { for: OnceOrMore; vary: OnceOrMore; between: OnceOrMore }) =>
      deliver(import('./commands/solve.ts').then((command) => command.solveCommand(name, raw))),
    )
}

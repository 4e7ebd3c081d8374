import type { Command } from 'commander'
import type { Deliver } from './deliver.ts'
import { addOutputOptions, addRecordOption, addScenarioOptions, gather, type RawOptions } from './options.ts'

/** `compare`: scenarios side by side, and what made the difference. */
export function declareCompare(program: Command, deliver: Deliver): void {
  const compare = program
    .command('compare')
    .summary('inputs that differ, results side by side, what made the difference')
    .description(
      'Scenarios against the first: inputs that differ, results side by side, and the\ndifference credited to each input.',
    )
    .argument('[scenario...]', 'two or more files or names; a+b stacks b upon a')
    .optionsGroup('What is shown:')
    .option('--show <table>', 'inputs, results or credit alone (default: all)')
    .option('--prices <basis>', 'prices of a year (2025-26), or nominal (default: the first scenario’s)')
    .option('--years <years>', '2025-26, or "2025-26 to 2034-35"; also the years credited')
    .option('--figure <name>', 'repeatable (default: spend and gap)', gather)
    .option('--benchmark <id>', 'one benchmark; repeatable', gather)
    .option('--category <name>', 'infrastructure, digital, other or total; repeatable', gather)
    .option('--seed <number>', 'chooses the orders sampled beyond 12 inputs (default: 1)')
  addRecordOption(addOutputOptions(addScenarioOptions(compare)))
    .addHelpText(
      'after',
      `
Examples:
  capgap compare current-plans ten-percent-2035
  capgap compare current-plans my-plan.yaml --figure gap --benchmark eu14
  capgap compare old.yaml new.yaml --show credit --years 2029-30 -f csv`,
    )
    .action((names: string[], raw: RawOptions) =>
      deliver(import('./commands/compare.ts').then((command) => command.compare(names, raw))),
    )
}

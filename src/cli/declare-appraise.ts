import type { Command } from 'commander'
import type { Deliver } from './deliver.ts'
import { addOutputOptions, addRecordOption, addScenarioOptions, gather } from './options.ts'

/** `appraise`: present values by the Green Book. */
export function declareAppraise(program: Command, deliver: Deliver): void {
  const appraise = program
    .command('appraise')
    .summary('Green Book present values, optimism bias, switching values')
    .description(
      'Present value and even yearly value of what measures cost and of each gap, by the\nGreen Book: real flows only, before and after optimism bias, with what would flip it.',
    )
    .argument('[scenario]', 'file or name; a+b stacks b upon a (default: current-plans)')
    .optionsGroup('How it is discounted:')
    .option('--schedule <name>', 'standard, or health for health effects (default: standard)')
    .option('--vintage <name>', 'edition of the rates (default: gb-2026)')
    .option('--base-year <year>', 'year 0, 2025-26 (default: the first year still planned)')
    .option('--horizon <years>', 'years after year 0 (default: to the last year reported)')
    .option('--prices <basis>', 'prices of a year (2025-26); never nominal')
    .optionsGroup('What is shown:')
    .option('--benchmark <id>', 'one benchmark of the scenario; repeatable', gather)
  addRecordOption(addOutputOptions(addScenarioOptions(appraise)))
    .addHelpText(
      'after',
      `
Examples:
  capgap appraise digitise-2030
  capgap appraise digitise-2030 --horizon 60 --benchmark digitisation
  capgap appraise my-plan.yaml --base-year 2026-27 -f csv`,
    )
    .action((name: string | undefined, raw: object) =>
      deliver(import('./commands/appraise.ts').then((command) => command.appraise(name, raw))),
    )
}

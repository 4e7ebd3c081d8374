import type { Command } from 'commander'
import type { Deliver } from './deliver.ts'
import { addDataOption, addOutputOptions, addRecordOption } from './options.ts'

/** `replicate`: published claims beside ours. */
export function declareReplicate(program: Command, deliver: Deliver): void {
  const replicate = program
    .command('replicate')
    .summary('published headline claims beside ours')
    .description('Published headline claims beside what our data give, with difference and verdict.')
    .optionsGroup('What is worked:')
    .option('--as-of <date>', 'use only what policy knew on that day (YYYY-MM-DD)')
  addRecordOption(addOutputOptions(addDataOption(replicate)))
    .addHelpText(
      'after',
      `
Verdicts: equal (to the printed digits), near (within 10%), differs,
cannot-compute. A claim that differs is no error.

Examples:
  capgap replicate
  capgap replicate -f csv -o claims.csv`,
    )
    .action((raw: object) =>
      deliver(import('./commands/replicate.ts').then((command) => command.replicate(raw))),
    )
}

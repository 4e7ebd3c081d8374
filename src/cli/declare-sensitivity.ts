import type { Command } from 'commander'
import type { Deliver } from './deliver.ts'
import type { Io } from './io.ts'
import { addOutputOptions, addScenarioOptions, gather, type RawOptions } from './options.ts'

/** The options of `sensitivity` beside those that commands share. */
export interface RawSensitivity extends RawOptions {
  readonly curve?: boolean
  readonly year?: string
  readonly chart?: boolean
}

/** `sensitivity`: which choices and assumptions the conclusion hangs on. */
export function declareSensitivity(program: Command, deliver: Deliver, io: Io): void {
  const sensitivity = program
    .command('sensitivity')
    .summary('what the sign of the gap hangs on')
    .description(
      'The gap of one year under every defensible combination of choices (the\n' +
        'specification curve): how often it is positive, and which choice decides.',
    )
    .argument('[scenario]', 'a file or name; a+b stacks b upon a (default: current-plans)')
    .optionsGroup('What is shown:')
    .option('--curve', 'the specification curve (default: every part)')
    .option('--year <year>', 'a financial year (default: the last one planned)')
    .option('--category <name>', 'total, infrastructure or digital (default: total)', gather)
    .option('--prices <basis>', 'prices of a year (2025-26), or nominal')
    .option('--no-chart', 'tables alone')
  addOutputOptions(addScenarioOptions(sensitivity))
    .addHelpText(
      'after',
      `
Examples:
  capgap sensitivity --curve
  capgap sensitivity my-plan.yaml --curve --category digital --year 2027-28
  capgap sensitivity --curve -o combinations.csv`,
    )
    .action((name: string | undefined, raw: RawSensitivity) =>
      deliver(import('./commands/sensitivity.ts').then((command) => command.sensitivity(name, raw, io))),
    )
}

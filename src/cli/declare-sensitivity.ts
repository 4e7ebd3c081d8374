import type { Command } from 'commander'
import type { Deliver } from './deliver.ts'
import type { Io } from './io.ts'
import { addOutputOptions, addRecordOption, addScenarioOptions, gather } from './options.ts'
import type { RawSensitivity } from './raw-sensitivity.ts'

/** `sensitivity`: which choices and assumptions the conclusion hangs on. */
export function declareSensitivity(program: Command, deliver: Deliver, io: Io): void {
  const sensitivity = program
    .command('sensitivity')
    .summary('what the sign of the gap hangs on')
    .description(
      'What the gap of one year hangs on: every defensible combination of choices\n' +
        '(the specification curve), each assumption by itself (tornado), shares of the\n' +
        'variance (drivers), values at which the sign flips, two at a time (grid).',
    )
    .argument('[scenario]', 'a file or name; a+b stacks b upon a (default: current-plans)')
    .optionsGroup('What is shown:')
    .option('--curve', 'the specification curve (default: every part but the grid)')
    .option('--tornado', 'each assumption with a range by itself, at both its ends')
    .option('--drivers', 'shares of the variance of the gap (Sobol indices)')
    .option('--switching', 'the value of each assumption at which the sign flips')
    .option('--grid <axes...>', 'two assumptions: underspend cdel-per-gfcf, or NAME=0%..12%:2%')
    .option('--year <year>', 'a financial year (default: the last one planned)')
    .option(
      '--benchmark <id>',
      'the gap to this one, but for the curve (default: the first); repeatable',
      gather,
    )
    .option('--category <name>', 'one category (default: the benchmark’s, of the curve the total)', gather)
    .option('--prices <basis>', 'prices of a year (2025-26), or nominal')
    .option('--draws <n>', 'rows drawn for --drivers (default: 16384)')
    .option('--seed <n>', 'another whole number, other draws (default: 20261122)')
    .option('--no-chart', 'tables alone')
  addRecordOption(addOutputOptions(addScenarioOptions(sensitivity)))
    .addHelpText(
      'after',
      `
Examples:
  capgap sensitivity
  capgap sensitivity my-plan.yaml --curve --category digital --year 2027-28
  capgap sensitivity --tornado --switching --benchmark oecd --no-chart
  capgap sensitivity --grid underspend=0%..12%:3% cdel-per-gfcf
  capgap sensitivity --curve -o combinations.csv`,
    )
    .action((name: string | undefined, raw: RawSensitivity) =>
      deliver(import('./commands/sensitivity.ts').then((command) => command.sensitivity(name, raw, io))),
    )
}

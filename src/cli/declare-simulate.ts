import type { Command } from 'commander'
import type { Deliver } from './deliver.ts'
import type { Io } from './io.ts'
import { addOutputOptions, addRecordOption, addScenarioOptions, gather } from './options.ts'

/** `simulate`: how sure the numbers are. */
export function declareSimulate(program: Command, deliver: Deliver, io: Io): void {
  const simulate = program
    .command('simulate')
    .summary('intervals and the chance that a gap is closed')
    .description(
      'Where each gap lies when the assumptions that have a range are drawn many times: mean,\n' +
        'P5 to P95 and the chance that the gap is closed, each with its standard error.',
    )
    .argument('[scenario...]', 'files or names; a+b stacks b upon a (default: current-plans)')
    .optionsGroup('How draws are made:')
    .option('--draws <n>', 'at least so many draws (default: 10000)')
    .option('--seed <n>', 'another whole number, other draws (default: 20261122)')
    .option('--method <name>', 'sobol (scrambled Sobol points) or plain (default: sobol)')
    .option('--plain', 'independent draws, as --method plain')
    .option(
      '--precision <share>',
      'double the draws until the error of every P50 is at most this share of its P5 to P95: 0.5%',
    )
    .option('--max-draws <n>', 'where --precision ends at the latest (default: 4194304)')
    .option('--workers <n>', 'threads; the numbers are the same for any (default: by the work)')
    .option('--samples <file>', 'also write the draws themselves, as .csv or .parquet')
    .optionsGroup('What is shown:')
    .option('--prices <basis>', 'prices of a year (2025-26), or nominal')
    .option('--years <years>', '2025-26, or "2025-26 to 2034-35"')
    .option('--figure <name>', 'any figure of "capgap run" (default: gap); repeatable', gather)
    .option('--benchmark <id>', 'one benchmark of the scenario; repeatable', gather)
    .option('--category <name>', 'infrastructure, digital, other or total; repeatable', gather)
    .option('--no-chart', 'tables alone, without histogram and fan')
  addRecordOption(addOutputOptions(addScenarioOptions(simulate)))
    .addHelpText(
      'after',
      `
Examples:
  capgap simulate --benchmark eu14 --category total
  capgap simulate plans.yaml --years 2029-30 --precision 0.5%
  capgap simulate plans.yaml -o intervals.csv --samples draws.parquet`,
    )
    .action((names: string[], raw: object) =>
      deliver(import('./commands/simulate.ts').then((command) => command.simulate(names, raw, io))),
    )
}

import type { Command } from 'commander'
import { exitCodes } from '../problems/problem.ts'
import { addDataOption, addOutputOptions, gather } from './options.ts'
import type { Deliver } from './deliver.ts'

/** `data list`, `data show` and `data check`. */
export function declareDataCommands(program: Command, deliver: Deliver): void {
  const data = program
    .commandsGroup('Look after its inputs:')
    .command('data')
    .summary('list, show, check, import')
    .description('The published figures that everything rests on.')

  addOutputOptions(addDataOption(data.command('list')))
    .summary('every dataset: what it holds, unit, years, licence')
    .description('Every dataset: what it holds, its unit, years and licence.')
    .action((raw: object) =>
      deliver(import('./commands/data-list.ts').then((command) => command.dataList(raw))),
    )

  const show = data
    .command('show')
    .summary('the rows of one dataset')
    .description('The rows of one dataset, with the source of each.')
    .argument('<dataset>', 'its name, as "capgap data list" prints it')
    .optionsGroup('What is shown:')
    .option('--where <column=value>', 'only rows whose column holds that; repeatable', gather)
    .option('--from <period>', 'no period before this, written as in the rows')
    .option('--to <period>', 'no period after this')
    .option('--as-of <date>', 'no row published after that day (YYYY-MM-DD)')
    .option('--vintages', 'the revisions of each period side by side')
    .option('--plans', 'plans, and what was then spent')
  addOutputOptions(addDataOption(show))
    .addHelpText(
      'after',
      `
Examples:
  capgap data show dhsc-capital --where status=plan
  capgap data show dhsc-capital --vintages --from 2024-25
  capgap data show dhsc-capital --plans
  capgap data show health-capital-share --where nation=GBR -f csv`,
    )
    .action((dataset: string, raw: object) =>
      deliver(import('./commands/data-show.ts').then((command) => command.dataShow(dataset, raw))),
    )

  addOutputOptions(data.command('check'))
    .summary('check the bundled datasets, or a folder of yours')
    .description('Checks the bundled datasets, or a folder in the same form: every fault at once (exit 4).')
    .argument('[dir]', 'a folder of datasets')
    .action((dir: string | undefined, raw: object) =>
      deliver(
        import('./commands/data-check.ts').then((command) => command.dataCheck(dir, raw)),
        exitCodes.data,
      ),
    )
}

import type { Command } from 'commander'
import type { Deliver } from './deliver.ts'
import type { Io } from './io.ts'
import { addDataOption } from './options.ts'

/** `brief`: documents that hold numbers of the model and must not go stale. */
export function declareBriefCommand(program: Command, deliver: Deliver, io: Io): void {
  const brief = program
    .command('brief')
    .summary('bring the numbers in Markdown or HTML up to date')
    .description(
      'Fills marked numbers and tables in Markdown or HTML anew.\nAll that stands outside the marks is kept to the byte.',
    )
    .argument('<file...>', 'documents; each is written whole, and none if any has a fault')
    .optionsGroup('What is done:')
    .option('--check', 'change nothing; name every stale number and fail (exit 1)')
    .option('--diff', 'change nothing; print what would change as a unified diff')
    .option('--force', 'write over blocks that were changed by hand')
    .option('--annotations <kind>', 'github: print what is wrong as annotations as well')
  addDataOption(brief)
    .option('--strict', 'fail (exit 1) when there are warnings')
    .option('-q, --quiet', 'say nothing when all is well')
    .option('--no-color', 'no colour; the variable NO_COLOR does the same')
    .addHelpText(
      'after',
      `
A number stands between two comments, a table too:
  <!--capgap gap.total[eu14] in 2029-30, 2025-26 prices-->−£0.1bn<!--/capgap-->
  <!-- capgap: table run, benchmark eu14, 2025-26 prices -->
  <!-- /capgap -->

Examples:
  capgap brief docs/briefing.md
  capgap brief --check --annotations github docs/*.md`,
    )
    .action((files: string[], raw: object) =>
      deliver(import('./commands/brief.ts').then((command) => command.brief(files, raw, io))),
    )
}

import { Command, type CommanderError } from 'commander'
import { exitCodes, type ExitCode, ProblemsError } from '../problems/problem.ts'
import { version } from '../terms/version.ts'
import { appearance } from './appearance.ts'
import { declareAppraise } from './declare-appraise.ts'
import { declareBriefCommand } from './declare-brief.ts'
import { declareCompare } from './declare-compare.ts'
import { declareDataCommands } from './declare-data.ts'
import { declareImportCommand } from './declare-import.ts'
import { declareModelCommands, declareRun } from './declare-model.ts'
import { declareRecordCommands } from './declare-records.ts'
import { declareReplicate } from './declare-replicate.ts'
import { declareScenarioCommands } from './declare-scenario.ts'
import { declareSimulate } from './declare-simulate.ts'
import { declareSolve } from './declare-solve.ts'
import { declareSweep } from './declare-sweep.ts'
import { declareSensitivity } from './declare-sensitivity.ts'
import { deliver, type Deliver } from './deliver.ts'
import type { Io } from './io.ts'
import { usageProblem } from './usage-problem.ts'

const readingWidth = 100

/**
 * A fresh program: every command declared, none of their code loaded.
 * @param asked the first word of the command line
 * @param settle is given the exit code once a command has run
 */
export function createProgram(io: Io, asked: string | undefined, settle: (code: ExitCode) => void): Command {
  const done: Deliver = async (outcome, failing) => settle(await deliver(await outcome, io, failing))
  const program = new Command('capgap')
    .description(
      'NHS capital investment against comparator nations and stated needs: what is\n' +
        'planned, what would be required, and the gap, with the source of every number.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'say how to use it')
    .helpCommand('help [command]', 'say how to use a command')
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .configureOutput({
      writeOut: io.stdout,
      // What is wrong is said by us, as a Problem.
      writeErr: () => undefined,
      outputError: () => undefined,
      // Help has no colour; commander would look at the streams of the process to learn whether it may.
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      getOutHelpWidth: () => Math.min(readingWidth, appearance(io, false).width),
    })
    .addHelpText('after', overview)
  // What is asked most is spared the declarations of all the rest, of which its help and errors show nothing.
  if (asked === 'simulate') declareSimulate(program, done, io)
  else declareRun(program, done)
  if (asked !== 'run' && asked !== 'simulate') declareTheRest(program, done, io)
  for (const command of everyCommand(program)) command.exitOverride((error) => refuse(error, command))
  return program
}

function declareTheRest(program: Command, done: Deliver, io: Io): void {
  declareModelCommands(program, done)
  declareCompare(program, done)
  declareAppraise(program, done)
  declareSimulate(program, done, io)
  declareSensitivity(program, done, io)
  declareReplicate(program, done)
  declareSolve(program, done)
  declareSweep(program, done)
  declareBriefCommand(program, done, io)
  declareDataCommands(program, done)
  declareImportCommand(program, io, done)
  declareScenarioCommands(program, done, io)
  declareRecordCommands(program, done, io)
}

const overview = `
Examples:
  capgap run                                current plans against the benchmarks
  capgap run my-scenario.yaml -o gap.csv    every number, unrounded
  capgap lookback --group g7                matching the G7 in 2010-2019
  capgap explain gap --year 2029-30         where one number comes from
  capgap scenario new -o my-scenario.yaml   start a scenario of your own

Results go to standard output, everything else to standard error. Without a
terminal, tables are 80 columns wide unless COLUMNS says otherwise.

Exit codes: 0 fine, 1 a check failed, 2 usage, 3 invalid scenario,
4 invalid data, 5 no solution, 6 cannot write, 70 a mistake in capgap.`

/** Help and version are no failures; anything else commander refuses becomes a Problem (exit 2). */
function refuse(error: CommanderError, command: Command): never {
  if (error.exitCode === 0) throw error
  throw new ProblemsError([usageProblem(error, command)], exitCodes.usage)
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)]
}

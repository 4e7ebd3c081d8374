import type { Command } from 'commander'
import type { Io } from './io.ts'
import { graphFormats, logFormats } from './formats.ts'
import { addDataOption, addOutputOptions, addScenarioOptions } from './options.ts'
import type { Deliver } from './deliver.ts'

const scenarioArgument = 'file or name; a+b stacks b upon a (default: current-plans)'

/** `verify`, `scenario graph` and `scenario log`: what stands behind numbers, and the proof. */
export function declareRecordCommands(program: Command, deliver: Deliver, io: Io): void {
  const verify = program
    .command('verify')
    .summary('prove that an output came from its record')
    .description(
      'Works a record again and compares: version, data, scenario texts, values, output.\n' +
        'Names the first thing that differs (exit 1).',
    )
    .argument('<record>', 'a file that --record wrote')
    .argument('[output]', 'the output written with it, to be compared too')
  addOutputOptions(addDataOption(verify))
    .addHelpText(
      'after',
      `
Examples:
  capgap run my-plan.yaml -o gap.csv --record gap.record.json
  capgap verify gap.record.json gap.csv`,
    )
    .action((record: string, output: string | undefined, raw: object) =>
      deliver(import('./commands/verify.ts').then((command) => command.verify(record, output, raw, io))),
    )

  const scenario = program.commands.find((command) => command.name() === 'scenario')
  if (scenario === undefined) throw new Error('the scenario commands are declared first')

  const graph = scenario
    .command('graph')
    .summary('which figures feed which')
    .description('Draws which figures feed which: datasets and scenario keys, figures, what run prints.')
    .argument('[scenario]', scenarioArgument)
  addOutputOptions(addScenarioOptions(graph), graphFormats)
    .addHelpText(
      'after',
      `
Examples:
  capgap scenario graph my-scenario.yaml -o map.mmd
  capgap scenario graph -f dot | dot -Tsvg > map.svg`,
    )
    .action((name: string | undefined, raw: object) =>
      deliver(import('./commands/scenario-graph.ts').then((command) => command.scenarioGraph(name, raw))),
    )

  const log = scenario
    .command('log')
    .summary('assumptions, decisions, data and limits, as a document')
    .description(
      'The assumptions, decisions and data behind a run and its known limits, as a document\n' +
        'for assurance. What an assumption does not say is a warning; --strict makes it fail.',
    )
    .argument('[scenario]', scenarioArgument)
    .optionsGroup('What is shown:')
    .option('--part <name>', 'assumptions, decisions, data or limits: one table alone')
  addOutputOptions(addScenarioOptions(log), logFormats)
    .addHelpText(
      'after',
      `
Examples:
  capgap scenario log my-scenario.yaml -o log.md
  capgap scenario log my-scenario.yaml --part data -o data-log.csv`,
    )
    .action((name: string | undefined, raw: object) =>
      deliver(import('./commands/scenario-log.ts').then((command) => command.scenarioLog(name, raw))),
    )
}

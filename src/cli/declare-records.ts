import type { Command } from 'commander'
import { addOutputOptions, addScenarioOptions, graphFormats } from './options.ts'
import type { Deliver } from './deliver.ts'

const scenarioArgument = 'file or name; a+b stacks b upon a (default: current-plans)'

/** `scenario graph`: what stands behind a scenario's numbers. */
export function declareRecordCommands(program: Command, deliver: Deliver): void {
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
}

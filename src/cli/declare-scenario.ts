import type { Command } from 'commander'
import { addOutputOptions, addScenarioOptions } from './options.ts'
import type { Deliver } from './deliver.ts'
import type { Io } from './io.ts'

/** `scenario list`, `check`, `new`, `schema` and `assumptions`. */
export function declareScenarioCommands(program: Command, deliver: Deliver, io: Io): void {
  const scenario = program
    .command('scenario')
    .summary('list, check, new, schema, assumptions, graph, log')
    .description('Scenario files: what the model is asked to assume.')

  addOutputOptions(scenario.command('list'))
    .summary('the scenarios that come with capgap')
    .description('The scenarios that come with capgap: run one by its name, or copy from it.')
    .action((raw: object) =>
      deliver(import('./commands/scenario-list.ts').then((command) => command.scenarioList(raw))),
    )

  const check = scenario
    .command('check')
    .summary('every fault of a scenario at once')
    .description('Checks scenarios without running them: every fault at once (exit 3).')
    .argument('[scenario...]', 'scenario files; a+b stacks b upon a (default: all that come with capgap)')
    .optionsGroup('What is shown:')
    .option('--resolved', 'print every value in force and where it was said')
  addOutputOptions(addScenarioOptions(check))
    .addHelpText(
      'after',
      `
Examples:
  capgap scenario check my-scenario.yaml
  capgap scenario check base.yaml+uplift.yaml --resolved`,
    )
    .action((names: string[], raw: object) =>
      deliver(import('./commands/scenario-check.ts').then((command) => command.scenarioCheck(names, raw))),
    )

  scenario
    .command('new')
    .summary('a scenario to start from, explained')
    .description('Prints a scenario to start from, with its keys explained.')
    .option('-o, --output <file>', 'write it whole or not at all; - is standard output')
    .action((raw: object) =>
      deliver(import('./commands/scenario-new.ts').then((command) => command.scenarioNew(raw, io))),
    )

  scenario
    .command('schema')
    .summary('the JSON Schema of scenario files, for editors')
    .description('Prints the JSON Schema (draft-07) of scenario files: editors complete and check with it.')
    .option('-o, --output <file>', 'write it whole or not at all; - is standard output')
    .action((raw: object) =>
      deliver(import('./commands/scenario-schema.ts').then((command) => command.scenarioSchema(raw))),
    )

  addOutputOptions(scenario.command('assumptions'))
    .summary('every value the model assumes, with its source')
    .description('Every value the model assumes, by the name a scenario may set it under.')
    .action((raw: object) =>
      deliver(
        import('./commands/scenario-assumptions.ts').then((command) => command.scenarioAssumptions(raw)),
      ),
    )
}

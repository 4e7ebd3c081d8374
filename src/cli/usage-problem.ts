import type { Command, CommanderError } from 'commander'
import * as sentences from '../problems/catalogue/usage.ts'
import { nearest } from '../problems/nearest.ts'
import type { Problem } from '../problems/problem.ts'

/** What commander refused, in our words, with the nearest command or option that exists. */
export function usageProblem(error: CommanderError, command: Command): Problem {
  const name = fullName(command)
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'commander.help':
      // Commander shows help where a command is missing, and where "help" names none that exists.
      return command.args[0] === 'help' && command.args[1] !== undefined
        ? unknownCommand(command.args[1], command)
        : sentences.noCommand(name, commandNames(command))
    case 'commander.unknownCommand':
      return unknownCommand(quoted, command)
    case 'commander.unknownOption':
      if (/^--record(=|$)/.test(quoted)) return sentences.noRecordOf(name, commandsWith('--record', command))
      return sentences.unknownOption(quoted, name, nearestOption(quoted, command))
    case 'commander.missingArgument':
      return sentences.missingArgument(quoted, name)
    case 'commander.optionMissingArgument':
      return sentences.missingOptionValue(quoted)
    case 'commander.excessArguments':
      return sentences.tooManyArguments(name)
    default:
      return sentences.badUsage(error.message.replace(/^error: /, ''), name)
  }
}

/** The command with those above it, as it is typed: `capgap data show`. */
function fullName(command: Command): string {
  return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`
}

function unknownCommand(word: string, command: Command): Problem {
  const known = commandNames(command)
  const isScenario = command.parent === null && /\.ya?ml$/.test(word)
  return sentences.unknownCommand(word, fullName(command), known, nearest(word, known), isScenario)
}

function commandNames(command: Command): string[] {
  return command.commands.map((each) => each.name())
}

/** The commands of the program that have an option. */
function commandsWith(flag: string, command: Command): string[] {
  if (command.parent !== null) return commandsWith(flag, command.parent)
  return command.commands
    .filter(({ options }) => options.some(({ long }) => long === flag))
    .map((each) => each.name())
}

function nearestOption(flag: string, command: Command): string | undefined {
  const known = command.options.flatMap((option) => option.long ?? [])
  return nearest(flag.replace(/=.*/s, ''), known)
}

import type { Problem } from '../problem.ts'
import { yearsMeant } from '../years-meant.ts'

/** Sentences about the command line: how it was used, and what could not be written. */

function usage(code: string, found: string, advice: string): Problem {
  return { code, severity: 'error', found, advice }
}

/** `Did you mean X? ` when there is a near word, then all the known ones. */
function knownWords(known: readonly string[], near: string | undefined): string {
  const list = known.join(', ')
  return near === undefined ? `Write one of: ${list}` : `Did you mean "${near}"? Known: ${list}`
}

export function unknownCommand(
  name: string,
  parent: string,
  known: readonly string[],
  near: string | undefined,
  isScenario: boolean,
): Problem {
  const advice = isScenario ? `To run that scenario, write: ${parent} run ${name}` : knownWords(known, near)
  return usage('unknown-command', `"${parent}" has no command "${name}"`, advice)
}

export function noCommand(parent: string, known: readonly string[]): Problem {
  return usage(
    'no-command',
    `"${parent}" needs a command`,
    `Write one of: ${known.join(', ')}; "${parent} --help" says what each does`,
  )
}

export function unknownOption(flag: string, command: string, near: string | undefined): Problem {
  const help = `"${command} --help" lists the options`
  const advice = near === undefined ? help : `Did you mean "${near}"? ${help}`
  return usage('unknown-option', `"${command}" has no option "${flag}"`, advice)
}

/** @param kept the commands that keep a record */
export function noRecordOf(command: string, kept: readonly string[]): Problem {
  return usage(
    'unknown-option',
    `"${command}" has no option "--record"`,
    `A record is kept of answers of the model: ${kept.join(', ')}. "${command} --help" lists the options`,
  )
}

export function missingArgument(name: string, command: string): Problem {
  return usage(
    'missing-argument',
    `"${command}" needs ${name.toUpperCase()}`,
    `"${command} --help" says what to write, with examples`,
  )
}

export function missingOptionValue(flags: string): Problem {
  const long = /--[a-z-]+/.exec(flags)?.[0] ?? flags
  const value = /<(.*)>/.exec(flags)?.[1] ?? 'value'
  return usage('missing-option-value', `"${long}" needs a value`, `Write: ${long} ${value.toUpperCase()}`)
}

export function tooManyArguments(command: string): Problem {
  return usage(
    'too-many-arguments',
    `"${command}" was given more words than it takes`,
    `Put quotes round a value that holds spaces; "${command} --help" says what it takes`,
  )
}

/** Anything else the command-line parser refuses, in its own words. */
export function badUsage(message: string, command: string): Problem {
  return usage('bad-usage', message, `"${command} --help" says what to write`)
}

/** A value that must be one of a few words: a format, figure, benchmark, category. */
export function unknownChoice(
  option: string,
  value: string,
  known: readonly string[],
  near: string | undefined,
): Problem {
  return usage('unknown-choice', `"${option}" knows no "${value}"`, knownWords(known, near))
}

export function unknownFigure(name: string, usual: readonly string[], near: string | undefined): Problem {
  const advice = near === undefined ? '' : `Did you mean "${near}"? `
  return usage(
    'unknown-figure',
    `There is no figure "${name}"`,
    `${advice}Most asked for: ${usual.join(', ')}`,
  )
}

export function badCellId(id: string, part: string): Problem {
  return usage(
    'bad-cell-id',
    `"${id}" has "${part}" inside its brackets, which no cell has`,
    'Write a figure and its cell as "capgap explain" prints ids with -f json: gap[year=2029-30,category=total,benchmark=eu14]',
  )
}

/** An option picks a cell along a dimension that the figure does not have. */
export function figureWithout(figure: string, option: string): Problem {
  return usage('figure-without', `The figure "${figure}" has no ${option}`, `Leave out "--${option}"`)
}

/** A dimension without a natural first choice was not named, or the scenario has nothing to choose from. */
export function nothingToExplain(figure: string, option: string): Problem {
  const advice =
    option === 'category'
      ? 'Name a sub-category with --category, for example: --category electronic-records'
      : `Name a scenario that has a ${option}`
  return usage('nothing-to-explain', `The figure "${figure}" needs a ${option}`, advice)
}

export function noSuchBenchmarks(option: string, value: string): Problem {
  return usage(
    'no-benchmarks',
    `"${option}" names "${value}", but the scenario has no benchmarks`,
    `Leave out "${option}", or add benchmarks to the scenario`,
  )
}

export function unknownEnding(file: string, endings: readonly string[]): Problem {
  return usage(
    'unknown-ending',
    `The ending of "${file}" does not say which format to write`,
    `End the name in ${endings.join(', ')}, or name the format with --format`,
  )
}

/** What to write where years were only written another way: `2025/26`. */
function meantBy(option: string, value: string): string | undefined {
  const meant = yearsMeant(value)
  if (meant === undefined) return undefined
  return `Write ${option} ${meant.includes(' ') ? `"${meant}"` : meant}`
}

export function badYears(option: string, value: string): Problem {
  return usage(
    'bad-years',
    `"${value}" is not a range of financial years for "${option}"`,
    meantBy(option, value) ??
      `Write one year or two, first before last: ${option} 2025-26, or ${option} "2025-26 to 2034-35"`,
  )
}

export function badCalendarYears(option: string, value: string): Problem {
  return usage(
    'bad-calendar-years',
    `"${value}" is not a range of calendar years for "${option}"`,
    `Write one year or two, first before last: ${option} 2016, or ${option} 2010-2019`,
  )
}

export function badFinancialYear(option: string, value: string): Problem {
  return usage(
    'bad-financial-year',
    `"${value}" is not a financial year for "${option}"`,
    meantBy(option, value) ?? `Write the years it begins and ends in: ${option} 2025-26`,
  )
}

export function badPrices(value: string, example: '2025-26' | '2019'): Problem {
  return usage(
    'bad-prices',
    `"${value}" is not a price basis`,
    `Write --prices nominal for money of the day, or the year whose prices to use: --prices ${example}`,
  )
}

export function badDate(option: string, value: string): Problem {
  return usage(
    'bad-date',
    `"${value}" is not a date for "${option}"`,
    `Write year, month and day: ${option} 2023-11-28`,
  )
}

export function badSetting(value: string): Problem {
  return usage(
    'bad-setting',
    `"--set ${value}" does not say which key takes which value`,
    'Write KEY=VALUE, for example: --set measures.uplift.amount=£2bn',
  )
}

export function badFilter(value: string): Problem {
  return usage(
    'bad-filter',
    `"--where ${value}" does not say which column must hold what`,
    'Write COLUMN=VALUE, for example: --where nation=GBR',
  )
}

export function badDepth(value: string): Problem {
  return usage('bad-depth', `"${value}" is not a depth`, 'Write how many levels to show, from 1: --depth 3')
}

export function bomWithoutCsv(format: string): Problem {
  return usage(
    'bom-without-csv',
    `"--bom" is for CSV, and the format is ${format}`,
    'Leave out --bom, or write --format csv',
  )
}

export function oneFormOnly(format: string): Problem {
  return usage(
    'one-form-only',
    `This text has one form, and "--format ${format}" asks for another`,
    'Leave out --format',
  )
}

export function cannotWrite(file: string, reason: string): Problem {
  return usage('cannot-write', `"${file}" could not be written: ${reason}`, whatToDoAboutWriting)
}

/** A new scenario never takes the place of one that somebody wrote. */
export function wouldReplaceScenario(file: string): Problem {
  return usage(
    'would-replace',
    `"${file}" is there already and is left as it is`,
    'Name another file with -o, or move that one away first',
  )
}

export function cannotWriteFolder(file: string): Problem {
  return usage('cannot-write', `"${file}" is a folder`, 'Name a file inside it')
}

export function cannotWriteStdout(reason: string): Problem {
  return usage('cannot-write', `The output could not be written: ${reason}`, whatToDoAboutWriting)
}

const whatToDoAboutWriting =
  'Check that the folder exists, that you may write there and that the disk has room; whatever stood there before is unchanged'

/** Why the system refused, in words; its own code when it is a rare one. */
export function systemReason(code: string | undefined): string {
  switch (code) {
    case 'ENOENT':
      return 'the folder does not exist'
    case 'ENOTDIR':
      return 'part of the path is a file, not a folder'
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied'
    case 'EROFS':
      return 'the disk is read-only'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full'
    case undefined:
    default:
      return `the system says ${code ?? 'nothing more'}`
  }
}

export function ourBug(message: string): Problem {
  return usage(
    'bug',
    `capgap met a mistake of its own: ${message}`,
    'Please report it with the command you ran; CAPGAP_DEBUG=1 before the command shows where it happened',
  )
}

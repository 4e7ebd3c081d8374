import type { Place, Problem } from '../problem.ts'
import { error, listed, meant } from './data-words.ts'

/** Sentences of `capgap data import`: what is wrong with a publisher's file, and what was left out of it. */

export function unknownFormat(name: string, near: string | undefined, known: readonly string[]): Problem {
  return {
    code: 'unknown-format',
    severity: 'error',
    found: `There is no format "${name}" to import${meant(near)}`,
    advice: `Write one of: ${listed(known)}`,
  }
}

/** The same file, imported into the same folder with another date of publication. */
export function importedBefore(place: Place, source: string, before: string, now: string): Problem {
  return error(
    'imported-before',
    place,
    `The folder holds this file already (${source}), as published ${before}; now it is said to be ${now}`,
    'Delete the folder first, or name another with -o: two dates would make two vintages of one publication',
  )
}

export function noSuchFile(place: Place): Problem {
  return error('file-missing', place, 'There is no such file', 'Check the name and the folder')
}

export function notAFile(place: Place): Problem {
  return error(
    'not-a-file',
    place,
    'This is a folder',
    'Name the file as downloaded; several files may follow one another',
  )
}

export function notAWorkbook(place: Place): Problem {
  return error(
    'not-a-workbook',
    place,
    'The file is not a workbook that can be read',
    'Save it as an Excel workbook (.xlsx), without a password; .xls and .ods must be saved anew',
  )
}

/** @param expected what the format looks like @param seen what stands there instead */
export function unrecognised(place: Place, format: string, expected: string, seen: string): Problem {
  return error(
    'unrecognised-layout',
    place,
    `The layout is not that of "${format}": expected ${expected}; found ${seen}`,
    'Check that the file is the publisher’s own download and the format is the right one; any other layout can be read as "tidy" with a mapping file',
  )
}

/** The first words of a file, for saying what was found. */
export function firstWords(lines: readonly (readonly string[])[]): string {
  const words = lines.flat().filter((cell) => cell.trim() !== '')
  if (words.length === 0) return 'nothing'
  const shown = words.slice(0, 6).map((cell) => `"${cell.length > 40 ? `${cell.slice(0, 40)}…` : cell}"`)
  return `${shown.join(', ')}${words.length > 6 ? ', …' : ''}`
}

export function noSheet(names: readonly string[]): string {
  return names.length === 0
    ? 'no sheet'
    : `the sheets ${listed(names.slice(0, 12).map((name) => `"${name}"`))}`
}

export function notANumberHere(place: Place, text: string, what: string): Problem {
  return error(
    'not-a-number',
    place,
    `"${text}" is not a number (${what})`,
    'Download the file again; where the publisher prints it so, correct the cell in a copy and say so in its name',
  )
}

export function notAYearHere(place: Place, text: string, what: string): Problem {
  return error(
    'not-a-year',
    place,
    `"${text}" is not ${what}`,
    'Download the file again, or correct the cell in a copy',
  )
}

export function raggedImport(place: Place, cells: number, columns: number): Problem {
  return error(
    'ragged-row',
    place,
    `The row has ${cells} cells and the header has ${columns}`,
    'Download the file again: it was cut short, or opened and saved by a program that changed it',
  )
}

export function emptyImportCell(place: Place, column: string): Problem {
  return error(
    'empty-cell',
    place,
    `The cell of "${column}" is empty`,
    'Fill it in, or leave the row out of a copy',
  )
}

export function repeatedRow(place: Place, first: Place): Problem {
  const where = first.line === undefined ? first.file : `${first.file}:${first.line}`
  return error(
    'duplicate-key',
    place,
    `The figure repeats the series and period of ${where}`,
    'Keep one of the two in a copy of the file',
  )
}

export function nothingToImport(
  place: Place,
  format: string,
  skipped: readonly { readonly reason: string; readonly count: number }[],
): Problem {
  const reasons = skipped.slice(0, 4).map(({ reason, count }) => `${reason} (${count})`)
  return error(
    'nothing-to-import',
    place,
    `The file holds nothing that "${format}" takes${reasons.length > 0 ? `; left out: ${reasons.join('; ')}` : ''}`,
    'docs/importing.md lists what each format takes; any other table can be read as "tidy" with a mapping file',
  )
}

export function yearUnknown(place: Place): Problem {
  return error(
    'year-unknown',
    place,
    'Neither the file nor its name says which financial year it holds',
    'Add the year: --year 2016-17',
  )
}

export function publishedGuessed(place: Place, taken: string): Problem {
  return {
    code: 'published-guessed',
    severity: 'warning',
    place,
    found: `The file does not say when it was published; taken as ${taken}, the year after its last figures`,
    advice: 'Name the date, which decides between vintages: --published 2025-10-14',
  }
}

export function otherColumns(place: Place, wanted: readonly string[]): Problem {
  return error(
    'other-columns',
    place,
    `The dataset in the folder has no column for each of ${listed(wanted)}`,
    'Import into a folder of its own: -o another-folder',
  )
}

export function otherValue(place: Place, value: string, before: string, where: string): Problem {
  return error(
    'other-value',
    place,
    `The figure is ${value} here and ${before} in the folder (${where}), under one series, period and source`,
    'Import into a folder of its own, or name the date of publication of each file with --published',
  )
}

export function refresh(): string {
  return 'Import the publisher’s next file into the same folder with "capgap data import": its rows are added.'
}

export function whyHole(): string {
  return 'No figure in the file imported'
}

export function whyNegative(): string {
  return 'Below zero as published'
}

export function sourceNote(names: readonly string[]): string {
  return `imported from ${names.join(' and ')}`
}

/* --------------------------------------------------------------------------------------------------- what is left out */

export const skipped = {
  notUsed: (what: string) => `${what} that capgap does not use`,
  aggregate: () => 'groups of nations, not nations',
  missing: () => 'no figure printed',
  suppressed: (mark: string) => `printed as ${mark}`,
  growthOnly: () => 'forecast years with growth and no index',
  olderAccounts: () =>
    'GDP before 2010-11, of older national accounts than the later years (table 1.4 has it)',
  totals: () => 'rows that are totals of others',
  calendarDeflator: () => 'calendar-year deflators (HM Treasury’s series begins earlier)',
  notApplicable: () => 'cells without a number (not applicable, not reported)',
  otherUnit: (unit: string) => `unit ${unit}`,
  otherItem: (name: string, code: string) => `${name} ${code}`,
  notYearly: () => 'periods that are not years',
  unknownNation: () => 'areas that are not nations',
  gross: () => 'gross stocks (capgap uses net)',
  chained: () => 'chained volumes (capgap uses current prices)',
  otherIndustry: () => 'industries other than human health and social work',
  partYear: () => 'years without all four quarters',
  notAdditions: () => 'lines of the accounts that are not additions',
  bySkipList: (text: string) => `cells that read "${text}"`,
} as const

export function derivedFromQuarters(): string {
  return 'derived here: sum of four quarters'
}

export function derivedRebased(base: string): string {
  return `derived here: index rebased to ${base}`
}

export function derivedShare(): string {
  return 'derived here: capital health expenditure over GDP'
}

export function addedUp(count: number, of: string): string {
  return `${count} ${of} added up`
}

export function addedBands(count: number): string {
  return `derived here: the four risk bands of ${count} returns added up`
}

export function shareOfAdditions(amount: string, total: string, organisations: number): string {
  return `derived here: £${amount}m of £${total}m of additions, ${organisations} organisations added up`
}

export function addedColumns(columns: readonly string[]): string {
  return `derived here: sum of columns ${columns.join(' and ')}`
}

export function unitByRow(): string {
  return 'as the dimension for units says'
}

export function ownDefinition(title: string, publisher: string): string {
  return `${title}, as ${publisher} publishes it; codes are the publisher’s`
}

export function mappingNeeded(place: Place): Problem {
  return error(
    'mapping-needed',
    place,
    'A tidy file needs a mapping file that says which column is which',
    'Add --mapping my-mapping.yaml; docs/importing.md shows one',
  )
}

export function unknownMappingKey(place: Place, key: string, near: string | undefined): Problem {
  return error(
    'unknown-key',
    place,
    `A mapping file has no key "${key}"${meant(near)}`,
    'docs/importing.md lists the keys',
  )
}

export function badMappingKey(place: Place, key: string, described: string): Problem {
  return error(
    'bad-mapping',
    place,
    `The key "${key}" is missing or not of the form it needs`,
    described === '' ? 'docs/importing.md shows a whole mapping file' : `Write ${described}`,
  )
}

export function columnNotThere(
  place: Place,
  name: string,
  ours: string,
  near: string | undefined,
  header: readonly string[],
): Problem {
  return error(
    'missing-column',
    place,
    `The file has no column "${name}", which the mapping names for ${ours}${meant(near)}`,
    `Its columns are ${listed(header.slice(0, 20))}`,
  )
}

export function columnNotMapped(place: Place, name: string): Problem {
  return error(
    'column-not-mapped',
    place,
    `The mapping does not say which column holds the ${name}`,
    `Add it under "columns": ${name}: the header of that column`,
  )
}

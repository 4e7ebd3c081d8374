import type { Place, Problem } from '../problem.ts'

/** Sentences about documents with marks: what a mark may say, what is stale, what was written by hand. */

function error(code: string, place: Place, found: string, advice: string): Problem {
  return { code, severity: 'error', place, found, advice }
}

const example = 'gap.total[eu14] in 2029-30, 2025-26 prices'

// Marks: how they are laid out.

export function markNotClosed(place: Place): Problem {
  return error(
    'mark-not-closed',
    place,
    'This mark has no closing mark',
    'Write <!--/capgap--> where its number or table ends',
  )
}

export function commentNotEnded(place: Place): Problem {
  return error('comment-not-ended', place, 'This mark does not end', 'Write --> where the mark ends')
}

export function nothingToClose(place: Place): Problem {
  return error(
    'nothing-to-close',
    place,
    'This closing mark has no opening mark before it',
    `Write the opening mark, for example <!--capgap ${example}-->, or delete this one`,
  )
}

export function wordsInClosing(place: Place, words: string): Problem {
  return error(
    'words-in-closing',
    place,
    `A closing mark holds nothing but the hash that capgap writes, and this one holds "${words}"`,
    'Write <!-- /capgap -->',
  )
}

export function blockNotAlone(place: Place): Problem {
  return error(
    'block-not-alone',
    place,
    'A table cannot stand in the middle of a line',
    'Begin a new line before this mark, and one after its closing mark',
  )
}

export function markOpensLine(place: Place): Problem {
  return {
    code: 'mark-opens-line',
    severity: 'warning',
    place,
    found: 'A line that begins with a mark is taken for HTML, and its Markdown is shown as it is written',
    advice: 'Put a word before the mark, or join its line to the one before',
  }
}

export function noMarks(file: string): Problem {
  return {
    code: 'no-marks',
    severity: 'warning',
    place: { file },
    found: 'The document holds no marks, so nothing in it is kept fresh',
    advice: `Write one, for example <!--capgap ${example}--><!--/capgap-->`,
  }
}

export function otherCharset(place: Place, charset: string): Problem {
  return error(
    'other-charset',
    place,
    `The page says that it is written in ${charset}, and "£" and "−" would be garbled`,
    'Save it as UTF-8 and declare <meta charset="utf-8">',
  )
}

export function notUtf8(file: string): Problem {
  return error('not-utf8', { file }, 'The document is not UTF-8 text', 'Save it as UTF-8')
}

// Answers: what stands in the document and should not. The sentence is told, so the line need not be shown.

function spot({ file, line, column }: Place): Place {
  return { file, ...(line !== undefined && { line }), ...(column !== undefined && { column }) }
}

export function staleNumber(place: Place, sentence: string, old: string, now: string, file: string): Problem {
  const was = old === '' ? 'nothing yet' : `"${old}"`
  return error(
    'stale-number',
    spot(place),
    `"${sentence}" says ${was}; it is now "${now}"`,
    bringUpToDate(file),
  )
}

export function staleBlock(place: Place, change: string, file: string): Problem {
  return error(
    'stale-block',
    spot(place),
    `What stands between these marks is stale: ${change}`,
    bringUpToDate(file),
  )
}

function bringUpToDate(file: string): string {
  return `Write: capgap brief ${file}`
}

export function rowChange(row: string, column: string, old: string, now: string): string {
  return `row "${row}"${column === '' ? '' : `, ${column}`}: "${old}" is now "${now}"`
}

export function lineChange(old: string, now: string): string {
  if (old === '') return `it now has "${now}"`
  return now === '' ? `it no longer has "${old}"` : `"${old}" is now "${now}"`
}

export function notFilled(): string {
  return 'it is not filled in yet'
}

export function handEdited(place: Place, sealed: boolean, change: string): Problem {
  const found = sealed
    ? 'What stands between these marks was changed by hand since capgap wrote it'
    : 'What stands between these marks was not written by capgap'
  return error(
    'hand-edited',
    spot(place),
    `${found}: ${change}`,
    'Move what is yours out of the marks; to write over it, add --force',
  )
}

// Words of the answers themselves.

const verdicts = {
  short: 'spend is short',
  over: 'spend is above the requirement',
  met: 'spend is exactly what is required',
  'not-established': 'the sign of the gap is not established',
} as const

export function verdictPhrase(sign: keyof typeof verdicts): string {
  return verdicts[sign]
}

export const verdictPhrases: readonly string[] = Object.values(verdicts)

/** The same in a cell of a table. */
export function verdictCell(sign: keyof typeof verdicts): string {
  return { short: 'short', over: 'above', met: 'as required', 'not-established': 'not established' }[sign]
}

export const verdictColumns = {
  benchmark: 'Whose comparator',
  category: 'On',
  gap: 'Gap',
  low: 'Lowest',
  high: 'Highest',
  sign: 'Spend is',
} as const

export const verdictNote =
  'Lowest and highest run across the bridge band and, on one category, both presets of the split; "short" or "above" is said only where they agree on the sign.'

export function verdictTitle(scenario: string, year: string): string {
  return `${scenario}: the gap in ${year}`
}

export function billionInWords(pounds: string): string {
  return `${pounds} billion`
}

export function millionInWords(pounds: string): string {
  return `${pounds} million`
}

export function percentInWords(digits: string): string {
  return `${digits} per cent`
}

export function minusInWords(number: string): string {
  return `minus ${number}`
}

export function plusInWords(number: string): string {
  return `plus ${number}`
}

/** What a run of `brief` did, file by file. */
export function fileDone(file: string, marks: number, changed: number): string {
  const all = `${file}: ${marks} ${marks === 1 ? 'mark' : 'marks'}`
  return changed === 0 ? `${all}, all fresh` : `${all}, ${changed} brought up to date`
}

export function fileChecked(file: string, marks: number, stale: number): string {
  const all = `${file}: ${marks} ${marks === 1 ? 'mark' : 'marks'}`
  return stale === 0 ? `${all}, all fresh` : `${all}, ${stale} stale`
}

export function cannotRead(file: string, reason: string): Problem {
  return {
    code: 'cannot-read',
    severity: 'error',
    found: `"${file}" could not be read: ${reason}`,
    advice: 'Name a Markdown or HTML document that is there',
  }
}

export const notThere = 'there is no such file'
export const isFolder = 'it is a folder'

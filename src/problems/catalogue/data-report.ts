/** Sentences of the reports on data itself: `data list`, `data show`, `data check`. */

export function datasetCount(datasets: number, rows: number): string {
  return `${datasets} ${datasets === 1 ? 'dataset' : 'datasets'}, ${rows} ${rows === 1 ? 'row' : 'rows'}`
}

export function listSubtitle(): string {
  return 'Published figures, one row an observation; "capgap data show NAME" prints the rows of one'
}

export function asOfNote(): string {
  return 'As-of side: of a policy dataset, rows published after an as-of date are dropped; of an economy dataset they are used and flagged as hindsight.'
}

export function showSubtitle(unit: string, prices: string, yearType: string): string {
  const words = [unit, ...(prices === 'none' ? [] : [`${prices} prices`]), ...yearWords(yearType)]
  return words.join(' · ')
}

function yearWords(yearType: string): string[] {
  if (yearType === 'both') return ['financial and calendar years']
  return yearType === 'none' ? [] : [`${yearType} years`]
}

export function rowsShown(shown: number, total: number): string {
  return shown === total ? `All ${total} rows.` : `${shown} of ${total} rows.`
}

export function rowsAsOf(asOf: string): string {
  return `Rows published after ${asOf} are left out.`
}

export function licenceNote(licence: string): string {
  return `Licence: ${licence}`
}

export function moreColumnsNote(columns: readonly string[]): string {
  return `The other columns (${columns.join(', ')}) are in csv, json and ndjson.`
}

export function checkVerdict(errors: number, warnings: number): string {
  if (errors === 0 && warnings === 0) return 'No problem found'
  const parts = [
    `${errors} ${errors === 1 ? 'error' : 'errors'}`,
    `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
  ]
  return `Found ${parts.join(' and ')}`
}

export function checkSubtitle(): string {
  return 'Each dataset against every check: files, columns, cells, years, keys, sources and its own about.yaml'
}

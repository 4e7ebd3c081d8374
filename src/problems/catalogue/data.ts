import type { Place, Problem } from '../problem.ts'
import { error, listed, meant } from './data-words.ts'

/** Sentences about the rows of datasets and about asking for them. */

export function emptyValue(place: Place): Problem {
  return error(
    'empty-value',
    place,
    'The value is empty',
    'Leave the row out: a missing figure is no row, and never 0',
  )
}

export function thousandsComma(place: Place, text: string): Problem {
  return error(
    'thousands-comma',
    place,
    `The value "${text}" has thousands commas`,
    `Write ${text.replace(/[^\d.-]/g, '')}`,
  )
}

export function notANumber(place: Place, text: string): Problem {
  return error(
    'not-a-number',
    place,
    `"${text}" is not a number`,
    'Write digits with a decimal point, without unit, currency sign, exponent or spaces: 13624.7',
  )
}

export function impossibleShare(place: Place, text: string): Problem {
  return error(
    'share-out-of-range',
    place,
    `A share of ${text} percent is impossible`,
    'Write a percentage between 0 and 100, or excuse the row under "exceptions" in about.yaml with the reason',
  )
}

export function negativeValue(place: Place, text: string): Problem {
  return error(
    'negative-value',
    place,
    `The value ${text} is below zero`,
    'Check the sign; where it is right, excuse the row under "exceptions" in about.yaml with the reason',
  )
}

export function unknownStatus(place: Place, status: string, near: string | undefined): Problem {
  return error(
    'unknown-status',
    place,
    status === '' ? 'The status is empty' : `The status "${status}" is not known${meant(near)}`,
    'Write outturn, estimate, plan, forecast, projection or assumption',
  )
}

export function unreadableDate(place: Place, text: string): Problem {
  return error(
    'published-date',
    place,
    text === '' ? 'The date of publication is empty' : `"${text}" is not a date of publication`,
    'Write a date, a month or a year that exists: 2026-03-26, 2026-03 or 2026',
  )
}

export function unknownSource(place: Place, id: string, near: string | undefined): Problem {
  return error(
    'unknown-source',
    place,
    id === '' ? 'The row names no source' : `The source "${id}" is not in sources.csv${meant(near)}`,
    'Name the id of a row of sources.csv, or add the publication there',
  )
}

export function unknownNation(place: Place, code: string, near: string | undefined): Problem {
  return error(
    'unknown-nation',
    place,
    `No dataset has figures for the nation "${code}"${meant(near)}`,
    'Write a three-letter code as the datasets do: GBR, AUT',
  )
}

export function wrongYearForm(
  place: Place,
  period: string,
  types: readonly ('financial' | 'calendar')[],
): Problem {
  const forms = types.map((type) =>
    type === 'financial' ? 'a financial year (2025-26)' : 'a calendar year (2025)',
  )
  return error(
    'year-form',
    place,
    `The period "${period}" is not ${forms.join(' or ')}`,
    `Write ${forms.join(' or ')}, or correct yearType in about.yaml`,
  )
}

export function hole(place: Place, series: string, from: string, to: string): Problem {
  const years = from === to ? from : `${from} to ${to}`
  return error(
    'hole',
    place,
    `The series${series === '' ? '' : ` ${series}`} has no row for ${years}`,
    'Add the rows, or declare the hole under "exceptions" in about.yaml with the reason',
  )
}

export function duplicateRow(place: Place, firstLine: number): Problem {
  return error(
    'duplicate-key',
    place,
    `The row repeats the dimensions, period, status, published and source of line ${firstLine}`,
    'Keep one of the two, or correct what tells them apart',
  )
}

export function unknownDataset(name: string, near: string | undefined): Problem {
  return {
    code: 'unknown-dataset',
    severity: 'error',
    found: `There is no dataset "${name}"${meant(near)}`,
    advice: '"capgap data list" names them all',
  }
}

export function unknownFilter(
  dataset: string,
  name: string,
  near: string | undefined,
  known: readonly string[],
): Problem {
  return {
    code: 'unknown-filter',
    severity: 'error',
    found: `The dataset "${dataset}" has no column "${name}" to filter by${meant(near)}`,
    advice: `Its columns are ${listed(known)}`,
  }
}

export function noRowsLeft(
  dataset: string,
  column: string,
  value: string,
  near: string | undefined,
): Problem {
  return {
    code: 'no-rows-left',
    severity: 'error',
    found: `No row of "${dataset}" has the ${column} "${value}"${meant(near)}`,
    advice: `"capgap data show ${dataset}" prints every row`,
  }
}

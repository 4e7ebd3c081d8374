import type { Place, Problem } from '../problem.ts'

/** Sentences about the words of a mark: what it asks for, in which year and prices, and when there is no answer. */

function error(code: string, place: Place, found: string, advice: string): Problem {
  return { code, severity: 'error', place, found, advice }
}

/** `Did you mean X? ` when there is a near word, then all the known ones. */
function oneOf(known: readonly string[], near?: string): string {
  const list = known.join(', ')
  return near === undefined ? `Write one of: ${list}` : `Did you mean "${near}"? Known: ${list}`
}

const example = 'gap.total[eu14] in 2029-30, 2025-26 prices'

// Words: what a mark asks for.

export function nothingAsked(place: Place): Problem {
  return error(
    'nothing-asked',
    place,
    'This mark asks for nothing',
    `Write what should stand there, for example: ${example}`,
  )
}

export function notAReference(place: Place, text: string, blocks: readonly string[]): Problem {
  return error(
    'not-a-reference',
    place,
    `"${text}" does not name a number`,
    `Write figure.category[benchmark], for example: ${example}; or one of: ${blocks.join(', ')}`,
  )
}

export function unknownFigure(
  place: Place,
  figure: string,
  known: readonly string[],
  near: string | undefined,
): Problem {
  return error('unknown-figure', place, `There is no figure "${figure}"`, oneOf(known, near))
}

export function tableOfWhat(place: Place, known: readonly string[]): Problem {
  return error(
    'table-of-what',
    place,
    'This mark does not say which table',
    `Write one of: ${known.map((each) => `table ${each}`).join(', ')}`,
  )
}

export function clauseNotTaken(place: Place, kind: string, name: string, taken: readonly string[]): Problem {
  const advice =
    taken.length === 0 ? 'Leave it out' : `Leave it out; what may stand here: ${taken.join(', ')}`
  return error('clause-not-taken', place, `"${name}" does not go with "${kind}"`, advice)
}

export function clauseWithoutValue(place: Place, name: string): Problem {
  return error(
    'clause-without-value',
    place,
    `"${name}" is followed by nothing`,
    `Write its value after "${name}", or leave it out`,
  )
}

export function unknownWord(
  place: Place,
  name: string,
  text: string,
  known: readonly string[],
  near: string | undefined,
): Problem {
  return error('unknown-word', place, `"${name}" knows no "${text}"`, oneOf(known, near))
}

export function wordTooMany(place: Place, text: string, near: string | undefined): Problem {
  const advice = near === undefined ? '' : `Did you mean "${near}"? `
  return error(
    'word-too-many',
    place,
    `"${text}" has no meaning here`,
    `${advice}Leave it out, or put double quotes round a value that holds spaces`,
  )
}

export function benchmarkNeeded(place: Place, figure: string): Problem {
  return error(
    'benchmark-needed',
    place,
    `"${figure}" needs a benchmark`,
    `Write its id in brackets: ${figure}[eu14]`,
  )
}

export function noSuchBenchmark(
  place: Place,
  id: string,
  known: readonly string[],
  near: string | undefined,
): Problem {
  const advice = known.length === 0 ? 'Add it to the scenario' : oneOf(known, near)
  return error('unknown-benchmark', place, `The scenario has no benchmark "${id}"`, advice)
}

export function figureWithout(place: Place, figure: string, part: 'benchmark' | 'category'): Problem {
  const written = part === 'benchmark' ? '[…]' : `the category after "${figure}."`
  return error('figure-without', place, `"${figure}" has no ${part}`, `Leave out ${written}`)
}

export function lookbackByAsset(place: Place, category: string): Problem {
  return error(
    'lookback-by-asset',
    place,
    'A look-back has no categories',
    `Leave out ".${category}"; write for example: asset digital, series national-accounts`,
  )
}

export function noTotal(place: Place, figure: string): Problem {
  return error(
    'no-total',
    place,
    `"${figure}" has no total over several years`,
    'Name one year, and the years compared after it: in 2016, window 2010-2019',
  )
}

// Years and prices: without them a number means nothing.

export function yearNeeded(place: Place): Problem {
  return error(
    'year-needed',
    place,
    'This number does not say of which financial year it is',
    'Write, for example: in 2029-30',
  )
}

export function twoYears(place: Place, text: string): Problem {
  const advice = /^\d{4}(?:-\d{2})?$/.test(text)
    ? `If ${text} is the year of its prices, write: in ${text} prices`
    : 'Write one year, for example: in 2029-30'
  return error('two-years', place, 'A number is of one year, and more is said here', advice)
}

export function oneYearNeeded(place: Place): Problem {
  return error(
    'one-year-needed',
    place,
    'This table shows every benchmark in one year, and none is named',
    'Write, for example: table benchmarks in 2029-30',
  )
}

export function financialYearsNeeded(place: Place): Problem {
  return error(
    'financial-years-needed',
    place,
    'These are not financial years',
    'Write one year or two, first before last: 2025-26, or 2025-26 to 2034-35',
  )
}

export function calendarYearsNeeded(place: Place): Problem {
  return error(
    'calendar-years-needed',
    place,
    'A look-back needs calendar years',
    'Write one year or two, first before last: in 2016, or in 2010-2019',
  )
}

export function pricesNeeded(place: Place, figure: string, year: string): Problem {
  return error(
    'prices-needed',
    place,
    `"${figure}" is money, and its prices are not stated`,
    `Write after the year, for example: ${year} prices; or, for money of the day: nominal`,
  )
}

export function notPrices(place: Place, text: string, year: string): Problem {
  return error(
    'not-prices',
    place,
    `"${text}" is not the year of any prices here`,
    `Write: ${year} prices; or, for money of the day: nominal`,
  )
}

export function onlyNominal(place: Place, figure: string): Problem {
  return error('only-nominal', place, `"${figure}" is worked in money of the day only`, 'Write: nominal')
}

export function noPrices(place: Place, figure: string): Problem {
  return error('no-prices', place, `"${figure}" is not money and has no prices`, 'Leave the prices out')
}

export function notADate(place: Place, text: string): Problem {
  return error(
    'not-a-date',
    place,
    `"${text}" is not a date`,
    'Write year, month and day, for example: as-of 2023-11-28',
  )
}

export function notASetting(place: Place, text: string): Problem {
  return error(
    'not-a-setting',
    place,
    `"${text}" does not say which key takes which value`,
    'Write KEY=VALUE, for example: set assumptions.underspend=6%',
  )
}

export function notAFormat(place: Place, text: string): Problem {
  return error(
    'not-a-format',
    place,
    `"${text}" does not say how to write a number`,
    'After "as £bn" may stand: 2 decimals, signed, if negative, if positive',
  )
}

export function formNotForUnit(place: Place, form: string, unit: string, forms: readonly string[]): Problem {
  return error(
    'form-not-for-unit',
    place,
    `A number in ${unit} cannot be written as "${form}"`,
    `Write one of: ${forms.map((each) => `as ${each}`).join(', ')}`,
  )
}

// Values: what the model answers.

export function noValue(place: Place, reference: string, reason: string): Problem {
  return error(
    'no-value',
    place,
    `"${reference}" has no value there: ${reason}`,
    'Name a year or a category that has one, or take the mark out',
  )
}

export function otherSign(
  place: Place,
  sentence: string,
  value: string,
  sign: 'negative' | 'positive',
): Problem {
  return error(
    'other-sign',
    place,
    `The sentence "${sentence}" speaks of a ${sign} number; it is now ${value}`,
    `Write the sentence anew, and leave out "if ${sign}" or turn it round`,
  )
}

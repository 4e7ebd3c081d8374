import { parseQuantity } from '../../terms/quantity.ts'
import type { NotAQuantity, QuantityFault } from '../../terms/quantity.ts'
import type { DistributionFault } from '../../terms/parse-distribution.ts'
import { distributionForms } from '../../terms/parse-distribution.ts'
import { nearest } from '../nearest.ts'
import type { Place, Problem } from '../problem.ts'
import { yearsMeant } from '../years-meant.ts'

/** Every sentence about scenario files. A function's name, in hyphens, is its problem's code. */

// Files and how they build on one another

export function missingScenario(name: string, near: string | undefined, shipped: readonly string[]): Problem {
  return error(
    'missing-scenario',
    { file: name },
    `There is no scenario "${name}"`,
    `${near === undefined ? '' : `Did you mean "${near}"? `}Name a file, or one of the shipped scenarios: ${shipped.join(', ')}`,
  )
}

export function unreadableScenario(name: string): Problem {
  return error(
    'unreadable-scenario',
    { file: name },
    `"${name}" cannot be read as a file`,
    'Name a YAML file that you may read',
  )
}

export function notUtf8(place: Place): Problem {
  return error(
    'not-utf8',
    place,
    'The file is not UTF-8 text; a £ written by a Windows editor is a common cause',
    'Save the file as UTF-8',
  )
}

/** `""` or a `+` with nothing on one side. */
export function noScenarioNamed(spec: string, shipped: readonly string[]): Problem {
  return error(
    'no-scenario-named',
    { file: spec === '' ? '""' : spec },
    spec.includes('+') ? `Nothing stands on one side of "+" in "${spec}"` : 'The name of a scenario is empty',
    `Name a file, or one of the shipped scenarios: ${shipped.join(', ')}`,
  )
}

export function missingExtends(place: Place, name: string, known: readonly string[]): Problem {
  return error(
    'missing-extends',
    place,
    `This file builds on "${name}", which does not exist`,
    `${didYouMean(name, known)}Name a file relative to this one, or a shipped scenario`,
  )
}

export function circularExtends(place: Place, chain: readonly string[]): Problem {
  return error(
    'circular-extends',
    place,
    `Files build on one another in a circle: ${chain.join(' → ')}`,
    'Delete one "extends" of the circle',
  )
}

export function emptyScenario(file: string): Problem {
  return error(
    'empty-scenario',
    { file },
    'The file holds no scenario, only blanks or comments',
    'Begin with "capgap: 1", or write a starter with "capgap scenario new"',
  )
}

export function notAScenario(place: Place, found: string): Problem {
  return error(
    'not-a-scenario',
    place,
    `A scenario is a mapping of keys to values; here stands ${found}`,
    'Begin with "capgap: 1" and write "key: value" on each line',
  )
}

export function unsupportedVersion(place: Place, found: string): Problem {
  return error(
    'unsupported-version',
    place,
    `This capgap reads version 1 of the format, not "${found}"`,
    'Write "capgap: 1"',
  )
}

export function setSyntax(place: Place): Problem {
  return error(
    'set-syntax',
    place,
    'This is not KEY=VALUE',
    'Write a dotted key, an equals sign and a value, for example measures.uplift.amount=£2bn',
  )
}

export function notSettable(place: Place, key: string): Problem {
  return error(
    'not-settable',
    place,
    `"${key}" says how a file is read, so it cannot be set from outside`,
    'Stack files with "+" instead, for example base.yaml+uplift.yaml',
  )
}

export function setUnknownId(place: Place, list: string, id: string, known: readonly string[]): Problem {
  return error(
    'set-unknown-id',
    place,
    `No entry of "${list}" has the id "${id}"`,
    `${didYouMean(id, known)}${known.length > 0 ? `The ids are ${known.join(', ')}` : `The scenario has no ${list}`}`,
  )
}

// Keys and values of one file

/** What a comma between thousands leaves behind inside `{…}`, where it ends a value: the `500m` of `£1,500m`. */
const afterThousandsComma = /^\d{3}(\.\d+)?(m|bn)?\b/

export function unknownKey(place: Place, key: string, known: readonly string[]): Problem {
  if (afterThousandsComma.test(key))
    return error(
      'unknown-key',
      place,
      `The comma before "${key}" ends the amount: inside {…} it begins the next key`,
      'Leave the comma out, or put the amount between quotes: "£1,500m"',
    )
  return error(
    'unknown-key',
    place,
    `"${key}" is not a key here`,
    `${didYouMean(key, known)}The keys are ${known.join(', ')}`,
  )
}

export function missingKey(place: Place, key: string, owner: string): Problem {
  return error('missing-key', place, `${owner} has no "${key}"`, `Add "${key}: …"`)
}

export function wrongType(place: Place, key: string, expected: string, found: string): Problem {
  return error(
    'wrong-type',
    place,
    `"${key}" should be ${expected}; here stands ${found}`,
    expected === 'text'
      ? 'Write one value on the line, in quotes if it reads as something else'
      : `Write ${expected}`,
  )
}

export function unknownWord(place: Place, key: string, word: string, words: readonly string[]): Problem {
  return error(
    'unknown-word',
    place,
    `"${word}" is not a value of "${key}"`,
    `${didYouMean(word, words)}Write one of ${words.join(', ')}`,
  )
}

export function notText(place: Place, key: string): Problem {
  return error('not-text', place, `"${key}" is blank`, 'Write a value, or delete the key to take its default')
}

export function notAnId(place: Place, text: string): Problem {
  return error(
    'not-an-id',
    place,
    `"${text}" cannot be an id`,
    'Use lower-case letters, digits and single hyphens, for example annual-uplift',
  )
}

export function notADate(place: Place, text: string): Problem {
  return error(
    'not-a-date',
    place,
    `"${text}" is not a date`,
    'Write year, month and day, for example 2023-11-28',
  )
}

export function notAYear(place: Place, text: string): Problem {
  return error(
    'not-a-year',
    place,
    `"${text}" is not a financial year`,
    `Write a year that runs from April to March, for example ${yearsMeant(text) ?? yearLike(text)}`,
  )
}

export function notYears(place: Place, text: string): Problem {
  return error(
    'not-years',
    place,
    `"${text}" is not a range of financial years`,
    `Write the first and the last year, earlier one first, for example ${yearsMeant(text) ?? '2024-25 to 2034-35'}`,
  )
}

export function notAWindow(place: Place, text: string): Problem {
  return error(
    'not-a-window',
    place,
    `"${text}" is not a range of calendar years`,
    'Write the first and the last year, earlier one first, for example 2010-2019, or one year, 2020',
  )
}

export function notPrices(place: Place, text: string): Problem {
  return error(
    'not-prices',
    place,
    `"${text}" is not a price basis`,
    `Write nominal, or a financial year such as ${yearLike(text)}`,
  )
}

export function notMoney(place: Place, text: string): Problem {
  return error(
    'not-money',
    place,
    `"${text}" is not an amount of money: ${whyNot(text, 'money')}`,
    moneyAdvice(text),
  )
}

export function notAPercentage(place: Place, text: string): Problem {
  return error(
    'not-a-percentage',
    place,
    `"${text}" is not a percentage: ${whyNot(text, 'share')}`,
    'Write a number and a percent sign, for example 5% or 0.6%',
  )
}

export function notANumber(place: Place, text: string): Problem {
  return error(
    'not-a-number',
    place,
    `"${text}" is not a number`,
    'Write digits, with a point for decimals: 1.04',
  )
}

// Names

export function repeatedId(place: Place, list: string, id: string, firstLine: number): Problem {
  return error(
    'repeated-id',
    place,
    `The id "${id}" is used twice in "${list}"; it first stands on line ${firstLine}`,
    'Give one of the two another id',
  )
}

export function unknownSource(place: Place, name: string, known: readonly string[]): Problem {
  return error(
    'unknown-source',
    place,
    `"${name}" is not a source`,
    `${didYouMean(name, known)}Write a key of data/sources.csv, or add the source there (or to the sources.csv of --data)`,
  )
}

export function unknownGroup(place: Place, name: string, known: readonly string[]): Problem {
  return unknownName('unknown-group', 'a group of nations', place, name, known)
}

export function unknownNation(place: Place, name: string, known: readonly string[]): Problem {
  return error(
    'unknown-nation',
    place,
    `"${name}" is not a nation in the data`,
    `${didYouMean(name, known)}Write its three-letter code, for example GBR`,
  )
}

export function unknownSeries(place: Place, name: string, known: readonly string[]): Problem {
  return unknownName(
    'unknown-series',
    'a series or definition a baseline can be read from',
    place,
    name,
    known,
  )
}

export function unknownEconomy(place: Place, name: string, known: readonly string[]): Problem {
  return unknownName('unknown-economy', 'a vintage of GDP and deflator', place, name, known)
}

// The whole, after merging

export function incompleteScenario(place: Place, key: string, example: string): Problem {
  return error(
    'incomplete-scenario',
    place,
    `Neither this scenario nor anything it extends has "${key}"`,
    `Add a line such as "${example}"`,
  )
}

export function nothingToReport(place: Place): Problem {
  return error(
    'nothing-to-report',
    place,
    'The scenario has neither "benchmarks" nor "lookback", so there is nothing to compare spending with',
    'Add one, for example "benchmarks: [{id: eu14, kind: comparator-share, group: eu14}]", or extend current-plans',
  )
}

export function baselineTwice(place: Place): Problem {
  return error(
    'baseline-twice',
    place,
    'The baseline has both "series" and "stated"',
    'Keep "series" for published plans, or "stated" for an amount of your own',
  )
}

export function keyNotTaken(place: Place, key: string, what: string, taken: readonly string[]): Problem {
  return error(
    'key-not-taken',
    place,
    `${what} takes no "${key}"`,
    `${didYouMean(key, taken)}Delete it; besides the keys all take, it takes ${taken.join(', ')}`,
  )
}

export function keyRequired(place: Place, key: string, what: string, example: string): Problem {
  return error('key-required', place, `${what} needs "${key}"`, `Add a line such as "${key}: ${example}"`)
}

export function beforeElection(
  place: Place,
  id: string,
  year: string,
  earliest: string,
  election: string,
): Problem {
  return error(
    'before-election',
    place,
    `The measure "${id}" starts in ${year}, before a government elected on ${election} could set a budget`,
    `Start in ${earliest}, the earliest year, or write "before-election: true" if it is meant`,
  )
}

export function fromAfterTo(place: Place, from: string, last: string, key: string): Problem {
  return error(
    'from-after-to',
    place,
    `It begins in ${from}, after its last year ${last}`,
    `Write a "from" that is not after "${key}"`,
  )
}

export function outsideSchedule(place: Place, key: string, year: string, scheduled: string): Problem {
  return error(
    'outside-schedule',
    place,
    `"${key}: ${year}" leaves out ${scheduled}, for which an amount is scheduled`,
    `Delete "${key}"; a schedule has its own years`,
  )
}

export function emptySchedule(place: Place): Problem {
  return error(
    'empty-schedule',
    place,
    'The schedule names no year',
    'Write at least one, for example {2025-26: £1bn}',
  )
}

export function implausibleYear(place: Place, year: string, earliest: string, latest: string): Problem {
  return error(
    'implausible-year',
    place,
    `${year} lies outside the years that can be modelled`,
    `Write years from ${earliest} to ${latest}`,
  )
}

export function sharesDoNotAdd(place: Place, what: string, sum: string): Problem {
  return error(
    'shares-do-not-add',
    place,
    `${what} add to ${sum}, not 100%`,
    'Change them so that they add to 100%',
  )
}

export function shareOutOfRange(place: Place, key: string, text: string): Problem {
  return error('share-out-of-range', place, `"${key}" cannot be ${text}`, 'Write a share from 0% to 100%')
}

export function wrongWhole(place: Place, text: string, what: string, whole: string): Problem {
  return error(
    'wrong-whole',
    place,
    `"${text}" is a share of something else: ${what} is a share of ${whole}`,
    `Write the share of ${whole}, for example ${whole === 'GDP' ? '0.6%' : '10%'}`,
  )
}

export function pricesTwice(place: Place, inText: string, inKey: string): Problem {
  return error(
    'prices-twice',
    place,
    `The amount says ${inText} prices, and its "prices" says ${inKey}`,
    'Keep one of the two',
  )
}

export function assetNeedsNationalAccounts(place: Place, asset: string): Problem {
  return error(
    'asset-needs-national-accounts',
    place,
    `The WHO series does not tell ${asset} apart`,
    'Add "series: national-accounts", or delete "asset"',
  )
}

export function categoryNotAsset(place: Place, category: string, asset: string): Problem {
  return error(
    'category-not-asset',
    place,
    `The benchmark compares ${asset}, so it cannot speak of ${category}`,
    `Delete "category"; it follows from "asset: ${asset}"`,
  )
}

export function splitNotTotal(place: Place, category: string): Problem {
  return error(
    'split-not-total',
    place,
    `A benchmark on ${category} alone has nothing to split`,
    'Delete "split", or let the benchmark stand on the total',
  )
}

export function holdOutsideWindow(place: Place, hold: string, window: string): Problem {
  return error(
    'hold-outside-window',
    place,
    `The years held, ${hold}, are not inside the window, ${window}`,
    'Hold years of the window, or widen the window',
  )
}

export function setTwice(place: Place, key: string, other: string): Problem {
  return error(
    'set-twice',
    place,
    `"${key}" is also set as "${other}"`,
    'Keep one of the two, so that nobody has to guess which counts',
  )
}

export function notWithNhsBaseline(place: Place, what: string): Problem {
  return error(
    'not-with-nhs-baseline',
    place,
    `This baseline is a scope of its own (NHS capital), and ${what} measures the whole capital budget`,
    'Use stated-level or stated-additional benchmarks, or the baseline series dhsc-capital',
  )
}

export function withinNotTwo(place: Place): Problem {
  return error(
    'within-not-two',
    place,
    '"within" is not a lowest and a highest share',
    'Write two shares, lowest first: [0.55%, 0.65%]',
  )
}

export function withinNotAround(place: Place, share: string): Problem {
  return error(
    'within-not-around',
    place,
    `The share ${share} does not lie within its own bounds`,
    'Write bounds around the share, lowest first',
  )
}

export function frozenUnknown(place: Place): Problem {
  return error(
    'frozen-unknown',
    place,
    'A stated-additional benchmark adds to the plans of a day, and neither "frozen" nor a dated source says which',
    'Add "frozen: 2023-11-28" (the day of the claim), or a "source" that has a date',
  )
}

// Assumptions

export function assumptionWithoutValue(place: Place, name: string): Problem {
  return error('assumption-without-value', place, `The assumption "${name}" has no "value"`, 'Add "value: …"')
}

export function assumptionUnexplained(place: Place, name: string, missing: readonly string[]): Problem {
  return {
    code: 'assumption-unexplained',
    severity: 'warning',
    place,
    found: `The assumption "${name}" does not say ${missing.map((key) => `"${key}"`).join(', ')}`,
    advice: 'Say why this value, from which source, who chose it and when',
  }
}

export function moneyOfTheDay(place: Place, name: string): Problem {
  return error(
    'money-of-the-day',
    place,
    `The assumption "${name}" is money of the day, and its amount names other prices`,
    'Write the amount as it will be paid, without a price year',
  )
}

export function notADistribution(place: Place, text: string, fault: DistributionFault): Problem {
  return error(
    'not-a-distribution',
    place,
    `"${text}" is not a distribution: ${whyNoDistribution(fault)}`,
    distributionAdvice(fault),
  )
}

export function correlationNotTwo(place: Place): Problem {
  return error(
    'correlation-not-two',
    place,
    'A correlation ties exactly two different assumptions',
    'Write "between: [underspend, gdp-growth]"',
  )
}

export function correlationUnknown(place: Place, name: string, known: readonly string[]): Problem {
  return unknownName('correlation-unknown', 'a listed assumption', place, name, known)
}

export function correlationNotSampled(place: Place, name: string): Problem {
  return error(
    'correlation-not-sampled',
    place,
    `"${name}" has no range, so nothing can vary with it`,
    `Give it a range: assumptions: {${name}: {value: …, range: "…"}}`,
  )
}

export function rankOutOfRange(place: Place, text: string): Problem {
  return error(
    'rank-out-of-range',
    place,
    `A rank correlation cannot be ${text}`,
    'Write a number from -1 to 1',
  )
}

// Parts of sentences

function error(code: string, place: Place, found: string, advice: string): Problem {
  return { code, severity: 'error', place, found, advice }
}

function unknownName(
  code: string,
  what: string,
  place: Place,
  name: string,
  known: readonly string[],
): Problem {
  return error(
    code,
    place,
    `"${name}" is not ${what}`,
    `${didYouMean(name, known)}Write one of ${known.join(', ')}`,
  )
}

function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near === undefined || near === word ? '' : `Did you mean "${near}"? `
}

/** The financial year somebody who wrote a calendar year or a wrong pair probably meant. */
function yearLike(text: string): string {
  const start = /^(\d{4})(?!\d)/.exec(text)?.[1]
  return start === undefined ? '2025-26' : `${start}-${String((Number(start) + 1) % 100).padStart(2, '0')}`
}

function whyNot(text: string, wanted: 'money' | 'share'): string {
  const quantity = parseQuantity(text)
  if (quantity.kind === 'money') return 'it is money'
  if (quantity.kind === 'share') {
    return wanted === 'money' ? 'it is a share' : `it says what it is a share of`
  }
  return faultSentences[quantity.fault](quantity)
}

const faultSentences: Readonly<Record<QuantityFault, (fault: NotAQuantity) => string>> = {
  empty: () => 'nothing is written',
  exponent: () => 'exponents are not read',
  'bare-number': () => 'a number needs its unit',
  'no-multiple': () => 'it does not say million or billion',
  'unknown-multiple': ({ part }) => `"${part}" is neither k (thousand), m (million) nor bn (billion)`,
  'bad-commas': ({ part }) => `the commas of "${part}" do not separate thousands`,
  'sign-after-pound': () => 'the sign stands after the £',
  'bad-price-year': ({ part }) => `"${part}" is not a financial year`,
  'unknown-share': ({ part }) => `"${part}" is neither GDP nor budget`,
  'too-many-digits': () => 'it has more digits than any budget',
  'not-a-quantity': () => 'it does not read as one',
}

function moneyAdvice(text: string): string {
  const quantity = parseQuantity(text)
  if (quantity.kind === 'fault' && quantity.fault === 'sign-after-pound')
    return 'Write the sign first: -£300m'
  const digits = /^£?(\d+(?:\.\d+)?)$/.exec(text)?.[1]
  if (digits !== undefined) return `Write £${digits}m or £${digits}bn`
  return 'Write for example £6.4bn, £450m a year, £2bn in 2019-20 prices or -£300m'
}

function whyNoDistribution(fault: DistributionFault): string {
  switch (fault.fault) {
    case 'not-a-distribution':
      return 'it has no name with parameters in brackets'
    case 'unknown-kind':
      return `"${fault.kind}" is not a distribution`
    case 'wrong-count':
      return `${fault.kind} does not take ${fault.count} parameters`
    case 'bad-parameter':
      return `"${fault.part}" is not a parameter in the unit of the assumption`
    case 'spread-not-positive':
      return `the standard deviation "${fault.part}" is not above zero`
    case 'mean-not-positive':
      return `the mean "${fault.part}" of a lognormal is not above zero`
    case 'not-ascending':
      return 'its parameters do not go from lowest to highest'
    case 'chances':
      return `its chances add to ${fault.sum.toFixed()}, not 1`
  }
}

function distributionAdvice(fault: DistributionFault): string {
  if ('kind' in fault && fault.fault !== 'unknown-kind') return `Write ${distributionForms[fault.kind]}`
  const kinds = Object.keys(distributionForms)
  const near = fault.fault === 'unknown-kind' ? didYouMean(fault.kind, kinds) : ''
  return `${near}Write one of ${kinds.join(', ')}, in quotes, for example "triangular(0%, 3%, 12%)"`
}

/** A warning: a split of a benchmark is evidence only with a source. */
export function splitWithoutSource(place: Place, id: string): Problem {
  return {
    code: 'split-without-source',
    severity: 'warning',
    place,
    found: `The benchmark "${id}" splits its total and names no source for it`,
    advice: 'Add "source:" with a key of sources.csv, or leave the split out to share by the baseline’s',
  }
}

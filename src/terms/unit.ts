/**
 * Units as types. A unit names what is counted and, in the same word, the price basis, the geography and the year
 * type, so that nominal minus real, CDEL minus GFCF, England minus UK and financial minus calendar do not compile.
 */

/** What money measures, each with its geography and year type. `-cy` is calendar; all else runs April to March. */
export const measures = {
  cdel: { label: 'capital budget (CDEL)', geography: 'England', years: 'financial' },
  rdel: { label: 'resource budget (RDEL)', geography: 'England', years: 'financial' },
  del: { label: 'capital plus resource budget', geography: 'England', years: 'financial' },
  backlog: { label: 'maintenance backlog', geography: 'England', years: 'financial' },
  'capital-stock': { label: 'net capital stock', geography: 'England', years: 'financial' },
  'capital-charge': {
    label: 'charges of capital on day-to-day budgets',
    geography: 'England',
    years: 'financial',
  },
  'england-gfcf': { label: 'health investment (GFCF)', geography: 'England', years: 'financial' },
  'uk-gfcf': { label: 'health investment (GFCF)', geography: 'UK', years: 'financial' },
  'uk-gdp': { label: 'GDP', geography: 'UK', years: 'financial' },
  'gfcf-cy': { label: 'health investment (GFCF)', geography: 'one nation', years: 'calendar' },
  'stock-cy': { label: 'net capital stock of health', geography: 'one nation', years: 'calendar' },
  'government-capital-cy': {
    label: 'government capital formation on health',
    geography: 'one nation',
    years: 'calendar',
  },
  'gdp-cy': { label: 'GDP', geography: 'one nation', years: 'calendar' },
  'whole-gdp-cy': { label: 'GDP, in single units', geography: 'one nation', years: 'calendar' },
} as const
export type Measure = keyof typeof measures

/** Money of the day, of one base year, or in whichever of the two the run prints. */
export type Prices = 'nominal' | 'real' | 'output'

/** Whom money is shared among; millions. Health workers are doctors, nurses and midwives. */
export type People = 'england-people' | 'england-workers' | 'nation-people' | 'nation-workers'

export type MoneyUnit = `${Prices} ${Measure}`
/** One measure per another, as a ratio: `cdel per england-gfcf`, `gfcf-cy per gdp-cy`. */
export type RateUnit = `${Measure} per ${Measure}`
export type Unit =
  | MoneyUnit
  | RateUnit
  | `${Prices} ${Measure} per ${People}`
  | 'ratio'
  | 'percent'
  | 'count'
  | 'price base'
  | 'financial deflator'
  | 'calendar deflator'
  | People
  | 'uk-people'
  | 'lcu per dollar'
  | 'dollar gdp-cy'

/** The deflator that belongs to a measure: calendar money takes the calendar one, never the other. */
export type DeflatorFor<M extends Measure> = M extends `${string}-cy`
  ? 'calendar deflator'
  : 'financial deflator'

/** How a unit is printed, and by how much its stored value is multiplied for that (rates are stored as ratios). */
export interface UnitWords {
  readonly label: string
  readonly factor: 1 | 100
}

/** A unit in words: `GBP million`, `percent of GDP`, `GBP per person`, `ratio`. */
export function unitWords(unit: Unit): UnitWords {
  const perHead = perHeadWords[unit.split(' per ')[1] ?? '']
  if (perHead !== undefined) return { label: perHead, factor: 1 }
  if (unit.includes(' per ')) return rateWords(unit)
  const other = plainWords[unit]
  if (other !== undefined) return { label: other, factor: 1 }
  const national = unit.endsWith('-cy')
  return { label: national ? 'million national currency' : 'GBP million', factor: 1 }
}

const perHeadWords: Readonly<Record<string, string>> = {
  'england-people': 'GBP per person',
  'england-workers': 'GBP per health worker',
  'nation-people': 'national currency per person',
  'nation-workers': 'national currency per health worker',
}

const plainWords: Readonly<Record<string, string>> = {
  ratio: 'ratio',
  percent: 'percent',
  count: 'number',
  'price base': 'financial year',
  'financial deflator': 'index',
  'calendar deflator': 'index',
  'england-people': 'million people',
  'england-workers': 'million health workers',
  'nation-people': 'million people',
  'nation-workers': 'million health workers',
  'uk-people': 'million people',
  'lcu per dollar': 'national currency per international dollar',
  'dollar gdp-cy': 'million international dollars',
  'nominal whole-gdp-cy': 'national currency',
}

function rateWords(unit: string): UnitWords {
  if (unit.endsWith('gdp') || unit.endsWith('gdp-cy')) return { label: 'percent of GDP', factor: 100 }
  if (unit.endsWith(' per del')) return { label: 'percent of budget', factor: 100 }
  return { label: 'ratio', factor: 1 }
}

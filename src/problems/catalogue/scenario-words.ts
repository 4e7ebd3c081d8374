/** What the sentences about scenarios call things. */

/** A measure or benchmark by its id: `The measure "uplift"`. */
export function entryCalled(what: string, id: string): string {
  return `The ${what} "${id}"`
}

/** Measures or benchmarks of one sort: `A measure of profile level`. */
export function entryOfKind(what: string, by: string, name: string): string {
  return `A ${what} of ${by} ${name}`
}

export function statedBaseline(): string {
  return 'A stated baseline'
}

export function splitCalled(id: string): string {
  return `The shares of "${id}"`
}

export function baselineSplitCalled(year: string | undefined): string {
  return `The shares of the baseline${year === undefined ? '' : ` in ${year}`}, with the defaults of those not named,`
}

export function typesCalled(category: string): string {
  return `The types of project of ${category}`
}

/** What is wrong with a curve. */
export const curveFaults = {
  start: () => 'its start is not above 0% and below half of its ceiling',
  ceiling: () => 'its ceiling is above 100%',
  midpoint: () => 'its midpoint is not after the first year of the measure',
} as const

export function curveWithout(keys: readonly string[]): string {
  return `it has no ${keys.map((key) => `"${key}"`).join(', ')}`
}

/** What is wrong with a number of people or years. */
export const numberFaults = {
  negative: () => 'below zero',
  notWhole: () => 'no whole number of years',
} as const

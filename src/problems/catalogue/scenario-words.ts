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

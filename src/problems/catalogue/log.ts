import type { Place, Problem } from '../problem.ts'

/** Sentences of `scenario log`: the assumptions, decisions and data behind a run, and its known limits. */

export function logTitle(title: string): string {
  return `Log of assumptions, decisions and data: ${title}`
}

export function madeOf(files: readonly string[], version: string, dataHash: string): string {
  return `Scenario files, later wins: ${files.join(', ')}. capgap ${version}, data ${dataHash}.`
}

export function standsOn(asOf: string | undefined, economy: string): string {
  return `Policy as ${asOf === undefined ? 'published to date' : `known on ${asOf}`}; GDP and deflator ${economy}.`
}

export const howToCheck =
  'To trace a number: "capgap explain". To see which figures feed which: "capgap scenario graph". To keep a proof of an output: --record, then "capgap verify".'

export const titles = {
  assumptions: 'Assumptions',
  decisions: 'Decisions: what this scenario replaced',
  data: 'Data',
  limits: 'Known limits',
}

export function effectNote(benchmark: string, year: string, prices: string): string {
  return `Effect: what the assumption adds to the total gap to ${benchmark} in ${year} against its default, £bn, ${prices} prices.`
}

export const noSignOffNote =
  'Signed off: the scenario format has no key for it; sign this document, or the commit that holds the scenario.'
export const reliabilityNote =
  'Reliability: the range a scenario writes for the value, and whether a source is named; the format has no grade of its own.'
export const decisionsNote =
  'Why, by and on are those of the assumption; other keys have none of their own, so say them in the summary or in a comment.'
export const dataNote =
  'Rows: those a number of this scenario was chosen from. Hash: the first 16 digits of the SHA-256 of the dataset’s files.'

export const atDefault = 'at its default'
export const notGiven = 'not given'
export const noKey = 'the format has no key for it'
export const effectLabel = 'Effect, £bn'
export const ofTheSplit = 'set by the split, whose effect on a total is none'
export const noVintage = 'the dataset has no vintages'
export const noBenchmark = 'no benchmark on the total has a gap in that year'
export const blankToSign = 'to be signed'

export function reliability(range: string | undefined, source: string | undefined): string {
  const spread = range === undefined ? 'no range written' : `range ${range}`
  return `${spread}, ${source === undefined ? 'no source named' : 'source named'}`
}

export const reliabilityOfDefault = 'default of the model'

/** Limits that hold for every run of this version. */
export const standingLimits: readonly string[] = [
  'The bridge from national accounts to the budget fell over its six years (2013-14 to 2018-19); nothing says that it holds afterwards. The band shows its lowest and highest single year.',
  'England publishes no split of its capital into infrastructure and digital: every figure by category rests on an assumed split.',
  'Comparator data are thin: the WHO series lacks several EU nations, and by asset most have 2020 alone, a Covid year.',
  'Capital stock, maintenance backlog, delivery limits and revenue consequences rest on illustrative assumptions and are no part of the gap, unless a benchmark clears the backlog.',
  'No sunset date: the scenario format has no key for one, so a run never warns that it is out of date. Agree a date of review and keep it beside this log.',
]

export function flagLimit(flag: string, meaning: string, rows: number): string {
  return `${flag} (${rows} ${rows === 1 ? 'number' : 'numbers'}): ${meaning}`
}

export function logFieldsMissing(place: Place, name: string, missing: readonly string[]): Problem {
  return {
    code: 'log-fields-missing',
    severity: 'warning',
    place,
    found: `The assumption "${name}" does not say ${missing.join(', ')}, which its log needs`,
    advice: `Write it in full: ${name}: {value: …, why: "…", source: …, by: "…", on: 2026-11-22}`,
  }
}

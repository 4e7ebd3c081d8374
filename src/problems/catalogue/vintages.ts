import type { Decimal } from '../../terms/decimal.ts'
import type { NumberInText, Sentence } from '../../terms/sentence.ts'
import type { Problem } from '../problem.ts'

/** Sentences about vintages: revisions of data, plans against what was spent, a run under two dates. */

export function noVintages(dataset: string): Problem {
  return {
    code: 'no-vintages',
    severity: 'error',
    found: `the rows of ${dataset} say nothing of when they were published, so it has no vintages`,
    advice: `To see its rows, write: capgap data show ${dataset}`,
  }
}

export function noPlans(dataset: string): Problem {
  return {
    code: 'no-plans',
    severity: 'error',
    found: `no row of ${dataset} is a plan, so there is nothing to set against what was spent`,
    advice: 'Write dhsc-capital or another dataset with rows of status plan; leave filters out',
  }
}

export function eitherVintagesOrPlans(): Problem {
  return {
    code: 'vintages-or-plans',
    severity: 'error',
    found: '"--vintages" and "--plans" are two tables',
    advice: 'Write one of them',
  }
}

export function vintagesHeadline(revised: number, periods: number): string {
  const were = revised === 1 ? 'was' : 'were'
  return `${revised} of ${periods} periods ${were} published more than once.`
}

export function vintagesSubtitle(unit: string, prices: string): string {
  const basis = prices === 'none' ? '' : `, ${prices}`
  return `${unit}${basis}; a column a publication, the earliest first`
}

export const unrevised =
  'A series with one publication alone has no table; its rows, with every change from the vintage before, are in csv and json.'

export function basesDiffer(bases: string): string {
  return `Each vintage stands on its own base (${bases}): compare growth, not levels.`
}

export function notPublishedThen(): string {
  return 'not in this publication'
}

export function plansSubtitle(unit: string, prices: string): string {
  const basis = prices === 'none' ? '' : `, ${prices}`
  return `${unit}${basis}; positive means that less was spent than planned`
}

export function planHeading(published: string, series: string, source: string): string {
  return `Plans published ${published}${series === '' ? '' : `, ${series}`} (${source})`
}

export function plansHeadline(withOutturn: number, plans: number): string {
  return `${withOutturn} of ${plans} plans have an outturn on the same definition.`
}

export function plansNotYet(count: number): string {
  return `${count} plans for years without an outturn yet are left out here; csv and json have them.`
}

export function whyNoUnderspend(reason: string): string {
  return reason === 'another-definition'
    ? 'the outturn is published on another definition: not like for like'
    : 'no outturn is published yet'
}

export const plannedMeans = 'Outturn is the latest published after the plan. Underspend % is of the plan.'

export function asOfLeftOut(asOf: string, count: number): string {
  return `As known on ${asOf}: ${count} ${count === 1 ? 'row' : 'rows'} published later ${count === 1 ? 'is' : 'are'} left out.`
}

export function notAgainst(option: string): Problem {
  return {
    code: 'not-with-against',
    severity: 'error',
    found: `"${option}" does not go with "--against", which splits the change in the gap`,
    advice: `Leave out "${option}" or "--against"`,
  }
}

export function badAgainst(text: string): Problem {
  return {
    code: 'bad-date',
    severity: 'error',
    found: `"--against" cannot read "${text}" as a date`,
    advice: 'Write a day that exists as YYYY-MM-DD, or: today',
  }
}

/** `2025-26 prices, central bridge`: the middle of the band. */
export function centralBridge(prices: string): string {
  return `${prices}, central bridge`
}

/** `as of 2023-11-28`, or `today` for everything published. */
export function knownOn(asOf: string | undefined): string {
  return asOf === undefined ? 'today' : `as of ${asOf}`
}

/** What a gap was, is, and how much of the change each of the two made. */
export function againstHeadline(
  subject: string,
  year: string,
  prices: string,
  gap: {
    readonly before: Decimal
    readonly after: Decimal
    readonly data: Decimal
    readonly scenario: Decimal
  },
  dates: { readonly before: string; readonly after: string },
): Sentence {
  const money = (value: Decimal): NumberInText => ({ value, as: 'money', plus: true })
  return [
    `${subject}: data revisions changed the gap in ${year} by `,
    money(gap.data),
    ' and the scenario’s response to them by ',
    money(gap.scenario),
    ', from ',
    money(gap.before),
    ` ${dates.before} to `,
    money(gap.after),
    ` ${dates.after} (${prices}).`,
  ]
}

export function againstMissing(subject: string, year: string, reason: string): string {
  return `${subject}: no change in the gap can be given for ${year} (${reason}).`
}

export function againstSubtitle(prices: string): string {
  return `£bn, ${prices}, financial years, England; the parts add up from the first line to the last`
}

export function publishedBy(day: string): string {
  return `Published by ${day}`
}

export const againstLabels = {
  data: 'Data revisions, through the baseline',
  requirement: 'Data revisions, through the requirement',
  scenario: 'The scenario’s response',
  change: 'Change in all',
  gap: 'Gap',
} as const

export const creditedInTurn =
  'Publications are taken in the order in which they came: each is credited with the gap as of its day less the gap as of the day before. A plan that rises lowers the gap.'

export const scenarioResponds =
  'The scenario’s response is what its measures, underspend and switches make of revised data: a measure that follows the budget, an underspend that ends when a plan becomes outturn.'

export const signElsewhere =
  'No band is shown here: whether spend is short or above the requirement is for "capgap run" to say.'

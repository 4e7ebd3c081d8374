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

import { yearsOf } from '../../terms/year.ts'
import { has, type Model } from '../model.ts'
import { lastBacklogYear, publishedBacklog, publishedInvestment } from './published.ts'

/** Which years of history say what arises in a year, and why the others do not. */

export interface BacklogYear {
  readonly year: number
  /** Undefined: its residual counts. Else a slug: `voluntary-returns`, `sites-added`, or what is not published. */
  readonly leftOut: string | undefined
}

/** No backlog is published before. */
const firstYear = 1997

/** Years with both series that say nothing of what arises (data/maintenance-backlog/about.yaml). */
function unfit(year: number): string | undefined {
  if (year >= 2004 && year <= 2007) return 'voluntary-returns'
  return year === 2019 ? 'sites-added' : undefined
}

/** Every year from the second published backlog to the last, in order. */
export function backlogHistory(model: Model): readonly BacklogYear[] {
  return model.once('backlog-history', () =>
    yearsOf({ from: firstYear + 1, to: lastBacklogYear(model) }).map((year) => ({
      year,
      leftOut: unfit(year) ?? unpublished(year, model),
    })),
  )
}

function unpublished(year: number, model: Model): string | undefined {
  if (!has(model, publishedBacklog, { year })) return 'no-backlog-published'
  if (!has(model, publishedBacklog, { year: year - 1 })) return 'no-backlog-the-year-before'
  return has(model, publishedInvestment, { year }) ? undefined : 'no-investment-published'
}

import type { ModelRun } from '../../run/run.ts'
import { lastDayOf } from '../../terms/date.ts'
import { Decimal } from '../../terms/decimal.ts'

/** A headline figure that somebody published, as `published-claims` holds it. */
export interface Claim {
  readonly id: string
  /** What is claimed, in words. */
  readonly claim: string
  /** The figure as printed: its digits say how exact it means to be. */
  readonly text: string
  readonly value: Decimal
  /** `GBP bn`, `GBP bn a year`, `percent` or `percent of GDP`. */
  readonly unit: string
  /** The years it speaks of, as printed. */
  readonly period: string
  readonly source: string
  readonly note: string
}

/** Every claim in file order; with an as-of date, those whose source was published by then. */
export function publishedClaims(run: ModelRun): readonly Claim[] {
  const { data, settings } = run
  return data.dataset('published-claims').rows.flatMap(({ cells }) => {
    const cell = (name: string): string => cells[name] ?? ''
    const published = lastDayOf(data.sources.get(cell('source'))?.published ?? '')
    if (settings.asOf !== undefined && published !== undefined && published > settings.asOf) return []
    return [
      {
        id: cell('id'),
        claim: cell('claim'),
        text: cell('value'),
        value: new Decimal(cell('value')),
        unit: cell('unit'),
        period: cell('period'),
        source: cell('source'),
        note: cell('note'),
      },
    ]
  })
}

import type { Absent, Given } from '../../engine/figure.ts'
import { Decimal } from '../../terms/decimal.ts'
import { series, stated, variable, yearOf } from '../model.ts'
import type { AdoptionSetting } from '../settings-further.ts'
import { amount, measureOf, measureWords } from './stated.ts'

/** A measure that grows as a programme is adopted: its amount at 100% × the share that has adopted it (MODEL.md 6). */

/**
 * The share on an s-curve (a logistic) that is `start` in the year `from`, half of `ceiling` in `midpoint`, and nears
 * `ceiling`: ceiling ÷ (1 + r^((midpoint − year) ÷ (midpoint − from))) with r = ceiling ÷ start − 1. A ratio, worked in
 * decimals to 40 digits, of which the power may miss the last by one.
 */
export function adoptionShare(
  { start, ceiling, midpoint }: Pick<AdoptionSetting, 'start' | 'ceiling' | 'midpoint'>,
  from: number,
  year: number,
): Decimal {
  const ratio = ceiling.dividedBy(start).minus(1)
  const steps = new Decimal(midpoint - year).dividedBy(midpoint - from)
  return ceiling.dividedBy(ratio.pow(steps).plus(1))
}

/** Share of those it is meant for that has adopted what a measure pays for, percent. */
export const adoption = series({
  name: 'adoption',
  label: 'Adoption',
  unit: 'percent',
  dims: ['measure', 'year'],
  source: 'scenario',
  read: (cell, model): Given | Absent => {
    const measure = measureOf(cell, model)
    if (measure.profile !== 'adoption') return { missing: 'not-stated' }
    if (yearOf(cell) < measure.from) return { missing: 'before-adoption' }
    const curve = measure.adoption
    const share = adoptionShare(curve, measure.from, yearOf(cell)).times(100)
    const given = stated(share, 'assumption', curve.said)
    return curve.source === undefined ? { ...given, flags: ['illustrative'] } : given
  },
})

export const adopted = variable({
  ...measureWords,
  name: 'measure-adoption',
  label: 'Measure, its amount at full adoption times the share that has adopted it',
  from: { amount, adoption },
  formula: (calc, from) => calc.scale(from.amount, calc.fromPercent('ratio', from.adoption)),
})

import type { Absent, Given } from '../../engine/figure.ts'
import type { Cell } from '../../terms/cell.ts'
import { choice, gathered, nothing, over, required, series, stated, variable, type Model } from '../model.ts'
import type { MeasureSetting } from '../settings.ts'
import { shareIn, splitShare } from '../split.ts'
import { measureAmount } from './measure.ts'
import { measureOf, measureWords } from './stated.ts'

/** What the measures add, by category and sub-category. */

const ownShare = series({
  name: 'measure-own-share',
  label: 'share of the measure, as its own split says',
  unit: 'ratio',
  dims: ['measure', 'category'],
  source: 'scenario',
  read: (cell, model): Given | Absent => {
    const { split, said } = measureOf(cell, model)
    if (split === undefined) return { missing: 'not-stated' }
    return stated(shareIn(split, required(cell.category, 'category')), 'assumption', said)
  },
})

export const shareOfMeasure = choice({
  name: 'measure-share',
  label: 'Share of the measure in a category',
  unit: 'ratio',
  dims: ['measure', 'category', 'year'],
  source: 'MODEL.md 4',
  among: { own: ownShare, scenario: splitShare },
  pick: (cell, model) => (measureOf(cell, model).split === undefined ? 'scenario' : 'own'),
})

const inCategory = variable({
  name: 'measure-in-category',
  label: 'Measure, the part in a category',
  unit: 'nominal cdel',
  dims: ['measure', 'category', 'year'],
  source: 'MODEL.md 4',
  from: { measureAmount, shareOfMeasure },
  formula: (calc, from) => calc.scale(from.measureAmount, from.shareOfMeasure),
})

const allMeasures = (cell: Cell, model: Model): Cell[] =>
  model.settings.measures.map((measure) => ({ ...cell, measure: measure.id }))

const noMeasure = series({
  ...measureWords,
  name: 'no-measure',
  label: 'no measure',
  dims: [],
  source: 'scenario',
  read: () => nothing('the scenario adds no measure'),
})

const addedTotal = gathered({
  ...measureWords,
  name: 'added-total',
  label: 'All measures',
  dims: ['year'],
  from: { measures: over(measureAmount, allMeasures) },
  formula: (calc, from) => calc.sum(from.measures),
})

const addedInCategory = gathered({
  ...measureWords,
  name: 'added-in-category',
  label: 'All measures, the part in a category',
  dims: ['category', 'year'],
  from: { measures: over(inCategory, allMeasures) },
  formula: (calc, from) => calc.sum(from.measures),
})

/** What the measures add in a year to a category, or in all. */
export const added = choice({
  ...measureWords,
  name: 'added',
  label: 'Added by measures',
  dims: ['category', 'year'],
  among: { none: noMeasure, total: addedTotal, category: addedInCategory },
  pick: (cell, model) => {
    if (model.settings.measures.length === 0) return 'none'
    return cell.category === 'total' ? 'total' : 'category'
  },
})

const shareOfSubCategory = series({
  name: 'measure-sub-category-share',
  label: 'share of the measure in a sub-category, as its split says',
  unit: 'ratio',
  dims: ['measure', 'subCategory'],
  source: 'scenario',
  read: (cell, model): Given | Absent => {
    const { split, said } = measureOf(cell, model)
    const share = [...(split ?? [])].find(([name]) => name === cell.subCategory)?.[1]
    return share === undefined ? { missing: 'not-in-the-split' } : stated(share, 'assumption', said)
  },
})

const inSubCategory = variable({
  name: 'measure-in-sub-category',
  label: 'Measure, the part in a sub-category',
  unit: 'nominal cdel',
  dims: ['measure', 'subCategory', 'year'],
  source: 'MODEL.md 4',
  from: { measureAmount, shareOfSubCategory },
  formula: (calc, from) => calc.scale(from.measureAmount, from.shareOfSubCategory),
})

/** Measures whose split names a sub-category. */
export function measuresNaming(subCategory: string, model: Model): readonly MeasureSetting[] {
  return model.settings.measures.filter((measure) =>
    [...(measure.split ?? [])].some(([name]) => name === subCategory),
  )
}

/** What the measures add to a sub-category their splits name; the baseline is not published so finely. */
export const addedInSubCategory = gathered({
  ...measureWords,
  name: 'added-in-sub-category',
  label: 'Added by measures, the part in a sub-category',
  dims: ['subCategory', 'year'],
  from: {
    measures: over(inSubCategory, (cell, model) =>
      measuresNaming(required(cell.subCategory, 'sub-category'), model).map((each) => ({
        ...cell,
        measure: each.id,
      })),
    ),
  },
  formula: (calc, from) => calc.sum(from.measures),
})

import type { Absent, Given } from '../engine/figure.ts'
import type { Cell } from '../terms/cell.ts'
import {
  at,
  choice,
  gathered,
  nothing,
  onPath,
  over,
  required,
  series,
  stated,
  variable,
  type Model,
  type ModelFigure,
} from './model.ts'
import {
  biasedCategories,
  type BiasedCategory,
  type OptimismBiasSetting,
  type ProjectType,
} from './settings-further.ts'

/**
 * Chapter 14. Optimism bias (MODEL.md 6): how much more a costed project has tended to cost than was said at the start.
 * Upper bound of its type of project × (1 − the part of the causes that is managed); off unless a scenario asks for it.
 * It raises a costed requirement and lowers what fixed money buys. Spend is what it is.
 */

/** Whether a scenario counts with optimism bias in a category. */
export function hasOptimismBias(category: string, model: Model): boolean {
  const { optimismBias: set, assumptions } = model.settings
  return set.has(category as BiasedCategory) || assumptions.has(`optimism-bias-${category}`)
}

/** Whether it does in any category, and so in the total. */
export function hasAnyOptimismBias(model: Model): boolean {
  return biasedCategories.some((category) => hasOptimismBias(category, model))
}

const biasWords = { unit: 'ratio', source: 'MODEL.md 6' } as const
type Bound = 'capital' | 'duration'

function settingOf(cell: Cell, model: Model): OptimismBiasSetting | undefined {
  return model.settings.optimismBias.get(required(cell.category, 'category') as BiasedCategory)
}

const typesOf = (cell: Cell, model: Model): Cell[] =>
  [...(settingOf(cell, model)?.types.keys() ?? [])].map((type) => ({ ...cell, projectType: type }))

const weight = series({
  ...biasWords,
  name: 'optimism-bias-weight',
  label: 'share of a type of project in the capital',
  dims: ['category', 'projectType'],
  source: 'scenario',
  read: (cell, model) => {
    const setting = settingOf(cell, model)
    const share = setting?.types.get(required(cell.projectType, 'type of project') as ProjectType)
    return share === undefined ? { missing: 'not-stated' } : stated(share, 'assumption', setting?.said)
  },
})

const mitigation = series({
  ...biasWords,
  name: 'optimism-bias-mitigation',
  label: 'part of the causes of optimism bias that is managed',
  dims: ['category'],
  source: 'scenario',
  read: (cell, model) => {
    const setting = settingOf(cell, model)
    if (setting === undefined) return { missing: 'not-stated' }
    const given = stated(setting.mitigation, 'assumption', setting.said)
    return setting.evidence === undefined ? given : { ...given, note: setting.evidence }
  },
})

const none = series({
  ...biasWords,
  name: 'no-optimism-bias',
  label: 'no optimism bias',
  dims: [],
  read: () => nothing('default: no effect'),
})

/** Upper bound of the types a category is made of, and what of it is left. */
function worked(bound: Bound, label: string) {
  const name = `optimism-bias${bound === 'capital' ? '' : '-duration'}`
  const upperOfType = series({
    name: `${name}-of-type`,
    label: `${label} of a type of project, upper bound`,
    unit: 'percent',
    dims: ['projectType'],
    source: 'optimism-bias',
    read: (cell) => ({
      dataset: 'optimism-bias',
      dimensions: { project_type: required(cell.projectType, 'type of project') },
      period: '',
      column: `${bound}_upper_percent`,
    }),
  })
  const upper = gathered({
    ...biasWords,
    name: `${name}-upper`,
    label: `${label}, upper bound of the types blended by capital`,
    dims: ['category'],
    from: { uppers: over(upperOfType, typesOf), weights: over(weight, typesOf) },
    formula: (calc, from) => calc.fromPercent('ratio', calc.weightedMean(from.uppers, from.weights)),
  })
  return variable({
    ...biasWords,
    name: `${name}-managed`,
    label: `${label}: the upper bound, less what is managed`,
    dims: ['category'],
    from: { upper, mitigation },
    formula: (calc, from) =>
      calc.mark(calc.assume(calc.shrink(from.upper, from.mitigation)), 'optimism-bias'),
  })
}

const capital = worked('capital', 'Optimism bias of cost')
const duration = worked('duration', 'Optimism bias of duration')

/** One category's: the listed assumption of that name, else by type and mitigation, else none. */
function ofCategory(category: BiasedCategory): ModelFigure<'ratio'> {
  const name = `optimism-bias-${category}`
  const words = { ...biasWords, dims: [], label: `Optimism bias of ${category} costs` } as const
  return choice({
    ...words,
    name,
    among: {
      stated: series({
        ...words,
        name: `${name}-stated`,
        label: `${words.label}, as the scenario says`,
        source: 'scenario',
        read: (_cell, model): Given | Absent => {
          const setting = model.settings.assumptions.get(name)
          if (setting === undefined) return { missing: 'not-stated' }
          const value = onPath(setting.value, 0)
          const given = stated(value, 'assumption', setting.said)
          const told = setting.why === undefined ? given : { ...given, note: setting.why }
          return value.isZero() ? { ...told, neutral: true } : { ...told, flags: ['optimism-bias'] }
        },
      }),
      worked: at(capital, () => ({ category })),
      none,
    },
    pick: (_cell, model) => {
      if (model.settings.assumptions.has(name)) return 'stated'
      return model.settings.optimismBias.has(category) ? 'worked' : 'none'
    },
  })
}

/** By how much digital costs are raised. */
export const optimismBiasDigital = ofCategory('digital')

/** By how much infrastructure costs are raised. */
export const optimismBiasInfrastructure = ofCategory('infrastructure')

/** By how much a category's costs are raised: 0.321 is 32.1%. No category but infrastructure and digital has any. */
export const optimismBias = choice({
  ...biasWords,
  name: 'optimism-bias',
  label: 'Optimism bias of cost',
  dims: ['category'],
  among: { digital: optimismBiasDigital, infrastructure: optimismBiasInfrastructure, none },
  pick: ({ category }) => {
    if (category === 'total') return { missing: 'no-share-for-category' }
    return category === 'digital' || category === 'infrastructure' ? category : 'none'
  },
})

/** The same of how long works take, by type and mitigation; the assumptions speak of cost alone. */
export const optimismBiasDuration = choice({
  ...biasWords,
  name: 'optimism-bias-duration',
  label: 'Optimism bias of duration',
  dims: ['category'],
  among: { worked: duration, none },
  pick: (cell, model) => {
    if (cell.category === 'total') return { missing: 'no-share-for-category' }
    return settingOf(cell, model) === undefined ? 'none' : 'worked'
  },
})

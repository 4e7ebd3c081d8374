import { optimismBiasFigures } from '../../../figures/optimism-bias-printable.ts'
import { biasedCategories } from '../../../figures/settings-further.ts'
import * as say from '../../../problems/catalogue/delivery.ts'
import { categoriesAndTotal } from '../../../terms/category.ts'
import type { FurtherTable } from '../options.ts'

const shown = ['optimism-bias', 'buys', 'requirement-before-optimism-bias']

/** Optimism bias, what it takes from spend and adds to a requirement: shown where a scenario counts with it. */
export const optimismBiasTable: FurtherTable = {
  name: 'optimism-bias',
  title: say.optimismBiasTitle,
  scope: say.optimismBiasTitle,
  figures: optimismBiasFigures,
  categories: ({ unit }) => (unit === 'ratio' ? biasedCategories : categoriesAndTotal),
  unasked: ({ optimismBias, assumptions }) =>
    optimismBias.size > 0 || biasedCategories.some((each) => assumptions.has(`optimism-bias-${each}`))
      ? shown
      : [],
  benchmarks: ({ kind }) => kind === 'stated-level' || kind === 'stated-additional',
  notes: () => [say.optimismBiasMeans],
}

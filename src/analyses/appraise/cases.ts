import { isMissing } from '../../engine/calculators/exact.ts'
import { added } from '../../figures/measures/by-category.ts'
import { appraisedYears } from '../../figures/appraisal/discounting.ts'
import { hasAnyOptimismBias, hasOptimismBias } from '../../figures/optimism-bias.ts'
import {
  biasedCategories,
  type BiasedCategory,
  type OptimismBiasSetting,
} from '../../figures/settings-further.ts'
import type { ModelRun } from '../../run/run.ts'
import { Decimal } from '../../terms/decimal.ts'

/** The same appraisal without and with optimism bias, and at other rates. */

export interface Cases {
  /** As things were said to cost. */
  readonly before: ModelRun
  /** Raised by optimism bias; or why it cannot be worked. */
  readonly after: ModelRun | { readonly missing: string }
  /** Whether the scenario says what the bias is, or the usual for digital is taken. */
  readonly bias: 'set' | 'usual'
  /** Categories whose measures the scenario sets no bias for, though it does for the other: they are not raised. */
  readonly unraised: readonly BiasedCategory[]
}

const biasAssumptions = biasedCategories.map((category) => `optimism-bias-${category}`)

/** @param run with its appraisal settled */
export function casesOf(run: ModelRun): Cases {
  const assumptions = new Map(run.settings.assumptions)
  for (const name of biasAssumptions) assumptions.delete(name)
  const before = run.with({ assumptions, optimismBias: new Map() })
  if (hasAnyOptimismBias(run.model)) {
    const unraised = biasedCategories.filter(
      (category) => !hasOptimismBias(category, run.model) && putsMoney(run, category),
    )
    return { before, bias: 'set', after: run, unraised }
  }
  if (putsMoney(run, 'infrastructure'))
    return { before, bias: 'usual', after: { missing: 'infrastructure-type-not-named' }, unraised: [] }
  const digital: OptimismBiasSetting = {
    types: new Map([['equipment-development', new Decimal(1)]]),
    mitigation: new Decimal(0),
    evidence: undefined,
    said: undefined,
  }
  const after = before.with({ optimismBias: new Map([['digital', digital]]) })
  return { before, bias: 'usual', after, unraised: [] }
}

/** Whether the measures change what is spent on a category in any year of the appraisal. */
function putsMoney(run: ModelRun, category: BiasedCategory): boolean {
  return appraisedYears(run.model).some((year) => {
    const exact = run.exact(added, { category, year })
    return !isMissing(exact) && !exact.n.isZero()
  })
}

import { optimismBias, optimismBiasDuration } from './optimism-bias.ts'
import { asItIs, inPrices, type PrintableFigure } from './printable.ts'
import { buys } from './purchase.ts'
import { requirementBeforeOptimismBias } from './requirement/before-optimism-bias.ts'

const ofCategory = { over: 'category', byDefault: false } as const

/** What `run` prints of optimism bias. */
export const optimismBiasFigures: readonly PrintableFigure[] = [
  { name: 'optimism-bias', label: 'Optimism bias of cost', ...asItIs(optimismBias), ...ofCategory },
  {
    ...{
      name: 'optimism-bias-duration',
      label: 'Optimism bias of duration',
      ...asItIs(optimismBiasDuration),
    },
    ...ofCategory,
  },
  { name: 'buys', label: 'What spend buys', ...inPrices(buys), ...ofCategory },
  {
    ...{ name: 'requirement-before-optimism-bias', label: 'Requirement before optimism bias' },
    ...{ ...inPrices(requirementBeforeOptimismBias), over: 'benchmark-category', byDefault: false },
  },
]

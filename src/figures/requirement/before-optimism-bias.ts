import { at, choice, required, variable, yearOf } from '../model.ts'
import { benchmarkOf, whyNoRequirement } from './benchmark.ts'
import { isInHindsight, requirement, requirementAsQuoted } from './requirement.ts'
import { claimBaselineOf } from './stated.ts'

/** A costed requirement as its source quotes it, before optimism bias raises it (MODEL.md 6). */

const words = {
  unit: 'nominal cdel',
  dims: ['benchmark', 'category', 'year'],
  source: 'MODEL.md 6',
} as const

const quoted = at(requirementAsQuoted, (cell) => ({ ...cell, band: 'central' }))

const onClaimBaseline = variable({
  ...words,
  name: 'requirement-stated-additional-as-quoted',
  label: 'Baseline as it stood when the claim was made, and the quoted addition',
  from: { claimBaselineOf, quoted },
  formula: (calc, from) => calc.add(from.claimBaselineOf, from.quoted),
})

const known = choice({
  ...words,
  name: 'requirement-as-quoted',
  label: 'Requirement as quoted',
  among: { requirement, onClaimBaseline, quoted },
  pick: (cell, model) => {
    const benchmark = benchmarkOf(cell, model)
    const reason = whyNoRequirement(benchmark, required(cell.category, 'category'), yearOf(cell))
    if (reason !== undefined) return { missing: reason }
    if (benchmark.kind === 'stated-level') return 'quoted'
    return benchmark.kind === 'stated-additional' ? 'onClaimBaseline' : 'requirement'
  },
})

const inHindsight = variable({
  ...words,
  name: 'requirement-as-quoted-in-hindsight',
  label: 'Requirement as quoted, of a claim made after the as-of date',
  from: { known },
  formula: (calc, from) => calc.mark(from.known, 'hindsight'),
})

/** The requirement at the amounts its source quotes; of what is not quoted in money, the requirement itself. */
export const requirementBeforeOptimismBias = choice({
  ...words,
  name: 'requirement-before-optimism-bias',
  label: 'Requirement before optimism bias',
  among: { known, inHindsight },
  pick: (cell, model) => (isInHindsight(cell, model) ? 'inHindsight' : 'known'),
})

import { isMissing, type Exact } from '../../engine/calculators/exact.ts'
import { gapAppraised } from '../../figures/appraisal/appraisal.ts'
import type { AssumptionSetting, BenchmarkSetting, MeasureSetting } from '../../figures/settings.ts'
import type { Money } from '../../figures/setting-values.ts'
import type { ModelRun } from '../../run/run.ts'
import { Decimal } from '../../terms/decimal.ts'
import { findRoots } from '../roots.ts'

/**
 * One input at a time: what the present value of a gap is at either end of a range, and where its sign flips. Ranges are
 * wide on purpose, and stated; they are no judgement of how likely their ends are.
 */

/** One input that is moved. */
interface Moved {
  readonly name: string
  readonly low: Decimal
  readonly high: Decimal
  /** What it is now; undefined where it is no single number. */
  readonly now: Decimal | undefined
  /** How it is written: percent are ratios, times a plain number. */
  readonly as: 'percent' | 'times'
  readonly apply: (value: Decimal) => ModelRun
}

export interface Sensitivity extends Omit<Moved, 'apply'> {
  readonly atLow: Exact
  readonly atHigh: Exact
  /** Where the present value changes its sign, the lowest first; none is an answer. */
  readonly flips: readonly Decimal[]
}

/** The sensitivities of the present value of a benchmark’s gap, in its own category. */
export function sensitivitiesOf(run: ModelRun, benchmark: BenchmarkSetting): Sensitivity[] {
  const cell = {
    benchmark: benchmark.id,
    category: benchmark.category,
    schedule: run.settings.appraisal?.schedule ?? '',
  }
  const worth = (moved: Moved, value: Decimal): Exact =>
    moved.apply(value).exact(gapAppraised.presentValue, cell)
  return movedInputs(run).map((moved) => {
    const { name, low, high, now, as } = moved
    const found = findRoots(
      (value) => {
        const exact = worth(moved, value)
        return isMissing(exact) ? exact : exact.n
      },
      low,
      high,
      // Twelve digits of the range are more than any reader of such an answer needs.
      { parts: 4, tolerance: high.minus(low).times('1e-12') },
    )
    const flips = [...found.roots.map(({ from }) => from), ...found.jumps].sort((a, b) => a.comparedTo(b))
    return { ...{ name, low, high, now, as }, atLow: worth(moved, low), atHigh: worth(moved, high), flips }
  })
}

function movedInputs(run: ModelRun): Moved[] {
  const { settings } = run
  const percent = (low: string, high: string) => ({
    low: new Decimal(low),
    high: new Decimal(high),
    as: 'percent' as const,
  })
  const scaled = settings.measures.some((measure) => isMoney(measure))
  return [
    {
      name: 'discount-rate',
      ...percent('-0.01', '0.01'),
      now: new Decimal(0),
      apply: (shift) =>
        run.with({
          appraisal: settings.appraisal === undefined ? undefined : { ...settings.appraisal, shift },
        }),
    },
    {
      name: 'underspend',
      ...percent('0', '0.12'),
      now: constantOf(settings.assumptions.get('underspend')),
      apply: (value) =>
        run.with({ assumptions: new Map([...settings.assumptions, ['underspend', underspendOf(value)]]) }),
    },
    {
      name: 'after-plans',
      ...percent('-0.02', '0.04'),
      now: realGrowth(run),
      apply: (rate) => run.with({ afterPlans: { rule: 'real-growth', rate } }),
    },
    ...(scaled
      ? [
          {
            name: 'measures-cost',
            ...{ low: new Decimal(0), high: new Decimal(2), now: new Decimal(1), as: 'times' as const },
            apply: (times: Decimal) =>
              run.with({ measures: settings.measures.map((measure) => timesMoney(measure, times)) }),
          },
        ]
      : []),
  ]
}

function realGrowth({ settings: { afterPlans } }: ModelRun): Decimal | undefined {
  if (afterPlans.rule === 'real-growth') return afterPlans.rate
  return afterPlans.rule === 'flat-real' ? new Decimal(0) : undefined
}

function constantOf(setting: AssumptionSetting | undefined): Decimal | undefined {
  if (setting === undefined) return new Decimal(0)
  return 'constant' in setting.value ? setting.value.constant : undefined
}

function underspendOf(value: Decimal): AssumptionSetting {
  const unsaid = { range: undefined, why: undefined, source: undefined, by: undefined, on: undefined }
  return { name: 'underspend', value: { constant: value }, ...unsaid, said: undefined }
}

/** Whether a measure states money, and not a rate or a share to reach. */
function isMoney(measure: MeasureSetting): boolean {
  return 'amount' in measure || 'amounts' in measure
}

function timesMoney(measure: MeasureSetting, times: Decimal): MeasureSetting {
  const scaled = ({ amount, prices }: Money): Money => ({ amount: amount.times(times), prices })
  if ('amount' in measure) return { ...measure, amount: scaled(measure.amount) }
  if (!('amounts' in measure)) return measure
  return { ...measure, amounts: new Map([...measure.amounts].map(([year, money]) => [year, scaled(money)])) }
}

import { lastDayOf } from '../../terms/date.ts'
import type { Decimal } from '../../terms/decimal.ts'
import type { Observation } from '../../terms/observation.ts'
import { byPublication } from './vintages.ts'

/** A plan beside what was then spent. */
export interface PlanAgainstOutturn {
  readonly plan: Observation
  /** The latest outturn (else estimate) published after the plan, on its own definition where there is one. */
  readonly outturn: Observation | undefined
  /** Plan less outturn, positive where less was spent; undefined without an outturn on the plan's definition. */
  readonly underspend: Decimal | undefined
  /** The underspend as a ratio of the plan. */
  readonly underspendRatio: Decimal | undefined
  /** Why there is no underspend. */
  readonly reason: 'no-outturn-yet' | 'another-definition' | undefined
}

/** Every plan by day of publication, then period, with what was spent of it. */
export function plansAgainstOutturn(observations: readonly Observation[]): readonly PlanAgainstOutturn[] {
  const ordered = [...observations].sort(byPublication)
  return ordered
    .filter(({ status }) => status === 'plan')
    .map((plan) => {
      const spent = spentOf(plan, ordered)
      if (spent === undefined) return without(plan, undefined, 'no-outturn-yet')
      if (!sameSeries(plan, spent)) return without(plan, spent, 'another-definition')
      const underspend = plan.value.minus(spent.value)
      return {
        plan,
        outturn: spent,
        underspend,
        underspendRatio: plan.value.isZero() ? undefined : underspend.dividedBy(plan.value),
        reason: undefined,
      }
    })
}

/** Among what was published after the plan: its own definition first, outturn before estimate, the latest of those. */
function spentOf(plan: Observation, ordered: readonly Observation[]): Observation | undefined {
  const day = lastDayOf(plan.published) ?? ''
  const later = ordered.filter(
    (each) => each.period === plan.period && (lastDayOf(each.published) ?? '') > day,
  )
  for (const own of [true, false]) {
    for (const status of ['outturn', 'estimate']) {
      const found = later.filter((each) => each.status === status && sameSeries(plan, each) === own).at(-1)
      if (found !== undefined) return found
    }
  }
  return undefined
}

function without(
  plan: Observation,
  outturn: Observation | undefined,
  reason: PlanAgainstOutturn['reason'],
): PlanAgainstOutturn {
  return { plan, outturn, underspend: undefined, underspendRatio: undefined, reason }
}

function sameSeries(a: Observation, b: Observation): boolean {
  return Object.entries(a.dimensions).every(([name, value]) => b.dimensions[name] === value)
}

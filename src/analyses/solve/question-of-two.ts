import type { Decimal } from '../../terms/decimal.ts'
import type { Sum } from '../plane/within-sum.ts'
import { inItsUnit, scaledText } from '../vary/scale.ts'
import type { Budget, Varied } from './budget.ts'
import type { Target } from './target.ts'

/** What two keys are to bring about: two targets, or one within a budget. */
export interface QuestionOfTwo {
  readonly varied: readonly [Varied, Varied]
  readonly targets: readonly [Target] | readonly [Target, Target]
  /** Given where there is one target. */
  readonly budget: Budget | undefined
}

/** A budget as the search of a plane takes it. */
export function sumOf({ weights: [x, y], most, exactly }: Budget): Sum {
  return { x, y, most: most.value, exactly }
}

/** As a scenario writes it. */
export function textAt({ range: { scale } }: Varied, value: Decimal): string {
  return scaledText({ value, scale })
}

/** In GBP million, percent, or as it is. */
export function unitValue({ range: { scale } }: Varied, value: Decimal): Decimal {
  return inItsUnit({ value, scale })
}

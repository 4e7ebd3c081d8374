import * as say from '../../problems/catalogue/solve-two.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import type { Decimal } from '../../terms/decimal.ts'
import { unitWords } from '../../terms/unit.ts'
import type { Known, Spot, Survey } from '../plane/survey.ts'
import { spendingAll, sumAt } from '../plane/within-sum.ts'
import { sumOf, textAt, type QuestionOfTwo } from './question-of-two.ts'
import type { Target } from './target.ts'

/** What is known where no pair of values serves. */
interface Nearly {
  readonly closest: Known | undefined
  /** Where two targets would be met beyond the bounds. */
  readonly beyond?: Spot | undefined
  /** Whether two targets move in step as the keys vary. */
  readonly inStep?: boolean
  /** The cheapest answer within the bounds, were there no budget. */
  readonly cheapest?: Spot | undefined
}

/** No pair between the bounds serves: how near it came, and what would serve. */
export function noneOfTwo(question: QuestionOfTwo, survey: Survey, nearly: Nearly): ProblemsError {
  const { varied, targets, budget } = question
  const { closest, beyond, cheapest } = nearly
  const at = (spot: Spot): string =>
    say.pairInWords([
      [varied[0].key, textAt(varied[0], spot.x)],
      [varied[1].key, textAt(varied[1], spot.y)],
    ])
  const costs = (spot: Spot): string | undefined =>
    budget === undefined ? undefined : textAt(varied[0], sumAt(sumOf(budget), spot))
  const problem = say.noPair(
    {
      keys: varied.map((each) => ({
        key: each.key,
        from: textAt(each, each.range.from),
        to: textAt(each, each.range.to),
      })),
      targets: targets.map((target) => [target.words, reached(target, target.value)] as const),
      budget: budget?.words,
    },
    {
      closest: closest && {
        pair: at(closest),
        cost: costs(closest),
        reached: targets.map((target, index) => reached(target, closest.off[index]?.plus(target.value))),
      },
      beyond: beyond && at(beyond),
      cheapest: cheapest && { pair: at(cheapest), cost: costs(cheapest) ?? '' },
      still: targets.flatMap((target, index) =>
        survey.isStill(index)
          ? [[target.words, reached(target, closest?.off[index]?.plus(target.value))] as const]
          : [],
      ),
      inStep: nearly.inStep === true,
      unspendable: budget !== undefined && spendingAll(sumOf(budget), survey) === undefined,
      looked: survey.evaluations(),
      missing: survey.missing(),
    },
  )
  return new ProblemsError([problem], exitCodes.noSolution)
}

function reached({ figure }: Target, value: Decimal | undefined): string {
  return value === undefined
    ? ''
    : `${value.toSignificantDigits(6).toFixed()} ${unitWords(figure.unit).label}`
}

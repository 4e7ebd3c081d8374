import { isMissing } from '../../engine/calculators/exact.ts'
import { everyPrintable } from '../../figures/further/every-printable.ts'
import * as say from '../../problems/catalogue/solve-two-usage.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import { runScenario, type ModelRun, type RunOptions } from '../../run/run.ts'
import type { Variations } from '../../run/variations.ts'
import { Decimal } from '../../terms/decimal.ts'
import { priceBasisLabel, samePriceBasis, type PriceBasis } from '../../terms/prices.ts'
import { closestWithin, findAnswers, type AnswersFound, type Lie } from '../plane/answers.ts'
import { findMeetings } from '../plane/meetings.ts'
import { isInside, surveyOf, type Box, type Side, type Spot, type Survey } from '../plane/survey.ts'
import { sumAt } from '../plane/within-sum.ts'
import { finestStep, readScaled, scaledUnit } from '../vary/scale.ts'
import type { Budget, Varied } from './budget.ts'
import { noneOfTwo } from './none-of-two.ts'
import { sumOf, textAt, unitValue, type QuestionOfTwo } from './question-of-two.ts'
import { runsOfTwo } from './runs-of-two.ts'
import { printed, valueNow } from './solve.ts'
import type { Target } from './target.ts'

/** One key as it was asked of. */
export interface VariedKey extends Varied {
  /** GBP million, percent, number. */
  readonly unit: string
  /** The prices of what varies, where it is money. */
  readonly prices: PriceBasis | undefined
  /** What the scenario has now, as it is written. */
  readonly now: string
}

/** A pair of values found, and what each figure comes to there on a run of its own. */
export interface PairFound {
  /** As a scenario writes them. */
  readonly texts: readonly [string, string]
  /** In the unit of each key. */
  readonly values: readonly [Decimal, Decimal]
  /** One for each target. */
  readonly achieved: readonly Decimal[]
  /** By the budget's own sum, in the unit of the keys; absent without a budget. */
  readonly cost: Decimal | undefined
  readonly run: ModelRun
}

/** Of two targets: `point`, `points`, or `many`, of which one pair is given. */
export type LieOfTwo = Lie | 'many'

export interface SolvedTwo extends QuestionOfTwo {
  readonly keys: readonly [VariedKey, VariedKey]
  readonly now: {
    readonly run: ModelRun
    readonly figures: readonly (Decimal | undefined)[]
    readonly cost: Decimal | undefined
  }
  readonly lie: LieOfTwo
  /** Whether all pairs shown come to the same sum. */
  readonly level: boolean
  /** The cheapest first where there is a budget; else the lowest of the first key. */
  readonly pairs: readonly [PairFound, ...PairFound[]]
  readonly unique: boolean
  /** Whether a target rests on the bridge, so that it has a band. */
  readonly bridged: boolean
  readonly evaluations: number
}

/**
 * The values of two keys that bring two figures to their targets together, or one figure within a budget: found on the
 * exact engine, held to what a scenario can write, and worked again on runs of their own.
 * @throws ProblemsError (exit 3) when a bound is no valid scenario, (exit 2) when the budget adds unlike money, (exit 5)
 *   when no pair between the bounds serves
 */
export function solveTwo(variations: Variations, question: QuestionOfTwo): SolvedTwo {
  const { varied, targets, budget } = question
  const together: RunOptions = { reads: new Set() }
  const runs = runsOfTwo(variations, varied, together)
  const prices = [runs.basisOf(0), runs.basisOf(1)] as const
  if (budget !== undefined) checkMoney(budget, varied, prices)
  const survey = surveyOf((x, y) => {
    const run = runs.at(x, y)
    if ('missing' in run) return run
    const off: Decimal[] = []
    for (const target of targets) {
      const value = printed(run, target.figure, target)
      if (!(value instanceof Decimal)) return value
      off.push(value.minus(target.value))
    }
    return off
  }, boxOf(varied))
  const found = budget === undefined ? meet(survey, question) : withinBudget(survey, question, budget)
  const pairAt = (spot: Spot): PairFound => {
    const values = [spot.x, spot.y] as const
    const run = runScenario(runs.settle(spot.x, spot.y), variations.data, together)
    return {
      texts: [textAt(varied[0], spot.x), textAt(varied[1], spot.y)],
      values: [unitValue(varied[0], values[0]), unitValue(varied[1], values[1])],
      achieved: targets.map((target) => {
        const value = printed(run, target.figure, target)
        if (!(value instanceof Decimal)) throw new Error(`${target.words} was found and is missing`)
        return value
      }),
      cost: budget === undefined ? undefined : unitValue(varied[0], sumAt(sumOf(budget), spot)),
      run,
    }
  }
  const [first, ...more] = found.spots.map(pairAt)
  if (first === undefined) throw new Error('answers without a pair')
  const now = runScenario(variations.base, variations.data, together)
  const keys = varied.map((each, index): VariedKey => ({
    ...each,
    unit: scaledUnit(each.range.scale),
    prices: prices[index],
    now: valueNow(now, each.key),
  }))
  const [one, other] = keys
  if (one === undefined || other === undefined) throw new Error('two keys vary')
  return {
    ...question,
    keys: [one, other],
    now: {
      run: now,
      figures: targets.map((target) => {
        const value = printed(now, target.figure, target)
        return value instanceof Decimal ? value : undefined
      }),
      cost: costNow(budget, [one, other]),
    },
    lie: found.lie,
    level: found.level,
    pairs: [first, ...more],
    unique: found.lie === 'point' && more.length === 0,
    bridged: targets.some((target) => isBridged(now, target)),
    evaluations: survey.evaluations(),
  }
}

function isBridged(run: ModelRun, { figure, cell }: Target): boolean {
  const low = everyPrintable.find(({ name }) => name === 'gap-low')
  if (figure.name !== 'gap' || low === undefined) return false
  const exact = run.exact(low.figure, cell)
  return !isMissing(exact) && !exact.flags.includes('no-bridge')
}

interface Found {
  readonly lie: LieOfTwo
  readonly spots: readonly Spot[]
  readonly level: boolean
}

function meet(survey: Survey, question: QuestionOfTwo): Found {
  const { meetings, alone, inStep, beyond } = findMeetings(survey)
  const [first, ...more] = meetings
  if (first === undefined)
    throw noneOfTwo(question, survey, {
      closest: survey.closest((spot) => isInside(survey.box, spot)),
      beyond,
      inStep,
    })
  return { lie: !alone ? 'many' : more.length === 0 ? 'point' : 'points', spots: meetings, level: false }
}

function withinBudget(survey: Survey, question: QuestionOfTwo, budget: Budget): AnswersFound {
  const sum = sumOf(budget)
  const found = findAnswers(survey, sum, true)
  if (found !== undefined) return found
  const closest = closestWithin(survey, sum, true)
  const cheapest = findAnswers(survey, sum, false)?.spots[0]
  throw noneOfTwo(question, survey, { closest, cheapest })
}

/** @throws ProblemsError (exit 2): two price bases never add */
function checkMoney(
  budget: Budget,
  varied: QuestionOfTwo['varied'],
  prices: readonly [PriceBasis | undefined, PriceBasis | undefined],
): void {
  const [one, other] = prices
  if (one === undefined || other === undefined) return
  const place = { file: '--budget', line: 1, column: 1, excerpt: budget.words }
  const { scale } = budget.most
  const named = scale.kind === 'money' ? scale.prices : undefined
  const refuse = (problem: ReturnType<typeof say.budgetPrices>): never => {
    throw new ProblemsError([problem], exitCodes.usage)
  }
  if (!samePriceBasis(one, other))
    refuse(
      say.budgetBases(
        place,
        varied.map(({ key }, index) => [key, priceBasisLabel(prices[index] ?? 'nominal')] as const),
      ),
    )
  if (named !== undefined && !samePriceBasis(named, one))
    refuse(say.budgetPrices(place, priceBasisLabel(named), priceBasisLabel(one)))
}

/** What the scenario spends now by the budget's sum, where both keys hold numbers of its kind. */
function costNow(budget: Budget | undefined, keys: readonly [VariedKey, VariedKey]): Decimal | undefined {
  if (budget === undefined) return undefined
  const [x, y] = keys.map(({ now, range }) => {
    const read = readScaled(now)
    return read?.scale.kind === range.scale.kind ? read.value : undefined
  })
  return x === undefined || y === undefined ? undefined : unitValue(keys[0], sumAt(sumOf(budget), { x, y }))
}

function boxOf([x, y]: QuestionOfTwo['varied']): Box {
  return { x: sideOf(x), y: sideOf(y) }
}

function sideOf({ range: { from, to, scale } }: Varied): Side {
  return { from, to, step: finestStep(scale, Decimal.max(from.abs(), to.abs())) }
}

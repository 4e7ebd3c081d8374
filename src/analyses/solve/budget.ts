import * as say from '../../problems/catalogue/solve-two-usage.ts'
import { nearest } from '../../problems/nearest.ts'
import type { Place, Problem } from '../../problems/problem.ts'
import { Decimal } from '../../terms/decimal.ts'
import type { Range } from '../vary/ranges.ts'
import { readScaled, scaledText, scaledUnit, type Scale, type Scaled } from '../vary/scale.ts'

/** `KEY + KEY <= QUANTITY`: what two keys may come to together, each counted by its weight. */
export interface Budget {
  /** In the order of the keys that vary; above nothing. */
  readonly weights: readonly [Decimal, Decimal]
  /** On the scale of both keys. */
  readonly most: Scaled
  /** `=`: all of it is spent. */
  readonly exactly: boolean
  /** As it was written, in one form: `2 * measures.a.amount + measures.b.amount <= £3bn`. */
  readonly words: string
}

/** One key that varies, and its bounds. */
export interface Varied {
  readonly key: string
  readonly range: Range
}

interface Term {
  readonly weight: Decimal
  readonly key: string
  readonly at: number
}

const signs = ['<=', '≤', '=']

/**
 * Reads `2 * measures.a.amount + measures.b.amount <= £3bn`.
 * @returns the budget, or everything wrong with the text
 */
export function readBudget(text: string, varied: readonly [Varied, Varied]): Budget | readonly Problem[] {
  const place = (at: number): Place => ({ file: '--budget', line: 1, column: at + 1, excerpt: text })
  const parts = split(text)
  if ('wrong' in parts) return [parts.wrong(place(parts.at))]
  const { terms, sign, quantity } = parts
  const keys = varied.map(({ key }) => key)
  const problems: Problem[] = []
  terms.forEach(({ key, at, weight }, index) => {
    if (!keys.includes(key)) problems.push(say.budgetKey(place(at), key, keys, nearest(key, keys)))
    else if (terms.findIndex((each) => each.key === key) < index)
      problems.push(say.budgetRepeats(place(at), key))
    if (!weight.greaterThan(0)) problems.push(say.budgetWeight(place(at), key))
  })
  const [first, second] = varied.map(({ key }) => terms.find((each) => each.key === key))
  if (problems.length === 0 && (first === undefined || second === undefined))
    problems.push(say.budgetNeedsBoth(place(0), keys))
  const most = readScaled(quantity.text)
  const like = scaleOf(varied)
  if (like === undefined)
    problems.push(
      say.budgetUnlike(
        place(0),
        varied.map(({ key, range }) => `${key} in ${scaledUnit(range.scale)}`),
      ),
    )
  else if (most === undefined || !isLike(most.scale, like))
    problems.push(say.budgetQuantity(place(quantity.at), quantity.text, scaledUnit(like)))
  if (problems.length > 0 || first === undefined || second === undefined || most === undefined)
    return problems
  const written = [first, second].map(({ weight, key }) =>
    weight.equals(1) ? key : `${weight.toFixed()} * ${key}`,
  )
  const exactly = sign === '='
  return {
    weights: [first.weight, second.weight],
    most,
    exactly,
    words: `${written.join(' + ')} ${exactly ? '=' : '<='} ${scaledText(most)}`,
  }
}

/** What both keys are counted in, where that is the same and can be added. */
function scaleOf([{ range: one }, { range: other }]: readonly [Varied, Varied]): Scale | undefined {
  return isLike(one.scale, other.scale) && one.scale.kind !== 'year' ? one.scale : undefined
}

/** Money with money, a share with a share of the same whole; price years are compared where both are known. */
function isLike(a: Scale, b: Scale): boolean {
  if (a.kind === 'share' && b.kind === 'share') return a.of === b.of
  return a.kind === b.kind
}

type Wrong = (place: Place) => Problem
interface Split {
  readonly terms: readonly Term[]
  readonly sign: string
  readonly quantity: { readonly at: number; readonly text: string }
}

function split(text: string): Split | { readonly at: number; readonly wrong: Wrong } {
  let at = 0
  const skip = (): number => (at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0)
  const take = (pattern: RegExp): string | undefined => {
    skip()
    const found = pattern.exec(text.slice(at))?.[0]
    at += found?.length ?? 0
    return found
  }
  const expected = (what: string) => ({ at: skip(), wrong: (place: Place) => say.budgetSyntax(place, what) })
  const weighed = /^\d{1,9}(?:\.\d{1,9})?(?![\w.%-])/
  const times = /^[*×]/
  const terms: Term[] = []
  do {
    const before = take(weighed)
    if (before !== undefined) take(times)
    const begun = skip()
    if (/^[-−]/.test(text.slice(begun))) return { at: begun, wrong: say.budgetMinus }
    const key = take(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*/)
    if (key === undefined) return expected('A key that varies')
    const after = before === undefined && take(times) !== undefined ? take(weighed) : undefined
    if (before === undefined && after === undefined && text.slice(0, at).trimEnd().endsWith('*'))
      return expected('A number')
    terms.push({ weight: new Decimal(before ?? after ?? 1), key, at: begun })
  } while (take(/^\+/) !== undefined)
  const begun = skip()
  if (/^[-−]/.test(text.slice(begun))) return { at: begun, wrong: say.budgetMinus }
  const sign = take(/^[<>=≤≥]+/)
  if (sign === undefined) return expected('A plus sign, or <=')
  if (!signs.includes(sign)) return { at: begun, wrong: (place) => say.budgetSign(place, sign) }
  const start = skip()
  if (start === text.length) return expected('A quantity')
  return { terms, sign, quantity: { at: start, text: text.slice(start).trim() } }
}

import { isMissing } from '../../engine/calculators/exact.ts'
import { listedAssumptions } from '../../figures/assumption-list.ts'
import type { PrintableFigure } from '../../figures/printable.ts'
import { boundInvalid, noSolution } from '../../problems/catalogue/solve.ts'
import { exitCodes, ProblemsError, type Problem } from '../../problems/problem.ts'
import { runScenario, type ModelRun, type RunOptions } from '../../run/run.ts'
import { shareRun } from '../../run/shared-run.ts'
import { differingParts, moneyBasisOf, type SettingsPath } from '../../run/tracked-settings.ts'
import { valuesInForce } from '../../run/values.ts'
import type { LoadedScenario, Variations } from '../../run/variations.ts'
import { Decimal } from '../../terms/decimal.ts'
import type { PriceBasis } from '../../terms/prices.ts'
import { unitWords } from '../../terms/unit.ts'
import { findRoots, type RootsFound } from '../roots.ts'
import type { Range } from '../vary/ranges.ts'
import { finestStep, inItsUnit, scaledText, scaledUnit } from '../vary/scale.ts'
import type { Target } from './target.ts'

/** One value found, and what the figure comes to there on a run of its own. */
export interface Solution {
  /** As a scenario writes it. */
  readonly text: string
  /** In `unit`. */
  readonly value: Decimal
  readonly achieved: Decimal
  readonly run: ModelRun
}

export interface Solved {
  readonly key: string
  readonly range: Range
  /** GBP million, percent, number. */
  readonly unit: string
  /** The prices of what varies, where it is money. */
  readonly prices: PriceBasis | undefined
  readonly target: Target
  /** What the scenario has now, as it is written; and the figure then. */
  readonly now: { readonly text: string; readonly run: ModelRun; readonly figure: Decimal | undefined }
  /** Lowest first: one, several, or both ends of a stretch on which every value serves. */
  readonly solutions: readonly [Solution, ...Solution[]]
  readonly unique: boolean
  /** Whether the two solutions are the ends of a stretch. */
  readonly stretch: boolean
  readonly evaluations: number
  /** Where the same target is reached at the low and the high end of the bridge band; absent where there is no band. */
  readonly band: Band | undefined
}

/** A value in the unit of the answer for each end of the bridge band; undefined where that end has none, or several. */
export type Band = readonly [low: BandEnd | undefined, high: BandEnd | undefined]
export type BandEnd = Pick<Solution, 'text' | 'value'>

/** What varies, as the command line says it. */
export interface Question {
  readonly key: string
  readonly range: Range
  readonly target: Target
  /** `gap-low` and `gap-high` where the target is a gap: the ends of its band. */
  readonly ends: readonly PrintableFigure[]
}

/**
 * The value of a key that brings a figure to its target: found on the exact engine, held to what a scenario can write, and
 * worked again on a run of its own.
 * @throws ProblemsError (exit 3) when a bound is no valid scenario, (exit 5) when no value between them serves
 */
export function solve(variations: Variations, { key, range, target, ends }: Question): Solved {
  const { scale } = range
  const textAt = (value: Decimal): string => scaledText({ value, scale })
  const valueAt = (value: Decimal): BandEnd => ({ text: textAt(value), value: inItsUnit({ value, scale }) })
  const settleAt = (value: Decimal): LoadedScenario => variations.settle([`${key}=${textAt(value)}`])
  const bounds = [range.from, range.to].map((value) => settleBound(settleAt, value, textAt(value)))
  const [first] = bounds
  if (first === undefined) throw new Error('a range without bounds')
  const parts = differingParts(bounds.map(({ settings }) => settings))
  const step = finestStep(scale, Decimal.max(range.from.abs(), range.to.abs()))
  const together: RunOptions = { reads: new Set() }

  const search = (figure: PrintableFigure): RootsFound => {
    const shared = shareRun(first, parts, variations.data, together)
    return findRoots(
      (x) => {
        const settled = settledOr(settleAt, x)
        if ('missing' in settled) return settled
        shared.become(settled.settings)
        const value = printed(shared.run, figure, target)
        return value instanceof Decimal ? value.minus(target.value) : value
      },
      range.from,
      range.to,
      { step },
    )
  }
  const found = search(target.figure)
  const solutions = found.roots
    .flatMap(({ from, to }) => (from.equals(to) ? [from] : [from, to]))
    .map((x): Solution => {
      const run = runScenario(settleAt(x), variations.data, together)
      const achieved = printed(run, target.figure, target)
      if (!(achieved instanceof Decimal)) throw new Error(`${target.words} was found and is missing`)
      return { ...valueAt(x), achieved, run }
    })
  const [one, ...more] = solutions
  if (one === undefined) throw none({ key, range, target, ends }, found, textAt)
  const now = runScenario(variations.base, variations.data, together)
  const figureNow = printed(now, target.figure, target)
  return {
    key,
    range,
    unit: scaledUnit(scale),
    prices: scale.kind === 'money' ? basisOf(first, parts, scale.prices) : undefined,
    target,
    now: {
      text: valueNow(now, key),
      run: now,
      figure: figureNow instanceof Decimal ? figureNow : undefined,
    },
    solutions: [one, ...more],
    unique: more.length === 0 && found.jumps.length === 0,
    stretch: found.roots.length === 1 && more.length === 1,
    evaluations: found.evaluations,
    band: bandOf(ends, now, target, search, valueAt),
  }
}

/** The same target at both ends of the bridge band, where each has one answer. */
function bandOf(
  ends: readonly PrintableFigure[],
  now: ModelRun,
  target: Target,
  search: (figure: PrintableFigure) => RootsFound,
  valueAt: (x: Decimal) => BandEnd,
): Band | undefined {
  const [low, high] = ends
  if (low === undefined || high === undefined) return undefined
  const exact = now.exact(low.figure, target.cell)
  if (isMissing(exact) || exact.flags.includes('no-bridge')) return undefined
  const at = (figure: PrintableFigure): BandEnd | undefined => {
    const [root, ...others] = search(figure).roots
    return root === undefined || others.length > 0 ? undefined : valueAt(root.from)
  }
  return [at(low), at(high)]
}

/** A figure at the target's cell, in the unit it is printed in. */
export function printed(
  run: ModelRun,
  { figure, unit }: PrintableFigure,
  { cell }: Target,
): Decimal | { readonly missing: string } {
  const exact = run.exact(figure, cell)
  return isMissing(exact) ? exact : exact.n.times(unitWords(unit).factor)
}

/** @throws ProblemsError with what is wrong with the scenario at a bound, which it names */
export function settleBound(
  settle: (value: Decimal) => LoadedScenario,
  value: Decimal,
  text: string,
): LoadedScenario {
  try {
    return settle(value)
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error
    throw new ProblemsError(
      error.problems.map((problem): Problem => boundInvalid(problem, text)),
      error.exitCode,
    )
  }
}

/** Between valid bounds a value may still be refused (a share outside its own bounds): the figure has none there. */
export function settledOr(
  settle: (value: Decimal) => LoadedScenario,
  value: Decimal,
): LoadedScenario | { readonly missing: string } {
  try {
    return settle(value)
  } catch (error) {
    if (error instanceof ProblemsError) return { missing: error.problems[0]?.code ?? 'invalid-scenario' }
    throw error
  }
}

/** The prices of what varies: those its bounds name, or those of the money that differs between them. */
export function basisOf(
  { settings }: LoadedScenario,
  parts: readonly SettingsPath[],
  named: PriceBasis | undefined,
): PriceBasis {
  return (
    named ??
    parts.map((path) => moneyBasisOf(settings, path)).find((basis) => basis !== undefined) ??
    'nominal'
  )
}

/** What the key holds now, as a scenario would write it. */
export function valueNow(run: ModelRun, key: string): string {
  const said = run.said.get(key)?.text ?? run.said.get(`${key}.value`)?.text
  const listed = listedAssumptions.find(({ name }) => key === `assumptions.${name}`)
  if (said === 'default' && listed !== undefined) return listed.default
  return said ?? valuesInForce(run).find((value) => value.key === key)?.value ?? ''
}

function none(
  { key, range, target }: Question,
  { closest, level, jumps, missing }: RootsFound,
  textAt: (value: Decimal) => string,
): ProblemsError {
  const { label } = unitWords(target.figure.unit)
  const reached = (value: Decimal): string => `${value.toSignificantDigits(6).toFixed()} ${label}`
  const problem = noSolution(
    {
      key,
      from: textAt(range.from),
      to: textAt(range.to),
      figure: target.words,
      target: reached(target.value),
    },
    closest === undefined
      ? undefined
      : { value: textAt(closest.at), reached: reached(closest.value.plus(target.value)), level },
    jumps.map(textAt),
    missing,
  )
  return new ProblemsError([problem], exitCodes.noSolution)
}

import { isMissing, type Exact } from '../../engine/calculators/exact.ts'
import type { AnyFigure } from '../../engine/figure.ts'
import { gap } from '../../figures/gap.ts'
import type { Model } from '../../figures/model.ts'
import { printed } from '../../figures/prices.ts'
import { requirement } from '../../figures/requirement/requirement.ts'
import { baseline, spend } from '../../figures/spend.ts'
import type { ModelRun } from '../../run/run.ts'
import { categoriesAndTotal, type CategoryOrTotal } from '../../terms/category.ts'
import type { Cell } from '../../terms/cell.ts'
import { lastDayOf } from '../../terms/date.ts'
import type { Decimal } from '../../terms/decimal.ts'
import { yearsOf, type YearRange } from '../../terms/year.ts'
import { addingUpTo, differenceOf, sumOf } from '../adding-up.ts'
import { rowsBehind, type Rows } from './rows-behind.ts'

/**
 * One scenario under two as-of dates: what each publication between them did to the gap. Publications are taken one
 * after the other, so that each is credited with the gap as of its day less the gap as of the day before, and the
 * parts add up to the whole.
 */

/** What a publication changed the gap by, in the prices printed. The three add up to the change of its day. */
export interface Step {
  /** The last day its date can mean. */
  readonly day: string
  /** Data: less (or more) capital in the baseline. */
  readonly baseline: Decimal
  /** Data: the requirement itself, where it is worked from the budget. */
  readonly requirement: Decimal
  /** The scenario: what its measures, underspend and switches make of the revised data. */
  readonly scenario: Decimal
  /** The rows it brought that this cell now rests on, in file order. */
  readonly rows: readonly string[]
}

/** One gap under both dates. */
export interface GapAgainst {
  readonly benchmark: string
  readonly category: CategoryOrTotal
  readonly year: number
  readonly before: Exact
  readonly after: Exact
  /** After less before; undefined where one of them is missing. */
  readonly change: Decimal | undefined
  /** The part of the change that publications made, through baseline and requirement. */
  readonly data: Decimal | undefined
  readonly scenario: Decimal | undefined
  /** Publications that changed it, the earliest first; the latest first when the second date is the earlier. */
  readonly steps: readonly Step[]
}

export interface AgainstOptions {
  readonly benchmarks?: readonly string[] | undefined
  readonly categories?: readonly CategoryOrTotal[] | undefined
  readonly years?: YearRange | undefined
}

const figures = {
  gap: printed(gap),
  requirement: printed(requirement),
  spend: printed(spend),
  baseline: printed(baseline),
}

/** The scenario as it stood on some day: its values, and the rows behind them. */
interface State {
  readonly day: string
  readonly run: ModelRun
  readonly rows: (figure: AnyFigure<Model>, cell: Cell) => Rows
}

/**
 * Every gap of a scenario under two dates.
 * @param before the scenario under the first date, `after` the same under the second; an undefined date is today
 */
export function against(
  before: ModelRun,
  after: ModelRun,
  options: AgainstOptions = {},
): readonly GapAgainst[] {
  const backwards = dayOf(before) > dayOf(after)
  const [first, last] = backwards ? [after, before] : [before, after]
  const cells = cellsAsked(before, options)
  // Worked first, so that it is known which datasets are read.
  for (const cell of cells) for (const run of [first, last]) run.exact(figures.gap, cell)
  const states = statesBetween(first, last)
  return cells.map((cell) => {
    const steps = stepsOf(cell, states).map((step) => (backwards ? negated(step) : step))
    return gapAgainst(cell, before, after, backwards ? steps.reverse() : steps)
  })
}

type GapCell = { readonly benchmark: string; readonly category: CategoryOrTotal; readonly year: number }

function cellsAsked(run: ModelRun, options: AgainstOptions): GapCell[] {
  const { settings } = run
  const categories = categoriesAndTotal.filter((each) => options.categories?.includes(each) ?? true)
  return settings.benchmarks
    .filter(({ id }) => options.benchmarks?.includes(id) ?? true)
    .flatMap(({ id }) =>
      categories.flatMap((category) =>
        yearsOf(options.years ?? settings.years).map((year) => ({ benchmark: id, category, year })),
      ),
    )
}

function gapAgainst(cell: GapCell, before: ModelRun, after: ModelRun, steps: readonly Step[]): GapAgainst {
  const from = before.exact(figures.gap, cell)
  const to = after.exact(figures.gap, cell)
  const none = { change: undefined, data: undefined, scenario: undefined, steps: [] }
  if (isMissing(from) || isMissing(to)) return { ...cell, before: from, after: to, ...none }
  const change = differenceOf(to.n, from.n)
  const data = sumOf(steps.flatMap((step) => [step.baseline, step.requirement]))
  const scenario = sumOf(steps.map((step) => step.scenario))
  return { ...cell, before: from, after: to, change, data, scenario, steps }
}

/** The scenario under the first date, after each publication until the second, and under the second. */
function statesBetween(first: ModelRun, last: ModelRun): readonly State[] {
  const state = (day: string, run: ModelRun): State => ({ day, run, rows: rowsBehind(run) })
  const from = dayOf(first)
  const to = dayOf(last)
  const days = publicationDays(first, last).filter((day) => day > from && day <= to)
  return [
    state(from, first),
    // Nothing is published between the last of these days and the second date: there the run is the second's own.
    ...days.map((day, index) => state(day, index === days.length - 1 ? last : last.with({ asOf: day }))),
  ]
}

/** The days on which rows of the policy-side datasets that were read became public, sorted. */
function publicationDays(...runs: readonly ModelRun[]): string[] {
  const [{ data } = { data: undefined }] = runs
  const names = new Set(runs.flatMap((run) => run.readUntilNow().datasets))
  const days = [...names]
    .filter((name) => data?.about(name).asOfSide === 'policy')
    .flatMap((name) => data?.dataset(name).observations ?? [])
    .flatMap(({ published }) => lastDayOf(published) ?? [])
  return [...new Set(days)].sort()
}

/** Later than any date: everything published. */
const today = '9999-12-31'

function dayOf(run: ModelRun): string {
  return run.settings.asOf ?? today
}

function stepsOf(cell: GapCell, states: readonly State[]): Step[] {
  // A state without a gap is passed by: what it brought is credited with the next that has one.
  const known = states.flatMap((state) => {
    const values = valuesOf(state.run, cell)
    return values === undefined ? [] : [{ state, values }]
  })
  return known.flatMap(({ state, values }, index) => {
    const before = known[index - 1]
    return before === undefined ? [] : stepBetween(cell, before, { state, values })
  })
}

interface Values {
  readonly gap: Decimal
  readonly requirement: Decimal
  readonly spend: Decimal
  readonly baseline: Decimal
}

function valuesOf(run: ModelRun, cell: GapCell): Values | undefined {
  const gapThen = run.exact(figures.gap, cell)
  const requirementThen = run.exact(figures.requirement, cell)
  const spendThen = run.exact(figures.spend, cell)
  const baselineThen = run.exact(figures.baseline, cell)
  if (isMissing(gapThen) || isMissing(requirementThen) || isMissing(spendThen) || isMissing(baselineThen))
    return undefined
  return { gap: gapThen.n, requirement: requirementThen.n, spend: spendThen.n, baseline: baselineThen.n }
}

interface Known {
  readonly state: State
  readonly values: Values
}

/** What one publication changed; nothing where it changed nothing. */
function stepBetween(cell: GapCell, before: Known, after: Known): Step[] {
  const change = (value: (values: Values) => Decimal): Decimal =>
    differenceOf(value(after.values), value(before.values))
  const moved = {
    baseline: change((values) => values.baseline).negated(),
    requirement: change((values) => values.requirement),
    scenario: change((values) => values.baseline).minus(change((values) => values.spend)),
  }
  if (Object.values(moved).every((part) => part.isZero())) return []
  const whole = change((values) => values.gap)
  const [capital, needed, response] = addingUpTo(whole, [moved.baseline, moved.requirement, moved.scenario])
  const parts = {
    baseline: capital ?? moved.baseline,
    requirement: needed ?? moved.requirement,
    scenario: response ?? moved.scenario,
  }
  const rows = [
    ...(moved.baseline.isZero() ? [] : newRows(figures.baseline, cell, before.state, after.state)),
    ...(moved.requirement.isZero() ? [] : newRows(figures.requirement, cell, before.state, after.state)),
  ]
  return [{ day: after.state.day, ...parts, rows: [...new Set(rows)] }]
}

function newRows(figure: AnyFigure<Model>, cell: Cell, before: State, after: State): string[] {
  const old = before.rows(figure, cell)
  return [...after.rows(figure, cell)]
    .filter(([place]) => !old.has(place))
    .sort(([, a], [, b]) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
    .map(([place]) => place)
}

function negated({ day, rows, baseline: capital, requirement: needed, scenario }: Step): Step {
  return {
    ...{ day, rows },
    baseline: capital.negated(),
    requirement: needed.negated(),
    scenario: scenario.negated(),
  }
}

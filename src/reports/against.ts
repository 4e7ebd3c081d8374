import { against, type AgainstOptions, type GapAgainst } from '../analyses/against/against.ts'
import { isMissing, type Exact } from '../engine/calculators/exact.ts'
import { isBridged } from '../figures/requirement/benchmark.ts'
import type { BenchmarkSetting } from '../figures/settings.ts'
import { moneyOfTheDay, onCategory, pricesOf } from '../problems/catalogue/headline.ts'
import { missingMeaning, positiveMeans, pricesSentence } from '../problems/catalogue/report.ts'
import * as say from '../problems/catalogue/vintages.ts'
import type { ModelRun } from '../run/run.ts'
import { Decimal } from '../terms/decimal.ts'
import { priceBasisLabel } from '../terms/prices.ts'
import { weaker } from '../terms/status.ts'
import { version } from '../terms/version.ts'
import { financialYear } from '../terms/year.ts'
import { textCell } from './cells.ts'
import { datasetCaveats, onceEach } from './caveats.ts'
import { sourcesOf } from './run.ts'
import { headlineYear } from './run/headline.ts'
import { longColumns } from './run/long.ts'
import { markMeanings, peopleCell } from './run/values.ts'
import type { Cell, Report, Row, Sentence, Table } from './table.ts'

/** One scenario under both dates. */
export interface RunAgainst {
  readonly before: ModelRun
  readonly after: ModelRun
}

/** Columns of `run --against` in long form: those of `run`, and what the change is credited to. */
export const againstColumns = [...longColumns, 'as-of', 'published', 'rows'] as const

/** The answer to `capgap run --as-of A --against B`: each gap under both dates, and what changed it. */
export function againstReport(pairs: readonly RunAgainst[], options: AgainstOptions): Report {
  const answers = pairs.map((pair) => ({ ...pair, gaps: against(pair.before, pair.after, options) }))
  const [first] = answers
  const runs = pairs.flatMap(({ before, after }) => [before, after])
  return {
    headline: answers.flatMap((answer) => headline(answer, options)),
    tables: answers.flatMap((answer) => tables(answer, options)),
    long: {
      ...{ name: 'against', title: '', subtitle: '', notes: [], marks: [] },
      columns: againstColumns.map((name) => ({
        name,
        label: name,
        kind: name === 'value' ? 'number' : 'text',
      })),
      rows: answers.flatMap(({ before, after, gaps }) =>
        gaps.flatMap((each) => longRows(before, after, each)),
      ),
    },
    sources: sourcesOf(runs, { benchmarks: options.benchmarks }),
    caveats: onceEach(runs.flatMap(datasetCaveats)),
    envelope: {
      capgap: version,
      command: 'run --against',
      scenario: pairs.length === 1 && first ? first.before.scenario.name : names(pairs),
      asOf: first?.before.settings.asOf ?? null,
      against: first?.after.settings.asOf ?? null,
      economy: first?.before.settings.economy ?? null,
      dataHash: first?.before.data.hash() ?? null,
    },
  }
}

interface Answer extends RunAgainst {
  readonly gaps: readonly GapAgainst[]
}

function names(pairs: readonly RunAgainst[]): string[] {
  return pairs.map(({ before }) => before.scenario.name)
}

/** Each benchmark in its own category, in the year that `run` speaks of. */
function headline(answer: Answer, options: AgainstOptions): Sentence[] {
  const { before, after, gaps } = answer
  const year = headlineYear(after, options)
  const dates = {
    before: say.knownOn(before.settings.asOf),
    after: say.knownOn(after.settings.asOf),
  }
  return before.settings.benchmarks.flatMap((benchmark): Sentence[] => {
    const found = gaps.find(
      (each) => each.benchmark === benchmark.id && each.category === benchmark.category && each.year === year,
    )
    if (found === undefined) return []
    const subject = onCategory(benchmark.title, benchmark.category)
    const { data, scenario } = found
    const missing = [found.before, found.after].find(isMissing)
    if (isMissing(found.before) || isMissing(found.after) || data === undefined || scenario === undefined) {
      const reason = missingMeaning(missing?.missing ?? '')
      return [say.againstMissing(subject, financialYear(year), reason)]
    }
    const gap = { before: found.before.n, after: found.after.n, data, scenario }
    const basis = isBridged(benchmark) ? say.centralBridge(pricesWords(before)) : pricesWords(before)
    return [say.againstHeadline(subject, financialYear(year), basis, gap, dates)]
  })
}

function tables(answer: Answer, options: AgainstOptions): Table[] {
  const { before, after } = answer
  const all = before.settings.benchmarks.flatMap((benchmark) => benchmarkTables(answer, benchmark, options))
  return all.map((table, index) => ({
    ...table,
    notes:
      index === all.length - 1
        ? [
            positiveMeans,
            say.creditedInTurn,
            say.scenarioResponds,
            say.signElsewhere,
            pricesSentence(priceBasisLabel(after.settings.prices), after.settings.economy),
          ]
        : [],
  }))
}

/** A table for the benchmark's own category, or for each of those asked for. */
function benchmarkTables(answer: Answer, benchmark: BenchmarkSetting, options: AgainstOptions): Table[] {
  const categories = options.categories ?? [benchmark.category]
  return categories.flatMap((category) => {
    const gaps = answer.gaps.filter((each) => each.benchmark === benchmark.id && each.category === category)
    return gaps.some(({ change }) => change !== undefined) ? [table(answer, benchmark, category, gaps)] : []
  })
}

function table(
  { before, after }: Answer,
  benchmark: BenchmarkSetting,
  category: string,
  gaps: readonly GapAgainst[],
): Table {
  const days = [...new Set(gaps.flatMap(({ steps }) => steps.map(({ day }) => day)))].sort()
  if (dayOf(before) > dayOf(after)) days.reverse()
  const credited = (part: 'baseline' | 'requirement' | 'scenario', label: string): Row[] => {
    const moved = days.filter((day) =>
      gaps.some(({ steps }) => steps.some((step) => step.day === day && !step[part].isZero())),
    )
    const rows = moved.map((day): Row => ({
      cells: [
        textCell(say.publishedBy(day)),
        ...gaps.map((each) => {
          const step = each.steps.find((one) => one.day === day)
          return each.change === undefined ? noChange(each) : money(step?.[part] ?? new Decimal(0))
        }),
      ],
    }))
    return rows.length === 0 ? [] : [{ style: 'heading', cells: [textCell(label)] }, ...rows]
  }
  const labels = say.againstLabels
  const gapRow = (run: ModelRun, exact: (gap: GapAgainst) => Exact): Row => ({
    style: 'total',
    cells: [
      textCell(`${labels.gap} ${say.knownOn(run.settings.asOf)}`),
      ...gaps.map((each) => peopleCell(exact(each), undefined, 'money', [])),
    ],
  })
  const rows: Row[] = [
    { ...gapRow(before, (gap) => gap.before) },
    ...credited('baseline', labels.data),
    ...credited('requirement', labels.requirement),
    ...credited('scenario', labels.scenario),
    {
      style: 'total',
      cells: [
        textCell(labels.change),
        ...gaps.map((each) => (each.change === undefined ? noChange(each) : money(each.change))),
      ],
    },
    gapRow(after, (gap) => gap.after),
  ]
  const used = new Set(
    rows.flatMap(({ cells }) => cells.flatMap((each) => (each.kind === 'number' ? (each.marks ?? []) : []))),
  )
  return {
    name: `against-${benchmark.id}-${category}`,
    title: `${before.scenario.title} against ${onCategory(benchmark.title, category)}`,
    subtitle: say.againstSubtitle(pricesWords(before)),
    columns: [
      { name: 'line', label: '', kind: 'text' },
      ...gaps.map(({ year }) => ({
        name: financialYear(year),
        label: financialYear(year),
        kind: 'money' as const,
      })),
    ],
    rows,
    notes: [],
    marks: Object.entries(markMeanings)
      .filter(([mark]) => used.has(mark))
      .map(([mark, meaning]) => ({ mark, meaning })),
  }
}

function longRows(before: ModelRun, after: ModelRun, each: GapAgainst): Row[] {
  const { change, data, scenario, steps } = each
  const row = (
    figure: string,
    exact: Exact,
    more: { asOf?: string; published?: string; rows?: string },
  ): Row => {
    const missing = isMissing(exact)
    const texts: Record<(typeof againstColumns)[number], string> = {
      scenario: before.scenario.name,
      figure,
      benchmark: each.benchmark,
      category: each.category,
      year: financialYear(each.year),
      value: '',
      unit: 'GBP million',
      prices: priceBasisLabel(before.settings.prices),
      status: missing ? '' : exact.status,
      flags: missing ? exact.missing : exact.flags.join(';'),
      'as-of': more.asOf ?? '',
      published: more.published ?? '',
      rows: more.rows ?? '',
    }
    return {
      cells: againstColumns.map((column): Cell => {
        if (column !== 'value') return textCell(texts[column])
        return missing ? { kind: 'missing', reason: exact.missing } : { kind: 'number', value: exact.n }
      }),
    }
  }
  const of = (value: Decimal | undefined): Exact => changeOf(each, value)
  return [
    row('gap', each.before, { asOf: dateOf(before) }),
    row('gap', each.after, { asOf: dateOf(after) }),
    row('gap-change', of(change), {}),
    row('gap-change-data', of(data), {}),
    row('gap-change-scenario', of(scenario), {}),
    ...steps.flatMap((step) => {
      const at = { published: step.day, rows: step.rows.join(';') }
      return [
        row('gap-change-baseline', of(step.baseline), at),
        row('gap-change-requirement', of(step.requirement), at),
        row('gap-change-scenario', of(step.scenario), at),
      ]
    }),
  ]
}

/** A change is as firm as the weaker of the two gaps; without one of them it is missing for that one's reason. */
function changeOf({ before, after }: GapAgainst, value: Decimal | undefined): Exact {
  if (isMissing(before)) return before
  if (isMissing(after) || value === undefined) return isMissing(after) ? after : { missing: 'no-observation' }
  return {
    n: value,
    status: weaker(before.status, after.status),
    flags: [...new Set([...before.flags, ...after.flags])].sort(),
  }
}

function noChange(each: GapAgainst): Cell {
  const missing = [each.before, each.after].find(isMissing)
  return { kind: 'missing', reason: missingMeaning(missing?.missing ?? '') }
}

function money(value: Decimal): Cell {
  return { kind: 'number', value, as: 'money' }
}

function dateOf(run: ModelRun): string {
  return run.settings.asOf ?? 'today'
}

/** Today is later than any date. */
function dayOf(run: ModelRun): string {
  return run.settings.asOf ?? '9999-12-31'
}

function pricesWords(run: ModelRun): string {
  const label = priceBasisLabel(run.settings.prices)
  return label === 'nominal' ? moneyOfTheDay() : pricesOf(label)
}

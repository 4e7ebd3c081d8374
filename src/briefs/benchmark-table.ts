import { flagNotes, kindOf, markMeanings, peopleCell, printedValue } from '../reports/run/values.ts'
import { printableFigures } from '../figures/printable.ts'
import type { BenchmarkSetting } from '../figures/settings.ts'
import * as say from '../problems/catalogue/brief.ts'
import { missingMeaning, positiveMeans, pricesSentence } from '../problems/catalogue/report.ts'
import { gapVerdict } from '../reports/run/headline.ts'
import type { Cell, Row, Table } from '../reports/table.ts'
import { statusOfTheDay } from '../reports/run/values.ts'
import type { ModelRun } from '../run/run.ts'
import type { Decimal } from '../terms/decimal.ts'
import { priceBasisLabel } from '../terms/prices.ts'
import { financialYear } from '../terms/year.ts'

/** Every benchmark of a scenario in one year: gap, band, and whether the evidence establishes its sign. */
export function benchmarkTable(run: ModelRun, benchmarks: readonly BenchmarkSetting[], year: number): Table {
  const gap = printableFigures.find(({ name }) => name === 'gap')
  if (gap === undefined) throw new Error('there is no figure "gap"')
  const prices = priceBasisLabel(run.settings.prices)
  const place = (benchmark: BenchmarkSetting) => ({
    benchmark: benchmark.id,
    category: benchmark.category,
    year,
  })
  const values = benchmarks.map((benchmark) => printedValue(run, gap.figure, place(benchmark)))
  const rows = benchmarks.map((benchmark, index): Row => {
    const verdict = gapVerdict(run, benchmark, year)
    const names: Cell[] = [
      { kind: 'text', text: benchmark.title },
      { kind: 'text', text: benchmark.category },
    ]
    const value = values[index]
    if ('missing' in verdict || value === undefined) {
      const missing: Cell = {
        kind: 'missing',
        reason: missingMeaning('missing' in verdict ? verdict.missing : ''),
      }
      return { cells: [...names, missing, missing, missing, { kind: 'text', text: '' }] }
    }
    const status = statusOfTheDay(run, gap, place(benchmark))
    return {
      cells: [
        ...names,
        peopleCell(value, status, kindOf(gap.unit), []),
        money(verdict.low),
        money(verdict.high),
        { kind: 'text', text: say.verdictCell(verdict.sign) },
      ],
    }
  })
  const used = new Set(
    rows.flatMap(({ cells }) => cells.flatMap((cell) => ('marks' in cell ? (cell.marks ?? []) : []))),
  )
  return {
    name: 'benchmarks',
    title: say.verdictTitle(run.scenario.title, financialYear(year)),
    subtitle: `£bn, ${prices === 'nominal' ? 'nominal (money of the day)' : `${prices} prices`}, ${financialYear(year)}, England`,
    columns: Object.entries(say.verdictColumns).map(([name, label]) => ({
      name,
      label,
      kind: name === 'gap' || name === 'low' || name === 'high' ? 'money' : 'text',
    })),
    rows,
    notes: [
      positiveMeans,
      say.verdictNote,
      pricesSentence(prices, run.settings.economy),
      ...flagNotes(values),
    ],
    marks: Object.entries(markMeanings)
      .filter(([mark]) => used.has(mark))
      .map(([mark, meaning]) => ({ mark, meaning })),
  }
}

function money(value: Decimal): Cell {
  return { kind: 'number', value, as: 'money' }
}

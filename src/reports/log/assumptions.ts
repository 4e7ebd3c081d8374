import { isMissing } from '../../engine/calculators/exact.ts'
import { listedAssumptions } from '../../figures/assumption-list.ts'
import type { ListedAssumption } from '../../figures/listed-assumption.ts'
import { assumptionEntries } from '../../figures/settings.ts'
import { printableFigures } from '../../figures/printable.ts'
import * as say from '../../problems/catalogue/log.ts'
import type { ModelRun } from '../../run/run.ts'
import { priceBasisLabel } from '../../terms/prices.ts'
import { financialYear } from '../../terms/year.ts'
import { lineWords } from '../../problems/catalogue/explain.ts'
import { linesOf, valueLines, type SaidLine } from '../explain/said.ts'
import { headlineYear } from '../run/headline.ts'
import type { Cell, Row } from '../table.ts'
import { effectColumn, given, logTable, words, type LogTable } from './table.ts'

const columns = [
  ...['assumption', 'description', 'value', 'said-at', effectColumn, 'reliability'],
  ...['why', 'source', 'made-by', 'on', 'signed-off'],
]

/** Every value the model assumes: what it is worth here, what it does to the gap, and who says so. */
export function assumptionsLog(run: ModelRun): LogTable {
  const against = totalBenchmark(run)
  const notes = [
    ...(against === undefined
      ? []
      : [
          say.effectNote(
            against.benchmark,
            financialYear(against.year),
            priceBasisLabel(run.settings.prices),
          ),
        ]),
    say.reliabilityNote,
    say.noSignOffNote,
  ]
  return {
    table: logTable(
      'assumptions',
      say.titles.assumptions,
      columns,
      listedAssumptions.map((listed) => rowOf(run, listed)),
      notes,
    ),
    entries: listedAssumptions.map(({ name }) => name),
  }
}

function rowOf(run: ModelRun, listed: ListedAssumption): Row {
  const { name, label, sources } = listed
  const setting = run.settings.assumptions.get(name)
  const entry = assumptionEntries(run.settings).get(name)
  const lines = setting === undefined ? splitLines(run, name) : valueLines(run, name)
  const isDefault = lines.length === 0
  const missing = isDefault ? say.atDefault : setting === undefined ? say.noKey : say.notGiven
  const range = linesOf(run, `assumptions.${name}.range`)[0]?.won.text
  return {
    cells: [
      words(name),
      words(label),
      words(isDefault ? listed.default : lines.map(valueWords).join('; ')),
      given(lines.map(({ won }) => lineWords(won)).join('; '), say.atDefault),
      effectOf(run, name, isDefault),
      words(
        isDefault && entry === undefined ? say.reliabilityOfDefault : say.reliability(range, entry?.source),
      ),
      given(entry?.why ?? (isDefault ? listed.note : undefined), missing),
      given(entry?.source ?? (isDefault ? sources.join('; ') : undefined), missing),
      given(entry?.by, missing),
      given(entry?.on, missing),
      { kind: 'missing', reason: say.blankToSign },
    ],
  }
}

/** A share that the split says stands for the assumption of that name. */
function splitLines(run: ModelRun, name: string): SaidLine[] {
  const [, category] = /^(digital|other)-share$/.exec(name) ?? []
  if (category === undefined) return []
  return run.said.has('split') ? linesOf(run, 'split') : linesOf(run, `split.${category}`)
}

function valueWords({ key, won }: SaidLine): string {
  const [, year] = /\.(\d{4}-\d{2})$/.exec(key) ?? []
  return year === undefined ? won.text : `${year}: ${won.text}`
}

/** The gap on the total with the assumption less the gap without it; the first benchmark on the total, in the year of the headline. */
function effectOf(run: ModelRun, name: string, isDefault: boolean): Cell {
  const { assumptions } = run.settings
  if (!assumptions.has(name)) return { kind: 'missing', reason: isDefault ? say.atDefault : say.ofTheSplit }
  const against = totalBenchmark(run)
  const gap = printableFigures.find((figure) => figure.name === 'gap')?.figure
  if (against === undefined || gap === undefined) return { kind: 'missing', reason: say.noBenchmark }
  const cell = { ...against, category: 'total' }
  const others = new Map([...assumptions].filter(([other]) => other !== name))
  const [as, without] = [run.exact(gap, cell), run.with({ assumptions: others }).exact(gap, cell)]
  if (isMissing(as) || isMissing(without)) return { kind: 'missing', reason: say.noBenchmark }
  return { kind: 'number', value: as.n.minus(without.n) }
}

function totalBenchmark(run: ModelRun): { benchmark: string; year: number } | undefined {
  const benchmark = run.settings.benchmarks.find(({ category }) => category === 'total')?.id
  return benchmark === undefined ? undefined : { benchmark, year: headlineYear(run, {}) }
}

import { isMissing, type Exact } from '../engine/calculators/exact.ts'
import { words, wordsOf, wordsValue } from '../engine/calculators/words.ts'
import type { Calculator, Value } from '../engine/calculator.ts'
import { working, type Reading } from '../engine/evaluate.ts'
import type { AnyFigure, Series } from '../engine/figure.ts'
import type { Model } from '../figures/model.ts'
import { flagMeaning, missingMeaning } from '../problems/catalogue/report.ts'
import type { ModelRun } from '../run/run.ts'
import { cellKey, type Cell } from '../terms/cell.ts'
import { unitWords, type Unit } from '../terms/unit.ts'
import { version } from '../terms/version.ts'
import { financialYear } from '../terms/year.ts'
import { cellWords, idOf, namedCells } from './explain/cells.ts'
import { originData, originSentences } from './explain/origin.ts'
import { datasetCaveats } from './run.ts'
import type { Sentence } from './table.ts'
import type { Explanation, TreeNode } from './tree.ts'

/** What is explained: one cell of one figure. */
export interface ExplainRequest {
  readonly figure: AnyFigure<Model>
  readonly cell: Cell
  /** Levels shown, the cell itself the first; undefined: all. */
  readonly depth?: number | undefined
}

/**
 * One cell down to the published rows behind it. The tree is read from the figures’ own declarations (`working`), and
 * each formula is the formula itself, run with names.
 */
export function explainReport(run: ModelRun, request: ExplainRequest): Explanation {
  const told: Told = { cells: new Set(), flags: new Set(), sources: new Set() }
  const root = nodeOf(run, request.figure, request.cell, request.depth ?? Infinity, told)
  return {
    root,
    caveats: datasetCaveats(run),
    envelope: {
      capgap: version,
      command: 'explain',
      scenario: run.scenario.name,
      asOf: run.settings.asOf ?? null,
      economy: run.settings.economy,
      dataHash: run.data.hash(),
    },
  }
}

function nodeOf(run: ModelRun, named: AnyFigure<Model>, at: Cell, depth: number, told: Told): TreeNode {
  const { figure, cell, way } = resolved(run, named, at)
  const value = run.exact(named, at)
  const id = idOf(named, at)
  const key = `${figure.name}|${cellKey(cell, figure.dims)}`
  const again = told.cells.has(key) && way.kind === 'formula'
  if (depth > 1) told.cells.add(key)
  const formula = way.kind === 'formula' ? formulaWords(figure, way.readings, cell) : undefined
  const origin = way.kind === 'leaf' ? run.origin(figure as Series<Unit, Model>, cell) : undefined
  const children =
    way.kind === 'formula' && !again && depth > 1
      ? way.readings.flatMap((reading) =>
          reading.cells.map((each) => nodeOf(run, reading.figure, each, depth - 1, told)),
        )
      : []
  return {
    id,
    title: titleOf(named, at, figure, value),
    details: [
      ...(formula === undefined ? [] : [`= ${formula}`]),
      ...(origin === undefined ? [] : originSentences(run, origin, told.sources)),
      ...(way.kind === 'none' ? [missingMeaning(way.reason)] : []),
      ...(isMissing(value) ? [] : flagSentences(value.flags, told.flags)),
    ],
    children,
    explainedAbove: again,
    data: {
      id,
      figure: named.name,
      label: named.label,
      cell: namedCells(at, named.dims),
      ...valueData(named, value),
      ...(formula === undefined ? {} : { formula }),
      ...(origin === undefined ? {} : originData(origin)),
      definition: figure.source,
      ...(again ? { explainedAbove: true } : {}),
    },
  }
}

/** What the tree has said already, so that it is said in full once. */
interface Told {
  readonly cells: Set<string>
  readonly flags: Set<string>
  readonly sources: Set<string>
}

/** Each flag where it is first met, from the top down: whatever feeds the cell brings it. */
function flagSentences(flags: readonly string[], told: Set<string>): string[] {
  return flags.flatMap((flag) => {
    if (told.has(flag)) return []
    told.add(flag)
    return [`${flag}: ${flagMeaning(flag)}`]
  })
}

/** Through every figure that only stands for another, to the one that is worked or read. */
function resolved(run: ModelRun, figure: AnyFigure<Model>, cell: Cell) {
  let current = { figure, cell }
  for (;;) {
    const way = working(current.figure, current.cell, run.model)
    if (way.kind !== 'same-as') return { ...current, way }
    current = { figure: way.reading.figure, cell: way.reading.cells[0] ?? {} }
  }
}

/** The formula of a cell, with its inputs by name and, where it differs, their year, nation or category. */
function formulaWords(figure: AnyFigure<Model>, readings: readonly Reading<Model>[], cell: Cell): string {
  const values: Record<string, unknown> = {}
  for (const reading of readings) {
    const name = (each: Cell): string => `${lowerFirst(reading.figure.label)}${cellWords(each, cell)}`
    const [first] = reading.cells
    if (!reading.list) values[reading.name] = wordsValue(name(first ?? {}))
    else {
      const count = reading.cells.length
      const listed =
        count <= 4 ? reading.cells.map(name) : [`${lowerFirst(reading.figure.label)} (${count} of them)`]
      values[reading.name] = listed.map((text) => wordsValue(text))
    }
  }
  const { formula } = figure as unknown as { formula: (calc: Calculator, values: unknown) => Value<Unit> }
  return wordsOf(formula(words, values))
}

function lowerFirst(label: string): string {
  return /^[A-Z][a-z]/.test(label) && !label.startsWith('England')
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label
}

function titleOf(named: AnyFigure<Model>, at: Cell, resolvedTo: AnyFigure<Model>, value: Exact): Sentence {
  const what = `${named.label}${cellWords(at, {})}`
  const more = resolvedTo.label !== named.label ? ` [${lowerFirst(resolvedTo.label)}]` : ''
  if (isMissing(value)) return `${what}${more}: none (${missingMeaning(value.missing)})`
  const { label, factor } = unitWords(named.unit as Unit)
  const prices = pricesWords(named.unit as Unit, value)
  if (named.unit === 'price base') return `${what}${more}: ${value.n.toString()}, by its starting year`
  return [
    `${what}${more}: `,
    { value: value.n.times(factor), as: 'number' },
    ` ${label}${prices === '' ? '' : `, ${prices}`}, ${value.status}`,
  ]
}

function pricesWords(unit: Unit, value: Exact): string {
  if (isMissing(value) || !/^(nominal|real|output) /.test(unit)) return ''
  return value.base === undefined
    ? 'nominal'
    : `${value.base > 1000 && unit.includes('-cy') ? value.base : financialYear(value.base)} prices`
}

function valueData(named: AnyFigure<Model>, value: Exact): Record<string, unknown> {
  const { label, factor } = unitWords(named.unit as Unit)
  if (isMissing(value)) return { value: null, unit: label, reason: value.missing }
  const prices = pricesWords(named.unit as Unit, value)
  return {
    value: value.n.times(factor).toString(),
    unit: label,
    ...(prices === '' ? {} : { prices: prices.replace(/ prices$/, '') }),
    status: value.status,
    flags: value.flags,
  }
}

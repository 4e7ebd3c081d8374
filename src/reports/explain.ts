import { isMissing, type Exact } from '../engine/calculators/exact.ts'
import { working } from '../engine/evaluate.ts'
import type { AnyFigure, Series } from '../engine/figure.ts'
import type { Model } from '../figures/model.ts'
import { flagMeaning, missingMeaning } from '../problems/catalogue/report.ts'
import type { ModelRun } from '../run/run.ts'
import { cellKey, type Cell } from '../terms/cell.ts'
import { unitWords, type Unit } from '../terms/unit.ts'
import { version } from '../terms/version.ts'
import { financialYear } from '../terms/year.ts'
import { cellWords, idOf, namedCells, publicName } from './explain/cells.ts'
import { formulaOfCell, lowerFirst } from './explain/formula.ts'
import { originData, originSentences } from './explain/origin.ts'
import { settledBy, type Link, type Told } from './explain/settled.ts'
import { datasetCaveats } from './caveats.ts'
import type { Sentence } from './table.ts'
import type { Explanation, NodeKind, TreeNode } from './tree.ts'

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
  const told: Told = { cells: new Set(), flags: new Set(), sources: new Set(), keys: new Set() }
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
  const { links, way } = resolved(run, named, at)
  const { figure, cell } = links[links.length - 1] ?? { figure: named, cell: at }
  const value = run.exact(named, at)
  const id = idOf(run, named, at)
  const worked = idOf(run, figure, cell)
  const key = `${figure.name}|${cellKey(cell, figure.dims)}`
  const again = told.cells.has(key) && way.kind === 'formula'
  if (depth > 1) told.cells.add(key)
  const formula = way.kind === 'formula' ? formulaOfCell(figure, way.readings, cell) : undefined
  const origin = way.kind === 'leaf' ? run.origin(figure as Series<Unit, Model>, cell) : undefined
  const settled = settledBy(run, links, origin, told)
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
      ...settled.sentences,
      ...(origin === undefined ? [] : originSentences(run, origin, told.sources)),
      ...(way.kind === 'none' ? [missingMeaning(way.reason)] : []),
      ...(isMissing(value) ? [] : flagSentences(value.flags, told.flags)),
    ],
    children,
    explainedAbove: again,
    kind: isMissing(value) ? 'missing' : kindOf(origin),
    worked,
    formula,
    cut: way.kind === 'formula' && !again && children.length === 0 && way.readings.length > 0,
    data: {
      id,
      figure: publicName(named),
      label: named.label,
      cell: namedCells(run, named, at),
      ...(worked === id ? {} : { sameAs: worked }),
      ...valueData(named, value),
      ...(formula === undefined ? {} : { formula }),
      ...(origin === undefined ? {} : originData(run, origin, settled.lines[0]?.won)),
      ...settled.data,
      definition: figure.source,
      ...(again ? { explainedAbove: true } : {}),
    },
  }
}

function kindOf(origin: ReturnType<ModelRun['origin']> | undefined): NodeKind {
  if (origin === undefined) return 'worked'
  return origin.kind === 'data' ? 'data' : origin.kind === 'given' ? 'stated' : 'missing'
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
  const links: Link[] = [{ figure, cell }]
  let current: Link = { figure, cell }
  for (;;) {
    const way = working(current.figure, current.cell, run.model)
    if (way.kind !== 'same-as') return { links, way }
    current = { figure: way.reading.figure, cell: way.reading.cells[0] ?? {} }
    links.push(current)
  }
}

function titleOf(named: AnyFigure<Model>, at: Cell, resolvedTo: AnyFigure<Model>, value: Exact): Sentence {
  const what = `${named.label}${cellWords(at, {})}`
  const more = resolvedTo.label.startsWith(named.label) ? '' : ` [${lowerFirst(resolvedTo.label)}]`
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

import { working } from '../engine/evaluate.ts'
import type { AnyFigure, Series } from '../engine/figure.ts'
import type { Model } from '../figures/model.ts'
import { everyPrintable } from '../figures/further/every-printable.ts'
import { printableFigures } from '../figures/printable.ts'
import * as say from '../problems/catalogue/graph.ts'
import type { ModelRun } from '../run/run.ts'
import { categoriesAndTotal } from '../terms/category.ts'
import { cellKey, type Cell } from '../terms/cell.ts'
import { unitWords, type Unit } from '../terms/unit.ts'
import { version } from '../terms/version.ts'
import { yearsOf } from '../terms/year.ts'
import type { DrawnEdge, DrawnNode, Drawing } from './drawing.ts'
import { publicName } from './explain/cells.ts'
import { assumptionOf, keysOf } from './explain/keys.ts'
import { dateAndVintage } from './explain/settled.ts'
import { linesOf } from './explain/said.ts'

/** A figure at a cell. */
interface Met {
  readonly figure: AnyFigure<Model>
  readonly cell: Cell
}

/** Everything a run prints by default, at every cell it prints: what `capgap run` asks for. */
function outputsOf(run: ModelRun): Met[] {
  const benchmarks = run.settings.benchmarks.map(({ id }) => id)
  return printableFigures
    .filter(({ byDefault }) => byDefault)
    .flatMap(({ figure, over }) =>
      yearsOf(run.settings.years).flatMap((year) =>
        (over === 'benchmark-category' ? benchmarks : [undefined]).flatMap((benchmark) =>
          categoriesAndTotal.map((category) => ({
            figure,
            cell: { year, category, ...(benchmark === undefined ? {} : { benchmark }) },
          })),
        ),
      ),
    )
}

/** What was met on the way from the outputs to the data. */
export interface Walked {
  /** Each figure with the number of its cells that are read. */
  readonly cells: ReadonlyMap<AnyFigure<Model>, number>
  /** From the figure that is read to the one that reads it. */
  readonly reads: ReadonlyMap<AnyFigure<Model>, ReadonlySet<AnyFigure<Model>>>
  readonly leaves: readonly (Met & { readonly figure: Series<Unit, Model> })[]
  readonly visited: readonly Met[]
  readonly outputs: ReadonlySet<AnyFigure<Model>>
}

/** Walks every cell behind the outputs of a run once, by the account of its structure that evaluation uses. */
export function walk(run: ModelRun): Walked {
  const seen = new Map<AnyFigure<Model>, Set<string>>()
  const reads = new Map<AnyFigure<Model>, Set<AnyFigure<Model>>>()
  const leaves: Walked['leaves'][number][] = []
  const visited: Met[] = []
  const open: Met[] = outputsOf(run)
  const outputs = new Set(open.map(({ figure }) => figure))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { figure, cell } = next
    const key = cellKey(cell, figure.dims)
    const keys = seen.get(figure) ?? new Set()
    if (keys.has(key)) continue
    seen.set(figure, keys.add(key))
    visited.push(next)
    const way = working(figure, cell, run.model)
    if (way.kind === 'leaf') leaves.push({ figure: figure as Series<Unit, Model>, cell })
    const readings = way.kind === 'formula' ? way.readings : way.kind === 'same-as' ? [way.reading] : []
    for (const reading of readings) {
      if (reading.figure !== figure) {
        const inputs = reads.get(figure) ?? new Set()
        reads.set(figure, inputs.add(reading.figure))
      }
      for (const each of reading.cells) open.push({ figure: reading.figure, cell: each })
    }
  }
  const cells = new Map([...seen].map(([figure, keys]) => [figure, keys.size]))
  return { cells, reads, leaves, visited, outputs }
}

/**
 * `capgap scenario graph`: which figures feed which for one scenario, from datasets and scenario keys to what `run` prints.
 * A figure that only hands on another is left out, and a figure printed in real prices stands with its own name.
 */
export function scenarioGraph(run: ModelRun): Drawing {
  const walked = walk(run)
  const name = namer(walked)
  const edges = new Map<string, DrawnEdge>()
  const connect = (from: string, to: string): void => {
    if (from !== to) edges.set(`${from} ${to}`, { from, to })
  }
  for (const [figure, inputs] of walked.reads) for (const input of inputs) connect(name(input), name(figure))
  const sources = datasetsAndKeys(run, walked, name, connect)
  const figures = new Map<string, DrawnNode>()
  for (const [figure, cells] of [...walked.cells].reverse()) {
    const id = name(figure)
    if (!figures.has(id) && through(walked, figure) === figure)
      figures.set(id, figureNode(figure, id, cells, walked))
  }
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
  return {
    title: say.graphTitle(run.scenario.name),
    nodes: [...sources, ...[...figures.values()].sort(byId)],
    edges: [...edges.values()].sort((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1)),
    caveats: [],
    envelope: {
      capgap: version,
      command: 'scenario graph',
      scenario: run.scenario.name,
      asOf: run.settings.asOf ?? null,
      economy: run.settings.economy,
      dataHash: run.data.hash(),
    },
  }
}

/** The figure that stands in the drawing for this one: itself, or the one it only hands on under this scenario. */
function through(walked: Walked, figure: AnyFigure<Model>): AnyFigure<Model> {
  const inputs = walked.reads.get(figure)
  const [only] = inputs ?? []
  const handsOn = figure.kind === 'choice' && inputs?.size === 1 && only !== undefined && !isPublic(figure)
  return handsOn ? through(walked, only) : figure
}

function isPublic(figure: AnyFigure<Model>): boolean {
  return everyPrintable.some((each) => each.figure === figure || each.ofTheDay === figure)
}

/** Whether this is what `run` prints: for money the figure in the prices printed, else the figure itself. */
function isPrinted(figure: AnyFigure<Model>): boolean {
  return publicName(figure) !== figure.name || everyPrintable.some((each) => each.figure === figure)
}

/** Outputs in real prices are drawn apart from the money of the day they are worked from. */
function namer(walked: Walked): (figure: AnyFigure<Model>) => string {
  return (figure) => {
    const drawn = through(walked, figure)
    const shared = publicName(drawn)
    return shared === drawn.name ? shared : `${shared} (printed)`
  }
}

function figureNode(figure: AnyFigure<Model>, id: string, cells: number, walked: Walked): DrawnNode {
  const { label } = unitWords(figure.unit as Unit)
  const isOutput = [...walked.outputs].some(
    (output) => publicName(output) === publicName(figure) && isPrinted(figure),
  )
  return {
    id,
    kind: isOutput ? 'output' : 'figure',
    lines: [id, figure.label],
    data: { figure: publicName(figure), label: figure.label, unit: label, definition: figure.source, cells },
  }
}

/** Boxes for each dataset and each part of the scenario, with arrows to what reads them. */
function datasetsAndKeys(
  run: ModelRun,
  walked: Walked,
  name: (figure: AnyFigure<Model>) => string,
  connect: (from: string, to: string) => void,
): DrawnNode[] {
  const rows = new Map<string, Set<string>>()
  const parts = new Set<string>()
  const settle = (figure: AnyFigure<Model>, keys: readonly string[]): void => {
    for (const key of keys) {
      if (linesOf(run, key).length === 0) continue
      const part = partOf(key)
      parts.add(part)
      connect(`scenario/${part}`, name(figure))
    }
  }
  for (const { figure, cell } of walked.leaves) {
    const origin = run.origin(figure, cell)
    if (origin.kind !== 'data') continue
    const { dataset } = origin.request
    const read = rows.get(dataset) ?? new Set()
    if (origin.choice.kind === 'chosen') read.add(String(origin.choice.observation.line))
    rows.set(dataset, read)
    connect(`data/${dataset}`, name(figure))
    settle(figure, dateAndVintage(run, origin))
  }
  for (const { figure, cell } of walked.visited) {
    const assumption = assumptionOf(figure, cell)
    const keys = [
      ...keysOf(figure, cell, run),
      ...(assumption === undefined ? [] : [`assumptions.${assumption}`]),
    ]
    settle(figure, keys)
  }
  return [
    ...[...rows]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([dataset, read]) => datasetNode(run, dataset, read.size)),
    ...[...parts].sort().map((part): DrawnNode => ({
      id: `scenario/${part}`,
      kind: 'scenario',
      lines: [say.scenarioPart(part)],
      data: { key: part },
    })),
  ]
}

function datasetNode(run: ModelRun, dataset: string, rows: number): DrawnNode {
  const { title } = run.data.about(dataset)
  const vintage = run.vintageOf(dataset)
  return {
    id: `data/${dataset}`,
    kind: 'data',
    lines: [`data/${dataset}`, say.datasetWords(title, rows, vintage)],
    data: { dataset, title, rows, vintage: vintage ?? null, hash: run.data.hashOf(dataset) },
  }
}

/** A measure, benchmark or assumption by its id; of the other keys the first step. */
function partOf(key: string): string {
  const [first = '', second] = key.split('.')
  return ['measures', 'benchmarks', 'assumptions'].includes(first) ? `${first}.${second ?? ''}` : first
}

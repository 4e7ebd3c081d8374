import type { Data } from '../../datasets/data.ts'
import { exactValue, type Exact } from '../../engine/calculators/exact.ts'
import type { AnyFigure } from '../../engine/figure.ts'
import type { Value } from '../../engine/calculator.ts'
import type { Model, Peek } from '../../figures/model.ts'
import type { ModelSettings } from '../../figures/settings.ts'
import { cellKey, type Cell } from '../../terms/cell.ts'
import { Decimal } from '../../terms/decimal.ts'
import type { Unit } from '../../terms/unit.ts'
import { keptFormat, type Kept, type KeptCell, type KeptFiles, type KeptRun } from './kept.ts'
import type { Reads } from '../reads.ts'
import { settingText } from './setting-text.ts'

/** What was worked ahead and holds for one run: nothing is taken that rests on a setting that differs. */
export interface Ahead {
  readonly cell: (figure: AnyFigure<Model>, cell: Cell) => Value<Unit> | undefined
  /** How firm a cell is, or why it is missing: spares making a number of its digits. */
  readonly peek: (figure: AnyFigure<Model>, cell: Cell) => Peek | undefined
  readonly answer: (key: string) => unknown
}

interface Asking {
  readonly settings: ModelSettings
  readonly lookbackPrices: number | undefined
  readonly read: Reads
}

/**
 * @param files undefined where the data are not, to the byte, those that were worked on
 */
export function openAhead(files: KeptFiles | undefined, asking: Asking): Ahead | undefined {
  if (files === undefined) return undefined
  const parts = new Map<string, string>()
  const says = (part: string): string => {
    let text = parts.get(part)
    if (text === undefined) {
      parts.set(part, (text = settingText(asking.settings, part, asking.lookbackPrices)))
    }
    return text
  }
  const open = (kept: Kept | undefined): readonly OpenRun[] =>
    kept?.format === keptFormat ? kept.runs.map((run) => openRun(run, says, asking)) : []
  // Most runs ask for nothing but what reports ask for, and need the other files never, the largest least of all.
  const asked = open(files.asked())
  let sampled: readonly OpenRun[] | undefined
  let within: readonly OpenRun[] | undefined
  const find = (figure: string, key: string): Found | undefined =>
    cellIn(asked, figure, key) ??
    cellIn((sampled ??= open(files.sampled())), figure, key) ??
    cellIn((within ??= open(files.within())), figure, key)
  return {
    cell: (figure, cell) => {
      const found = find(figure.name, cellKey(cell, figure.dims))
      return found && exactValue(exactFrom(found.cell, found.run.flags))
    },
    peek: (figure, cell) => {
      const kept = find(figure.name, cellKey(cell, figure.dims))?.cell
      if (kept === undefined) return undefined
      return kept.length === 2 ? { missing: kept[0] } : { status: kept[1] }
    },
    answer: (key) =>
      answerIn(asked, key) ??
      answerIn((sampled ??= open(files.sampled())), key) ??
      answerIn((within ??= open(files.within())), key),
  }
}

/** Shipped scenarios that the build found nothing wrong with on these very data. */
export function soundScenarios({ workedAhead }: Data): readonly string[] {
  const asked = (workedAhead as KeptFiles | undefined)?.asked()
  return asked?.format === keptFormat ? asked.sound : []
}

interface Found {
  readonly cell: KeptCell
  readonly run: KeptRun
}

function cellIn(runs: readonly OpenRun[], figure: string, key: string): Found | undefined {
  for (const { run, holds } of runs) {
    const cell = run.cells[figure]?.[key]
    if (cell !== undefined && holds(needsOf(cell))) return { cell, run }
  }
  return undefined
}

function answerIn(runs: readonly OpenRun[], key: string): unknown {
  for (const { run, holds } of runs) {
    const found = run.answers[key]
    if (found !== undefined && holds(found.needs)) return found.answer
  }
  return undefined
}

interface OpenRun {
  readonly run: KeptRun
  /** Whether what was worked from some needs holds for the run that asks; if so, that run has read what they name. */
  readonly holds: (needs: number) => boolean
}

function openRun(run: KeptRun, says: (part: string) => string, { read }: Asking): OpenRun {
  const nameOf = (number: number): string => run.names[number] ?? ''
  const parts: (boolean | undefined)[] = []
  const agrees = (part: number): boolean =>
    (parts[part] ??= says(nameOf(part)) === run.settings[nameOf(part)])
  const known: (boolean | undefined)[] = []
  const judge = (number: number): boolean => {
    const needs = run.needs[number]
    if (needs === undefined) return false
    const [settings, datasets, sources] = needs
    if (!settings.every(agrees)) return false
    for (const dataset of datasets) read.dataset(nameOf(dataset))
    for (const source of sources) read.source(nameOf(source))
    return true
  }
  return { run, holds: (number) => (known[number] ??= judge(number)) }
}

function needsOf(cell: KeptCell): number {
  return cell.length === 2 ? cell[1] : cell[3]
}

function exactFrom(cell: KeptCell, flagLists: KeptRun['flags']): Exact {
  if (cell.length === 2) return { missing: cell[0] }
  const [n, status, flags, , base, neutral] = cell
  return {
    n: new Decimal(n),
    status,
    flags: flagLists[flags] ?? [],
    ...(base === undefined || base === null ? {} : { base }),
    ...(neutral === 1 ? { neutral: true } : {}),
  }
}

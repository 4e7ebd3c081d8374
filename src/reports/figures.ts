import type { AnyFigure, Input } from '../engine/figure.ts'
import { inputFigures } from '../engine/inputs.ts'
import { wordsValue } from '../engine/calculators/words.ts'
import { explainableFigures } from '../figures/explainable.ts'
import type { Model } from '../figures/model.ts'
import { everyPrintable } from '../figures/further/every-printable.ts'
import * as say from '../problems/catalogue/figures.ts'
import { unitWords, type Unit } from '../terms/unit.ts'
import { version } from '../terms/version.ts'
import { publicName } from './explain/cells.ts'
import { formulaWith, lowerFirst } from './explain/formula.ts'
import type { Column, Report, Row, Table } from './table.ts'

/** FIGURES.md: every declared figure, from its declaration alone. */

/** Each figure by the name `explain` takes, money of the day where `run` prints it in other prices; sorted. */
function declaredFigures(): [string, AnyFigure<Model>][] {
  const ofTheDay = new Map(
    everyPrintable.flatMap(({ name, ofTheDay: figure }) => (figure === undefined ? [] : [[name, figure]])),
  )
  return [...explainableFigures()]
    .filter(([name, figure]) => publicName(figure) === figure.name || name === publicName(figure))
    .map(([name, figure]): [string, AnyFigure<Model>] => [name, ofTheDay.get(name) ?? figure])
}

/** The declarations as a report of one table a chapter of the model, then what is read from data and scenario. */
export function figuresReport(): Report {
  const figures = declaredFigures()
  const chapters = new Map<string, Row[]>(Object.keys(say.chapterTitles).map((chapter) => [chapter, []]))
  for (const [name, figure] of figures) chapters.get(chapterOf(figure))?.push(rowOf(name, figure))
  const tables = [...chapters].map(([chapter, rows]): Table =>
    table(say.chapterTitles[chapter] ?? '', chapter, rows),
  )
  return {
    headline: say.figuresIntro(figures.length),
    tables,
    long: { ...table('', 'figures', [...chapters.values()].flat()) },
    sources: [],
    caveats: [],
    envelope: { capgap: version, command: 'figures' },
  }
}

/** A chapter of the model, or where a leaf is read. */
function chapterOf(figure: AnyFigure<Model>): string {
  const [, chapter] = /^MODEL\.md (\d)/.exec(figure.source) ?? []
  if (chapter !== undefined) return chapter
  return figure.source === 'scenario' || figure.source.startsWith('--') ? 'scenario' : 'data'
}

function rowOf(name: string, figure: AnyFigure<Model>): Row {
  const { label } = unitWords(figure.unit as Unit)
  const prices = /^(nominal|real|output) /.exec(figure.unit as string)?.[1]
  const unit = prices === undefined ? label : `${label}, ${prices === 'output' ? 'as printed' : prices}`
  const inputs = [...new Set(inputFigures(figure).map(publicName))]
  const texts = [name, figure.label, unit, formulaOf(figure), inputs.join(', '), figure.source]
  return { cells: texts.map((text) => ({ kind: 'text', text })) }
}

/** The formula in words, without a cell: inputs by their labels, told apart by their names where two are the same. */
function formulaOf(figure: AnyFigure<Model>): string {
  switch (figure.kind) {
    case 'series':
      return leafWords(figure)
    case 'choice':
      return say.oneOf(
        Object.entries(figure.among).map(([name, input]) => [name, publicName(figureOf(input))]),
      )
    case 'carried':
      return say.carriedOn(
        lowerFirst(figureOf(figure.opening).label),
        formulaWith(figure, { lastYear: wordsValue(say.theYearBefore), ...named(figure.from) }),
      )
    case 'variable':
    case 'gathered':
      return formulaWith(figure, named(figure.from))
  }
}

function leafWords({ source }: AnyFigure<Model>): string {
  if (source === 'scenario' || source.startsWith('--')) return say.fromScenario
  if (source === 'baseline') return say.fromBaselineDataset
  return source.startsWith('MODEL.md') ? say.fromModel : say.fromDataset(source)
}

function named(from: Readonly<Record<string, Input<Model>>>): Record<string, unknown> {
  const inputs = Object.entries(from)
  return Object.fromEntries(
    inputs.map(([name, input]) => {
      const label = lowerFirst(figureOf(input).label)
      const shared = inputs.filter(([, other]) => figureOf(other) === figureOf(input)).length > 1
      const words = shared ? say.elsewhere(label, spaced(name)) : label
      const isList = 'figure' in input && input.kind === 'over'
      return [name, isList ? [wordsValue(say.eachOf(words))] : wordsValue(words)]
    }),
  )
}

/** `deflatorThen` as words. */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function figureOf(input: Input<Model>): AnyFigure<Model> {
  return 'figure' in input ? input.figure : input
}

function table(title: string, name: string, rows: readonly Row[]): Table {
  const columns = ['name', 'label', 'unit', 'formula', 'inputs', 'source'].map((each): Column => ({
    name: each,
    label: each.charAt(0).toUpperCase() + each.slice(1),
    kind: 'text',
  }))
  return { name, title, subtitle: '', columns, rows, notes: [], marks: [] }
}

import type { BandEnd, Solution, Solved } from '../analyses/solve/solve.ts'
import { inItsUnit, readScaled, scaledText } from '../analyses/vary/scale.ts'
import * as say from '../problems/catalogue/solve.ts'
import { asOfSentence, pricesSentence } from '../problems/catalogue/report.ts'
import type { Decimal } from '../terms/decimal.ts'
import { priceBasisLabel } from '../terms/prices.ts'
import { unitWords } from '../terms/unit.ts'
import { financialYear } from '../terms/year.ts'
import { version } from '../terms/version.ts'
import { datasetCaveats } from './caveats.ts'
import { sourcesOf } from './run.ts'
import { kindOf } from './run/values.ts'
import { lazily } from './lazily.ts'
import { solvedRows } from './solved-rows.ts'
import type { Cell, ColumnKind, Report, Row, Sentence, Table } from './table.ts'
import type { NumberInText } from '../terms/sentence.ts'

/** The answer to `capgap solve`: the value found, in words, before and after, and as data. */
export function solveReport(solved: Solved): Report {
  const [first] = solved.solutions
  const { run } = first
  return lazily({
    headline: () => headline(solved),
    tables: () => [beforeAndAfter(solved)],
    long: () => longTable(solved),
    sources: () => sourcesOf([run], options(solved)),
    caveats: () => datasetCaveats(run),
    envelope: () => ({
      capgap: version,
      command: 'solve',
      scenario: run.scenario.name,
      asOf: run.settings.asOf ?? null,
      economy: run.settings.economy,
      dataHash: run.data.hash(),
      figure: solved.target.figure.name,
      category: solved.target.cell.category ?? null,
      benchmark: solved.target.cell.benchmark ?? null,
      year: financialYear(solved.target.cell.year ?? 0),
      prices: priceBasisLabel(run.settings.prices),
      between: [textOf(solved, solved.range.from), textOf(solved, solved.range.to)],
      valuePrices: solved.prices === undefined ? null : priceBasisLabel(solved.prices),
    }),
  })
}

/** Only what the target's benchmark quotes. */
function options({ target }: Solved): { readonly benchmarks: readonly string[] } {
  return { benchmarks: target.cell.benchmark === undefined ? [] : [target.cell.benchmark] }
}

function headline(solved: Solved): Sentence[] {
  const { solutions, key, target, now } = solved
  const [first, second] = solutions
  const { unit } = target.figure
  const kind = kindOf(unit)
  const asked = {
    key,
    figure: target.words,
    target: kind === 'number' || kind === 'text' ? target.value.toFixed() : { value: target.value, as: kind },
    prices: pricesOf(solved),
  }
  if (solved.unique) return [say.solvedHeadline(asked, said(solved, first), now.text)]
  return solved.stretch && second !== undefined
    ? [say.solvedStretch(asked, said(solved, first), said(solved, second))]
    : [
        say.solvedSeveral(
          asked,
          solutions.map((each) => said(solved, each)),
        ),
      ]
}

/** A value found, as a sentence holds it. */
function said(solved: Solved, { text, value }: BandEnd): NumberInText | string {
  return solved.unit === 'GBP million'
    ? { value, as: 'money' }
    : solved.unit === 'percent'
      ? { value, as: 'percent' }
      : text
}

/** The prices of the figure, where it is money. */
function pricesOf({ target, now }: Solved): string | undefined {
  const { label } = unitWords(target.figure.unit)
  return label.startsWith('GBP') ? priceBasisLabel(now.run.settings.prices) : undefined
}

/** What varied and what it was for: now, and at each value found. */
function beforeAndAfter(solved: Solved): Table {
  const { key, target, solutions, now } = solved
  const { settings } = now.run
  const { unit } = target.figure
  const { label } = unitWords(unit)
  const found = solutions.map((_each, index) => ({
    name: `found-${index + 1}`,
    label:
      solutions.length === 1
        ? 'Found'
        : solved.stretch
          ? index === 0
            ? 'From'
            : 'To'
          : `Found ${index + 1}`,
    kind: 'number' as const,
  }))
  const varied: Row = {
    cells: [
      {
        kind: 'text',
        text: say.variedLabel(key, solved.unit, solved.prices && priceBasisLabel(solved.prices)),
      },
      nowCell(solved),
      ...solutions.map((each): Cell => variedCell(solved, each)),
    ],
  }
  const reached: Row = {
    cells: [
      { kind: 'text', text: say.figureLabel(target.words, label, pricesOf(solved)) },
      now.figure === undefined
        ? { kind: 'missing', reason: say.noFigureNow }
        : { kind: 'number', value: now.figure, as: kindOf(unit) },
      ...solutions.map(({ achieved }): Cell => ({ kind: 'number', value: achieved, as: kindOf(unit) })),
    ],
  }
  const texts = [textOf(solved, solved.range.from), textOf(solved, solved.range.to)] as const
  return {
    name: 'solution',
    title: `${target.words}: ${target.figure.label}`,
    subtitle: say.solveSubtitle,
    columns: [
      { name: 'what', label: '', kind: 'text' },
      { name: 'now', label: 'Now', kind: 'number' },
      ...found,
    ],
    rows: [varied, reached],
    notes: [
      ...bandNote(solved),
      solved.unique ? say.uniqueAnswer : say.notUnique,
      say.searched(texts[0], texts[1], solved.evaluations),
      pricesSentence(priceBasisLabel(settings.prices), settings.economy),
      ...(settings.asOf === undefined ? [] : [asOfSentence(settings.asOf)]),
      ...solutions.map(({ text }) => say.useIt(`${key}=${text}`)),
    ],
    marks: [],
  }
}

function variedCell({ range, unit }: Solved, { value }: Pick<Solution, 'value'>): Cell {
  const as: ColumnKind = unit === 'GBP million' ? 'money' : unit === 'percent' ? 'percent' : 'number'
  return range.scale.kind === 'year'
    ? { kind: 'text', text: financialYear(value.toNumber()) }
    : { kind: 'number', value, as }
}

/** Where the target is reached at both ends of the bridge band. */
function bandNote(solved: Solved): Sentence[] {
  const { band } = solved
  if (band === undefined) return []
  const [low, high] = band.map((end) => end && said(solved, end))
  return [say.acrossBand(low, high)]
}

/** What the scenario has now: a number where it is one, else as it is written. */
function nowCell(solved: Solved): Cell {
  const { text } = solved.now
  const read = readScaled(text)
  if (read === undefined || read.scale.kind !== solved.range.scale.kind || read.scale.kind === 'year')
    return text === '' ? { kind: 'missing', reason: say.noFigureNow } : { kind: 'text', text }
  return { ...variedCell(solved, { value: inItsUnit(read) }) }
}

function longTable({ key, unit, target, solutions, unique }: Solved): Table {
  return solvedRows(
    solutions.map(({ value, achieved }) => ({ key, value, unit, target: target.value, achieved, unique })),
  )
}

function textOf({ range }: Solved, value: Decimal): string {
  return scaledText({ value, scale: range.scale })
}

import { gridParts } from '../analyses/plane/survey.ts'
import { textAt } from '../analyses/solve/question-of-two.ts'
import type { PairFound, SolvedTwo, VariedKey } from '../analyses/solve/solve-two.ts'
import { inItsUnit, readScaled } from '../analyses/vary/scale.ts'
import { asOfSentence, pricesSentence } from '../problems/catalogue/report.ts'
import * as say from '../problems/catalogue/solve-two.ts'
import { figureLabel, noFigureNow, useIt, variedLabel } from '../problems/catalogue/solve.ts'
import type { Decimal } from '../terms/decimal.ts'
import { eachOnce } from '../terms/each-once.ts'
import { priceBasisLabel } from '../terms/prices.ts'
import type { NumberInText } from '../terms/sentence.ts'
import { unitWords } from '../terms/unit.ts'
import { version } from '../terms/version.ts'
import { datasetCaveats } from './caveats.ts'
import { sourcesOf } from './run.ts'
import { kindOf } from './run/values.ts'
import { solvedRows } from './solved-rows.ts'
import type { Cell, ColumnKind, Report, Row, Sentence, Table } from './table.ts'

/** The answer to `capgap solve` with two keys: the pair found, in words, before and after, and as data. */
export function solveTwoReport(solved: SolvedTwo): Report {
  const { run } = solved.pairs[0]
  return eachOnce({
    headline: () => headline(solved),
    tables: () => [beforeAndAfter(solved)],
    long: () => longTable(solved),
    sources: () => sourcesOf([run], { benchmarks: benchmarksOf(solved) }),
    caveats: () => datasetCaveats(run),
    envelope: () => ({
      capgap: version,
      command: 'solve',
      scenario: run.scenario.name,
      asOf: run.settings.asOf ?? null,
      economy: run.settings.economy,
      dataHash: run.data.hash(),
      targets: solved.targets.map(({ words }) => words),
      prices: priceBasisLabel(run.settings.prices),
      between: solved.keys.map((each) => [textAt(each, each.range.from), textAt(each, each.range.to)]),
      valuePrices: solved.keys.map(({ prices }) => (prices === undefined ? null : priceBasisLabel(prices))),
      budget: solved.budget?.words ?? null,
      answers: solved.lie,
    }),
  })
}

/** Only what the targets' benchmarks quote, each once. */
function benchmarksOf({ targets }: SolvedTwo): string[] {
  return [...new Set(targets.flatMap(({ cell }) => cell.benchmark ?? []))]
}

function headline(solved: SolvedTwo): Sentence[] {
  const { keys, targets, pairs, budget, lie, level } = solved
  const [first, ...more] = pairs
  const inWords = ({ texts, values }: PairFound) =>
    keys.map((each, index) => [each.key, said(each, values[index], texts[index])] as const)
  const asked = {
    targets: targets.map(({ words, figure, value }) => {
      const kind = kindOf(figure.unit)
      const plain = kind === 'number' || kind === 'text'
      return [words, plain ? value.toFixed() : { value, as: kind }] as const
    }),
    prices: pricesOf(solved),
  }
  if (budget === undefined || first.cost === undefined)
    return [
      lie === 'many'
        ? say.metByMany(asked, inWords(first))
        : say.metTogether(asked, inWords(first), more.length),
    ]
  const cost = said(keys[0], first.cost, '')
  const other = more.at(-1)
  const others = say.otherAnswers(lie, level, other && inWords(other))
  return [
    [
      ...say.metWithin(asked, inWords(first), cost, budget.words),
      ' ',
      ...(typeof others === 'string' ? [others] : others),
    ],
  ]
}

/** A value found, as a sentence holds it. */
function said(
  { unit }: VariedKey,
  value: Decimal | undefined,
  text: string | undefined,
): NumberInText | string {
  const as = kindIn(unit)
  return value === undefined ? (text ?? '') : as === 'number' ? value.toFixed() : { value, as }
}

function kindIn(unit: string): 'money' | 'percent' | 'number' {
  return unit === 'GBP million' ? 'money' : unit === 'percent' ? 'percent' : 'number'
}

/** The prices of the figures, where one is money. */
function pricesOf({ targets, now }: SolvedTwo): string | undefined {
  const money = targets.some(({ figure }) => unitWords(figure.unit).label.startsWith('GBP'))
  return money ? priceBasisLabel(now.run.settings.prices) : undefined
}

/** What varied and what it was for: now, and at each pair found. */
function beforeAndAfter(solved: SolvedTwo): Table {
  const { keys, targets, pairs, now, budget } = solved
  const { settings } = now.run
  const number = (value: Decimal | undefined, as: ColumnKind, reason: string): Cell =>
    value === undefined ? { kind: 'missing', reason } : { kind: 'number', value, as }
  const varied = keys.map((each, index): Row => ({
    cells: [
      { kind: 'text', text: variedLabel(each.key, each.unit, pricesIn(each)) },
      nowCell(each),
      ...pairs.map(({ values }) => number(values[index], kindIn(each.unit), noFigureNow)),
    ],
  }))
  const costs = budget === undefined ? [] : [costRow(solved, budget.words, number)]
  const figures = targets.map(({ words, figure: { unit } }, index): Row => {
    const { label } = unitWords(unit)
    const prices = label.startsWith('GBP') ? priceBasisLabel(settings.prices) : undefined
    return {
      cells: [
        { kind: 'text', text: figureLabel(words, label, prices) },
        number(now.figures[index], kindOf(unit), noFigureNow),
        ...pairs.map(({ achieved }) => number(achieved[index], kindOf(unit), noFigureNow)),
      ],
    }
  })
  const named = [...new Map(targets.map(({ figure }) => [figure.name, figure.label])).values()]
  return {
    name: 'solution',
    title: `${targets.map(({ words }) => words).join(', ')}: ${named.join(', ')}`,
    subtitle: say.twoSubtitle,
    columns: [
      { name: 'what', label: '', kind: 'text' },
      { name: 'now', label: 'Now', kind: 'number' },
      ...labelsOf(solved).map((label, index) => ({
        name: `found-${index + 1}`,
        label,
        kind: 'number' as const,
      })),
    ],
    rows: [...varied, ...costs, ...figures],
    notes: [
      ...(solved.bridged ? [say.bandOfTwo] : []),
      ...(budget === undefined ? [solved.unique ? say.noOtherPair : say.otherPairs] : []),
      say.searchedTwo(
        keys.map(
          (each) => `${each.key} from ${textAt(each, each.range.from)} to ${textAt(each, each.range.to)}`,
        ),
        solved.evaluations,
        gridParts,
      ),
      pricesSentence(priceBasisLabel(settings.prices), settings.economy),
      ...(settings.asOf === undefined ? [] : [asOfSentence(settings.asOf)]),
      ...pairs.map(({ texts }) =>
        useIt(keys.map(({ key }, index) => `${key}=${texts[index] ?? ''}`).join('" --set "')),
      ),
    ],
    marks: [],
  }
}

function costRow(
  { keys, pairs, now }: SolvedTwo,
  budget: string,
  number: (value: Decimal | undefined, as: ColumnKind, reason: string) => Cell,
): Row {
  const [{ unit, ...first }] = keys
  return {
    cells: [
      { kind: 'text', text: say.costLabel(budget, unit, pricesIn({ unit, ...first })) },
      number(now.cost, kindIn(unit), say.noCostNow),
      ...pairs.map(({ cost }) => number(cost, kindIn(unit), say.noCostNow)),
    ],
  }
}

/** What stands above each pair. */
function labelsOf({ pairs, budget, lie, level }: SolvedTwo): string[] {
  if (pairs.length === 1) return ['Found']
  return pairs.map((_pair, index) => {
    if (budget === undefined || lie === 'points') return `Found ${index + 1}`
    if (level && lie === 'line') return index === 0 ? 'From' : 'To'
    return index === 0 && !level
      ? 'Cheapest'
      : pairs.length === 2
        ? 'Other end'
        : `End ${index + (level ? 1 : 0)}`
  })
}

function pricesIn({ prices }: Pick<VariedKey, 'prices' | 'unit'>): string | undefined {
  return prices && priceBasisLabel(prices)
}

/** What the scenario has now: a number where it is one, else as it is written. */
function nowCell({ now, range, unit }: VariedKey): Cell {
  const read = readScaled(now)
  if (read === undefined || read.scale.kind !== range.scale.kind)
    return now === '' ? { kind: 'missing', reason: noFigureNow } : { kind: 'text', text: now }
  return { kind: 'number', value: inItsUnit(read), as: kindIn(unit) }
}

/** A row a key and pair: of two targets the first key carries the first, the second the second. */
function longTable({ keys, targets, pairs, unique }: SolvedTwo): Table {
  return solvedRows(
    pairs.flatMap(({ values, achieved: both }) =>
      keys.map(({ key, unit }, index) => {
        const [target, achieved] = [targets[index] ?? targets[0], both[index] ?? both[0]]
        const value = values[index]
        if (value === undefined || achieved === undefined) throw new Error('a pair without its values')
        return { key, value, unit, target: target.value, achieved, unique }
      }),
    ),
  )
}

import type { SpecificationCurve } from '../../analyses/sensitivity/specification-curve/curve.ts'
import {
  percentOf,
  type ChoiceFinding,
  type CurveFindings,
  type DimensionFinding,
} from '../../analyses/sensitivity/specification-curve/findings.ts'
import * as say from '../../problems/catalogue/specification-curve.ts'
import { Decimal } from '../../terms/decimal.ts'
import { textCell, textColumn } from '../cells.ts'
import type { Cell, Column, Row, Sentence, Table } from '../table.ts'

/** What moves the sign, how often each choice leaves a gap, and why each choice stands in the list. */
export function curveTables(
  curve: SpecificationCurve,
  findings: CurveFindings,
  standing: say.CurveStanding,
  notes: readonly Sentence[],
): Table[] {
  return [movesTable(findings, notes), choicesTable(findings, standing, curve), reasonsTable(curve)]
}

/** The choices with the lowest and the highest share of positive gaps. */
export function extremes({ dimension, choices }: DimensionFinding): {
  readonly least: say.ChoiceShare
  readonly most: say.ChoiceShare
} {
  const shares = choices.map(({ choice, positive, combinations }) => ({
    choice: say.choiceLabel(dimension.choices[choice]?.name ?? ''),
    percent: percentOf(positive, combinations),
  }))
  const least = shares.reduce((a, b) => (b.percent.lessThan(a.percent) ? b : a))
  const most = shares.reduce((a, b) => (b.percent.greaterThan(a.percent) ? b : a))
  return { least, most }
}

/** Dimensions with a choice to make. */
export function varied(findings: CurveFindings): readonly DimensionFinding[] {
  return findings.dimensions.filter(({ choices }) => choices.length > 1)
}

function movesTable(findings: CurveFindings, notes: readonly Sentence[]): Table {
  const { dimension, spread, flips } = say.columnLabels
  return {
    name: 'moves',
    title: say.movesTitle,
    subtitle: say.movesSubtitle(),
    columns: [
      textColumn('dimension', dimension),
      textColumn('least-choice', say.columnLabels.least),
      percent('least', '%'),
      textColumn('most-choice', say.columnLabels.most),
      percent('most', '%'),
      percent('spread', spread),
      percent('flips', flips),
    ],
    rows: varied(findings).map((each) => {
      const ends = extremes(each)
      // Where every choice leaves the same share, none is lowest or highest.
      const [least, most] = each.spread.isZero()
        ? [say.everyChoice, say.everyChoice]
        : [ends.least.choice, ends.most.choice]
      return {
        cells: [
          textCell(labelOf(each)),
          textCell(least),
          number(ends.least.percent),
          textCell(most),
          number(ends.most.percent),
          number(each.spread),
          number(percentOf(each.flips, each.sets)),
        ],
      }
    }),
    notes: [say.equalWeight, ...notes],
    marks: [],
  }
}

function choicesTable(
  findings: CurveFindings,
  standing: say.CurveStanding,
  curve: SpecificationCurve,
): Table {
  const { choice, combinations, positive, median } = say.columnLabels
  const inOrder = curve.dimensions.flatMap(
    (dimension) => varied(findings).find((each) => each.dimension.name === dimension.name) ?? [],
  )
  const nations = inOrder.find(({ dimension }) => dimension.name === 'left-out')
  return {
    name: 'choices',
    title: say.choicesTitle,
    subtitle: say.curveSubtitle(standing),
    columns: [
      textColumn('choice', choice),
      { name: 'combinations', label: combinations, kind: 'number' },
      percent('positive', positive),
      { name: 'median', label: median, kind: 'money' },
    ],
    rows: inOrder.flatMap((each): Row[] => [
      { style: 'heading', cells: [textCell(labelOf(each))] },
      ...choiceRows(each),
    ]),
    notes: [
      say.bySetsNote,
      ...(nations === undefined ? [] : [nationsNote(nations)]),
      say.countedOnce(curve.repeated, curve.withoutData, curve.sameGroups),
    ],
    marks: [],
  }
}

/** A row a choice; nations left out one by one stand together. */
function choiceRows({ dimension, choices }: DimensionFinding): Row[] {
  if (dimension.name !== 'left-out')
    return choices.map((each) => choiceRow(say.choiceLabel(dimension.choices[each.choice]?.name ?? ''), each))
  const [whole, ...without] = choices
  const sum = (part: 'combinations' | 'positive'): number =>
    without.reduce((total, each) => total + each[part], 0)
  return [
    ...(whole === undefined ? [] : [choiceRow(say.choiceLabel('none'), whole)]),
    {
      cells: [
        textCell(say.oneOfNations),
        number(new Decimal(sum('combinations'))),
        number(percentOf(sum('positive'), sum('combinations'))),
        { kind: 'missing', reason: say.seeMachineForms },
      ],
    },
  ]
}

function choiceRow(label: string, { combinations, positive, median }: ChoiceFinding): Row {
  return {
    cells: [
      textCell(label),
      number(new Decimal(combinations)),
      number(percentOf(positive, combinations)),
      number(median),
    ],
  }
}

function nationsNote(finding: DimensionFinding): Sentence {
  const { least, most } = extremes({ ...finding, choices: finding.choices.slice(1) })
  return say.nationsNote(least, most)
}

function reasonsTable({ dimensions }: SpecificationCurve): Table {
  const { dimension, choices, why } = say.columnLabels
  return {
    name: 'reasons',
    title: say.reasonsTitle,
    subtitle: say.reasonsSubtitle(),
    columns: [
      { ...textColumn('dimension', dimension), unbroken: true },
      textColumn('choices', choices),
      textColumn('why', why),
    ],
    rows: dimensions.map((each) => ({
      cells: [
        textCell(say.dimensionWords[each.name]?.label ?? each.name),
        textCell(
          each.name === 'left-out'
            ? say.nationsInAll(each.choices.length - 1)
            : each.choices.map(({ name }) => say.choiceLabel(name)).join(', '),
        ),
        textCell(say.dimensionWords[each.name]?.why ?? ''),
      ],
    })),
    notes: [],
    marks: [],
  }
}

function labelOf({ dimension }: DimensionFinding): string {
  return say.dimensionWords[dimension.name]?.label ?? dimension.name
}

function percent(name: string, label: string): Column {
  return { name, label, kind: 'percent' }
}

function number(value: Decimal): Cell {
  return { kind: 'number', value }
}

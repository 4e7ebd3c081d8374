import { isMissing } from '../../engine/calculators/exact.ts'
import type { Tornado, TornadoBar } from '../../analyses/sensitivity/tornado.ts'
import * as say from '../../problems/catalogue/sensitivity-words.ts'
import { Decimal } from '../../terms/decimal.ts'
import type { Chart, Row, Sentence, Table, TornadoRow } from '../table.ts'
import * as words from './gap-in-words.ts'
import type { Part } from './part.ts'
import { tiedPairs } from './tied.ts'

/** How far each range moves the gap by itself: in words, as bars, as a table and in long form. */
export function tornadoPart(all: readonly Tornado[], { charts }: { readonly charts: boolean }): Part {
  return {
    headline: all.map(headline),
    tables: all.map(table),
    charts: charts ? all.flatMap(chart) : [],
    long: long(all),
    data: { part: 'tornado' },
    assumptions: [...new Set(all.flatMap(({ bars }) => bars.map(({ moved }) => moved.listed.name)))],
  }
}

function moving({ bars }: Tornado): TornadoBar[] {
  return bars.filter(({ swing }) => swing?.isZero() !== true)
}

function headline(tornado: Tornado): Sentence {
  const [widest] = moving(tornado)
  const { asked } = tornado
  const known = widest !== undefined && !isMissing(widest.atLow) && !isMissing(widest.atHigh)
  return say.tornadoHeadline(
    words.gapWords(asked),
    asked.now.n,
    known
      ? {
          name: widest.moved.listed.name,
          low: words.assumptionInText(widest.moved.listed, widest.ends.low),
          high: words.assumptionInText(widest.moved.listed, widest.ends.high),
          atLow: widest.atLow.n,
          atHigh: widest.atHigh.n,
        }
      : undefined,
  )
}

function table(tornado: Tornado): Table {
  const { asked, bars } = tornado
  const standing = words.gapWords(asked)
  const columns = say.tornadoColumns
  return {
    name: `tornado-${asked.benchmark.id}`,
    title: say.tornadoTitle(standing),
    subtitle: say.gapSubtitle(standing),
    columns: [
      { name: 'assumption', label: columns.assumption, kind: 'text' },
      { name: 'low', label: columns.low, kind: 'number' },
      { name: 'high', label: columns.high, kind: 'number' },
      { name: 'gap-at-low', label: columns.atLow, kind: 'money' },
      { name: 'gap-at-high', label: columns.atHigh, kind: 'money' },
      { name: 'swing', label: columns.swing, kind: 'money' },
    ],
    rows: moving(tornado).map(({ moved: { listed }, ends, atLow, atHigh, swing }): Row => ({
      cells: [
        words.textCell(words.assumptionLabel(listed)),
        words.assumptionCell(listed, ends.low),
        words.assumptionCell(listed, ends.high),
        words.gapCell(atLow),
        words.gapCell(atHigh),
        swing === undefined ? { kind: 'missing', reason: say.noSwing } : words.numberCell(swing),
      ],
    })),
    notes: notes(tornado, bars),
    marks: [],
  }
}

function notes(tornado: Tornado, bars: readonly TornadoBar[]): Sentence[] {
  const names = (some: readonly TornadoBar[]): string[] => some.map(({ moved }) => moved.listed.name)
  const shown = moving(tornado)
  const still = bars.filter((bar) => !shown.includes(bar))
  const shifts = shown.filter(({ moved }) => moved.kind === 'shift')
  const tied = tiedPairs(tornado.asked, names(shown))
  return [
    say.tornadoNote,
    say.endsNote(names(shown.filter(({ ends }) => ends.which === 'p5-p95'))),
    ...(shifts.length === 0 ? [] : [say.shiftsOf(names(shifts))]),
    ...(still.length === 0 ? [] : [say.noEffect(names(still))]),
    ...(tied.length === 0 ? [] : [say.tiedApart(tied)]),
    ...words.captionNotes(tornado.asked),
  ]
}

function chart(tornado: Tornado): Chart[] {
  const { asked } = tornado
  const standing = words.gapWords(asked)
  const rows = moving(tornado).flatMap(({ moved: { listed }, ends, atLow, atHigh }): TornadoRow[] =>
    isMissing(atLow) || isMissing(atHigh)
      ? []
      : [
          {
            label: listed.name,
            low: { at: words.assumptionInText(listed, ends.low), value: atLow.n },
            high: { at: words.assumptionInText(listed, ends.high), value: atHigh.n },
          },
        ],
  )
  if (rows.length === 0) return []
  return [
    {
      kind: 'tornado',
      title: say.tornadoChartTitle(standing),
      subtitle: say.gapSubtitle(standing),
      as: 'money',
      parting: { at: new Decimal(0), words: say.noGap },
      note: say.chartNote(asked.run.scenario.name),
      now: asked.now.n,
      rows,
    },
  ]
}

const longNames = [
  ...words.gapColumns,
  ...['rank', 'assumption', 'assumption-unit', 'moves', 'ends', 'low', 'high'],
  ...['gap-at-low', 'gap-at-high', 'gap', 'swing', 'unit', 'prices', 'status', 'flags'],
]
const longNumbers = ['rank', 'low', 'high', 'gap-at-low', 'gap-at-high', 'gap', 'swing']

function long(all: readonly Tornado[]): Table {
  return {
    ...{ name: 'tornado', title: '', subtitle: '', notes: [], marks: [] },
    columns: words.longColumns(longNames, longNumbers),
    rows: all.flatMap(({ asked, bars }) =>
      bars.map(({ moved, ends, atLow, atHigh, swing }, index): Row => ({
        cells: [
          ...words.gapCells(asked),
          words.numberCell(new Decimal(index + 1)),
          ...[moved.listed.name, words.machineUnit(moved.listed), moved.kind, ends.which].map(words.textCell),
          words.numberCell(words.inItsUnit(moved.listed, ends.low)),
          words.numberCell(words.inItsUnit(moved.listed, ends.high)),
          words.exactCell(atLow),
          words.exactCell(atHigh),
          words.numberCell(asked.now.n),
          swing === undefined ? { kind: 'missing', reason: 'no-swing' } : words.numberCell(swing),
          ...['GBP million', words.basisOf(asked), words.statusOf([atLow, atHigh])].map(words.textCell),
          words.textCell(words.flagsOf([atLow, atHigh], swing?.isZero() === true ? ['no-effect'] : [])),
        ],
      })),
    ),
  }
}

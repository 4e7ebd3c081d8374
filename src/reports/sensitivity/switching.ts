import type { Switching, SwitchingValues } from '../../analyses/sensitivity/switching.ts'
import * as say from '../../problems/catalogue/sensitivity-words.ts'
import type { Cell, Row, Sentence, Table } from '../table.ts'
import * as words from './gap-in-words.ts'
import type { Part } from './part.ts'

/** Where each assumption by itself turns the sign of the gap: in words, as a table and in long form. */
export function switchingPart(all: readonly SwitchingValues[]): Part {
  return {
    headline: all.map(headline),
    tables: all.map(table),
    charts: [],
    long: long(all),
    data: { part: 'switching' },
    assumptions: [
      ...new Set(all.flatMap(({ found }) => reaching(found).map(({ moved }) => moved.listed.name))),
    ],
  }
}

/** Those that the gap depends on at all. */
function reaching(found: readonly Switching[]): Switching[] {
  return found.filter(({ moved }) => moved.used)
}

function headline({ asked, found: all }: SwitchingValues): Sentence {
  const found = reaching(all)
  const flips = found.filter(({ crossings }) => crossings.length > 0)
  return say.switchingHeadline(
    words.gapWords(asked),
    asked.now.n,
    flips.map(({ moved: { listed }, crossings }) => ({
      name: listed.name,
      values: crossings.map(({ value, until }) => {
        const from = words.assumptionInText(listed, value)
        return until.equals(value) ? from : say.nothingUntil(from, words.assumptionInText(listed, until))
      }),
    })),
    found.filter(({ crossings }) => crossings.length === 0).map(({ moved }) => moved.listed.name),
  )
}

function table(values: SwitchingValues): Table {
  const { asked, found } = values
  const standing = words.gapWords(asked)
  const columns = say.switchingColumns
  const rows = reaching(found).flatMap(rowsOf)
  const marked = new Set(
    rows.flatMap(({ cells }) => cells.flatMap((cell) => ('marks' in cell ? cell.marks : []))),
  )
  return {
    name: `switching-${asked.benchmark.id}`,
    title: say.switchingTitle(standing),
    subtitle: say.gapSubtitle(standing),
    columns: [
      { name: 'assumption', label: columns.assumption, kind: 'text' },
      { name: 'now', label: columns.now, kind: 'number' },
      { name: 'low', label: columns.low, kind: 'number' },
      { name: 'high', label: columns.high, kind: 'number' },
      { name: 'gap-at-low', label: columns.atLow, kind: 'money' },
      { name: 'gap-at-high', label: columns.atHigh, kind: 'money' },
      { name: 'flips-at', label: columns.flips, kind: 'percent' },
    ],
    rows,
    notes: notes(values),
    marks: [
      { mark: 'j', meaning: say.jumpsMeaning },
      { mark: 'u', meaning: say.untilMeaning },
    ].filter(({ mark }) => marked.has(mark)),
  }
}

/** One row an assumption, and one more for each further value at which the sign flips. */
function rowsOf({ moved, searched, atLow, atHigh, crossings }: Switching): Row[] {
  const { listed, kind, now } = moved
  const before = (flips: Cell): Row => ({
    cells: [
      words.textCell(words.assumptionLabel(listed)),
      now === undefined || kind === 'shift'
        ? { kind: 'missing', reason: say.differsByYear }
        : words.assumptionCell(listed, now),
      words.assumptionCell(listed, searched.low),
      words.assumptionCell(listed, searched.high),
      words.gapCell(atLow),
      words.gapCell(atHigh),
      flips,
    ],
  })
  if (crossings.length === 0) return [before({ kind: 'missing', reason: say.noneInRange })]
  return crossings.flatMap(({ value, until, jumps }) => {
    const stretch = !until.equals(value)
    const marks = [...(jumps ? ['j'] : []), ...(stretch ? ['u'] : [])]
    const from = { ...words.assumptionCell(listed, value), marks }
    return stretch ? [before(from), before(words.assumptionCell(listed, until))] : [before(from)]
  })
}

function notes({ asked, found: all }: SwitchingValues): Sentence[] {
  const found = reaching(all)
  const without = all.filter(({ moved }) => !moved.used).map(({ moved }) => moved.listed.name)
  const names = (some: readonly Switching[]): string[] => some.map(({ moved }) => moved.listed.name)
  const shifts = found.filter(({ moved }) => moved.kind === 'shift')
  return [
    say.switchingNote,
    say.searchedNote(
      names(found.filter(({ searched }) => searched.which !== 'possible')),
      names(found.filter(({ searched }) => searched.which === 'possible')),
      names(found.filter(({ searched }) => searched.which === 'p5-p95')),
    ),
    ...(shifts.length === 0 ? [] : [say.shiftsOf(names(shifts))]),
    ...(without.length === 0 ? [] : [say.noEffect(without)]),
    ...words.captionNotes(asked),
  ].filter((note) => note !== '')
}

const longNames = [
  ...words.gapColumns,
  ...['assumption', 'assumption-unit', 'moves', 'searched', 'low', 'high', 'now'],
  ...[
    'value',
    'until',
    'gap-at-value',
    'gap-at-low',
    'gap-at-high',
    'gap',
    'unit',
    'prices',
    'status',
    'flags',
  ],
]
const longTexts = [
  ...words.gapColumns,
  ...['assumption', 'assumption-unit', 'moves', 'searched', 'unit', 'prices', 'status', 'flags'],
]

function long(all: readonly SwitchingValues[]): Table {
  return {
    ...{ name: 'switching', title: '', subtitle: '', notes: [], marks: [] },
    columns: words.longColumns(
      longNames,
      longNames.filter((name) => !longTexts.includes(name)),
    ),
    rows: all.flatMap((values) => values.found.flatMap((each) => longRows(values, each))),
  }
}

function longRows(
  { asked }: SwitchingValues,
  { moved, searched, atLow, atHigh, crossings }: Switching,
): Row[] {
  const { listed, kind, now } = moved
  const why = moved.used ? 'none-in-range' : 'no-effect'
  const none: Cell = { kind: 'missing', reason: why }
  const row = (at: readonly Cell[], flags: readonly string[]): Row => ({
    cells: [
      ...words.gapCells(asked),
      ...[listed.name, words.machineUnit(listed), kind, searched.which].map(words.textCell),
      words.numberCell(words.inItsUnit(listed, searched.low)),
      words.numberCell(words.inItsUnit(listed, searched.high)),
      now === undefined
        ? { kind: 'missing', reason: 'differs-by-year' }
        : words.numberCell(words.inItsUnit(listed, now)),
      ...at,
      words.exactCell(atLow),
      words.exactCell(atHigh),
      words.numberCell(asked.now.n),
      ...['GBP million', words.basisOf(asked), words.statusOf([atLow, atHigh])].map(words.textCell),
      words.textCell(words.flagsOf([atLow, atHigh], flags)),
    ],
  })
  if (crossings.length === 0) return [row([none, none, none], [why])]
  return crossings.map(({ value, until, gap, jumps }) =>
    row(
      [
        words.numberCell(words.inItsUnit(listed, value)),
        words.numberCell(words.inItsUnit(listed, until)),
        words.exactCell(gap),
      ],
      jumps ? ['jumps'] : [],
    ),
  )
}

import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../src/reports/table.ts'
import { renderCsv } from '../../src/render/csv.ts'
import { renderJson } from '../../src/render/json.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { renderNdjson } from '../../src/render/ndjson.ts'
import { renderTerminal } from '../../src/render/terminal.ts'
import { renderText } from '../../src/render/text.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { longTable, missing, moneyTable, reportOf, text } from './tables.ts'

/** Any decimal a run could bring forth, long and short, and gaps among them. */
const value = fc
  .tuple(fc.bigInt(-(10n ** 38n), 10n ** 38n), fc.integer({ min: 0, max: 36 }))
  .map(([digits, places]) => new Decimal(digits.toString()).div(new Decimal(10).pow(places)))
const cell = fc.oneof(
  { weight: 4, arbitrary: value.map((each): Cell => ({ kind: 'number', value: each })) },
  { weight: 1, arbitrary: fc.constant(missing('no plan')) },
)
const cells = fc.array(cell, { minLength: 1, maxLength: 8 })

/** What a reader of a machine format has, as an exact decimal or nothing. */
const exact = (found: string | number | null) =>
  found === null || found === '' ? undefined : new Decimal(found).toFixed()
const sent = (each: Cell) =>
  each.kind === 'number' ? new Decimal(each.value.toFixed()).toFixed().replace(/^-0$/, '0') : undefined

type JsonRow = { value: string | number | null }

describe('the same numbers in every format', () => {
  test('CSV, JSON and NDJSON are read back to every digit', () => {
    fc.assert(
      fc.property(cells, (values) => {
        const report = reportOf([], longTable(values.map((each) => ['plans', each, ''])))
        const csv = parse(renderCsv(report), { columns: true }) as unknown as { value: string }[]
        const json = (JSON.parse(renderJson(report)) as { rows: JsonRow[] }).rows
        const lines = renderNdjson(report).trimEnd().split('\n')
        const expected = values.map(sent)
        expect(csv.map((row) => exact(row.value))).toEqual(expected)
        expect(json.map((row) => exact(row.value))).toEqual(expected)
        expect(lines.map((line) => exact((JSON.parse(line) as JsonRow).value))).toEqual(expected)
      }),
    )
  })

  test('text, terminal and Markdown show the half-even rounding of those digits, £bn', () => {
    /** By a second method: the platform’s own decimal formatting of the digits as text. */
    const format = new Intl.NumberFormat('en-GB', {
      ...{ minimumFractionDigits: 1, maximumFractionDigits: 1 },
      // Not yet in the types of ES2023.
      ...{ roundingMode: 'halfEven', signDisplay: 'negative' },
    })
    const shownAs = (each: Cell) =>
      each.kind === 'number'
        ? format.format(`${each.value.toFixed()}E-3` as unknown as number).replace('-', '−')
        : '–'
    fc.assert(
      fc.property(cells, (values) => {
        const years = values.map((_, index) => String(2020 + index))
        const report = reportOf([moneyTable(years, [{ cells: [text('Gap'), ...values] }])])
        const expected = values.map(shownAs)
        const width = 1000
        const row = (shown: string) =>
          shown
            .split('\n')
            .find((line) => line.startsWith('Gap'))!
            .split(/ +/)
            .slice(1)
        expect(row(renderText(report, { width }))).toEqual(expected)
        expect(row(renderTerminal(report, { width, colour: false, boxes: true }))).toEqual(expected)
        const pipes = renderMarkdown(report).split('\n')[2]!.split('|').slice(2, -1)
        expect(pipes.map((each) => each.trim())).toEqual(expected)
      }),
    )
  })
})

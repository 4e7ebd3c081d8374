import { describe, expect, test } from 'vitest'
import { listDatasets, showDataset } from '../../src/datasets/listing.ts'
import { checkData, loadData } from '../../src/datasets/load.ts'
import { ProblemsError } from '../../src/problems/problem.ts'
import { dataCheckReport, dataListReport, dataShowReport } from '../../src/reports/data.ts'
import type { Cell, Table } from '../../src/reports/table.ts'

const data = await loadData()

function plain(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  return cell.kind === 'number' ? cell.value.toFixed() : cell.kind === 'text' ? cell.text : `(${cell.reason})`
}

function rowsOf(table: Table): string[][] {
  return table.rows.map(({ cells }) => cells.map(plain))
}

describe('data list', () => {
  const report = dataListReport(listDatasets(data), data.hash())

  test('has a line for each dataset, in order of name', () => {
    expect(rowsOf(report.long).map(([name]) => name)).toEqual(data.names)
    expect(report.headline).toEqual(['28 datasets, 10583 rows'])
  })

  test('says what each holds', () => {
    const line = rowsOf(report.tables[0]!).find(([name]) => name === 'dhsc-resource')
    expect(line).toEqual([
      'dhsc-resource',
      'Resource budget of the Department of Health and Social Care',
      'GBP million',
      '2013-14 – 2028-29',
      '16',
    ])
  })

  test('carries the hash of all data', () => {
    expect(report.envelope).toMatchObject({ command: 'data list', dataHash: data.hash() })
  })
})

describe('data show', () => {
  const show = (
    name: string,
    ...rest: Parameters<typeof showDataset> extends [unknown, unknown, ...infer Rest] ? Rest : never
  ) => dataShowReport(showDataset(data, name, ...rest), data.hash([name]))

  test('prints every column and the place of each row in the long form', () => {
    const { long } = show('nhs-capital-spend')
    expect(long.columns.map(({ name }) => name)).toEqual([
      'period',
      'value',
      'status',
      'published',
      'source',
      'locator',
      'note',
      'file',
      'line',
    ])
    expect(rowsOf(long)).toHaveLength(13)
    expect(rowsOf(long)[0]!.slice(0, 3)).toEqual(['2009-10', '5240', 'outturn'])
    expect(rowsOf(long)[0]!.slice(-2)).toEqual(['nhs-capital-spend/observations.csv', '2'])
  })

  test('values are numbers, and text that no number keeps stays text', () => {
    const [first] = show('health-capital-share').long.rows
    expect(first?.cells[2]).toMatchObject({ kind: 'number' })
    const rates = show('discount-rates').long
    expect(rates.rows[0]?.cells[4]).toEqual({ kind: 'text', text: '3.50' })
  })

  test('filters by columns, several values of one allowed, and by periods', () => {
    const filters = [
      { column: 'definition', value: 'cdel-esa2010-ifrs16' },
      { column: 'status', value: 'outturn' },
      { column: 'status', value: 'estimate' },
    ]
    const rows = rowsOf(show('dhsc-capital', filters, { from: '2023-24', to: '2024-25' }).long)
    expect(rows.map(([period, , value]) => [period, value])).toEqual([
      ['2023-24', '10519'],
      ['2024-25', '11485'],
      ['2024-25', '11485'],
    ])
  })

  test('cites the publications its rows name, and no other', () => {
    const { sources, caveats } = show('dhsc-capital', [{ column: 'period', value: '2029-30' }])
    expect(sources.map(({ id }) => id)).toEqual([
      'obr-efo-march-2026-expenditure',
      'obr-efo-november-2025-expenditure',
    ])
    expect(caveats.map(({ words }) => words).join(' ')).toContain('CDEL is a budget for England')
  })

  test('every unknown column and value is refused at once, with the nearest', () => {
    const filters = [
      { column: 'statuss', value: 'plan' },
      { column: 'status', value: 'plann' },
    ]
    const error = thrown(() => show('dhsc-capital', filters))
    expect(error.problems.map(({ code, found }) => [code, found])).toEqual([
      [
        'unknown-filter',
        'The dataset "dhsc-capital" has no column "statuss" to filter by; did you mean "status"?',
      ],
      ['no-rows-left', 'No row of "dhsc-capital" has the status "plann"; did you mean "plan"?'],
    ])
    expect(error.exitCode).toBe(2)
  })
})

test('data check gives the verdict and counts', async () => {
  const { datasets } = await checkData()
  const report = dataCheckReport(datasets)
  expect(report.headline).toEqual(['28 datasets, 10583 rows: No problem found'])
  expect(rowsOf(report.long)).toContainEqual(['dhsc-capital', '64', '0', '0'])
  const bad = dataCheckReport([{ name: 'beds', rows: 1, errors: 2, warnings: 1 }], 1)
  expect(bad.headline).toEqual(['1 dataset, 1 row: Found 3 errors and 1 warning'])
})

function thrown(action: () => unknown): ProblemsError {
  try {
    action()
  } catch (error) {
    if (error instanceof ProblemsError) return error
  }
  throw new Error('nothing was refused')
}

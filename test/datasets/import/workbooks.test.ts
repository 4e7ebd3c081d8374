import { describe, expect, test } from 'vitest'
import { errorsIn, importing, refused, skippedIn, workbook } from './importing.ts'

const short = (rows: Record<string, string>[], ...columns: string[]) =>
  rows.map((row) => columns.map((column) => row[column] ?? ''))

describe('OBR detailed forecast tables', () => {
  const limits = (title: string, values: readonly (number | string)[]) => [
    ['Back to contents'],
    [null, title],
    [null, null, '£ billion', null, null, null, 'Per cent'],
    [null, null, '        Outturn', 'Forecast', null, null, 'Real annual growth'],
    [null, null, '2025-26', '2026-27', '2027-28', null, '2026-27', '2027-28'],
    [null, 'Health and Social Care', ...values, null, 1.5, 2.5],
    [null, 'Education', 1, 2, 3],
  ]
  const expenditure = () =>
    workbook({
      Contents: [
        [],
        [null, 'November 2026 Economic and fiscal outlook – detailed forecast tables: expenditure'],
      ],
      '4.3': [
        [null, '4.3 Consistent historical series'],
        [null, null, null, null, 'Outturn', null, 'Forecast'],
        [null, null, null, null, '2009-10', '2025-26', '2026-27'],
        [null, 'Nominal GDP (£ billion)', null, null, 1561.331, 3050.5, 3160.125],
      ],
      '4.7': limits('4.7 RDEL', [204.469259, 211.5, '-']),
      // As workbooks hold 13.624735: the binary fraction shows in the seventeenth digit.
      '4.8': limits('4.8 CDEL', [13.624735000000001, 14.25, 15.5]),
    })
  const quarters = Array.from({ length: 8 }, (_, index) => [
    null,
    `${2025 + Math.floor(index / 4)}Q${(index % 4) + 1}`,
    700 + index,
  ])
  const economy = () =>
    workbook({
      Contents: [[], [null, 'November 2026 Economic and fiscal outlook – detailed forecast tables: economy']],
      '1.4': [
        ['Back to contents'],
        [null, '1.4 Nominal GDP (£ billion, non-seasonally adjusted)'],
        ...quarters,
        [null, 'Calendar Year'],
        [null, 2025, 2806],
        [null, 2026, 2822.5],
        [null, 'Centred end-March'],
        [null, '2025-26', 1],
      ],
      '1.7': [
        ['Back to contents'],
        [null, '1.7 Inflation'],
        [null, null, 'Year-on-year growth', null, '2023=100'],
        [null, null, 'RPI', 'GDP deflator', 'GDP deflator'],
        [null, '2025Q1', 1, 2, 99],
        [null, 2025, 1, 2, 108],
        [null, '2023-24', 1, 2, 100.5],
        [null, '2025-26', 1, 2, 108.54],
        [null, '2026-27', 1, 2, 110.55],
      ],
    })

  test('both workbooks in one go: limits, GDP and deflator, with the month of the outlook', async () => {
    const files = { 'exp.xlsx': await expenditure(), 'eco.xlsx': await economy() }
    const left = await importing('obr-efo', files)
    expect(short(left.rows('dhsc-capital'), 'definition', 'period', 'value', 'status', 'published')).toEqual([
      ['cdel-esa2010-ifrs16', '2025-26', '13624.735', 'outturn', '2026-11'],
      ['cdel-esa2010-ifrs16', '2026-27', '14250', 'plan', '2026-11'],
      ['cdel-esa2010-ifrs16', '2027-28', '15500', 'plan', '2026-11'],
    ])
    expect(left.rows('dhsc-capital')[1]?.['locator']).toBe('Table 4.8, row Health and Social Care, D6')
    expect(short(left.rows('dhsc-resource'), 'period', 'value', 'status')).toEqual([
      ['2025-26', '204469.259', 'outturn'],
      ['2026-27', '211500', 'plan'],
    ])
    // 701 + 702 + 703 + 704 by quarters, and table 4.3 as printed.
    expect(short(left.rows('uk-gdp'), 'period', 'value', 'status', 'source')).toEqual([
      ['2025-26', '3050500', 'outturn', 'imported-obr-efo-2026-11-expenditure'],
      ['2026-27', '3160125', 'forecast', 'imported-obr-efo-2026-11-expenditure'],
      ['2025-26', '2810000', 'outturn', 'imported-obr-efo-2026-11-economy'],
    ])
    expect(short(left.rows('uk-gdp-calendar'), 'vintage', 'period', 'value', 'status')).toEqual([
      ['obr-2026-11', '2025', '2806000', 'outturn'],
      ['obr-2026-11', '2026', '2822500', 'forecast'],
    ])
    expect(short(left.rows('gdp-deflator'), 'vintage', 'base', 'period', 'value', 'status')).toEqual([
      ['obr-2026-11', '2023-24', '2023-24', '100', 'outturn'],
      ['obr-2026-11', '2023-24', '2025-26', '108', 'outturn'],
      ['obr-2026-11', '2023-24', '2026-27', '110', 'forecast'],
    ])
    expect(skippedIn(left)).toMatchObject({
      'no figure printed': 1,
      'GDP before 2010-11, of older national accounts than the later years (table 1.4 has it)': 1,
      'years without all four quarters': 1,
    })
    expect(await errorsIn(left)).toEqual([])
  })

  test('a word among the figures is named by sheet and cell; nothing is written', async () => {
    const broken = await workbook({
      Contents: [[null, 'November 2026 Economic and fiscal outlook – detailed forecast tables: expenditure']],
      '4.8': limits('4.8 CDEL', [13.6, 'lots', 15.5]),
    })
    const { problems, wrote } = await refused('obr-efo', { 'exp.xlsx': broken })
    expect(problems.map(({ code, place }) => [code, place?.file])).toEqual([
      ['not-a-number', 'exp.xlsx!4.8!D6'],
    ])
    expect(wrote).toBe(false)
  })

  test('other workbooks, and files that are none, are refused with what was found', async () => {
    const other = await refused('obr-efo', { 'b.xlsx': await workbook({ Budget: [['a']] }) })
    expect(other.problems[0]?.found).toContain('"Budget"')
    const none = await refused('obr-efo', { 'b.xlsx': 'not a workbook' })
    expect(none.problems.map(({ code }) => code)).toEqual(['not-a-workbook'])
    const cut = await refused('obr-efo', { 'b.xlsx': (await expenditure()).slice(0, 700) })
    expect(cut.problems.map(({ code }) => code)).toEqual(['not-a-workbook'])
  })
})

test('HM Treasury deflators: two blocks side by side, notes after years, forecasts without an index left out', async () => {
  const blank = [null, null, null]
  const book = await workbook({
    Deflators: [
      ['GDP deflators at market prices, and money GDP'],
      [],
      ['Financial year', null, null, null, null, null, null, 'Calendar year'],
      [],
      [null, 'GDP deflator at market prices', 'change', null, null, null, null, null, 'GDP deflator'],
      [null, '2024-25 = 100', 'per cent', null, null, null, null, null, '2024 = 100'],
      ['2023-24', 96.1173, 5.6, ...blank, null, '2023', 96.4],
      ['2024-25', 100, 4.04, ...blank, null, '2024', 100],
      ['2025-26', '-', 3.1, ...blank, null, '2026 (1), (2)', '-'],
    ],
  })
  const left = await importing('hmt-deflators', {
    'GDP_Deflators_Qtrly_National_Accounts_September_2026_update.xlsx': book,
  })
  expect(short(left.rows('gdp-deflator'), 'vintage', 'base', 'period', 'value', 'published')).toEqual([
    ['hmt-2026-09', '2024-25', '2023-24', '96.1173', '2026-09'],
    ['hmt-2026-09', '2024-25', '2024-25', '100', '2026-09'],
  ])
  expect(short(left.rows('gdp-deflator-calendar'), 'base', 'period', 'value')).toEqual([
    ['2024', '2023', '96.4'],
    ['2024', '2024', '100'],
  ])
  expect(skippedIn(left)).toEqual({ 'forecast years with growth and no index': 2 })
  expect(await errorsIn(left)).toEqual([])
})

test('ONS capital formation: a sheet an asset, health columns, current prices alone', async () => {
  const sheet = (
    health: readonly (number | string)[],
    head = ['SIC07 - INDUSTRY', '85', '86', '87 and 88'],
  ) => [
    ['Title'],
    ['£ million'],
    head,
    [2023, 1, health[0] ?? 0, health[1] ?? 0],
    [2024, 2, health[2] ?? 0, health[3] ?? 0],
    [],
    ['Chained volumes'],
    head,
    [2023, 99, 99, 99],
  ]
  const book = await workbook({
    Cover: [['Release date: 2 November 2026']],
    Software_and_databases: sheet([2061, 730, '[c]', '[low]']),
    Transport_equipment: sheet([-12, 3, 4, 5]),
    Total_assets: [
      ...sheet([10, 20, 30, 40], ['SIC07 - INDUSTRY', '86', '87', '88'])
        .slice(0, 5)
        .map((row, index) => (index < 3 ? row : [row[0]!, row[2]!, 7, 8])),
    ],
    Works_of_art: sheet([1, 1, 1, 1]),
  })
  const left = await importing('ons-gfcf', { 'gfcf.xlsx': book })
  expect(
    short(left.rows('health-capital-assets'), 'industry', 'asset', 'period', 'value', 'note', 'published'),
  ).toEqual([
    ['Q86', 'software-databases', '2023', '2061', '', '2026-11-02'],
    ['Q87-Q88', 'software-databases', '2023', '730', '', '2026-11-02'],
    ['Q86', 'transport-equipment', '2023', '-12', '', '2026-11-02'],
    ['Q87-Q88', 'transport-equipment', '2023', '3', '', '2026-11-02'],
    ['Q86', 'transport-equipment', '2024', '4', '', '2026-11-02'],
    ['Q87-Q88', 'transport-equipment', '2024', '5', '', '2026-11-02'],
    ['Q86', 'total', '2023', '10', '', '2026-11-02'],
    ['Q87-Q88', 'total', '2023', '15', 'derived here: sum of columns 87 and 88', '2026-11-02'],
    ['Q86', 'total', '2024', '30', '', '2026-11-02'],
    ['Q87-Q88', 'total', '2024', '15', 'derived here: sum of columns 87 and 88', '2026-11-02'],
  ])
  expect(skippedIn(left)).toEqual({ 'printed as [c]': 1, 'printed as [low]': 1, 'sheet Works_of_art': 1 })
  // An amount below zero is as published: about.yaml excuses it by name.
  expect(left.text('health-capital-assets/about.yaml')).toContain('negative-value')
  expect(await errorsIn(left)).toEqual([])
})

test('ONS capital stocks: net stocks of human health, values as text', async () => {
  const book = await workbook({
    Contents: [['Capital stocks'], ['Published 27 November 2026']],
    'Current prices': [
      ['Gross and net capital stocks'],
      ['Asset', 'Measure', 'Industry', 'Asset code', 'Industry code', '2023', '2024'],
      ['All', 'Net', 'Human health', 'N11N', 'Q86', '104700', '108123.5'],
      ['ICT', 'Net', 'Human health', 'N1132N', 'Q86', 'z', '6200'],
      ['All', 'Gross', 'Human health', 'N11G', 'Q86', '1', '2'],
      ['All', 'Net', 'Education', 'N11N', 'P85', '1', '2'],
    ],
  })
  const left = await importing('ons-capital-stocks', { 'stocks.xlsx': book })
  expect(short(left.rows('health-capital-stock'), 'nation', 'asset', 'period', 'value', 'published')).toEqual(
    [
      ['GBR', 'total', '2023', '104700', '2026-11-27'],
      ['GBR', 'total', '2024', '108123.5', '2026-11-27'],
      ['GBR', 'ict-equipment', '2024', '6200', '2026-11-27'],
    ],
  )
  expect(skippedIn(left)).toEqual({
    'no figure printed': 1,
    'gross stocks (capgap uses net)': 1,
    'industries other than human health and social work': 1,
  })
  expect(await errorsIn(left)).toEqual([])
})

describe('WHO Global Health Expenditure Database', () => {
  const data = (head: string[], ...rows: (string | number | null)[][]) => [
    ['location', 'code', 'region', 'income', 'year', ...head],
    ...rows,
  ]

  test('the share that the codebook names, in order of years, with the flags of the bundled series', async () => {
    const book = await workbook({
      Data: data(
        ['che_gdp', 'cap'],
        ['Austria', 'AUT', 'EUR', 'High', 2021, 12.1, 0.9],
        ['Austria', 'AUT', 'EUR', 'High', 2020, 11.4, 0.5],
        ['Austria', 'AUT', 'EUR', 'High', 2022, 11.2, null],
      ),
      Codebook: [
        ['variable code', 'variable name', 'unit'],
        ['che_gdp', 'Current health expenditure as % GDP', '%'],
        ['cap', 'Capital health expenditure, as % of GDP', '%'],
      ],
    })
    const left = await importing('who-ghed', { 'GHED.xlsx': book }, { published: '2026-12' })
    expect(short(left.rows('health-capital-share'), 'nation', 'period', 'value', 'flag')).toEqual([
      ['AUT', '2020', '0.5', ''],
      ['AUT', '2021', '0.9', 'jump'],
    ])
    expect(skippedIn(left)).toEqual({ 'no figure printed': 1 })
    expect(await errorsIn(left)).toEqual([])
  })

  test('capital over GDP where there is no share', async () => {
    const book = await workbook({
      Data: data(['hk', 'gdp_ncu'], ['Austria', 'AUT', 'EUR', 'High', 2020, 3, 400]),
    })
    const left = await importing('who-ghed', { 'GHED.xlsx': book }, { published: '2026-12' })
    expect(left.rows('health-capital-share')).toMatchObject([
      { value: '0.75', note: 'derived here: capital health expenditure over GDP' },
    ])
  })

  test('a book without either is refused', async () => {
    const book = await workbook({ Data: data(['che'], ['Austria', 'AUT', 'EUR', 'High', 2020, 3]) })
    const { problems } = await refused('who-ghed', { 'GHED.xlsx': book })
    expect(problems.map(({ code }) => code)).toEqual(['unrecognised-layout'])
  })
})

import { describe, expect, test } from 'vitest'
import { errorsIn, importing, refused, skippedIn } from './importing.ts'

const short = (rows: Record<string, string>[], ...columns: string[]) =>
  rows.map((row) => columns.map((column) => row[column] ?? ''))

describe('OECD Data Explorer', () => {
  const labelled =
    'STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,FREQ,Frequency,TRANSACTION,Transaction,ACTIVITY,Economic activity,INSTR_ASSET,Asset,UNIT_MEASURE,Unit,PRICE_BASE,Price base,TIME_PERIOD,Time period,OBS_VALUE,Observation value,OBS_STATUS,Status,UNIT_MULT,Multiplier\n' +
    [
      [
        'AUT,Austria',
        'Q86,Human health',
        'N1132G,ICT equipment',
        'XDC,National currency',
        'V,Current prices',
        '2022,',
        '310.5,',
        'A,Normal',
      ],
      [
        'AUT,Austria',
        'Q86,Human health',
        'N1132G,ICT equipment',
        'XDC,National currency',
        'V,Current prices',
        '2023,',
        ',',
        'O,Missing',
      ],
      [
        'AUT,Austria',
        'Q86,Human health',
        'N1132G,ICT equipment',
        'XDC,National currency',
        'L,Chained',
        '2022,',
        '300,',
        'A,Normal',
      ],
      [
        'AUT,Austria',
        'C,Manufacturing',
        'N1132G,ICT equipment',
        'XDC,National currency',
        'V,Current prices',
        '2022,',
        '900,',
        'A,Normal',
      ],
      [
        'EU27_2020,European Union',
        'Q86,Human health',
        'N11G,All',
        'XDC,National currency',
        'V,Current prices',
        '2022,',
        '9,',
        'A,Normal',
      ],
      [
        'FRA,France',
        'Q86,Human health',
        'N11G,All',
        'XDC,National currency',
        'V,Current prices',
        '2022,',
        '12.25,',
        'P,Provisional',
      ],
    ]
      .map(
        ([area, activity, asset, unit, base, period, value, status]) =>
          `DATAFLOW,OECD.SDD.NAD:DSD_NAMAIN10@DF_TABLE8A(2.0),"Capital formation, by asset",I,${area},A,Annual,P51G,GFCF,${activity},${asset},${unit},${base},${period},${value},${status},6,Millions\n`,
      )
      .join('')
  /** The same file without the columns of labels. */
  const codes = labelled
    .replaceAll('"Capital formation, by asset"', 'Capital formation')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const cells = line.split(',')
      return [...cells.slice(0, 4), ...cells.slice(4).filter((_, index) => index % 2 === 0)].join(',')
    })
    .join('\n')

  const expected = [
    ['AUT', 'Q86', 'ict-equipment', '2022', '310.5', 'outturn'],
    ['FRA', 'Q86', 'total', '2022', '12.25', 'estimate'],
  ]

  test.each([
    ['with labels', labelled],
    ['codes alone', codes],
  ])('%s: placed among capital formation by asset', async (_, text) => {
    const left = await importing('oecd', { 'oecd.csv': text }, { published: '2026-05' })
    const rows = left.rows('health-capital-assets')
    expect(short(rows, 'nation', 'industry', 'asset', 'period', 'value', 'status')).toEqual(expected)
    expect(skippedIn(left)).toEqual({
      'no figure printed': 1,
      'price_base L': 1,
      'industries other than human health and social work': 1,
      'areas that are not nations': 1,
    })
    expect(await errorsIn(left)).toEqual([])
  })

  test('figures no dataset of ours holds become a dataset of their own, with the dimensions that vary', async () => {
    const text =
      'DATAFLOW,REF_AREA,MEASURE,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,UNIT_MULT\n' +
      'OECD.ELS:DSD@DF_BEDS(1.0),AUT,BEDS,10P3HB,2022,6.7,0\n' +
      'OECD.ELS:DSD@DF_BEDS(1.0),AUT,SCAN,10P3HB,2022,2.5,0\n'
    const left = await importing('oecd', { 'beds.csv': text }, { published: '2026-05' })
    expect(left.imported.datasets).toMatchObject([{ name: 'oecd-df-beds', joins: false, rows: 2 }])
    expect(short(left.rows('oecd-df-beds'), 'nation', 'measure', 'period', 'value')).toEqual([
      ['AUT', 'BEDS', '2022', '6.7'],
      ['AUT', 'SCAN', '2022', '2.5'],
    ])
    expect(left.text('oecd-df-beds/about.yaml')).toContain('joins: false')
    expect(await errorsIn(left)).toEqual([])
  })

  test('a row of another length is named by its line; another layout is refused', async () => {
    const cut = await refused('oecd', { 'oecd.csv': `${codes}\nDATAFLOW,AUT\n` }, { published: '2026' })
    expect(cut.problems.map(({ code, place }) => [code, place?.line])).toEqual([['ragged-row', 8]])
    const other = await refused('oecd', { 'oecd.csv': 'LOCATION,TIME,Value\nAUT,2020,1\n' })
    expect(other.problems[0]?.found).toContain('"LOCATION", "TIME", "Value"')
  })
})

describe('Eurostat', () => {
  const tsv =
    'freq,unit,sector,cofog99,na_item,geo\\TIME_PERIOD\t2022 \t2023 \t2024 \n' +
    'A,MIO_NAC,S13,GF07,P5,DE\t3100.5 \t3300.0 b\t: \n' +
    'A,MIO_NAC,S13,GF0705,P5,EL\t12.0 p\t: c\t14.0 ep\n' +
    'A,PC_GDP,S13,GF07,P5,DE\t0.1 \t0.1 \t0.1 \n' +
    'A,MIO_NAC,S13,GF07,P5,EA20\t9.0 \t9.0 \t9.0 \n'
  const csv =
    'DATAFLOW,LAST UPDATE,freq,unit,sector,cofog99,na_item,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n' +
    [
      'A,MIO_NAC,S13,GF07,P5,DE,2022,3100.5,',
      'A,MIO_NAC,S13,GF07,P5,DE,2023-01-01,3300.0,b',
      'A,MIO_NAC,S13,GF0705,P5,EL,2022,12.0,p',
      'A,MIO_NAC,S13,GF0705,P5,EL,2024,14.0,ep',
      'A,MIO_NAC,S13,GF0705,P5,EL,2023,,c',
    ]
      .map((row) => `ESTAT:GOV_10A_EXP(1.0),21/07/26 23:00:00,${row}\n`)
      .join('')
  const expected = [
    ['DEU', '2022', 'health', 'general-government', '3100.5', 'outturn', ''],
    ['DEU', '2023', 'health', 'general-government', '3300.0', 'outturn', 'publisher-b'],
    ['GRC', '2022', 'health-research', 'general-government', '12.0', 'estimate', 'publisher-p'],
    ['GRC', '2024', 'health-research', 'general-government', '14.0', 'estimate', 'publisher-e;publisher-p'],
  ]
  const columns = ['nation', 'period', 'function', 'sector', 'value', 'status', 'flag']

  test('tab-separated: key in the first column, flags after numbers, ":" is missing', async () => {
    const left = await importing(
      'eurostat-tsv',
      { 'estat_gov_10a_exp.tsv': tsv },
      { published: '2026-07-21' },
    )
    expect(short(left.rows('government-health-capital'), ...columns)).toEqual(expected)
    expect(skippedIn(left)).toEqual({
      'no figure printed': 2,
      'unit PC_GDP': 3,
      'areas that are not nations': 3,
    })
    expect(await errorsIn(left)).toEqual([])
  })

  test('SDMX-CSV: the same rows, with the date of its last update', async () => {
    const left = await importing('eurostat-sdmx-csv', { 'gov.csv': csv })
    const rows = left.rows('government-health-capital')
    expect(short(rows, ...columns)).toEqual(expected)
    expect(rows[0]).toMatchObject({ published: '2026-07-21' })
    expect(await errorsIn(left)).toEqual([])
  })

  test('assets of capital formation go by their codes; net stocks to the stock', async () => {
    const head = 'freq,unit,nace_r2,asset10,na_item,geo\\TIME_PERIOD\t2020\n'
    const flow = await importing(
      'eurostat-tsv',
      {
        'nama_10_a64_p5.tsv':
          head +
          ['N1173G,P51G', 'N11O_G,P51G', 'N112G,P51G']
            .map((codes) => `A,CP_MNAC,Q86,${codes},SE\t7\n`)
            .join('') +
          'A,CP_MNAC,Q87_Q88,N11321G,P51G,SE\t8\n',
      },
      { published: '2026-08-05' },
    )
    expect(short(flow.rows('health-capital-assets'), 'nation', 'industry', 'asset', 'value')).toEqual([
      ['SWE', 'Q86', 'software-databases', '7'],
      ['SWE', 'Q86', 'structures', '7'],
      ['SWE', 'Q87-Q88', 'ict-equipment-computers', '8'],
    ])
    expect(skippedIn(flow)).toEqual({ 'asset N11O_G': 1 })
    const stock = await importing(
      'eurostat-tsv',
      { 'nama_10_nfa_st.tsv': `${head}A,CP_MNAC,Q86,N1132N,LE,SE\t70\nA,CP_MNAC,Q,N1132N,LE,SE\t80\n` },
      { published: '2026-07-14' },
    )
    expect(short(stock.rows('health-capital-stock'), 'nation', 'asset', 'value')).toEqual([
      ['SWE', 'ict-equipment', '70'],
    ])
  })

  test('a broken key, a word for a number and another layout are refused with their line', async () => {
    const broken = tsv.replace('A,MIO_NAC,S13,GF0705,P5,EL', 'A,S13,GF0705,P5,EL').replace('3100.5', 'much')
    const { problems, wrote } = await refused('eurostat-tsv', { 'g.tsv': broken }, { published: '2026' })
    expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([
      ['ragged-row', 3],
      ['not-a-number', 2],
    ])
    expect(wrote).toBe(false)
    for (const format of ['eurostat-tsv', 'eurostat-sdmx-csv']) {
      const other = await refused(format, { 'g.tsv': 'nation;year\nSE;2020\n' })
      expect(other.problems.map(({ code }) => code)).toEqual(['unrecognised-layout'])
    }
  })
})

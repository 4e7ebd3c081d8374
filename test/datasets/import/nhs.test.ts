import { describe, expect, test } from 'vitest'
import { errorsIn, importing, refused, skippedIn, workbook } from './importing.ts'

const short = (rows: Record<string, string>[], ...columns: string[]) =>
  rows.map((row) => columns.map((column) => row[column] ?? ''))

describe('Estates Returns Information Collection', () => {
  /** A band of group headings, the header, returns with a subtotal and a grand total between and under them. */
  const site = [
    ',,,,Finance,,,,',
    'Organisation Code,Organisation Name,Site Code,Site Name,Cost to eradicate high risk backlog (£),Cost to eradicate significant risk backlog (£),Cost to eradicate moderate risk backlog (£),Cost to eradicate low risk backlog (£),Risk adjusted backlog cost (£)',
    'R1A,NORTH TRUST,R1A01,ONE,"£1,500,000",200000,0,Not Applicable,9',
    'R1A,NORTH TRUST,R1A02,TWO,250000.50,,100000,50000,9',
    'R1A,NORTH TRUST,Total,,1750000.50,200000,100000,50000,18',
    'R1C,TOTALLY SOUTH TRUST,R1C01,THREE,1,2,3,4,9',
    ',Grand Total,,,1750001.50,200002,100003,50004,27',
  ].join('\n')

  test('adds up returns alone: no band, no subtotal, no grand total', async () => {
    const left = await importing('eric', { 'eric-2023-24-site.csv': site }, { published: '2024-12-17' })
    expect(short(left.rows('maintenance-backlog'), 'risk', 'period', 'value', 'note')).toEqual([
      ['high', '2023-24', '1.7500015', '3 returns added up'],
      ['significant', '2023-24', '0.200002', '2 returns added up'],
      ['moderate', '2023-24', '0.100003', '3 returns added up'],
      ['low', '2023-24', '0.050004', '2 returns added up'],
      ['total', '2023-24', '2.1000105', 'derived here: the four risk bands of 3 returns added up'],
    ])
    expect(skippedIn(left)).toEqual({
      'cells without a number (not applicable, not reported)': 2,
      'rows that are totals of others': 2,
    })
    expect(await errorsIn(left)).toEqual([])
  })

  test('later names, Windows-1252, and investment split in two', async () => {
    const trust = Buffer.from(
      [
        'Trust Code,Trust Name,Capital investment for new build (£),Capital investment for changing existing buildings (£),Private Sector investment (£),Investment to reduce backlog maintenance - Critical Infrastructure Risk (£),Investment to reduce backlog maintenance - non Critical Infrastructure Risk (£)',
        'R1A,ST MARY’S,£10,20,30,40,50',
        'R1C,SOUTH,1,2,3,4,"5"',
      ]
        .join('\r\n')
        // In Windows-1252 the apostrophe is the byte 0x92; the pound sign is that of Latin-1.
        .replaceAll('’', '\u0092'),
      'latin1',
    )
    const left = await importing('eric', { 'trust.csv': trust }, { year: '2023-24', published: '2024-12' })
    const millionths = (value: string) => Number(value) * 1e6
    expect(
      short(left.rows('estate-capital'), 'kind', 'value').map(([kind, value]) => [kind, millionths(value!)]),
    ).toEqual([
      ['new-build', 11],
      ['improvement', 22],
      ['private-sector', 33],
    ])
    expect(left.rows('backlog-investment')).toMatchObject([{ period: '2023-24', value: '0.000099' }])
    expect(await errorsIn(left)).toEqual([])
  })

  test('a word for money is named by line and column, and nothing is written', async () => {
    const broken = site.replace('250000.50', 'a lot')
    const { problems, wrote } = await refused('eric', { 'eric-2023-24.csv': broken }, { published: '2024' })
    expect(problems.map(({ code, place }) => [code, place?.line, place?.column])).toEqual([
      ['not-a-number', 4, 27],
    ])
    expect(problems[0]?.place?.excerpt).toBe('R1A,NORTH TRUST,R1A02,TWO,a lot,,100000,50000,9')
    expect(wrote).toBe(false)
  })

  test('without a year, or with another header, it is refused', async () => {
    expect((await refused('eric', { 'site.csv': site })).problems.map(({ code }) => code)).toEqual([
      'year-unknown',
    ])
    const other = await refused('eric', { 'eric-2023-24.csv': 'Code,Beds\nR1A,4\n' })
    expect(other.problems[0]?.found).toContain('"Code", "Beds", "R1A", "4"')
  })

  test('the same file said to be of another date is refused in its own words', async () => {
    // What a user does who follows the warning that the date was guessed.
    const guessed = await importing('eric', { 'eric-2023-24.csv': site })
    expect(guessed.imported.warnings.map(({ code }) => code)).toEqual(['published-guessed'])
    const before = guessed.text('sources.csv')
    const again = importing('eric', { 'eric-2023-24.csv': '' }, { published: '2024-12-17' }, guessed.root)
    await expect(again).rejects.toMatchObject({
      exitCode: 4,
      problems: [{ code: 'imported-before', place: { file: 'out' } }],
    })
    expect(guessed.text('sources.csv')).toBe(before)
  })
})

describe('trust accounts (TAC)', () => {
  const rows: [string, string, string, string, string, number | string][] = [
    ['NORTH', 'TAC14 PPE', '1', 'A14CY03', 'PPE0060', 300],
    ['NORTH', 'TAC14 PPE', '1', 'A14CY03', 'PPE0080', 100],
    ['NORTH', 'TAC14 PPE', '1', 'A14CY01', 'PPE0060', 9999],
    ['NORTH', 'TAC14 PPE', '1', 'A14CY08', 'PPE0070', 50],
    ['NORTH', 'TAC14 PPE', '1', 'A14CY08', 'PPE0420', 7777],
    ['SOUTH', 'TAC13 Intangibles', '1', 'A13CY02', 'INT0060', 50],
  ]
  const head = ['OrganisationName', 'WorkSheetName', 'TableID', 'MainCode', 'SubCode', 'Total']
  const csv = [head, ...rows].map((row) => row.join(',')).join('\n')

  test('additions by class, as shares of all additions; balances and totals are not additions', async () => {
    const left = await importing('tac', { 'TAC_FTs_2023-24.csv': csv }, { published: '2025-01' })
    expect(short(left.rows('trust-capital-assets'), 'asset', 'period', 'value', 'note')).toEqual([
      ['buildings', '2023-24', '80', 'derived here: £0.4m of £0.5m of additions, 2 organisations added up'],
      [
        'information-technology',
        '2023-24',
        '10',
        'derived here: £0.05m of £0.5m of additions, 2 organisations added up',
      ],
      [
        'software-licences',
        '2023-24',
        '10',
        'derived here: £0.05m of £0.5m of additions, 2 organisations added up',
      ],
    ])
    expect(skippedIn(left)).toEqual({
      'rows that are totals of others': 1,
      'lines of the accounts that are not additions': 1,
    })
    expect(await errorsIn(left)).toEqual([])
  })

  test('the same from a workbook, after other sheets and lines of text', async () => {
    const book = await workbook({ Notes: [['Read me']], 'All data': [['NHS trusts'], head, ...rows] })
    const fromBook = await importing('tac', { 'TAC_FTs_2023-24.xlsx': book }, { published: '2025-01' })
    const fromCsv = await importing('tac', { 'TAC_FTs_2023-24.csv': csv }, { published: '2025-01' })
    expect(fromBook.rows('trust-capital-assets')).toEqual(fromCsv.rows('trust-capital-assets'))
  })

  test('trusts and foundation trusts are added up, not put side by side', async () => {
    const other = [head, ['WEST', 'TAC14 PPE', '1', 'A14CY02', 'PPE0060', '"1,500"']]
      .map((row) => row.join(','))
      .join('\n')
    const files = { 'TAC_Trusts_2023-24.csv': other, 'TAC_FTs_2023-24.csv': csv }
    const left = await importing('tac', files, { published: '2025-01' })
    expect(short(left.rows('trust-capital-assets'), 'asset', 'value')).toEqual([
      ['land', '75'],
      ['buildings', '20'],
      ['information-technology', '2.5'],
      ['software-licences', '2.5'],
    ])
  })

  test('a word for money has its line; another layout is refused', async () => {
    const broken = await refused('tac', { 'TAC_2023-24.csv': csv.replace(',300', ',some') })
    expect(broken.problems.map(({ code, place }) => [code, place?.line])).toEqual([['not-a-number', 2]])
    const other = await refused('tac', { 'TAC_2023-24.csv': 'Name,Amount\nx,1\n' })
    expect(other.problems.map(({ code }) => code)).toEqual(['unrecognised-layout'])
  })
})

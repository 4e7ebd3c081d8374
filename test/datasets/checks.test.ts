import { describe, expect, test } from 'vitest'
import { checkData } from '../../src/datasets/load.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { aboutYaml, dataFolder, header } from './folder.ts'

/**
 * Every check, provoked by a small bad folder: what is written, and where and under which code it is reported.
 * Paths are shown below the folder; columns count characters of the line from 1.
 */

const good = '2023-24,100,outturn,2025-07,nao-capital-2020,\n'

async function problemsOf(files: Record<string, string | Uint8Array>): Promise<readonly Problem[]> {
  const folder = dataFolder(files)
  const { problems } = await checkData([folder])
  return problems.map(({ place, ...problem }) => ({
    ...problem,
    ...(place ? { place: { ...place, file: place.file.slice(folder.length + 1) } } : {}),
  }))
}

function printed({ code, place }: Problem): string {
  const where = [place?.file, place?.line, place?.column].filter((part) => part !== undefined).join(':')
  return `${code} ${where}`
}

const beds = (csv: string | Uint8Array, about = aboutYaml()) => ({
  'beds/observations.csv': csv,
  'beds/about.yaml': about,
})

test('a folder in good form has no problem', async () => {
  expect(await problemsOf(beds(header + good))).toEqual([])
})

describe('rows', () => {
  test.each([
    [
      'unknown source',
      `${header}2023-24,100,outturn,2025-07,nao-capitol-2020,\n`,
      ['unknown-source beds/observations.csv:2:29'],
    ],
    ['no source', `${header}2023-24,100,outturn,2025-07,,\n`, ['unknown-source beds/observations.csv:2:29']],
    ['duplicate key', `${header}${good}${good}`, ['duplicate-key beds/observations.csv:3:1']],
    [
      'calendar year in a financial series',
      `${header}2023,100,outturn,2025-07,nao-capital-2020,\n`,
      ['year-form beds/observations.csv:2:1'],
    ],
    [
      'a year that is no year',
      `${header}2023-25,100,outturn,2025-07,nao-capital-2020,\n`,
      ['year-form beds/observations.csv:2:1'],
    ],
    [
      'undeclared hole',
      `${header}${good}${good.replace('2023-24', '2026-27')}`,
      ['hole beds/observations.csv:3:1'],
    ],
    [
      'quoted thousands comma',
      `${header}2023-24,"1,234",outturn,2025-07,nao-capital-2020,\n`,
      ['thousands-comma beds/observations.csv:2:9'],
    ],
    [
      'bare thousands comma',
      `${header}2023-24,1,234,outturn,2025-07,nao-capital-2020,\n`,
      ['thousands-comma beds/observations.csv:2:9'],
    ],
    [
      'too many cells',
      `${header}2023-24,100,outturn,2025-07,nao-capital-2020,beds, wards\n`,
      ['ragged-row beds/observations.csv:2:51'],
    ],
    ['too few cells', `${header}2023-24,100,outturn\n`, ['ragged-row beds/observations.csv:2:20']],
    [
      'blank line',
      `${header}${good}\n${good.replace('2023-24', '2024-25')}`,
      ['blank-line beds/observations.csv:3:1'],
    ],
    [
      'unknown status',
      `${header}2023-24,100,outurn,2025-07,nao-capital-2020,\n`,
      ['unknown-status beds/observations.csv:2:13'],
    ],
    [
      'a month that does not exist',
      `${header}2023-24,100,outturn,2025-13,nao-capital-2020,\n`,
      ['published-date beds/observations.csv:2:21'],
    ],
    [
      'no date of publication',
      `${header}2023-24,100,outturn,,nao-capital-2020,\n`,
      ['published-date beds/observations.csv:2:21'],
    ],
    [
      'empty value',
      `${header}2023-24,,outturn,2025-07,nao-capital-2020,\n`,
      ['empty-value beds/observations.csv:2:9'],
    ],
    [
      'a word for a value',
      `${header}2023-24,n/a,outturn,2025-07,nao-capital-2020,\n`,
      ['not-a-number beds/observations.csv:2:9'],
    ],
    [
      'a currency sign',
      `${header}2023-24,£100,outturn,2025-07,nao-capital-2020,\n`,
      ['not-a-number beds/observations.csv:2:9'],
    ],
    [
      'an exponent',
      `${header}2023-24,1E+05,outturn,2025-07,nao-capital-2020,\n`,
      ['not-a-number beds/observations.csv:2:9'],
    ],
    [
      'a value below zero',
      `${header}2023-24,-100,outturn,2025-07,nao-capital-2020,\n`,
      ['negative-value beds/observations.csv:2:9'],
    ],
    [
      'a quotation mark never closed',
      `${header}2023-24,100,outturn,2025-07,nao-capital-2020,"beds\n`,
      ['csv-syntax beds/observations.csv:2'],
    ],
    [
      'a quotation mark inside a cell',
      `${header}2023-24,100,outturn,2025-07,nao-capital-2020,the "beds"\n`,
      ['csv-syntax beds/observations.csv:2'],
    ],
    ['no rows', header, ['no-rows beds/observations.csv:1']],
    ['an empty file', '', ['empty-file beds/observations.csv']],
    [
      'a column twice',
      `period,value,value,status,published,source\n2023-24,1,2,outturn,2025-07,nao-capital-2020\n`,
      ['duplicate-column beds/observations.csv:1:14'],
    ],
    [
      'a column misspelt',
      `period,value,status,publishd,source\n2023-24,1,outturn,2025-07,nao-capital-2020\n`,
      ['unknown-column beds/observations.csv:1:21'],
    ],
    [
      'a column missing',
      `period,amount,source\n2023-24,1,nao-capital-2020\n`,
      [
        'missing-column beds/observations.csv:1:1',
        'unknown-column beds/observations.csv:1:8',
        'empty-value beds/observations.csv:2:1',
      ],
    ],
    [
      'every fault at once',
      `${header}2023,x,outurn,soon,nobody,\n`,
      [
        'year-form beds/observations.csv:2:1',
        'not-a-number beds/observations.csv:2:6',
        'unknown-status beds/observations.csv:2:8',
        'published-date beds/observations.csv:2:15',
        'unknown-source beds/observations.csv:2:20',
      ],
    ],
  ])('%s', async (_, csv, expected) => {
    expect((await problemsOf(beds(csv))).map(printed)).toEqual(expected)
  })

  test('the place of a cell after a quoted line break is its own line', async () => {
    const csv = `${header}2023-24,100,outturn,2025-07,nao-capital-2020,"one\ntwo"\n2024-25,x,outturn,2025-07,nao-capital-2020,\n`
    expect((await problemsOf(beds(csv))).map(printed)).toEqual(['not-a-number beds/observations.csv:4:9'])
  })

  test('a BOM and CRLF are read past', async () => {
    expect(await problemsOf(beds(`\uFEFF${header}${good}`.replaceAll('\n', '\r\n')))).toEqual([])
  })

  test('a pound sign in Windows-1252 is named as one', async () => {
    const bytes = Buffer.from(`${header}2023-24,100,outturn,2025-07,nao-capital-2020,about £100m\n`, 'latin1')
    const problems = await problemsOf(beds(bytes))
    expect(problems.map(printed)).toEqual(['not-utf-8 beds/observations.csv:2:52'])
    expect(problems[0]?.found).toContain('0xA3, which is "£" in Windows-1252')
    expect(problems[0]?.place?.excerpt).toContain('about £100m')
  })
})

describe('shares', () => {
  const about = aboutYaml({
    unit: 'percent of GDP',
    prices: 'none',
    yearType: 'calendar',
    dimensions: '[nation]',
  })
  const columns = 'nation,period,value,status,published,source\n'
  test.each([
    ['0', []],
    ['100', []],
    ['100.1', ['share-out-of-range beds/observations.csv:2:10']],
    ['-0.1', ['share-out-of-range beds/observations.csv:2:10']],
  ])('%s percent', async (value, expected) => {
    const csv = `${columns}AUT,2019,${value},outturn,2025-07,nao-capital-2020\n`
    expect((await problemsOf(beds(csv, about))).map(printed)).toEqual(expected)
  })

  test('a row may be in percent where the unit differs by row', async () => {
    const perRow = aboutYaml({ unit: 'per row', columns: '{unit: {kind: text, means: Unit of the row}}' })
    const csv =
      'period,value,unit,source\n2023-24,120,WTE,nao-capital-2020\n2024-25,120,percent,nao-capital-2020\n'
    expect((await problemsOf(beds(csv, perRow))).map(printed)).toEqual([
      'share-out-of-range beds/observations.csv:3:9',
    ])
  })
})

describe('lists of nations', () => {
  const about = aboutYaml({
    shape: 'table',
    yearType: 'none',
    dimensions: '[group]',
    columns: '{nation: {kind: nation, means: Member}}',
  })
  test('an unknown code is shown with the nearest that has figures', async () => {
    const problems = await problemsOf(beds('group,nation\nours,AUT\nours,DMK\n', about))
    expect(problems.map(printed)).toEqual(['unknown-nation beds/observations.csv:3:6'])
    expect(problems[0]?.found).toBe('No dataset has figures for the nation "DMK"; did you mean "DNK"?')
  })

  test('a nation that the same folder has figures for is known', async () => {
    const problems = await problemsOf({
      ...beds('group,nation\nours,XKX\n', about),
      'wards/about.yaml': aboutYaml({ yearType: 'calendar', dimensions: '[nation]' }),
      'wards/observations.csv': 'nation,period,value,source\nXKX,2019,1,nao-capital-2020\n',
    })
    expect(problems).toEqual([])
  })
})

describe('about.yaml', () => {
  const csv = header + good
  test.each([
    [
      'a key misspelt',
      aboutYaml({ unit: undefined, units: 'GBP million' }),
      ['about-missing-key beds/about.yaml:1:1', 'about-unknown-key beds/about.yaml:11:1'],
    ],
    [
      'a value that is none of the words',
      aboutYaml({ prices: 'Nominal' }),
      ['about-wrong-value beds/about.yaml:3:9'],
    ],
    [
      'a list where text should be',
      aboutYaml({ title: '[a, b]' }),
      ['about-wrong-value beds/about.yaml:1:8'],
    ],
    ['empty text', aboutYaml({ licence: '""' }), ['about-wrong-value beds/about.yaml:8:10']],
    ['text for true or false', aboutYaml({ joins: 'maybe' }), ['about-wrong-value beds/about.yaml:11:8']],
    ['a key twice', `${aboutYaml()}title: Again\n`, ['duplicate-key beds/about.yaml:12:1']],
    ['not YAML', 'title: [\n', ['yaml-syntax beds/about.yaml:2:1']],
    ['a list', '- title\n', ['about-wrong-value beds/about.yaml:1:1']],
    [
      'a flag that is no slug',
      aboutYaml({ marks: '[{from: 2020-21, to: 2021-22, flag: Covid year, why: Covid}]' }),
      ['about-wrong-value beds/about.yaml:12:44'],
    ],
    [
      'an exception from no check',
      aboutYaml({ exceptions: '[{check: holes, why: Lost}]' }),
      ['about-wrong-value beds/about.yaml:12:22'],
    ],
    [
      'an exception on a dimension it has not',
      aboutYaml({ exceptions: '[{check: hole, where: {risk: high}, why: Lost}]' }),
      ['idle-exception beds/about.yaml:12:22', 'unknown-dimension beds/about.yaml:12:36'],
    ],
    [
      'an exception that excuses nothing',
      aboutYaml({ exceptions: '[{check: hole, why: Lost}]' }),
      ['idle-exception beds/about.yaml:12:22'],
    ],
    [
      'a spine without rows',
      aboutYaml({ spine: '[{definition: cdel}]' }),
      ['spine-without-rows beds/about.yaml:12:22'],
    ],
  ])('%s', async (_, about, expected) => {
    expect((await problemsOf(beds(csv, about))).map(printed)).toEqual(expected)
  })

  test('a misspelt key is shown with the nearest known', async () => {
    const problems = await problemsOf(beds(csv, aboutYaml({ caveat: '[]' })))
    expect(problems[0]).toMatchObject({
      found: 'The key "caveat" is not known here; did you mean "caveats"?',
      place: { excerpt: 'caveat: []' },
    })
  })

  test('a missing key is shown with what it is for', async () => {
    const problems = await problemsOf(beds(csv, aboutYaml({ asOfSide: undefined })))
    expect(problems[0]?.found).toBe('The key "asOfSide" is missing')
    expect(problems[0]?.advice).toContain('as-of date')
  })

  test('one of two files alone is named', async () => {
    expect((await problemsOf({ 'beds/observations.csv': csv })).map(printed)).toEqual([
      'about-missing beds/about.yaml',
    ])
    expect((await problemsOf({ 'beds/about.yaml': aboutYaml() })).map(printed)).toEqual([
      'observations-missing beds/observations.csv',
    ])
  })
})

describe('periods in about.yaml', () => {
  test.each([
    ['a mark', { marks: '[{from: 2020, to: 2021-22, flag: covid-year, why: Covid}]' }, 16],
    ['a break', { breaks: '[{at: 2010-2011, why: Counted anew}]' }, 15],
    ['a stretch of the spine', { spine: '[{to: 2023-25, definition: a}]' }, 14],
  ])('%s is written as the rows are', async (_, keys, column) => {
    const csv = 'definition,period,value,source\na,2023-24,1,nao-capital-2020\n'
    const about = aboutYaml({ dimensions: '[definition]', ...keys })
    expect((await problemsOf(beds(csv, about))).map(printed)).toEqual([
      `about-wrong-period beds/about.yaml:12:${column}`,
    ])
  })
})

test('where both year types occur, the row says which it is', async () => {
  const about = aboutYaml({ yearType: 'both', dimensions: '[year_type]' })
  const csv =
    'year_type,period,value,source\ncalendar,2023,1,nao-capital-2020\nfinancial,2024,1,nao-capital-2020\n'
  expect((await problemsOf(beds(csv, about))).map(printed)).toEqual(['year-form beds/observations.csv:3:11'])
})

describe('exceptions', () => {
  const gap = `${header}${good}${good.replace('2023-24', '2026-27')}`
  test.each([
    ['a whole hole', '[{check: hole, periods: 2024-25 to 2025-26, why: Lost}]', []],
    ['any hole', '[{check: hole, why: Lost}]', []],
    [
      'half a hole',
      '[{check: hole, periods: 2024-25, why: Lost}]',
      ['idle-exception beds/about.yaml:12:22', 'hole beds/observations.csv:3:1'],
    ],
    [
      'another check',
      '[{check: negative-value, why: Lost}]',
      ['idle-exception beds/about.yaml:12:22', 'hole beds/observations.csv:3:1'],
    ],
  ])('for %s', async (_, exceptions, expected) => {
    expect((await problemsOf(beds(gap, aboutYaml({ exceptions })))).map(printed)).toEqual(expected)
  })
})

describe('sources.csv', () => {
  const columns = 'id,publisher,title,published,url,licence,note\n'
  const nao =
    'nao-capital-2020,National Audit Office,Review of capital expenditure in the NHS,2020,https://ppponline.affinitext.com/public/book?id=5897&toc_id=872608,Crown/NAO copyright; facts only,text copy by chapter; also toc_id=872597\n'
  test.each([
    ['a row as we have it', columns + nao, []],
    [
      'another title under our id',
      columns + nao.replace('Review of', 'A review of'),
      ['conflicting-source sources.csv:2:40'],
    ],
    ['an id twice', `${columns}a,b,c,2020,d,e,\na,b,c,2021,d,e,\n`, ['repeated-source sources.csv:3:1']],
    [
      'a column missing',
      'id,publisher,title,published,url,note\na,b,c,2020,d,\n',
      ['missing-column sources.csv:1:1'],
    ],
    [
      'no licence, no such date',
      `${columns}a,b,c,2020-02-30,d,,\n`,
      ['published-date sources.csv:2:7', 'empty-cell sources.csv:2:20'],
    ],
  ])('%s', async (_, sources, expected) => {
    const files = { ...beds(header + good), 'sources.csv': sources }
    expect((await problemsOf(files)).map(printed)).toEqual(expected)
  })
})

test('problems say what was found, what to write, and show the line', async () => {
  const [problem] = await problemsOf(beds(`${header}2023-24,"1,234.5",outturn,2025-07,nao-capital-2020,\n`))
  expect(problem).toEqual({
    code: 'thousands-comma',
    severity: 'error',
    place: {
      file: 'beds/observations.csv',
      line: 2,
      column: 9,
      excerpt: '2023-24,"1,234.5",outturn,2025-07,nao-capital-2020,',
    },
    found: 'The value "1,234.5" has thousands commas',
    advice: 'Write 1234.5',
  })
})

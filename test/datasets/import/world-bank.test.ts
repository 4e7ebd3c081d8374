import { describe, expect, test } from 'vitest'
import { errorsIn, importing, refused, skippedIn } from './importing.ts'

/** The API's layout: BOM, preamble, blank lines, years across, a comma at the end of each line. */
const api = `\uFEFF"Data Source","World Development Indicators",

"Last Updated Date","2026-10-07",

"Country Name","Country Code","Indicator Name","Indicator Code","2022","2023","2024",
"Austria","AUT","GDP (current LCU)","NY.GDP.MKTP.CN","448007400000","","1.5E3",
"World","WLD","GDP (current LCU)","NY.GDP.MKTP.CN","1","2","3",
"United Kingdom","GBR","GDP (current LCU)","NY.GDP.MKTP.CN","2506170000000","2687186250000.5","2890664000000",
`

/** The bulk download's: no preamble, every indicator, no comma at the end. */
const bulk = `Country Name,Country Code,Indicator Name,Indicator Code,2022,2023
United Kingdom,GBR,"Population, total",SP.POP.TOTL,67791000,68350000
United Kingdom,GBR,"Birds, singing",EN.BRD.SNG,5,6
United Kingdom,GBR,"PPP conversion factor, GDP",PA.NUS.PPP,0.66,0.67
Colombia,COL,Capital health expenditure (% of GDP),SH.XPD.KHEX.GD.ZS,0,0.5
Japan,JPN,Capital health expenditure (% of GDP),SH.XPD.KHEX.GD.ZS,0.08,0.13
`

test('reads the API download, with its date, and keeps every digit', async () => {
  const left = await importing('world-bank', { 'api.csv': api })
  expect(left.rows('nation-gdp').map(({ nation, period, value }) => [nation, period, value])).toEqual([
    ['AUT', '2022', '448007400000'],
    ['AUT', '2024', '1500'],
    ['GBR', '2022', '2506170000000'],
    ['GBR', '2023', '2687186250000.5'],
    ['GBR', '2024', '2890664000000'],
  ])
  expect(new Set(left.rows('nation-gdp').map(({ published, status }) => `${published} ${status}`))).toEqual(
    new Set(['2026-10-07 outturn']),
  )
  expect(skippedIn(left)).toEqual({ 'no figure printed': 1, 'groups of nations, not nations': 1 })
  expect(left.imported.skipped.map(({ first }) => first)).toEqual(['api.csv:6', 'api.csv:7'])
  expect(await errorsIn(left)).toEqual([])
})

test('reads the bulk download: the indicators that are datasets of ours, the others counted', async () => {
  const left = await importing('world-bank', { 'WDICSV.csv': bulk }, { published: '2026-10-07' })
  expect(left.imported.datasets.map(({ name, rows }) => [name, rows])).toEqual([
    ['nation-population', 2],
    ['nation-ppp', 2],
    ['health-capital-share', 4],
  ])
  expect(skippedIn(left)).toEqual({ 'indicators that capgap does not use': 1 })
  expect(left.rows('health-capital-share').map(({ nation, period, flag }) => [nation, period, flag])).toEqual(
    [
      ['COL', '2022', 'implausible-zero'],
      ['COL', '2023', ''],
      ['JPN', '2022', 'implausible-level'],
      ['JPN', '2023', 'implausible-level;jump'],
    ],
  )
  expect(await errorsIn(left)).toEqual([])
})

test('a file without a date is taken as of the year after its last figures, with a warning', async () => {
  const left = await importing('world-bank', { 'WDICSV.csv': bulk })
  expect(left.rows('nation-ppp')[0]).toMatchObject({ published: '2024' })
  expect(left.imported.warnings.map(({ code }) => code)).toEqual(['published-guessed'])
})

describe('a file that is not right is refused whole, with the line', () => {
  const cases = [
    {
      name: 'a row cut short',
      text: api.replace(
        '"GBR","GDP (current LCU)","NY.GDP.MKTP.CN","2506170000000",',
        '"GBR","GDP (current LCU)","NY.GDP.MKTP.CN",\n',
      ),
      // What was broken off stands on a line of its own.
      wrong: [
        ['ragged-row', 8],
        ['ragged-row', 9],
      ],
    },
    {
      name: 'a word for a number',
      text: api.replace('448007400000', 'plenty'),
      wrong: [['not-a-number', 6]],
    },
    {
      name: 'two words for numbers, told at once',
      text: api.replace('448007400000', 'plenty').replace('2506170000000', 'more'),
      wrong: [
        ['not-a-number', 6],
        ['not-a-number', 8],
      ],
    },
    {
      name: 'a nation twice',
      text: api.replace('"World","WLD"', '"Austria","AUT"'),
      wrong: [
        ['duplicate-key', 7],
        ['duplicate-key', 7],
      ],
    },
    {
      name: 'a download that broke off, in a row we do not even want',
      text: `${api}"Austria","AUT","Birds, singing","EN.BRD.SNG","5",`,
      wrong: [['ragged-row', 9]],
    },
    {
      name: 'a quotation mark in the middle of a cell',
      text: api.replace('"448007400000"', '44"8"'),
      wrong: [['csv-syntax', 6]],
    },
    { name: 'another layout', text: 'a,b\n1,2\n', wrong: [['unrecognised-layout', 1]] },
    { name: 'an empty file', text: '', wrong: [['unrecognised-layout', 1]] },
    {
      name: 'a quotation mark never closed',
      text: api.replace('"Austria",', '"Austria,'),
      wrong: [['csv-syntax', 6]],
    },
  ]
  test.each(cases)('$name', async ({ text, wrong }) => {
    const { code, problems, wrote } = await refused('world-bank', { 'api.csv': text })
    expect(problems.map((problem) => [problem.code, problem.place?.line])).toEqual(wrong)
    expect({ code, wrote }).toEqual({ code: 4, wrote: false })
  })
})

test('records of any length, with line breaks in cells and Windows line ends, keep their lines', async () => {
  const long = `"Austria","AUT","A ${'very '.repeat(900_000)}long\nname","X.Y","1","2","3",\r\n`
  const text = api.replaceAll('\n', '\r\n').replace('"World"', `${long}"World"`)
  const left = await importing('world-bank', { 'api.csv': text })
  expect(left.rows('nation-gdp')).toHaveLength(5)
  expect(left.imported.skipped.map(({ reason, first }) => [reason, first])).toEqual([
    ['no figure printed', 'api.csv:6'],
    ['groups of nations, not nations', 'api.csv:9'],
    ['indicators that capgap does not use', 'api.csv:7'],
  ])
})

test('says what was expected and what was found', async () => {
  const { problems } = await refused('world-bank', { 'api.csv': 'Region,Year\nNorth,2020\n' })
  expect(problems[0]?.found).toContain('"Country Code"')
  expect(problems[0]?.found).toContain('"Region", "Year", "North", "2020"')
})

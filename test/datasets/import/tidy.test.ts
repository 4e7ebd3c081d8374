import { describe, expect, test } from 'vitest'
import { errorsIn, importing, refused, skippedIn } from './importing.ts'

const table =
  'Year,Risk category,Cost\n' +
  '2025/26,High risk,"£3,600,000,000"\n' +
  '2025/26,Low risk,n/a\n' +
  '2025/26,Significant risk,5700000000\n'

const mapping = `dataset: maintenance-backlog
columns: {period: Year, risk: Risk category, value: Cost}
rename:
  risk: {High risk: high, Low risk: low, Significant risk: significant}
multiply: 0.000001
skip: [n/a]
source:
  publisher: NHS England
  title: ERIC summary
  published: 2026-10-15
  url: https://digital.nhs.uk/
  licence: Open Government Licence v3.0
`
const files = { 'summary.csv': table, 'map.yaml': mapping }

test('columns by the mapping, values renamed, pounds to millions', async () => {
  const left = await importing('tidy', files, { mapping: 'map.yaml' })
  expect(left.rows('maintenance-backlog')).toEqual([
    {
      risk: 'high',
      period: '2025-26',
      value: '3600',
      status: 'outturn',
      published: '2026-10-15',
      source: 'imported-maintenance-backlog-summary-2026-10-15',
    },
    {
      risk: 'significant',
      period: '2025-26',
      value: '5700',
      status: 'outturn',
      published: '2026-10-15',
      source: 'imported-maintenance-backlog-summary-2026-10-15',
    },
  ])
  expect(skippedIn(left)).toEqual({ 'cells that read "n/a"': 1 })
  expect(await errorsIn(left)).toEqual([])
})

test('a dataset of its own, with constants and a status by row', async () => {
  const own = `dataset: hospital-beds
columns: {period: year, value: beds, status: kind}
constants: {nation: GBR}
source: {publisher: A, title: B, published: 2026, url: https://example.org, licence: CC BY 4.0}
about:
  title: Beds
  unit: beds
  prices: none
  yearType: calendar
  dimensions: [nation]
  definition: Beds open
  asOfSide: policy
`
  const left = await importing(
    'tidy',
    { 'beds.csv': 'year,beds,kind\n2024,5,outturn\n2025,6,plan\n', 'map.yaml': own },
    { mapping: 'map.yaml' },
  )
  expect(
    left.rows('hospital-beds').map((row) => [row['nation'], row['period'], row['value'], row['status']]),
  ).toEqual([
    ['GBR', '2024', '5', 'outturn'],
    ['GBR', '2025', '6', 'plan'],
  ])
  expect(await errorsIn(left)).toEqual([])
})

describe('mistakes are told with their place, all at once', () => {
  test.each([
    [
      'a column that is not there',
      { 'map.yaml': mapping.replace('value: Cost', 'value: Cots') },
      [['missing-column', 'summary.csv', 1]],
    ],
    ['an unknown key', { 'map.yaml': `${mapping}colour: red\n` }, [['unknown-key', 'map.yaml', 13]]],
    [
      'a key left out',
      { 'map.yaml': mapping.replace('dataset: maintenance-backlog\n', '') },
      [['bad-mapping', 'map.yaml', 1]],
    ],
    [
      'no column for the period',
      { 'map.yaml': mapping.replace('period: Year, ', '') },
      [['column-not-mapped', 'summary.csv', 1]],
    ],
    [
      'cells that are no year and no number',
      { 'summary.csv': table.replace('2025/26,High', 'lately,High').replace('5700000000', 'heaps') },
      [
        ['not-a-year', 'summary.csv', 2],
        ['not-a-number', 'summary.csv', 4],
      ],
    ],
  ])('%s', async (_, changed, wrong) => {
    const { code, problems, wrote } = await refused('tidy', { ...files, ...changed }, { mapping: 'map.yaml' })
    expect(problems.map((each) => [each.code, each.place?.file, each.place?.line])).toEqual(wrong)
    expect({ code, wrote }).toEqual({ code: 4, wrote: false })
  })

  test('a dataset that does not exist is not joined', async () => {
    const changed = { 'map.yaml': mapping.replace('maintenance-backlog', 'maintenance-backlogs') }
    const { problems } = await refused('tidy', { ...files, ...changed }, { mapping: 'map.yaml' })
    expect(problems[0]?.found).toContain('did you mean "maintenance-backlog"?')
  })

  test('no mapping file', async () => {
    const { code, problems } = await refused('tidy', { 'summary.csv': table })
    expect([code, problems[0]?.code]).toEqual([2, 'mapping-needed'])
  })
})

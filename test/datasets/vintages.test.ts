import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { candidatesOnSpine, periodsOnSpine } from '../../src/datasets/spine.ts'
import { choose } from '../../src/datasets/vintages.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import type { Observation } from '../../src/terms/observation.ts'

const data = await loadData()
const capital = data.dataset('dhsc-capital')

/** MODEL.md 1, Check. */
describe.each([
  { asOf: undefined, period: '2024-25', value: '11485', status: 'outturn' },
  { asOf: undefined, period: '2025-26', value: '13624.7', status: 'plan' },
  { asOf: undefined, period: '2027-28', value: '13829', status: 'plan' },
  { asOf: undefined, period: '2029-30', value: '15178.4', status: 'plan' },
  { asOf: '2023-11-28', period: '2018-19', value: '5941', status: 'outturn' },
  { asOf: '2023-11-28', period: '2019-20', value: '7000', status: 'outturn' },
  { asOf: '2023-11-28', period: '2021-22', value: '9100', status: 'outturn' },
  { asOf: '2023-11-28', period: '2023-24', value: '11700', status: 'plan' },
  { asOf: '2023-11-28', period: '2024-25', value: '12550', status: 'plan' },
])('the capital budget of $period as of $asOf', ({ asOf, period, value, status }) => {
  test(`is ${value}, ${status}`, () => {
    const choice = choose(candidatesOnSpine(capital, period), { asOf, side: 'policy' })
    expect(choice).toMatchObject({ kind: 'chosen', observation: { text: value, status }, hindsight: false })
  })
})

test('the spine never uses plans on the older basis, unless a scenario names it', () => {
  const onSpine = periodsOnSpine(capital).flatMap((period) => candidatesOnSpine(capital, period))
  expect(onSpine.map(({ dimensions }) => dimensions['definition'])).not.toContain('cdel-pre-esa2010')
  const named = candidatesOnSpine(capital, '2018-19', 'cdel-pre-esa2010')
  expect(named.map(({ text }) => text)).toEqual(['4800'])
})

test('what is passed over says why', () => {
  const choice = choose(candidatesOnSpine(capital, '2024-25'), { asOf: '2025-12-01', side: 'policy' })
  expect(choice.passedOver.map(({ observation, reason }) => [observation.text, reason])).toEqual([
    ['11600', 'weaker-status'],
    ['11800', 'weaker-status'],
    ['12550', 'weaker-status'],
    ['11200', 'weaker-status'],
    ['11485', 'published-after-as-of'],
  ])
})

test('a year that nothing was published for, or only later, is missing with the reason', () => {
  const late = choose(candidatesOnSpine(capital, '2029-30'), { asOf: '2023-11-28', side: 'policy' })
  expect(late).toMatchObject({ kind: 'missing', reason: 'published-after-as-of' })
  const never = choose(candidatesOnSpine(capital, '2040-41'), { side: 'policy' })
  expect(never).toMatchObject({ kind: 'missing', reason: 'no-observation', passedOver: [] })
})

test('an implausible row is left out with its flag as the reason', () => {
  const share = data.dataset('health-capital-share')
  expect(choose(share.at({ nation: 'COL' }, '2016'), { side: 'economy' })).toMatchObject({
    kind: 'missing',
    reason: 'implausible-zero',
  })
  expect(choose(share.at({ nation: 'JPN' }, '2005'), { side: 'economy' })).toMatchObject({
    kind: 'missing',
    reason: 'implausible-level',
  })
})

test('the economy keeps what was published after the as-of date, as hindsight', () => {
  const gdp = data.dataset('uk-gdp').at({}, '2024-25')
  expect(choose(gdp, { asOf: '2023-11-28', side: 'economy' })).toMatchObject({
    kind: 'chosen',
    hindsight: true,
  })
  expect(choose(gdp, { asOf: '2026-03-31', side: 'economy' })).toMatchObject({
    kind: 'chosen',
    hindsight: false,
  })
  expect(choose(gdp, { side: 'economy' })).toMatchObject({ kind: 'chosen', hindsight: false })
})

describe('by hand', () => {
  test.each([
    {
      name: 'outturn before a later estimate',
      rows: [row('outturn', '2020'), row('estimate', '2021')],
      wins: 0,
    },
    { name: 'estimate before a later plan', rows: [row('plan', '2021'), row('estimate', '2020')], wins: 1 },
    { name: 'plan before a later forecast', rows: [row('plan', '2020'), row('forecast', '2021')], wins: 0 },
    {
      name: 'forecast and projection alike: the later',
      rows: [row('forecast', '2020'), row('projection', '2021')],
      wins: 1,
    },
    { name: 'the latest of equals', rows: [row('plan', '2021-03-01'), row('plan', '2021-04-01')], wins: 1 },
    {
      name: 'a month means its last day',
      rows: [row('plan', '2021-03'), row('plan', '2021-03-30')],
      wins: 0,
    },
    { name: 'a year means its last day', rows: [row('plan', '2021'), row('plan', '2021-12-30')], wins: 0 },
    {
      name: 'the first source of one day',
      rows: [row('plan', '2021', 'b'), row('plan', '2021', 'a')],
      wins: 1,
    },
    {
      name: 'a row without status as it stands',
      rows: [row(undefined, '2020'), row('estimate', '2021')],
      wins: 0,
    },
    {
      name: 'a flag that is not implausible drops nothing',
      rows: [row('plan', '2020'), row('outturn', '2019', 'a', ['jump'])],
      wins: 1,
    },
  ])('$name', ({ rows, wins }) => {
    expect(choose(rows, { side: 'policy' })).toMatchObject({ kind: 'chosen', observation: rows[wins] })
  })

  test('a figure dated by its month is not yet known on the last day but one', () => {
    const rows = [row('plan', '2021-03')]
    expect(choose(rows, { asOf: '2021-03-30', side: 'policy' }).kind).toBe('missing')
    expect(choose(rows, { asOf: '2021-03-31', side: 'policy' }).kind).toBe('chosen')
  })
})

test('the order of rows changes nothing', () => {
  const all = periodsOnSpine(capital).map((period) => candidatesOnSpine(capital, period))
  fc.assert(
    fc.property(
      fc.constantFrom(...all).chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows))),
      fc.constantFrom(undefined, '2010-11-01', '2023-11-28', '2025-12-31'),
      ([rows, other], asOf) => {
        expect(choose(other, { asOf, side: 'policy' })).toEqual(choose(rows, { asOf, side: 'policy' }))
      },
    ),
  )
})

function shuffled<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length })
}

function row(
  status: Observation['status'],
  published: string,
  source = 'a',
  flags: readonly string[] = [],
): Observation {
  return {
    dataset: 'beds',
    dimensions: {},
    period: '2020-21',
    value: new Decimal(1),
    text: '1',
    status,
    published,
    source,
    locator: '',
    note: '',
    flags,
    file: 'beds/observations.csv',
    line: 2,
    column: 9,
  }
}

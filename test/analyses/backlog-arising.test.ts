import { describe, expect, it } from 'vitest'
import { arisingEstimate } from '../../src/analyses/backlog/arising.ts'
import { studentT } from '../../src/analyses/backlog/student-t.ts'
import { loadData } from '../../src/datasets/load.ts'
import { financialYear } from '../../src/terms/year.ts'
import { runsOn } from '../run/runs.ts'

/** What arises in a year: which years say it, and how well. Numbers from test/oracle/stocks.py (history_of_arising). */

const runs = runsOn(await loadData())
const estimate = arisingEstimate(runs.shipped('current-plans'))!

describe('the estimate of what arises', () => {
  it('rests on the years that have the backlog, the one before and the investment', () => {
    expect(estimate.years.map(({ year, arose }) => [financialYear(year), arose.toFixed(3)])).toEqual([
      ['2001-02', '679.726'],
      ['2002-03', '823.087'],
      ['2003-04', '45.265'],
      ['2014-15', '820.718'],
      ['2015-16', '1287.473'],
      ['2016-17', '1046.500'],
      ['2017-18', '968.882'],
      ['2018-19', '1015.931'],
      ['2020-21', '729.616'],
      ['2021-22', '2785.594'],
    ])
  })

  it('says its mean, spread and interval', () => {
    expect(estimate.prices).toBe(2024)
    expect(estimate.mean.toFixed(12)).toBe('1020.279195722099')
    expect(estimate.deviation.toFixed(12)).toBe('700.864484065931')
    // 2.262 × 700.864484 ÷ √10 = 501.3341 either way.
    expect(estimate.interval.map((end) => end.toFixed(1))).toEqual(['518.9', '1521.6'])
  })

  it('names every other year with why it does not count', () => {
    const reasons = new Map(estimate.leftOut.map(({ year, reason }) => [financialYear(year), reason]))
    expect(reasons.get('2004-05')).toBe('voluntary-returns')
    expect(reasons.get('2007-08')).toBe('voluntary-returns')
    expect(reasons.get('2019-20')).toBe('sites-added')
    expect(reasons.get('2000-01')).toBe('no-investment-published')
    expect(reasons.get('2010-11')).toBe('no-backlog-published')
    expect(reasons.get('2013-14')).toBe('no-backlog-the-year-before')
    expect(reasons.get('2024-25')).toBe('no-investment-published')
    // 1998-99 to 2024-25.
    expect(reasons.size + estimate.years.length).toBe(27)
  })

  it('knows of no more than was published on the as-of date', () => {
    const then = arisingEstimate(runs.shipped('current-plans', { asOf: '2019-12-31' }))!
    expect(then.years.map(({ year }) => year)).toEqual([2001, 2002, 2003, 2014, 2015, 2016, 2017, 2018])
    expect(then.prices).toBe(2018)
  })
})

it.each([
  [1, '12.706'],
  [9, '2.262'],
  [30, '2.042'],
  [200, '1.960'],
])('Student’s t of %i degrees of freedom is the table’s', (freedom, printed) => {
  expect(studentT(freedom)).toBe(printed)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { isMissing } from '../../src/engine/calculators/exact.ts'
import { annuity, discountFactor, discountRate } from '../../src/figures/appraisal/discounting.ts'
import { gapAppraised, measureAppraised } from '../../src/figures/appraisal/appraisal.ts'
import { appraised, inRealTerms } from '../../src/figures/appraisal/present-value.ts'
import { gap } from '../../src/figures/gap.ts'
import { settleAppraisal } from '../../src/run/appraisal.ts'
import type { ModelRun } from '../../src/run/run.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { runsOn } from '../run/runs.ts'

const runs = runsOn(await loadData())
const plans = runs.shipped('current-plans')
const year0 = 2025

function settled(horizon: number): ModelRun {
  return settleAppraisal(plans, { horizon, baseYear: year0 })
}
const far = settled(150)

function factor(schedule: string, year: number, run = far): Decimal {
  const exact = run.exact(discountFactor, { schedule, year: year0 + year })
  if (isMissing(exact)) throw new Error(exact.missing)
  return exact.n
}

describe('vectors of MODEL.md 6 and CONVENTIONS.md C1', () => {
  test.each([
    ['standard', 0, '1.000000'],
    ['standard', 1, '0.966184'],
    ['standard', 10, '0.708919'],
    ['standard', 30, '0.356278'],
    ['standard', 31, '0.345901'],
    ['standard', 60, '0.146782'],
    ['standard', 76, '0.091916'],
    ['health', 30, '0.639762'],
    ['lower', 60, '0.192430'],
  ])('%s, year %i: %s', (schedule, year, expected) => {
    expect(factor(schedule, year).toFixed(6)).toBe(expected)
  })

  test('annuity of years 1 to 30: 18.392045', () => {
    const exact = settled(30).exact(annuity, { schedule: 'standard' })
    expect(isMissing(exact) ? exact.missing : exact.n.toFixed(6)).toBe('18.392045')
  })

  test.each([
    ['standard', ['3.5', '3', '2.5', '2']],
    ['health', ['1.5', '1.29', '1.07', '0.86']],
    ['lower', ['3', '2.57', '2.14', '1.71']],
  ])('the rates of the %s schedule by span, percent', (schedule, expected) => {
    const rates = [30, 31, 76, 126].map((year) => {
      const exact = far.exact(discountRate, { schedule, year: year0 + year })
      return isMissing(exact) ? exact.missing : exact.n.toString()
    })
    expect(rates).toEqual(expected)
  })
})

describe('laws', () => {
  test('each year’s factor is that of the year before ÷ (1 + its rate), and is smaller', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('standard', 'health', 'lower'),
        fc.integer({ min: 1, max: 150 }),
        (schedule, year) => {
          const rate = far.exact(discountRate, { schedule, year: year0 + year })
          if (isMissing(rate)) throw new Error(rate.missing)
          const now = factor(schedule, year)
          expect(now.lt(factor(schedule, year - 1))).toBe(true)
          expect(
            now
              .times(rate.n.dividedBy(100).plus(1))
              .minus(factor(schedule, year - 1))
              .abs()
              .lt('1e-38'),
          ).toBe(true)
        },
      ),
    )
  })

  test('year 0 moved: the same factors, counted from there', () => {
    const later = settleAppraisal(plans, { horizon: 20, baseYear: 2030 })
    expect(factor('standard', 15, later).equals(factor('standard', 10))).toBe(true)
  })
})

describe('present values by hand', () => {
  const scenario = {
    capgap: 1,
    title: 'By hand',
    years: '2025-26 to 2027-28',
    prices: '2025-26',
    measures: [
      { id: 'level', profile: 'level', amount: '£103.5m', prices: '2025-26', from: '2026-27', to: '2027-28' },
    ],
    benchmarks: [
      {
        id: 'asked',
        kind: 'stated-level',
        amount: '£20bn',
        prices: '2025-26',
        from: '2026-27',
        to: '2026-27',
      },
    ],
  }
  const run = settleAppraisal(runs.written(scenario), {})
  const value = (figure: (typeof measureAppraised)['presentValue'], cell: object): string => {
    const exact = run.exact(figure, { schedule: 'standard', ...cell })
    return isMissing(exact) ? exact.missing : exact.n.toFixed(20)
  }

  test('£103.5m a year in years 1 and 2 is worth 100 + 100 ÷ 1.035', () => {
    const expected = new Decimal(100).plus(new Decimal(100).dividedBy('1.035'))
    expect(value(measureAppraised.presentValue, { measure: 'level' })).toBe(expected.toFixed(20))
    expect(value(measureAppraised.undiscounted, { measure: 'level' })).toBe(new Decimal(207).toFixed(20))
    // Paid in both years but year 0, the even amount is the amount itself.
    expect(value(measureAppraised.equivalentAnnual, { measure: 'level' })).toBe(
      new Decimal('103.5').toFixed(20),
    )
  })

  test('a gap adds up over the years in which there is a requirement', () => {
    const gap = run.exact(gapAppraised.flow, { benchmark: 'asked', category: 'total', year: 2026 })
    if (isMissing(gap)) throw new Error(gap.missing)
    const cell = { benchmark: 'asked', category: 'total' }
    expect(value(gapAppraised.presentValue, cell)).toBe(gap.n.dividedBy('1.035').toFixed(20))
  })
})

describe('what is refused', () => {
  test('nominal flows, with what to write', () => {
    const nominal = runs.shipped('current-plans', { prices: 'nominal' })
    expect(() => settleAppraisal(nominal, {})).toThrow(/nominal-flows/)
  })

  test('nominal flows have no present value either where something got round that', () => {
    const exact = far
      .with({ prices: 'nominal' })
      .exact(gapAppraised.presentValue, { benchmark: 'eu14', category: 'total', schedule: 'standard' })
    expect(exact).toEqual({ missing: 'nominal-flows' })
  })

  test('nominal flows do not compile', () => {
    const words = { name: 'never', label: 'never' }
    // @ts-expect-error -- a present value is of real money
    const refused = appraised(gap, words)
    expect(refused.presentValue.unit).toBe(
      appraised(inRealTerms(gap, words), words).presentValue.unit.replace('real', 'nominal'),
    )
  })

  test('a run that is no appraisal has no factor', () => {
    expect(plans.exact(discountRate, { schedule: 'standard', year: 2026 })).toEqual({
      missing: 'no-discount-rate',
    })
  })
})

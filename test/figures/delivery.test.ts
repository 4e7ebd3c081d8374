import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { isMissing, type ExactNumber } from '../../src/engine/calculators/exact.ts'
import { everyPrintable } from '../../src/figures/further/every-printable.ts'
import { adoptionShare } from '../../src/figures/measures/adoption.ts'
import type { ModelRun } from '../../src/run/run.ts'
import { furtherAsked } from '../../src/reports/run/further-asked.ts'
import { runReport } from '../../src/reports/run.ts'
import { categoriesAndTotal } from '../../src/terms/category.ts'
import type { Cell } from '../../src/terms/cell.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { financialYear, yearsOf } from '../../src/terms/year.ts'
import { runsOn } from '../run/runs.ts'

/** Delivery, day-to-day cost and programmes (MODEL.md 6): what is true of every scenario, and sums done by hand. */

const runs = runsOn(await loadData())
const years = { from: 2025, to: 2036 }
const base = {
  capgap: 1,
  title: 'Delivery',
  years: '2024-25 to 2036-37',
  prices: 'nominal',
  benchmarks: [{ id: 'level', kind: 'stated-level', amount: '£16bn', prices: 'nominal' }],
}

function number(run: ModelRun, name: string, cell: Cell): ExactNumber {
  const found = everyPrintable.find((each) => each.name === name)
  if (found === undefined) throw new Error(`run prints no ${name}`)
  const value = run.exact(found.ofTheDay ?? found.figure, cell)
  if (isMissing(value)) throw new Error(`${name} is missing: ${value.missing}`)
  return value
}

const digital = (run: ModelRun, name: string, year: number): Decimal =>
  number(run, name, { category: 'digital', benchmark: 'level', year }).n

describe('no digital money is lost', () => {
  const scenario = fc.record({
    amount: fc.integer({ min: -500, max: 12000 }),
    from: fc.integer({ min: 2025, max: 2031 }),
    length: fc.integer({ min: 0, max: 5 }),
    share: fc.integer({ min: 2, max: 30 }),
    staff: fc.option(fc.integer({ min: 0, max: 90000 }), { nil: undefined }),
    recruits: fc.integer({ min: 0, max: 9000 }),
    training: fc.integer({ min: 0, max: 4 }),
    each: fc.integer({ min: 5, max: 90 }),
    underspend: fc.integer({ min: 0, max: 12 }),
  })

  it('what is delivered by any year and what is carried out of it are what there was to spend', () => {
    let slips = 0
    fc.assert(
      fc.property(
        scenario,
        ({ amount, from, length, share, staff, recruits, training, each, underspend }) => {
          const run = runs.written({
            ...base,
            split: { digital: `${share}%` },
            measures: [
              {
                ...{ id: 'more', profile: 'total', amount: amount < 0 ? `-£${-amount}m` : `£${amount}m` },
                ...{ prices: 'nominal', from: financialYear(from), to: financialYear(from + length) },
                split: { digital: '100%' },
              },
            ],
            assumptions: { underspend: `${underspend}%`, 'digital-spend-per-worker': `£${each}k` },
            workforce: {
              ...(staff === undefined ? {} : { staff }),
              ...{ recruits, from: '2026-27', to: '2030-31', training },
            },
          })
          let toSpend = new Decimal(0)
          let delivered = new Decimal(0)
          for (const year of yearsOf(years)) {
            toSpend = toSpend.plus(digital(run, 'spend', year))
            delivered = delivered.plus(digital(run, 'delivered', year))
            const carried = digital(run, 'slipped', year)
            expect(toSpend.minus(delivered).minus(carried).abs().lt('1e-20'), financialYear(year)).toBe(true)
            expect(carried.isNegative() && !carried.isZero()).toBe(false)
            const within = digital(run, 'delivered', year).minus(digital(run, 'deliverable', year))
            if (carried.gt(0)) {
              slips += 1
              expect(within.abs().lt('1e-20'), 'money slips only where nothing more can be delivered').toBe(
                true,
              )
            }
          }
        },
      ),
      { numRuns: 15, seed: 20261122 },
    )
    expect(slips).toBeGreaterThan(25)
  })
})

describe('delivery touches nothing else', () => {
  const measures = [
    {
      ...{ id: 'more', profile: 'level', amount: '£3bn', prices: 'nominal', from: '2026-27', to: '2029-30' },
      split: { digital: '100%' },
    },
  ]
  const plain = runs.written({ ...base, measures })
  const limited = runs.written({ ...base, measures, workforce: {} })

  it.each(['spend', 'gap', 'funded', 'requirement'])('%s stays', (name) => {
    for (const category of categoriesAndTotal) {
      for (const year of yearsOf(years)) {
        const cell = { category, benchmark: 'level', year }
        expect(number(limited, name, cell)).toEqual(number(plain, name, cell))
      }
    }
  })

  it('infrastructure and other are delivered as they are spent', () => {
    for (const category of ['infrastructure', 'other'])
      for (const year of yearsOf(years))
        expect(number(limited, 'delivered', { category, year })).toEqual(
          number(limited, 'spend', { category, year }),
        )
  })

  it('categories of what is delivered add to the total, and the gap to it is the requirement less it', () => {
    for (const year of yearsOf(years)) {
      const of = (name: string, category: string) =>
        number(limited, name, { category, benchmark: 'level', year }).n
      const sum = ['infrastructure', 'digital', 'other'].map((each) => of('delivered', each))
      expect(
        Decimal.sum(...sum)
          .minus(of('delivered', 'total'))
          .abs()
          .lt('1e-20'),
      ).toBe(true)
      expect(of('requirement', 'digital').minus(of('delivered', 'digital')).toString()).toBe(
        of('gap-delivered', 'digital').toString(),
      )
    }
  })

  it('a year that is already spent was delivered', () => {
    const cell = { category: 'digital', year: 2024 }
    expect(number(limited, 'delivered', cell)).toEqual(number(limited, 'spend', cell))
  })
})

describe('staff', () => {
  const run = runs.written({
    ...base,
    workforce: {
      recruits: 1000,
      from: '2026-27',
      to: '2027-28',
      training: 2,
      cost: '£25k',
      prices: 'nominal',
    },
  })
  const staff = (year: number) => number(run, 'digital-staff', { year })

  it('are 46,009 as published for 2020, and an assumption after it', () => {
    expect([staff(2020).n.toString(), staff(2020).status]).toEqual(['46009', 'outturn'])
    expect([staff(2025).n.toString(), staff(2025).status]).toEqual(['46009', 'assumption'])
  })

  it('count recruits once their two years of training are over', () => {
    expect([2026, 2027, 2028, 2029, 2035].map((year) => staff(year).n.toString())).toEqual([
      ...['46009', '46009', '47009', '48009', '48009'],
    ])
  })

  it('cost £25m of day-to-day money for a thousand recruits', () => {
    const cost = [2025, 2026, 2027, 2028].map((year) =>
      number(run, 'recruitment-cost', { year }).n.toString(),
    )
    expect(cost).toEqual(['0', '25', '25', '0'])
  })

  it('are needed along a line from 49,509 in 2022 to 77,923 in 2030', () => {
    const needed = [2022, 2026, 2030, 2034].map((year) =>
      number(run, 'digital-staff-needed', { year }).n.toString(),
    )
    // 46,009 + 3,500; half of the way is (49,509 + 77,923) / 2.
    expect(needed).toEqual(['49509', '63716', '77923', '77923'])
  })
})

describe('day-to-day cost', () => {
  const run = runs.shipped('digitise-2030', { prices: '2025-26' })
  const total = (name: string, year: number) => {
    const found = everyPrintable.find((each) => each.name === name)!
    const value = run.exact(found.figure, { category: 'digital', year })
    return isMissing(value) ? undefined : value.n.toDecimalPlaces(12).toNumber()
  }

  it('of digitising England is PA’s £2.25bn once and £1.5bn a year when the £5bn is spent', () => {
    const oneOff = yearsOf({ from: 2025, to: 2029 }).map((year) => total('revenue-one-off', year)!)
    expect(oneOff.reduce((a, b) => a + b)).toBeCloseTo(2250, 9)
    const recurring = [2025, 2026, 2027, 2028, 2029, 2030, 2034].map((year) =>
      total('revenue-recurring', year),
    )
    expect(recurring).toEqual([300, 600, 900, 1200, 1500, 1500, 1500])
  })
})

describe('an s-curve', () => {
  const curve = { start: new Decimal('0.02'), ceiling: new Decimal('0.8'), midpoint: 2029 }

  it('goes through its start and half of its ceiling, and is symmetric about the midpoint', () => {
    expect(adoptionShare(curve, 2026, 2026).toString()).toBe('0.02')
    expect(adoptionShare(curve, 2026, 2029).toString()).toBe('0.4')
    expect(adoptionShare(curve, 2026, 2032).toDecimalPlaces(30).toString()).toBe('0.78')
  })

  it('law: rises every year, and never passes its ceiling', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 100 }),
        fc.integer({ min: 1, max: 49 }),
        fc.integer({ min: 1, max: 20 }),
        (ceiling, part, span) => {
          const setting = {
            start: new Decimal(ceiling).times(part).dividedBy(10000),
            ceiling: new Decimal(ceiling).dividedBy(100),
            midpoint: 2026 + span,
          }
          let before = new Decimal(0)
          for (const year of yearsOf({ from: 2026, to: 2050 })) {
            const now = adoptionShare(setting, 2026, year)
            expect(now.gte(before) && now.lte(setting.ceiling), String(year)).toBe(true)
            before = now
          }
        },
      ),
      { numRuns: 100, seed: 20261122 },
    )
  })

  it('is illustrative without a source, and so is what rests on it', () => {
    const measure = (adoption: object) => ({
      ...{ id: 'wards', profile: 'adoption', programme: 'virtual-wards', amount: '£400m', from: '2026-27' },
      adoption: { start: '2%', ceiling: '80%', midpoint: '2029-30', ...adoption },
    })
    const flags = (run: ModelRun) =>
      number(run, 'gap', { benchmark: 'level', category: 'total', year: 2028 }).flags
    expect(flags(runs.written({ ...base, measures: [measure({})] }))).toContain('illustrative')
    const sourced = runs.written({ ...base, measures: [measure({ source: 'nao-capital-2020' })] })
    expect(flags(sourced)).not.toContain('illustrative')
  })
})

describe('what a run prints unasked', () => {
  const names = async (scenario: string, bySubCategory = false) => {
    const run = runs.shipped(scenario)
    const further = await furtherAsked([run], { bySubCategory })
    const { rows } = runReport([run], { bySubCategory, further }).long
    return new Set(rows.map(({ cells }) => (cells[1]?.kind === 'text' ? cells[1].text : '')))
  }

  it('nothing of it for current plans', async () => {
    expect(await furtherAsked([runs.shipped('current-plans')], {})).toEqual([])
  })

  it.each([
    ['workforce-limited', ['funded', 'delivered', 'slipped', 'gap-delivered', 'recruitment-cost']],
    ['digitise-2030', ['revenue-one-off', 'revenue-recurring', 'revenue-consequences', 'measure-revenue']],
  ])('%s says %s', async (scenario, wanted) => {
    const printed = await names(scenario)
    expect(wanted.filter((name) => !printed.has(name))).toEqual([])
  })

  it('lines of programmes with sub-categories alone', async () => {
    expect((await names('programmes-2035')).has('programme')).toBe(false)
    const printed = await names('programmes-2035', true)
    expect([printed.has('programme'), printed.has('adoption')]).toEqual([true, true])
  })
})

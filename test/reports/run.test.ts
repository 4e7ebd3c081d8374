import { describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { printableFigures } from '../../src/figures/printable.ts'
import { runReport } from '../../src/reports/run.ts'
import type { Report, Row, Table } from '../../src/reports/table.ts'
import { shippedScenarios } from '../../src/scenarios/load.ts'
import { categoriesAndTotal } from '../../src/terms/category.ts'
import { runsOn } from '../run/runs.ts'
import { flagsOf, rowsOf, rowsWhere } from './rows.ts'

const data = await loadData()
const runs = runsOn(data)
const names = shippedScenarios().map(({ name }) => name)
const shipped = new Map(names.map((name) => [name, runReport([runs.shipped(name)])]))
const plans = reportOf('current-plans')

function reportOf(name: string): Report {
  const report = shipped.get(name)
  if (report === undefined) throw new Error(`no scenario ${name}`)
  return report
}

/** The same scenario over other years. */
function over(years: string): Report {
  return runReport([runs.written({ capgap: 1, title: 'Years', extends: 'current-plans', years })])
}

describe('the long form', () => {
  it('has the contract’s columns, in order', () => {
    expect(plans.long.columns.map(({ name }) => name)).toEqual([
      ...['scenario', 'figure', 'benchmark', 'category', 'year'],
      ...['value', 'unit', 'prices', 'status', 'flags'],
    ])
  })

  it.each(names)('of %s has one row for every default figure, benchmark, category and year', (name) => {
    const run = runs.shipped(name)
    const { benchmarks, years } = run.settings
    const fixed = benchmarks.filter((each) => each.kind === 'budget-share' && each.envelope === 'fixed')
    const expected = printableFigures
      .filter(({ byDefault }) => byDefault)
      .flatMap(({ name: figure, over: dims }) => {
        const ids =
          dims === 'category' ? [''] : (figure === 'revenue-forgone' ? fixed : benchmarks).map(({ id }) => id)
        return ids.flatMap((id) => categoriesAndTotal.map((category) => [name, figure, id, category].join()))
      })
    const rows = rowsOf(reportOf(name).long)
    const counts = new Map<string, number>()
    for (const row of rows) {
      const key = [row['scenario'], row['figure'], row['benchmark'], row['category']].join()
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual(expected.sort())
    expect(new Set(counts.values())).toEqual(new Set([years.to - years.from + 1]))
  })

  it.each(names)(
    'of %s gives every row a unit and prices, and a status or the reason there is none',
    (name) => {
      for (const row of rowsOf(reportOf(name).long)) {
        const where = JSON.stringify(row)
        expect(row['unit'], where).toMatch(/^(GBP million|GBP per person|percent of GDP)$/)
        expect(row['prices'], where).toMatch(/^(nominal|\d{4}-\d{2})$/)
        if (row['value'] === undefined) {
          expect(row['status'], where).toBe('')
          expect(flagsOf(row), where).toHaveLength(1)
        } else {
          expect(row['value'], where).toMatch(/^-?\d+(\.\d+)?$/)
          expect(row['status'], where).toMatch(/^(outturn|estimate|plan|forecast|projection|assumption)$/)
          expect(flagsOf(row), where).toEqual([...new Set(flagsOf(row))].sort())
        }
      }
    },
  )

  it('leaves a benchmark on one category empty for the others, with the reason', () => {
    for (const figure of ['requirement', 'gap', 'gap-low', 'gap-high', 'shortfall', 'cumulative-gap']) {
      for (const row of rowsWhere(plans, { figure, benchmark: 'eu14-digital' })) {
        const own = row['category'] === 'digital'
        const early = figure.startsWith('cumulative') && row['year'] === '2024-25'
        expect(row['value'] === undefined, JSON.stringify(row)).toBe(!own || early)
        if (!own) expect(row).toMatchObject({ status: '', flags: 'benchmark-on-digital-only' })
      }
    }
  })

  it('leaves years outside a benchmark’s empty, with the reason', () => {
    const rows = rowsWhere(over('2024-25 to 2034-35'), {
      figure: 'gap',
      benchmark: 'digitisation',
      category: 'digital',
    })
    const empty = rows.filter(({ value }) => value === undefined)
    expect(empty.map(({ year }) => year)).toEqual([
      '2024-25',
      '2030-31',
      '2031-32',
      '2032-33',
      '2033-34',
      '2034-35',
    ])
    expect(new Set(empty.map(({ flags }) => flags))).toEqual(new Set(['outside-benchmark-years']))
  })

  it('never prints a missing value as 0', () => {
    const rows = rowsWhere(over('1990-91 to 2000-01'), { figure: 'baseline', category: 'total' })
    const before = rows.filter(({ year }) => year !== '2000-01')
    expect(before.map(({ value }) => value)).toEqual(before.map(() => undefined))
    expect(new Set(before.map(({ flags }) => flags))).toEqual(new Set(['no-observation']))
  })

  it('names each scenario of several', () => {
    const both = runReport([runs.shipped('current-plans'), runs.shipped('flat-real')])
    expect(rowsOf(both.long)).toEqual([...rowsOf(plans.long), ...rowsOf(reportOf('flat-real').long)])
    expect(both.envelope['scenario']).toEqual(['current-plans', 'flat-real'])
  })

  it('shows only what is asked for, with the numbers unchanged', () => {
    const asked = {
      figures: ['gap'],
      benchmarks: ['eu14'],
      categories: ['total'],
      years: { from: 2026, to: 2027 },
    } as const
    expect(rowsOf(runReport([runs.shipped('current-plans')], asked).long)).toEqual(
      rowsWhere(plans, { figure: 'gap', benchmark: 'eu14', category: 'total' }).filter(({ year }) =>
        ['2026-27', '2027-28'].includes(year ?? ''),
      ),
    )
  })
})

describe('a series break', () => {
  const broken = (report: Report): string[] => [
    ...new Set(
      rowsOf(report.long).flatMap((row) =>
        flagsOf(row).includes('series-break') ? [row['year'] ?? ''] : [],
      ),
    ),
  ]

  it.each([
    ['2009-10 to 2012-13', ['2010-11']],
    ['2021-22 to 2024-25', ['2022-23']],
    ['2009-10 to 2024-25', ['2010-11', '2022-23']],
    ['2022-23 to 2024-25', []],
    ['2010-11 to 2021-22', []],
    ['2023-24 to 2030-31', []],
  ])('over %s is marked at %j', (years, expected) => {
    expect(broken(over(years))).toEqual(expected)
  })

  it('is marked in the tables people see, and explained beneath', () => {
    const spend = over('2021-22 to 2024-25').tables[0]!
    const [, total] = [spend.rows[0], spend.rows.at(-1)!]
    expect(marksIn(total).map((marks) => marks.includes('b'))).toEqual([false, true, false, false])
    expect(spend.marks.map(({ mark }) => mark)).toContain('b')
    expect(
      spend.notes.filter((note) => typeof note === 'string' && note.startsWith('Series break at 2022-23')),
    ).toHaveLength(1)
  })

  it('is none of a baseline that the scenario states', () => {
    const stated = runs.written({
      capgap: 1,
      title: 'Stated',
      years: '2021-22 to 2024-25',
      baseline: { stated: { amount: '£7bn in nominal prices', in: '2021-22' } },
      benchmarks: [{ id: 'level', kind: 'stated-level', amount: '£8bn', prices: 'nominal' }],
    })
    expect(broken(runReport([stated]))).toEqual([])
  })
})

describe('tables for people', () => {
  const tables = names.flatMap((name) =>
    reportOf(name).tables.map((table) => ({ name: `${name}, ${table.name}`, table })),
  )

  it.each(tables)('$name: the key explains every mark used, and no other', ({ table }) => {
    const used = new Set(table.rows.flatMap((row) => [...labelMarks(row), ...marksIn(row).flat()]))
    expect([...used].sort()).toEqual(table.marks.map(({ mark }) => mark).sort())
    for (const { meaning } of table.marks) expect(meaning).not.toBe('')
  })

  it.each(tables)('$name: every row is as wide as the header, or a heading', ({ table }) => {
    for (const { cells, style } of table.rows)
      expect(cells).toHaveLength(style === 'heading' ? 1 : table.columns.length)
  })

  it('mark how firm each year’s spend is', () => {
    const total = over('2024-25 to 2034-35').tables[0]!.rows.at(-1)!
    expect(marksIn(total).map(([first]) => first)).toEqual([
      'o',
      'p',
      'p',
      'p',
      'p',
      'p',
      'a',
      'a',
      'a',
      'a',
      'a',
    ])
  })

  it('mark a row as shared by the assumed split where its numbers are, and only there', () => {
    for (const name of ['current-plans', 'ten-percent-2035', 'digitise-2030']) {
      for (const table of reportOf(name).tables)
        expect(wronglyMarked(reportOf(name), table), `${name}, ${table.name}`).toEqual([])
    }
  })

  it('and where a benchmark brings its own split, its requirement is not marked', () => {
    const own = runReport([
      runs.written({
        capgap: 1,
        title: 'Own split',
        years: '2025-26',
        benchmarks: [
          {
            id: 'own',
            kind: 'stated-level',
            amount: '£14bn',
            prices: 'nominal',
            split: { digital: '30%', infrastructure: '70%' },
          },
        ],
      }),
    ])
    for (const table of own.tables) expect(wronglyMarked(own, table), table.name).toEqual([])
  })

  it('show a missing number as missing, with the reason in words', () => {
    const gap = plans.tables.find(({ name }) => name === 'gap-digitisation')!
    const missing = gap.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell.kind === 'missing' ? [cell.reason] : [])),
    )
    expect(missing.length).toBeGreaterThan(0)
    for (const reason of missing) expect(reason).toMatch(/ /)
  })

  it('say in the first caption which prices and which vintage', () => {
    const notes = plans.tables[0]!.notes.map(String).join(' ')
    expect(notes).toContain('2025-26')
    expect(notes).toContain('obr-2026-03')
  })

  it('name the nations behind a comparator, and those left out', () => {
    const notes = plans.tables
      .find(({ name }) => name === 'gap-eu14')!
      .notes.map(String)
      .join(' ')
    expect(notes).toContain('(6): AUT, DNK, FIN, GRC, IRL, SWE')
    for (const nation of ['BEL', 'DEU', 'ESP', 'FRA', 'ITA', 'LUX', 'NLD', 'PRT'])
      expect(notes).toContain(nation)
  })
})

describe('what stands behind the numbers', () => {
  it.each(names)('of %s: each source once, by id, with its publisher and title', (name) => {
    const report = reportOf(name)
    void report.long
    const ids = report.sources.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].sort())
    for (const { id, citation } of report.sources) {
      const source = data.sources.get(id)
      expect(citation, id).toContain(source?.publisher)
      expect(citation, id).toContain(source?.title)
    }
  })

  it.each(names)('of %s: every claim that a benchmark or measure quotes is among the sources', (name) => {
    const { benchmarks, measures } = runs.shipped(name).settings
    const ids = reportOf(name).sources.map(({ id }) => id)
    expect(ids).toEqual(
      expect.arrayContaining([...benchmarks, ...measures].flatMap(({ source }) => source ?? [])),
    )
  })

  it.each(names)('of %s: each caveat once', (name) => {
    const { caveats } = reportOf(name)
    expect(caveats.length).toBeGreaterThan(0)
    expect(new Set(caveats.map(({ dataset, words }) => `${dataset} ${words}`)).size).toBe(caveats.length)
  })

  it('the caveats of all scenarios together, each once', () => {
    const both = runReport([runs.shipped('current-plans'), runs.shipped('flat-real')])
    void both.long
    expect(both.caveats.filter(({ words }) => words.startsWith('CDEL is a budget'))).toHaveLength(1)
    expect(both.caveats.some(({ dataset }) => dataset === 'dhsc-capital')).toBe(true)
    // Six of the seven benchmarks of each go through the bridge, and four are on the total.
    expect(both.caveats.flatMap(({ concerns }) => concerns ?? [])).toEqual([
      { benchmarks: 12, of: 14 },
      { benchmarks: 8, of: 14 },
    ])
  })

  it('are no fewer when nobody has read the tables yet', () => {
    const after = runReport([runs.shipped('current-plans')])
    void after.tables
    const before = runReport([runs.shipped('current-plans')])
    expect(before.caveats).toEqual(expect.arrayContaining([...after.caveats]))
    const untouched = runReport([runs.shipped('current-plans')])
    expect(untouched.sources).toEqual(expect.arrayContaining([...after.sources]))
  })
})

/** Marks on the values of a row, a list for each. */
function marksIn({ cells }: Row): readonly (readonly string[])[] {
  return cells.slice(1).map((cell) => ('marks' in cell ? (cell.marks ?? []) : []))
}

function labelMarks({ cells }: Row): readonly string[] {
  const [label] = cells
  return label?.kind === 'text' ? (label.marks ?? []) : []
}

/** Rows of a benchmark's table whose mark `s` does not say what the flags of the same numbers say. */
function wronglyMarked(report: Report, table: Table): string[] {
  const benchmark = table.name.replace(/^gap-/, '')
  let figure = ''
  return table.rows.flatMap((row) => {
    const [label] = row.cells
    const text = label?.kind === 'text' ? label.text : ''
    if (row.style === 'heading') {
      figure = text
      return []
    }
    const [named, category] =
      text.includes(', ') && !text.startsWith('Gap, ') ? text.split(', ') : [figure, text.toLowerCase()]
    const known = printableFigures.find((each) => each.label === named || each.label === text)
    if (known === undefined || (known.over !== 'category' && known.over !== 'benchmark-category')) return []
    const rows = rowsWhere(report, {
      figure: known.name,
      category: known.label === text ? 'total' : (category ?? ''),
      ...(known.over === 'category' ? {} : { benchmark }),
    }).filter(({ value }) => value !== undefined)
    if (rows.length === 0) return []
    const flagged = rows.some((each) => flagsOf(each).includes('split-assumed'))
    return labelMarks(row).includes('s') === flagged
      ? []
      : [`${figure} ${text}: ${flagged ? 'not marked' : 'marked'}`]
  })
}

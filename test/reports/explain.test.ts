import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { explainableFigures } from '../../src/figures/explainable.ts'
import { printableFigures } from '../../src/figures/printable.ts'
import { explainReport } from '../../src/reports/explain.ts'
import type { TreeNode } from '../../src/reports/tree.ts'
import { shippedScenarios } from '../../src/scenarios/load.ts'
import type { Cell } from '../../src/terms/cell.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { runsOn } from '../run/runs.ts'

/** One cell as a tree: down to rows that are there, each cell by one name, each step adding up. */

const runs = runsOn(await loadData())
const plans = runs.shipped('current-plans')
const figures = explainableFigures()

function explained(
  figure: string,
  cell: Cell,
  { run = plans, depth }: { run?: typeof plans; depth?: number } = {},
): TreeNode {
  const found = figures.get(figure)
  if (found === undefined) throw new Error(`no figure is called ${figure}`)
  return explainReport(run, { figure: found, cell, depth }).root
}

/** A node and all below it, in the order a reader meets them. */
function nodesOf(node: TreeNode): TreeNode[] {
  return [node, ...node.children.flatMap(nodesOf)]
}

const gap = nodesOf(explained('gap', { benchmark: 'eu14', category: 'digital', year: 2030 }))

describe('the leaves of a tree', () => {
  const root = path.join(import.meta.dirname, '../..')
  const lines = new Map<string, string[]>()
  const lineOf = (file: string, line: number): string | undefined => {
    let text = lines.get(file)
    if (text === undefined) lines.set(file, (text = readFileSync(path.join(root, file), 'utf8').split('\n')))
    return text[line - 1]
  }
  const rows = gap
    .flatMap(({ data }) => [data['row'], ...((data['passedOver'] ?? []) as unknown[])])
    .filter(isRow)

  it('are rows of data: file, line and column hold that very text', () => {
    expect(rows.length).toBeGreaterThan(50)
    for (const { file, line, column, value, source, period } of rows) {
      const found = lineOf(file, line)
      expect(found?.slice(column - 1).startsWith(value), `${file}:${line}:${column} ${value}`).toBe(true)
      expect(found).toContain(source)
      expect(found).toContain(period)
    }
  })

  it('or something stated, or a reason', () => {
    for (const node of gap.filter(
      ({ children, explainedAbove }) => children.length === 0 && !explainedAbove,
    )) {
      const { data } = node
      expect(
        ['row', 'stated', 'reason', 'formula'].some((key) => key in data),
        node.id,
      ).toBe(true)
    }
  })

  it('a formula without inputs is the only other end', () => {
    const ends = gap.filter(
      ({ children, explainedAbove, data }) => children.length === 0 && !explainedAbove && 'formula' in data,
    )
    expect(ends.map(({ id }) => id)).toEqual([])
  })

  it('name the scenario’s line where the scenario says it', () => {
    const requirement = nodesOf(
      explained('requirement', { benchmark: 'oecd', category: 'total', year: 2025 }),
    )
    const stated = requirement.find(({ data }) => data['figure'] === 'quoted-share')
    expect(stated?.data['stated']).toMatchObject({ file: 'scenarios/current-plans.yaml' })
  })

  it('show what was passed over, with the reason', () => {
    const [node] = nodesOf(explained('capital', { year: 2024, asOf: '' }))
    const passed = (node?.data['passedOver'] ?? []) as { reason: string; value: string }[]
    expect(passed.length).toBeGreaterThan(0)
    // The plan of 2023, which the outturn overtook.
    expect(passed.some(({ value, reason }) => value === '12550' && reason === 'weaker-status')).toBe(true)
  })
})

describe('ids', () => {
  it.each(shippedScenarios().map(({ name }) => name))('name one cell each, in %s', (name) => {
    const run = runs.shipped(name)
    const [benchmark] = [...run.settings.benchmarks].reverse()
    const cell = { benchmark: benchmark!.id, category: benchmark!.category, year: 2026 }
    const seen = new Map<string, string>()
    const cells = new Map<string, string>()
    for (const { id, data } of nodesOf(explained('gap', cell, { run }))) {
      const said = JSON.stringify([
        data['figure'],
        data['cell'],
        data['value'],
        data['prices'],
        data['status'],
      ])
      expect(seen.get(id) ?? said, id).toBe(said)
      seen.set(id, said)
      const where = JSON.stringify([data['figure'], data['cell']])
      expect(cells.get(where) ?? id, where).toBe(id)
      cells.set(where, id)
    }
  })

  it('are the same wherever the cell stands', () => {
    const spend = explained('funded', { category: 'total', year: 2029 })
    expect(nodesOf(explained('baseline', { category: 'total', year: 2029 }))[0]?.id).toMatch(/year=2029-30/)
    expect(spend.id).toContain('category=total')
  })

  it.each([undefined, 2, 3, 4, 5, 6])('what is said to be explained above is, with %s levels', (depth) => {
    const told = new Map<string, boolean>()
    const options = depth === undefined ? {} : { depth }
    for (const node of nodesOf(
      explained('gap', { benchmark: 'eu14', category: 'digital', year: 2030 }, options),
    )) {
      if (node.explainedAbove) expect(told.get(String(node.data['formula'])), node.id).toBe(true)
      if (node.children.length > 0) told.set(String(node.data['formula']), true)
    }
  })
})

describe('depth', () => {
  const levels = (node: TreeNode): number => 1 + Math.max(0, ...node.children.map(levels))

  it.each([1, 2, 3, 4])('%s shows as many levels, the cell itself the first', (depth) => {
    expect(levels(explained('gap', { benchmark: 'eu14', category: 'total', year: 2029 }, { depth }))).toBe(
      depth,
    )
  })

  it('changes no number', () => {
    const cell = { benchmark: 'eu14', category: 'total', year: 2029 }
    expect(explained('gap', cell, { depth: 1 }).data['value']).toBe(explained('gap', cell).data['value'])
  })
})

describe('a parent is what its children make by the formula it states', () => {
  const year = 2029
  const total = { category: 'total', year }
  it.each<
    [
      what: string,
      figure: string,
      cell: Cell,
      formula: RegExp,
      work: (children: readonly Decimal[]) => Decimal,
    ]
  >([
    ['a gap', 'gap', { benchmark: 'eu14', ...total }, / − /, ([a, b]) => a!.minus(b!)],
    ['funded', 'funded', { category: 'digital', year }, / \+ /, ([a, b]) => a!.plus(b!)],
    ['a share of the baseline', 'baseline', { category: 'digital', year }, / × /, ([a, b]) => a!.times(b!)],
    [
      'a shortfall of all',
      'shortfall',
      { benchmark: 'oecd', ...total },
      /^= sum of /,
      (all) => all.reduce((a, b) => a.plus(b)),
    ],
    [
      'a running sum',
      'cumulative-gap',
      { benchmark: 'eu14', ...total },
      /^= sum of /,
      (all) => all.reduce((a, b) => a.plus(b)),
    ],
    ['the bridge', 'bridge', { series: 'who', band: 'central' }, /^= mean of /, mean],
    [
      'its lowest year',
      'bridge',
      { series: 'who', band: 'low' },
      /^= lowest of /,
      (all) => Decimal.min(...all),
    ],
    [
      'the infrastructure share',
      'infrastructure-share',
      { year },
      /^= 1 − .* − /,
      ([a, b]) => new Decimal(1).minus(a!).minus(b!),
    ],
    ['GDP beyond the forecast', 'gdp', { year: 2032 }, / × \(1 \+ /, ([a, b]) => a!.times(b!.plus(1))],
    [
      'one year of the bridge',
      'cdel-per-gfcf-year',
      { series: 'who', year: 2015 },
      / ÷ /,
      ([a, b, c, d]) => a!.dividedBy(b!.dividedBy(100).times(c!).times(d!)),
    ],
  ])('%s', (_what, figure, cell, formula, work) => {
    const run = runs.shipped('current-plans', { prices: 'nominal' })
    const node = explained(figure, cell, { run })
    expect(node.details[0]).toMatch(formula)
    const children = node.children.map(({ data }) => new Decimal(String(data['value'])))
    const made = work(children)
    expect(made.minus(String(node.data['value'])).abs().toNumber()).toBeLessThan(1e-20)
  })

  it('and the bridge is said to be capital over all of England’s part, not over its first factor', () => {
    const node = explained('cdel-per-gfcf-year', { series: 'who', year: 2015 })
    expect(node.details[0]).toMatch(/ ÷ \(.+ × .+ × .+\)$/)
  })
})

describe('every figure that can be explained', () => {
  it('is: each printable one, by its public name', () => {
    for (const { name, over } of printableFigures) {
      const cell: Cell = {
        year: 2027,
        ...(over === 'category' || over === 'benchmark-category' ? { category: 'total' } : {}),
        ...(over === 'benchmark' || over === 'benchmark-category' ? { benchmark: 'eu14' } : {}),
      }
      const node = explained(name, cell, { depth: 2 })
      expect(node.title.length, name).toBeGreaterThan(0)
      const value = plans.exact(figures.get(name)!, cell)
      expect('missing' in value ? null : node.data['value'] !== null, name).toBe(
        'missing' in value ? null : true,
      )
    }
  })

  it('has a label, a unit, a source and a name of its own', () => {
    for (const [name, figure] of figures) {
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(figure.label.length, name).toBeGreaterThan(2)
      expect(figure.source, name).not.toBe('')
    }
  })
})

interface RowData {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly value: string
  readonly source: string
  readonly period: string
}

function isRow(value: unknown): value is RowData {
  return typeof value === 'object' && value !== null && 'file' in value && 'column' in value
}

function mean(all: readonly Decimal[]): Decimal {
  return all.reduce((a, b) => a.plus(b)).dividedBy(all.length)
}

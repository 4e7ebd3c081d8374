import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { explainableFigures } from '../../src/figures/explainable.ts'
import { explainReport } from '../../src/reports/explain.ts'
import { keysOf, assumptionOf } from '../../src/reports/explain/keys.ts'
import type { TreeNode } from '../../src/reports/tree.ts'
import type { Cell } from '../../src/terms/cell.ts'
import { runsOn, type MakeOptions } from '../run/runs.ts'

/** Which line of which file changed an input, which lines lost to it, and why the value is what it is. */

const runs = runsOn(await loadData())
const figures = explainableFigures()
const folder = mkdtempSync(path.join(tmpdir(), 'capgap-said-'))
afterAll(() => rmSync(folder, { recursive: true }))

const base = path.join(folder, 'base.yaml')
writeFileSync(
  base,
  `capgap: 1
title: Base
extends: current-plans
as-of: 2025-12-31
baseline:
  after-plans: {real-growth: 2%}
split:
  digital: 12%
  other: 20%
measures:
  - id: uplift
    profile: level
    source: nhsconfed-investing-to-save-2023
    amount: £6.4bn
    prices: 2023-24
    from: 2025-26
    to: 2029-30
    split: {estate: 60%, it-infrastructure: 40%}
  - id: steps
    profile: schedule
    amounts: {2026-27: £1bn, 2027-28: £2bn}
benchmarks:
  - {id: share, kind: budget-share, share: 10%, from: 2026-27, by: 2030-31}
  - {id: oecd, within: [0.5%, 0.7%]}
assumptions:
  underspend: {value: 3%, why: The middle of its history, source: nao-capital-2020, by: A. Analyst, on: 2026-11-01}
`,
)
const top = path.join(folder, 'top.yaml')
writeFileSync(
  top,
  `capgap: 1
title: Top
split: {digital: 15%}
measures:
  - id: uplift
    amount: £2bn
`,
)

interface Line {
  readonly key: string
  readonly file: string
  readonly line: number
  readonly value: string
  readonly replaced: readonly { readonly file: string; readonly line: number; readonly value: string }[]
}

function nodes(figure: string, cell: Cell, spec = `${base}+${top}`, options: MakeOptions = {}): TreeNode[] {
  const all = (node: TreeNode): TreeNode[] => [node, ...node.children.flatMap(all)]
  return all(explainReport(runs.shipped(spec, options), { figure: figures.get(figure)!, cell }).root)
}

/** The lines that settle the first cell of a figure below the one explained. */
function linesOf(found: readonly TreeNode[], figure: string): string[] {
  const node = found.find(({ worked }) => worked.startsWith(`${figure}[`))
  if (node === undefined) throw new Error(`${figure} is not in the tree`)
  const at = ({ file, line, value }: { file: string; line: number; value: string }) =>
    `${path.basename(file)}:${line} ${value}`
  return ((node.data['settledBy'] ?? []) as Line[]).map((line) =>
    [`${line.key}`, at(line), ...line.replaced.map(at)].join(' < '),
  )
}

const year = 2027
const total = { category: 'total', year }

describe('the line that said a value, and those it replaced', () => {
  it.each<[what: string, figure: string, cell: Cell, leaf: string, lines: string[]]>([
    [
      'a measure’s amount, stacked',
      'spend',
      total,
      'measure-amount-real',
      [
        'measures.uplift.amount < top.yaml:6 £2bn < base.yaml:14 £6.4bn',
        'measures.uplift.prices < base.yaml:15 2023-24',
      ],
    ],
    [
      'a year of a schedule',
      'measure',
      { measure: 'steps', year },
      'measure-amount-real',
      ['measures.steps.amounts.2027-28 < base.yaml:21 £2bn'],
    ],
    [
      'a measure’s own split',
      'spend',
      { category: 'digital', year },
      'measure-own-share',
      ['measures.uplift.split.it-infrastructure < base.yaml:18 40%'],
    ],
    [
      'a share of the split',
      'spend',
      { category: 'digital', year },
      'digital-share-of-split',
      ['split.digital < top.yaml:3 15% < base.yaml:8 12%'],
    ],
    [
      'a share nobody replaced',
      'other-share',
      { year },
      'other-share-of-split',
      ['split.other < base.yaml:9 20%'],
    ],
    ['an assumption', 'spend', total, 'underspend', ['assumptions.underspend.value < base.yaml:26 3%']],
    [
      'the rule after the plans',
      'spend',
      { category: 'total', year: 2032 },
      'after-plans-growth',
      ['baseline.after-plans.real-growth < base.yaml:6 2%'],
    ],
    [
      'the date that plans were known by',
      'baseline',
      total,
      'baseline-capital',
      ['as-of < base.yaml:4 2025-12-31'],
    ],
    [
      'a benchmark’s share',
      'requirement',
      { benchmark: 'share', ...total },
      'budget-share-target',
      ['benchmarks.share.share < base.yaml:23 10%'],
    ],
    [
      'the low end of a quoted share',
      'gap-low',
      { benchmark: 'oecd', ...total },
      'quoted-share',
      ['benchmarks.oecd.within < base.yaml:24 [0.5%, 0.7%] < current-plans.yaml:30 [0.55%, 0.65%]'],
    ],
  ])('%s', (_what, figure, cell, leaf, lines) => {
    expect(linesOf(nodes(figure, cell), leaf)).toEqual(lines)
  })

  it('--set comes last, and everything it replaced is named', () => {
    const set = ['assumptions.underspend.value=5%', 'measures.uplift.amount=£3bn']
    const found = nodes('spend', total, undefined, { set })
    expect(linesOf(found, 'underspend')).toEqual([
      'assumptions.underspend.value < --set:1 5% < base.yaml:26 3%',
    ])
    expect(linesOf(found, 'measure-amount-real')[0]).toBe(
      'measures.uplift.amount < --set:2 £3bn < base.yaml:14 £6.4bn < top.yaml:6 £2bn',
    )
  })

  it('--as-of and --prices are named as what replaced the scenario’s own', () => {
    const found = nodes('baseline', total, undefined, { asOf: '2026-01-31', prices: '2023-24' })
    expect(linesOf(found, 'baseline-capital')).toEqual([
      'as-of < --as-of:1 2026-01-31 < base.yaml:4 2025-12-31',
    ])
    expect(linesOf(found, 'price-base')).toEqual([
      'prices < --prices:1 2023-24 < current-plans.yaml:18 2025-26',
    ])
  })

  it('a preset that replaced a mapping is named, with the mapping', () => {
    const found = nodes('digital-share', { year }, undefined, { set: ['split=national-accounts'] })
    const [line] = linesOf(found, 'digital-share-national-accounts')
    expect(line).toBe('split < --set:1 national-accounts < top.yaml:3 {digital: 15%, other: 20%}')
  })

  it('a series that replaced a stated baseline names it', () => {
    const set = ['baseline.series=dhsc-capital']
    const found = nodes('baseline', total, 'confed-own-scope', { set })
    expect(linesOf(found, 'baseline-capital').join()).toMatch(
      /baseline\.series < --set:1 dhsc-capital < confed/,
    )
  })
})

describe('why', () => {
  const words = (found: readonly TreeNode[], figure: string): string =>
    (found.find(({ worked }) => worked.startsWith(`${figure}[`))?.details ?? []).filter(isText).join('\n')

  it('an assumption says why, on which source, by whom and when', () => {
    const said = words(nodes('spend', total), 'underspend')
    expect(said).toContain('why: The middle of its history')
    expect(said).toContain('[nao-capital-2020]')
    expect(said).toContain('by A. Analyst, on 2026-11-01')
  })

  it('one at its default says so', () => {
    expect(words(nodes('spend', total), 'switch-to-revenue')).toContain(
      '"switch-to-revenue" at its default, £0m',
    )
  })

  it('a comparator names the nations behind it, and those left out', () => {
    const found = nodes('requirement', { benchmark: 'eu14', ...total })
    expect(
      found
        .flatMap(({ details }) => details)
        .filter(isText)
        .join('\n'),
    ).toMatch(/Nations of eu14 .* \(6\): AUT, DNK, FIN, GRC, IRL, SWE/)
  })

  it('a deflator names its vintage and the other one', () => {
    const said = words(nodes('deflator', { year }), 'published-deflator')
    expect(said).toContain('vintage obr-2026-03')
    expect(said).toMatch(/passed over: data\/gdp-deflator\/.*another vintage, hmt-2025/)
  })
})

describe('the list of keys', () => {
  it('has every figure that reads a scenario', () => {
    const run = runs.shipped('current-plans')
    const cell: Cell = {
      benchmark: 'x',
      measure: 'x',
      comparator: 'x',
      year,
      category: 'digital',
      band: 'low',
    }
    const counts = /^(one-year|catch-up-one-year|measure-nothing|no-measure)$/
    const without = [...figures].filter(
      ([name, figure]) =>
        figure.kind === 'series' &&
        figure.source === 'scenario' &&
        !counts.test(name) &&
        assumptionOf(figure, cell) === undefined &&
        !/-own-share|sub-category-share/.test(name) &&
        keysOf(figure, cell, run).length === 0,
    )
    expect(without.map(([name]) => name)).toEqual([])
  })
})

function isText(detail: unknown): detail is string {
  return typeof detail === 'string'
}

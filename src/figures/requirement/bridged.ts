import type { Given } from '../../engine/figure.ts'
import type { Cell } from '../../terms/cell.ts'
import { bridge } from '../bridge.ts'
import { heldShare } from '../comparators.ts'
import { gdp } from '../economy.ts'
import { at, series, stated, variable, type Model } from '../model.ts'
import { englandShare } from '../population.ts'
import { benchmarkOf, benchmarkOfKind, quotedStatus } from './benchmark.ts'

/** Requirements in shares of GDP, carried through the bridge. England, CDEL, GBP million of the day. */

const words = { unit: 'nominal cdel', dims: ['benchmark', 'band', 'year'], source: 'MODEL.md 5' } as const

/** The bridge that belongs to a benchmark's series, at the cell's end of the band. */
export const bridgeOfBenchmark = at(bridge, (cell: Cell, model: Model) => {
  const benchmark = benchmarkOf(cell, model)
  const series = 'comparator' in benchmark ? benchmark.comparator.series : 'who'
  return { series, band: cell.band ?? 'central' }
})

/** What capital would be at the comparator's share of GDP. */
export const atComparatorShare = variable({
  ...words,
  name: 'requirement-comparator-share',
  label: 'Requirement at the comparator share of GDP',
  from: { heldShare, gdp, englandShare, bridge: bridgeOfBenchmark },
  formula: (calc, from) => {
    const uk = calc.times(from.heldShare, from.gdp)
    const england = calc.recast('nominal england-gfcf', calc.scale(uk, from.englandShare), 'England’s part')
    return calc.times(from.bridge, england)
  },
})

const quotedShare = series({
  name: 'quoted-share',
  label: 'quoted share of GDP',
  unit: 'uk-gfcf per uk-gdp',
  dims: ['benchmark', 'band'],
  source: 'scenario',
  read: (cell, model): Given => {
    const benchmark = benchmarkOfKind('stated-share', cell, model)
    const [low, high] = benchmark.within ?? [benchmark.share, benchmark.share]
    const share = cell.band === 'low' ? low : cell.band === 'high' ? high : benchmark.share
    return stated(share, quotedStatus(benchmark), benchmark.said)
  },
})

/** What capital would be at a quoted share of GDP, through a bridge that was built on another series. */
export const atQuotedShare = variable({
  ...words,
  name: 'requirement-stated-share',
  label: 'Requirement at a quoted share of GDP',
  from: { quotedShare, gdp, englandShare, bridge: bridgeOfBenchmark },
  formula: (calc, from) => {
    const uk = calc.times(from.quotedShare, from.gdp)
    const england = calc.recast('nominal england-gfcf', calc.scale(uk, from.englandShare), 'England’s part')
    return calc.mark(calc.times(from.bridge, england), 'bridge-from-other-series')
  },
})

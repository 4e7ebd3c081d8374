import * as say from '../../problems/catalogue/scenarios.ts'
import type { Problem } from '../../problems/problem.ts'
import { rangeLabel } from '../../terms/year.ts'
import { defaults } from '../defaults.ts'
import type { Reader } from '../reader.ts'
import { windowAt } from './check.ts'
import type { Check } from './check.ts'

/** A comparator names a series that knows its asset, a category that is its asset, and years held inside its window. */
export const comparators: Check = ({ root }) => {
  const lookback = root.child('lookback')
  const compared = root
    .list('benchmarks')
    .filter((entry) => /^(comparator-share|catch-up)$/.test(entry.text('kind') ?? ''))
  return [
    ...[...compared, ...(lookback === undefined ? [] : [lookback])].flatMap(assetInSeries),
    ...compared.flatMap(categoryIsAsset),
    ...compared.flatMap(heldInWindow),
  ]
}

/** A split divides a total. */
export const splitOfTotal: Check = ({ root }) =>
  root.list('benchmarks').flatMap((entry) => {
    const category = entry.text('category') ?? entry.text('asset') ?? defaults.asset
    return entry.has('split') && category !== defaults.asset
      ? [say.splitNotTotal(entry.place('split', 'key'), category)]
      : []
  })

function assetInSeries(entry: Reader): Problem[] {
  const asset = entry.text('asset') ?? defaults.asset
  const series = entry.text('series') ?? defaults.comparatorSeries
  return asset !== defaults.asset && series === defaults.comparatorSeries
    ? [say.assetNeedsNationalAccounts(entry.place('asset'), asset)]
    : []
}

function categoryIsAsset(entry: Reader): Problem[] {
  const asset = entry.text('asset') ?? defaults.asset
  const category = entry.text('category')
  return category === undefined || category === asset
    ? []
    : [say.categoryNotAsset(entry.place('category'), category, asset)]
}

function heldInWindow(entry: Reader): Problem[] {
  const hold = windowAt(entry, 'hold')
  const window = entry.has('window') ? windowAt(entry, 'window') : defaults.window
  if (hold === undefined || window === undefined) return []
  if (hold.from >= window.from && hold.to <= window.to) return []
  return [
    say.holdOutsideWindow(entry.place('hold'), rangeLabel(hold, 'calendar'), rangeLabel(window, 'calendar')),
  ]
}

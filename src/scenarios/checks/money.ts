import * as say from '../../problems/catalogue/scenarios.ts'
import type { Problem } from '../../problems/problem.ts'
import type { YamlNode } from '../../problems/yaml-nodes.ts'
import { lastDayOf } from '../../terms/date.ts'
import { parsePriceBasis, priceBasisLabel, samePriceBasis } from '../../terms/prices.ts'
import { parseQuantity } from '../../terms/quantity.ts'
import type { Reader } from '../reader.ts'
import type { Check } from './check.ts'

/** An amount whose text names a price year does not contradict its `prices` key. */
export const prices: Check = ({ root }) =>
  [...root.list('measures'), ...root.list('benchmarks')].flatMap((entry) => {
    const key = entry.text('prices')
    const named = key === undefined ? undefined : parsePriceBasis(key)
    if (named === undefined) return []
    return amountsOf(entry).flatMap((node): Problem[] => {
      const quantity = node.kind === 'scalar' ? parseQuantity(node.text) : undefined
      if (
        quantity?.kind !== 'money' ||
        quantity.prices === undefined ||
        samePriceBasis(quantity.prices, named)
      )
        return []
      return [say.pricesTwice(node.place, priceBasisLabel(quantity.prices), priceBasisLabel(named))]
    })
  })

function amountsOf(entry: Reader): YamlNode[] {
  const amounts = entry.child('amounts')
  const nodes = [entry.node('amount'), ...(amounts?.keys() ?? []).map((key) => amounts?.node(key))]
  return nodes.filter((node) => node !== undefined)
}

/** An addition says to which day's plans it is made. */
export const frozen: Check = ({ root, known }) =>
  root.list('benchmarks').flatMap((entry) => {
    if (entry.text('kind') !== 'stated-additional' || entry.has('frozen')) return []
    const source = entry.text('source')
    // An unknown source is reported as such.
    if (source !== undefined && !known.sources.has(source)) return []
    const published = lastDayOf(known.sources.get(source ?? '')?.published ?? '')
    return published === undefined ? [say.frozenUnknown(entry.place())] : []
  })

const bridged = new Set(['comparator-share', 'stated-share', 'catch-up', 'budget-share'])

/** NHS capital alone, stated or from its own series, is a scope that benchmarks of the whole budget do not meet. */
export const scope: Check = ({ root, known }) => {
  const baseline = root.child('baseline')
  const series = baseline?.text('series')
  const nhsOnly = baseline?.has('stated') === true || known.baselineSeries.get(series ?? '') === 'nhs-capital'
  if (!nhsOnly) return []
  return root.list('benchmarks').flatMap((entry) => {
    const kind = entry.text('kind') ?? ''
    return bridged.has(kind) ? [say.notWithNhsBaseline(entry.place('kind'), kind)] : []
  })
}

/** A benchmark's own split is evidence, and evidence has a source. */
export const splitSource: Check = ({ root }) =>
  root
    .list('benchmarks')
    .flatMap((entry) =>
      entry.has('split') && !entry.has('source')
        ? [say.splitWithoutSource(entry.place('split', 'key'), entry.id())]
        : [],
    )

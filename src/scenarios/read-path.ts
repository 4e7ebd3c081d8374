import type { Path } from '../figures/setting-values.ts'
import type { YamlNode } from '../problems/yaml-nodes.ts'
import type { Decimal } from '../terms/decimal.ts'
import { parseFinancialYear } from '../terms/year.ts'

/** One value, or `{2025-26: 10%, 2029-30: 14%}`, earliest year first; undefined where any part cannot be read. */
export function readPath(node: YamlNode, read: (text: string) => Decimal | undefined): Path | undefined {
  if (node.kind === 'list') return undefined
  if (node.kind === 'scalar') {
    const constant = read(node.text)
    return constant === undefined ? undefined : { constant }
  }
  const points: [number, Decimal][] = []
  for (const [key, entry] of node.entries) {
    const year = parseFinancialYear(key)
    const value = entry.value.kind === 'scalar' ? read(entry.value.text) : undefined
    if (year === undefined || value === undefined) return undefined
    points.push([year, value])
  }
  return points.length === 0 ? undefined : { points: new Map(points.sort(([a], [b]) => a - b)) }
}

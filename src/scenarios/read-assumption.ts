import { listedAssumptions } from '../figures/assumption-list.ts'
import type { ListedAssumption } from '../figures/listed-assumption.ts'
import type { Path } from '../figures/setting-values.ts'
import type { YamlNode } from '../problems/yaml-nodes.ts'
import { Decimal } from '../terms/decimal.ts'
import type { Distribution } from '../terms/distribution.ts'
import { parseDistribution } from '../terms/parse-distribution.ts'
import type { DistributionFault } from '../terms/parse-distribution.ts'
import { parsePriceBasis, samePriceBasis } from '../terms/prices.ts'
import { parseQuantity } from '../terms/quantity.ts'
import { formats } from './formats.ts'
import { readPath } from './read-path.ts'

export function listedAssumption(name: string): ListedAssumption {
  const listed = listedAssumptions.find((assumption) => assumption.name === name)
  if (listed === undefined) throw new Error(`${name} is not a listed assumption`)
  return listed
}

/** What a full entry writes as its value to keep the default, digits and status and all. */
export const keepsDefault = 'default'

/** Whether an assumption is written in full and keeps its default. */
export function isAtDefault(node: YamlNode | undefined): boolean {
  if (node === undefined || !isFullEntry(node)) return false
  const value = node.entries.get('value')?.value
  return value?.kind === 'scalar' && value.text === keepsDefault
}

/** The value of an assumption, bare or inside a full entry; undefined where there is none that can be read. */
export function readValue(node: YamlNode, listed: ListedAssumption): Path | undefined {
  const value = isFullEntry(node) ? node.entries.get('value')?.value : node
  return value && readPath(value, (text) => readInUnit(text, listed))
}

/** Whether an assumption is written with its reasons, rather than as a bare value or a value by year. */
export function isFullEntry(node: YamlNode): node is Extract<YamlNode, { kind: 'mapping' }> {
  return node.kind === 'mapping' && !Array.from(node.entries.keys()).some((key) => /^\d/.test(key))
}

/** The range of an assumption, its parameters in the assumption's unit. */
export function readRange(text: string, listed: ListedAssumption): Distribution | DistributionFault {
  return parseDistribution(text, (part) => readInUnit(part, listed))
}

/** A value in the unit of the list: ratios for percent, GBP million for money, of the day unless the list names prices. */
function readInUnit(text: string, { unit, prices }: ListedAssumption): Decimal | undefined {
  if (unit === 'number') return formats.number.accepts(text) ? new Decimal(text) : undefined
  const quantity = parseQuantity(text)
  if (unit === 'percent')
    return quantity.kind === 'share' && quantity.of === undefined ? quantity.share : undefined
  if (quantity.kind !== 'money') return undefined
  const listed = parsePriceBasis(prices ?? 'nominal')
  const fits =
    quantity.prices === undefined || (listed !== undefined && samePriceBasis(quantity.prices, listed))
  return fits ? quantity.amount : undefined
}

import { biasedCategories } from '../../figures/settings-further.ts'
import * as say from '../../problems/catalogue/scenario-further.ts'
import { typesCalled } from '../../problems/catalogue/scenario-words.ts'
import { setTwice, shareOutOfRange, sharesDoNotAdd } from '../../problems/catalogue/scenarios.ts'
import type { Problem } from '../../problems/problem.ts'
import { Decimal } from '../../terms/decimal.ts'
import { percentText } from '../../terms/quantity.ts'
import type { KnownNames, OptimismBiasRange } from '../known-names.ts'
import { typesOf } from '../optimism-bias.ts'
import { isAtDefault, isFullEntry, listedAssumption, readValue } from '../read-assumption.ts'
import type { Reader } from '../reader.ts'
import { shareAt } from './check.ts'
import type { Check } from './check.ts'

/** Optimism bias names what is built, shows what is managed, and stays within the table (CONVENTIONS C8, C9). */
export const optimismBias: Check = ({ root, known }) => {
  const entry = root.child('optimism-bias')
  const assumptions = root.child('assumptions')
  return biasedCategories.flatMap((category) => {
    const own = entry?.child(category)
    const stated = statedUplift(assumptions, category)
    return [
      ...(own === undefined || entry === undefined ? [] : ofMapping(entry, own, category, known)),
      ...(stated === undefined || assumptions === undefined
        ? []
        : ofAssumption(assumptions, stated, own, category, known)),
    ]
  })
}

function ofMapping(entry: Reader, own: Reader, category: string, known: KnownNames): Problem[] {
  const shares = own.child('type')
  if (shares !== undefined && shares.keys().some((key) => shareAt(shares, key) === undefined)) return []
  const odd = [
    ...(shares?.keys() ?? []).flatMap((key) => (shares === undefined ? [] : outOfRange(shares, key))),
    ...outOfRange(own, 'mitigation'),
  ]
  if (odd.length > 0) return odd
  const types = typesOf(own, category)
  if (types.size === 0) return [say.projectTypeRequired(entry.place(category, 'key'))]
  const sum = [...types.values()].reduce((a, b) => a.plus(b))
  if (!sum.eq(1)) return [sharesDoNotAdd(own.place('type', 'key'), typesCalled(category), percentText(sum))]
  const mitigation = own.has('mitigation') ? shareAt(own, 'mitigation') : new Decimal(0)
  if (mitigation === undefined) return []
  const range = blend(types, known)
  const uplift = range?.upper.times(new Decimal(1).minus(mitigation))
  return [
    ...(mitigation.isZero() || own.has('evidence')
      ? []
      : [say.mitigationWithoutEvidence(own.place('mitigation'), category)]),
    ...(range === undefined || uplift === undefined
      ? []
      : outside(uplift, range, (said, low, high) =>
          say.optimismBiasOutsideRange(own.place('mitigation'), category, said, low, high),
        )),
  ]
}

interface Stated {
  readonly name: string
  readonly uplift: Decimal
}

function statedUplift(assumptions: Reader | undefined, category: string): Stated | undefined {
  const name = `optimism-bias-${category}`
  const node = assumptions?.node(name)
  if (node === undefined || isAtDefault(node)) return undefined
  const path = readValue(node, listedAssumption(name))
  return path === undefined || !('constant' in path) ? undefined : { name, uplift: path.constant }
}

function ofAssumption(
  assumptions: Reader,
  { name, uplift }: Stated,
  own: Reader | undefined,
  category: string,
  known: KnownNames,
): Problem[] {
  const place = assumptions.place(name, 'key')
  if (own !== undefined) return [setTwice(place, `assumptions.${name}`, `optimism-bias.${category}`)]
  if (uplift.isZero()) return []
  // What infrastructure is built of is not said here: the widest bounds of buildings stand for it.
  const [low, high] =
    category === 'digital' ? (['equipment-development', 'equipment-development'] as const) : builds
  const lower = known.optimismBias(low)?.lower
  const upper = known.optimismBias(high)?.upper
  if (lower === undefined || upper === undefined) return []
  const node = assumptions.node(name)
  const reasoned = node !== undefined && isFullEntry(node) && assumptions.child(name)?.has('why') === true
  return [
    ...(uplift.gte(upper) || reasoned ? [] : [say.optimismBiasUnexplained(place, name, percentText(upper))]),
    ...outside(uplift, { lower, upper }, (said, least, most) =>
      say.optimismBiasOutsideRange(place, category, said, least, most),
    ),
  ]
}

const builds = ['standard-buildings', 'non-standard-buildings'] as const

/** Bounds of the types, blended by capital. */
function blend(types: ReadonlyMap<string, Decimal>, known: KnownNames): OptimismBiasRange | undefined {
  let lower = new Decimal(0)
  let upper = new Decimal(0)
  for (const [type, share] of types) {
    const range = known.optimismBias(type)
    if (range === undefined) return undefined
    lower = lower.plus(range.lower.times(share))
    upper = upper.plus(range.upper.times(share))
  }
  return { lower, upper }
}

function outside(
  uplift: Decimal,
  { lower, upper }: OptimismBiasRange,
  sentence: (uplift: string, lower: string, upper: string) => Problem,
): Problem[] {
  if (uplift.gte(lower) && uplift.lte(upper)) return []
  return [sentence(percentText(uplift), percentText(lower), percentText(upper))]
}

function outOfRange(entry: Reader, key: string): Problem[] {
  const share = shareAt(entry, key)
  if (share === undefined || (share.gte(0) && share.lte(1))) return []
  return [shareOutOfRange(entry.place(key), key, entry.text(key) ?? '')]
}

import { listedAssumptions } from '../../figures/assumption-list.ts'
import * as uncertain from '../../problems/catalogue/scenario-uncertainty.ts'
import { assumptionPrices } from '../../problems/catalogue/scenario-further.ts'
import * as say from '../../problems/catalogue/scenarios.ts'
import type { Place, Problem } from '../../problems/problem.ts'
import type { YamlNode } from '../../problems/yaml-nodes.ts'
import type { Decimal } from '../../terms/decimal.ts'
import type { Distribution } from '../../terms/distribution.ts'
import { isDistributionFault } from '../../terms/parse-distribution.ts'
import { isAtDefault, isFullEntry, listedAssumption, readRange, readValue } from '../read-assumption.ts'
import type { Reader } from '../reader.ts'
import type { Check } from './check.ts'
import { isOutside, limits, marksOf, oftenOutside } from './limits.ts'

/** Each assumption has a value its unit allows, a range that is a distribution, and its reasons. */
export const assumptions: Check = ({ root }) => {
  const entries = root.child('assumptions')
  if (entries === undefined) return []
  return entries
    .keys()
    .filter((name) => listedAssumptions.some((listed) => listed.name === name))
    .flatMap((name) => [
      ...valueProblems(entries, name),
      ...rangeProblems(entries, name),
      ...reasonProblems(entries, name),
    ])
}

function valueProblems(entries: Reader, name: string): Problem[] {
  const node = entries.node(name)
  if (node === undefined || isAtDefault(node)) return []
  const listed = listedAssumption(name)
  const written = isFullEntry(node) ? entries.child(name)?.node('value') : node
  if (written === undefined) return [say.assumptionWithoutValue(node.place, name)]
  const value = readValue(node, listed)
  if (value === undefined) {
    const inOtherPrices = written.kind === 'scalar' && listed.unit === 'money' && / in /.test(written.text)
    if (!inOtherPrices) return []
    return [
      listed.prices === undefined
        ? say.moneyOfTheDay(written.place, name)
        : assumptionPrices(written.place, name, listed.prices),
    ]
  }
  return beyondLimits(written, name)
}

/** Each value that the assumption cannot have, where it stands: one, or one a year. */
function beyondLimits(written: YamlNode, name: string): Problem[] {
  const bounds = limits(name)
  if (bounds === undefined) return []
  const scalars =
    written.kind === 'mapping' ? [...written.entries.values()].map((entry) => entry.value) : [written]
  return scalars.flatMap((scalar): Problem[] => {
    const value = readValue(scalar, listedAssumption(name))
    if (scalar.kind !== 'scalar' || value === undefined || !('constant' in value)) return []
    if (!isOutside(value.constant, bounds)) return []
    return bounds.kind === 'share'
      ? [say.shareOutOfRange(scalar.place, name, scalar.text)]
      : [uncertain.valueTooLow(scalar.place, name, scalar.text, bounds.kind)]
  })
}

function rangeProblems(entries: Reader, name: string): Problem[] {
  const text = entries.child(name)?.text('range')
  if (text === undefined || text.trim() === '') return []
  const range = readRange(text, listedAssumption(name))
  const place = entries.child(name)?.place('range') ?? entries.place(name)
  if (isDistributionFault(range)) return [say.notADistribution(place, text, range)]
  // Of a value that differs by year, a range is a shift, which may be negative.
  const node = entries.node(name)
  const value = node && readValue(node, listedAssumption(name))
  if (value !== undefined && 'points' in value) return []
  const outside = rangeBeyondLimits(place, name, text, range)
  if (outside.length > 0 || value === undefined) return outside
  return hasWithin(range, value.constant)
    ? []
    : [uncertain.valueOutsideRange(place, name, entries.child(name)?.text('value') ?? '', text)]
}

/** A range that reaches what the assumption cannot be, or one without ends that often does. */
function rangeBeyondLimits(place: Place, name: string, text: string, range: Distribution): Problem[] {
  const bounds = limits(name)
  if (bounds === undefined) return []
  if (marksOf(range).some((mark) => isOutside(mark, bounds)))
    return bounds.kind === 'share'
      ? [uncertain.rangeOutsideShares(place, name, text)]
      : [uncertain.rangeTooLow(place, name, text, bounds.kind)]
  return oftenOutside(range, bounds) ? [uncertain.rangeOftenOutside(place, name, text, bounds.kind)] : []
}

/** Whether a value lies between the ends of a range; always of one that has none. */
function hasWithin(range: Distribution, value: Decimal): boolean {
  if ('mean' in range) return true
  const marks = marksOf(range)
  return marks.some((mark) => mark.lte(value)) && marks.some((mark) => mark.gte(value))
}

function reasonProblems(entries: Reader, name: string): Problem[] {
  const node = entries.node(name)
  const entry = entries.child(name)
  if (entry === undefined || node === undefined || !isFullEntry(node)) return []
  const missing = ['why', 'source', 'by', 'on'].filter((key) => !entry.has(key))
  return missing.length === 0 ? [] : [say.assumptionUnexplained(entries.place(name, 'key'), name, missing)]
}

/** Nothing is settled in two places. */
export const setOnce: Check = ({ root }) => {
  const entries = root.child('assumptions')
  if (entries === undefined) return []
  const split = root.child('split')
  const rates = root
    .list('benchmarks')
    .filter((entry) => entry.text('kind') === 'catch-up' && entry.has('depreciation'))
  const sets = (name: string): boolean => entries.has(name) && !isAtDefault(entries.node(name))
  return [
    ...['digital', 'other']
      .filter((category) => split?.has(category) === true && sets(`${category}-share`))
      .map((category) =>
        say.setTwice(
          entries.place(`${category}-share`, 'key'),
          `assumptions.${category}-share`,
          `split.${category}`,
        ),
      ),
    ...(sets('catch-up-depreciation') ? rates : []).map((entry) =>
      say.setTwice(
        entry.place('depreciation', 'key'),
        `benchmarks.${entry.id()}.depreciation`,
        'assumptions.catch-up-depreciation',
      ),
    ),
  ]
}

/** A correlation ties two different assumptions, both with a range, unless a value laid on top has fixed one. */
export const correlations: Check = ({ root, merged }) =>
  root.list('correlations').flatMap((entry) => {
    const tied = entry.texts('between')
    const known = listedAssumptions.map((listed) => listed.name)
    const ranges = root.child('assumptions')
    const rank = entry.text('rank') ?? ''
    const place = entry.place('between')
    return [
      ...(tied.length === 2 && tied[0] !== tied[1] ? [] : [say.correlationNotTwo(place)]),
      ...tied.flatMap((name): Problem[] => {
        if (!known.includes(name)) return [say.correlationUnknown(place, name, known)]
        return ranges?.child(name)?.has('range') === true || merged.fixed.has(name)
          ? []
          : [say.correlationNotSampled(place, name)]
      }),
      ...(/^-?\d+(\.\d+)?$/.test(rank) && Math.abs(Number(rank)) > 1
        ? [say.rankOutOfRange(entry.place('rank'), rank)]
        : []),
    ]
  })

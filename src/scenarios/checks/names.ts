import * as say from '../../problems/catalogue/scenarios.ts'
import type { Place, Problem } from '../../problems/problem.ts'
import type { Reader } from '../reader.ts'
import type { Check } from './check.ts'

type Sentence = (place: Place, name: string, known: readonly string[]) => Problem

/** Sources, groups, nations, series and vintages are ones the data holds. */
export const names: Check = ({ root, known }) => {
  const sources = new Set(known.sources.keys())
  const entries = [...root.list('measures'), ...root.list('benchmarks')]
  const baseline = root.child('baseline')
  const lookback = root.child('lookback')
  const assumptions = root.child('assumptions')
  const curves = root.list('measures').flatMap((measure) => measure.child('adoption') ?? [])
  const reasons = (assumptions?.keys() ?? []).flatMap((name) => assumptions?.child(name) ?? [])
  return [
    ...[root, ...entries, ...reasons, ...curves, ...present(root.child('workforce'))].flatMap((entry) =>
      unknown(entry, 'source', sources, say.unknownSource),
    ),
    ...[...entries, ...present(lookback)].flatMap((entry) =>
      unknown(entry, 'group', known.groups, say.unknownGroup),
    ),
    ...present(lookback).flatMap((entry) => unknown(entry, 'subject', known.nations, say.unknownNation)),
    ...present(baseline).flatMap((entry) =>
      unknown(
        entry,
        'series',
        new Set([...known.baselineSeries.keys(), ...known.definitions]),
        say.unknownSeries,
      ),
    ),
    ...unknown(root, 'economy', known.economies, say.unknownEconomy),
  ]
}

function unknown(entry: Reader, key: string, known: ReadonlySet<string>, sentence: Sentence): Problem[] {
  const name = entry.text(key)
  if (name === undefined || name.trim() === '' || known.has(name)) return []
  return [sentence(entry.place(key), name, [...known].sort())]
}

function present(entry: Reader | undefined): Reader[] {
  return entry === undefined ? [] : [entry]
}

import * as say from '../../problems/catalogue/scenario-uncertainty.ts'
import type { WrittenTie } from '../../problems/catalogue/scenario-uncertainty.ts'
import type { Place, Problem } from '../../problems/problem.ts'
import { correlationFactor } from '../../terms/correlation.ts'
import type { Reader } from '../reader.ts'
import type { Check } from './check.ts'

/**
 * Correlations that are each in order must be possible together: no pair twice, and a matrix without a direction in
 * which variance would be negative. Ties of assumptions that are not sampled are passed over.
 */
export const correlationsTogether: Check = ({ root }) => {
  const ranges = root.child('assumptions')
  const isSampled = (name: string): boolean => ranges?.child(name)?.has('range') === true
  const ties = root
    .list('correlations')
    .flatMap(readTie)
    .filter(({ between }) => between.every(isSampled))
  const repeated = ties.flatMap((tie, k): Problem[] => {
    const first = ties.slice(0, k).find((other) => other.between.every((name) => tie.between.includes(name)))
    return first === undefined ? [] : [say.correlationTwice(tie.pairPlace, tie.between, first.line)]
  })
  return repeated.length > 0 ? repeated : groups(ties).flatMap(impossible)
}

interface Tie extends WrittenTie {
  readonly pairPlace: Place
  readonly rankPlace: Place
  readonly line: number
}

function readTie(entry: Reader): Tie[] {
  const [a, b, ...more] = entry.texts('between')
  const rank = entry.text('rank') ?? ''
  if (a === undefined || b === undefined || more.length > 0 || a === b) return []
  if (!/^-?\d+(\.\d+)?$/.test(rank) || Math.abs(Number(rank)) > 1) return []
  const pairPlace = entry.place('between')
  return [{ between: [a, b], rank, pairPlace, rankPlace: entry.place('rank'), line: pairPlace.line ?? 1 }]
}

/** Ties that hang together, through one assumption or several; each group can be judged on its own. */
function groups(ties: readonly Tie[]): Tie[][] {
  return ties.reduce<Tie[][]>((found, tie) => {
    const touching = found.filter((group) =>
      group.some((other) => other.between.some((name) => tie.between.includes(name))),
    )
    return [...found.filter((group) => !touching.includes(group)), [...touching.flat(), tie]]
  }, [])
}

function impossible(group: readonly Tie[]): Problem[] {
  const last = group[group.length - 1]
  if (last === undefined || isPossible(group)) return []
  for (let percent = 99; percent > 0; percent--) {
    const instead = group.map((tie) => ({ ...tie, rank: scaled(tie.rank, percent) }))
    if (isPossible(instead)) return [say.correlationsImpossible(last.rankPlace, group, instead)]
  }
  throw new Error('correlations near 0 are always possible')
}

function isPossible(ties: readonly WrittenTie[]): boolean {
  const names = [...new Set(ties.flatMap(({ between }) => between))]
  const byPosition = ties.map(({ between: [a, b], rank }) => ({
    a: names.indexOf(a),
    b: names.indexOf(b),
    rank: Number(rank),
  }))
  return correlationFactor(names.length, byPosition) !== undefined
}

/** So many hundredths of a rank, to two decimals towards 0. */
function scaled(rank: string, percent: number): string {
  return String(Math.trunc(Number(rank) * percent) / 100)
}

import type { Problem } from '../problems/problem.ts'

/** A problem, and for a stale number what it says and should say. */
export interface Weighed {
  readonly problem: Problem
  readonly old?: string
  readonly now?: string
}

/**
 * The worst first: what cannot be worked, blocks changed by hand, numbers with the wrong sign, other stale numbers by how
 * far they are out, stale blocks, warnings. What weighs the same stays in the order of the document.
 */
export function worstFirst(weighed: readonly Weighed[]): Problem[] {
  return weighed
    .map((each) => ({ problem: each.problem, weight: weightOf(each) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ problem }) => problem)
}

function weightOf({ problem, old, now }: Weighed): number {
  if (problem.severity === 'warning') return 0
  if (problem.code === 'stale-block') return 1
  if (problem.code === 'hand-edited') return 5
  if (now === undefined) return 6
  const [was, is] = [sizeOf(old ?? ''), sizeOf(now)]
  // A verdict that changed, or a number that was not there: as bad as a wrong sign.
  if (was === undefined || is === undefined) return 3
  const out = Math.abs(is - was) / Math.max(Math.abs(is), Math.abs(was))
  return Math.sign(is) * Math.sign(was) < 0 ? 3 + out / 2 : 2 + out / 2
}

/** `−£101.7m` → −101.7; undefined where there is no number. In millions for money, so that £bn and £m compare. */
function sizeOf(text: string): number | undefined {
  const match = /^(minus |plus |[+\-−])?£?([\d,]+(?:\.\d+)?)(.*)$/.exec(text)
  if (!match) return undefined
  const [, sign = '', digits = '', unit = ''] = match
  const size = Number(digits.replaceAll(',', '')) * (/^(?:bn| billion)$/.test(unit) ? 1000 : 1)
  return /^(?:minus|[-−])/.test(sign) ? -size : size
}

import type { AskedGap } from '../../analyses/sensitivity/asked.ts'

/** Pairs of these assumptions that the scenario correlates. */
export function tiedPairs({ run }: AskedGap, names: readonly string[]): (readonly [string, string])[] {
  return run.settings.correlations
    .map(({ between }) => between)
    .filter((pair) => pair.some((name) => names.includes(name)))
}

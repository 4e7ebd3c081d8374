import { ProblemsError } from '../../src/problems/problem.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { readLayer } from '../../src/scenarios/read-layer.ts'
import type { Layer } from '../../src/scenarios/merge.ts'
import { resolveScenario } from '../../src/scenarios/resolve.ts'
import type { LoadedScenario } from '../../src/scenarios/resolve.ts'
import { known } from './known.ts'

/** The keys every whole scenario needs, so that a test need only write what it is about. */
export const whole = `capgap: 1
title: A test
years: 2024-25 to 2029-30
benchmarks: [{id: eu14, kind: comparator-share, group: eu14}]
`

/** Layers laid on one another in order, as if from files a.yaml, b.yaml, …; `set` as `--set` says it. */
export function resolve(texts: readonly string[], set: readonly string[] = []): LoadedScenario {
  const problems: Problem[] = []
  const layers = texts.map((text, index): Layer => {
    const file = `${String.fromCharCode(97 + index)}.yaml`
    const read = readLayer(text, file)
    problems.push(...read.problems)
    if (read.root === undefined) throw new ProblemsError(read.problems, 3)
    return { file, root: read.root }
  })
  return resolveScenario('test', layers as [Layer, ...Layer[]], problems, { known, set })
}

/** The codes of the errors the layers lead to, in order; none where they resolve. */
export function errorsOf(texts: readonly string[], set: readonly string[] = []): string[] {
  try {
    resolve(texts, set)
    return []
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems.map((problem) => problem.code)
    throw error
  }
}

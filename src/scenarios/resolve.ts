import type { Problem } from '../problems/problem.ts'
import { mergeLayers } from './merge.ts'
import type { Layer } from './merge.ts'
import { setLayer } from './set.ts'
import { settleScenario } from './settle.ts'
import type { LoadedScenario, SettleOptions } from './settle.ts'
import { structureProblems } from './structure.ts'

export type { LoadedScenario } from './settle.ts'

interface Options extends SettleOptions {
  readonly set?: readonly string[]
}

/**
 * Files already read, and what `--set` says on top of them → one checked scenario. Throws ProblemsError (exit code 3) with
 * what was found wrong while reading (`problems`) and everything else at once.
 */
export function resolveScenario(
  name: string,
  files: readonly [Layer, ...Layer[]],
  problems: readonly Problem[],
  options: Options,
): LoadedScenario {
  const setProblems: Problem[] = []
  const layers: [Layer, ...Layer[]] = [...files]
  for (const [index, text] of (options.set ?? []).entries()) {
    const layer = setLayer(text, index + 1, mergeLayers(layers).root)
    if ('problems' in layer) setProblems.push(...layer.problems)
    else {
      setProblems.push(...structureProblems(layer.root, false))
      layers.push(layer)
    }
  }
  return settleScenario({ name, files, layers, problems, setProblems }, options)
}

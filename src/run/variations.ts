import type { Data } from '../datasets/data.ts'
import { loadData } from '../datasets/load.ts'
import type { KnownNames } from '../scenarios/known-names.ts'
import type { Layer } from '../scenarios/merge.ts'
import { readLayer } from '../scenarios/read-layer.ts'
import { resolveScenario, type LoadedScenario } from '../scenarios/resolve.ts'
import { knownNames } from './known-names.ts'
import { defaultScenario, loadScenarios, type OpenOptions } from './open.ts'

export type { LoadedScenario } from '../scenarios/resolve.ts'

/** One scenario, read once, to be settled many times with other values for some of its keys. */
export interface Variations {
  readonly data: Data
  readonly known: KnownNames
  /** The scenario as it is, with what the command line changes. */
  readonly base: LoadedScenario
  /** How many `--set` the command line brings itself: those of `settle` follow them. */
  readonly ownSets: number
  /**
   * The scenario with these keys set (`KEY=VALUE`) on top of everything else.
   * @throws ProblemsError (exit code 3) with everything wrong with it
   */
  readonly settle: (sets: readonly string[]) => LoadedScenario
}

/**
 * @param spec a file or shipped name, `a+b` stacked; the default scenario when there is none
 * @throws ProblemsError with the problems of the scenario (exit code 3), or of the data (exit code 4)
 */
export async function openVariations(
  spec: string | undefined,
  options: OpenOptions = {},
): Promise<Variations> {
  const { folders } = options
  const data = await loadData(folders === undefined ? {} : { folders })
  const [base] = await loadScenarios([spec ?? defaultScenario], data, options)
  if (base === undefined) throw new Error('a scenario was named, and neither loaded nor refused')
  return variationsOf(base, data, options)
}

/**
 * A scenario as it was loaded, to be settled again.
 * @param options those it was loaded with
 */
export function variationsOf(
  base: LoadedScenario,
  data: Data,
  { set = [], asOf, prices }: OpenOptions,
): Variations {
  const [first, ...rest] = base.texts.map(({ file, text }): Layer => {
    const { root } = readLayer(text, file)
    if (root === undefined) throw new Error(`${file} was read once and cannot be read again`)
    return { file, root, text }
  })
  if (first === undefined) throw new Error('a scenario without a file')
  const known = knownNames(data)
  const said = { known, ...(asOf === undefined ? {} : { asOf }), ...(prices === undefined ? {} : { prices }) }
  return {
    data,
    known,
    base,
    ownSets: set.length,
    settle: (sets) =>
      resolveScenario(base.scenario.name, [first, ...rest], [], { ...said, set: [...set, ...sets] }),
  }
}

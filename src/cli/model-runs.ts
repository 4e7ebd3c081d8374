import { openRuns, type OpenOptions } from '../run/open.ts'
import type { ModelRun, RunOptions } from '../run/run.ts'
import { dataFolders, type RawOptions } from './options.ts'

/**
 * The runs a command line asks for: scenarios named, with what its options change in every one of them.
 * @throws ProblemsError with the problems of all scenarios at once (exit 3), or of the data (exit 4)
 */
export function modelRuns(
  specs: readonly string[],
  raw: RawOptions,
  options: RunOptions = {},
): Promise<readonly [ModelRun, ...ModelRun[]]> {
  return openRuns(specs, { ...changes(raw), ...options, folders: dataFolders(raw) })
}

/** What the command line changes in every scenario it names. */
export function changes({
  set,
  asOf,
  economy,
  prices,
}: RawOptions): Pick<OpenOptions, 'set' | 'asOf' | 'prices'> {
  return { set: economy === undefined ? set : [...(set ?? []), `economy=${economy}`], asOf, prices }
}

import { openVariations, type Variations } from '../run/variations.ts'
import { changes } from './model-runs.ts'
import { dataFolders, type RawOptions } from './options.ts'

/**
 * The scenario a command line names, with what its options change, to be settled with other values for some of its keys.
 * @throws ProblemsError with the problems of the scenario (exit 3), or of the data (exit 4)
 */
export function modelVariations(spec: string | undefined, raw: RawOptions): Promise<Variations> {
  return openVariations(spec, { ...changes(raw), folders: dataFolders(raw) })
}

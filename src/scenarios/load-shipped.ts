import { openScenario } from './compiled.ts'
import { compiledFolder, compiledScenario, scenarioFiles } from './files.ts'
import type { LoadOptions } from './load.ts'
import { settleScenario, type LoadedScenario } from './settle.ts'

/**
 * Loads a scenario all of whose files are shipped ones, to the byte, from what the build compiled of them after checking
 * each by itself; what the whole must be is checked as ever, unless the build did that too (`soundNames`). Undefined for any other, and with `--set`: `loadScenario`
 * reads those, for which it loads the parser and the schema.
 * @param folder of compiled scenarios
 */
export function loadShipped(
  spec: string,
  options: LoadOptions & { readonly soundNames?: readonly string[] },
  folder: string | undefined = compiledFolder(),
): LoadedScenario | undefined {
  if (folder === undefined || (options.set ?? []).length > 0) return undefined
  const others: string[] = []
  const { name, layers, problems } = scenarioFiles(spec, (bytes, file) => {
    const compiled = others.length === 0 ? compiledScenario(folder, file) : undefined
    if (compiled?.text === bytes.toString()) return { root: openScenario(compiled, file), problems: [] }
    others.push(file)
    return { root: undefined, problems: [] }
  })
  const [first, ...rest] = layers
  if (others.length > 0 || first === undefined || problems.length > 0) return undefined
  const read = { name, files: layers, layers: [first, ...rest], problems: [], setProblems: [] } as const
  // As-of dates and prices are read, and checked, beside the whole.
  return settleScenario(read, { ...options, sound: options.soundNames?.includes(name) === true })
}

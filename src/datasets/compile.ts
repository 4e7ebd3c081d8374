import { mkdirSync, writeFileSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { exitCodes, ProblemsError } from '../problems/problem.ts'
import { parsedData } from './assemble.ts'
import { compiledFormat, compiledFrom, compileTable } from './compiled.ts'
import type { CompiledIndex } from './compiled.ts'
import { sha256 } from './hash.ts'
import { bundledFiles, checkData } from './load.ts'
import { parseDataset, parsedTable } from './parse.ts'

/**
 * Writes the bundled data in compiled form: `index.json`, a file for each dataset, and the files they were made from.
 * Part of the build.
 * @param outFolder made where it is missing
 * @throws ProblemsError (exit code 4) with every problem, so that only data that passed all checks is ever compiled
 */
export async function compileBundledData(outFolder: string): Promise<void> {
  const errors = (await checkData()).problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new ProblemsError(errors, exitCodes.data)
  const bundled = bundledFiles()
  const { data } = parsedData(bundled, undefined, [])
  mkdirSync(outFolder, { recursive: true })
  const datasets: Record<string, CompiledIndex['datasets'][string]> = {}
  for (const files of bundled.datasets) {
    const { subject } = parseDataset(files)
    if (subject === undefined) continue
    const hash = data.hashOf(files.name)
    datasets[files.name] = { hash, about: subject.about }
    write(outFolder, files.name, compileTable(parsedTable(subject, files.path), hash))
  }
  const sources = { hash: sha256(bundled.sources ?? ''), rows: [...data.sources.values()] }
  const index: CompiledIndex = { format: compiledFormat, datasets, sources }
  write(outFolder, 'index', index)
  writeFileSync(joinPath(outFolder, 'files.bin'), Buffer.concat(compiledFrom(bundled)))
}

function write(folder: string, name: string, content: unknown): void {
  writeFileSync(joinPath(folder, `${name}.json`), JSON.stringify(content))
}

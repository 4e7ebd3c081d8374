import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { exitCodes, ProblemsError } from '../problems/problem.ts'
import { compileScenario } from './compiled.ts'
import { shippedTexts } from './files.ts'
import { readLayer } from './read-layer.ts'

/**
 * Writes each shipped scenario in compiled form, `<name>.json`. Part of the build.
 * @param outFolder made where it is missing
 * @throws ProblemsError (exit code 3) with every problem of every file, so that only what passed is ever compiled
 */
export function compileShippedScenarios(outFolder: string): void {
  const read = shippedTexts().map(({ name, file, text }) => ({ name, text, ...readLayer(text, file) }))
  const problems = read.flatMap((each) => each.problems)
  if (problems.length > 0) throw new ProblemsError(problems, exitCodes.scenario)
  mkdirSync(outFolder, { recursive: true })
  for (const { name, text, root } of read) {
    if (root === undefined) continue
    writeFileSync(path.join(outFolder, `${name}.json`), JSON.stringify(compileScenario(text, root)))
  }
}

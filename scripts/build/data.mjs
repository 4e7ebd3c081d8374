import { rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { bundleStep } from './bundle.mjs'

/**
 * Checks the bundled datasets in full and writes them, ready to load, into the data folder of `out`.
 *
 * @param {URL} root
 * @param {string} out
 */
export async function compileData(root, out) {
  const step = `${out}/compile-data.mjs`
  await bundleStep(root, 'src/datasets/compile.ts', step)
  const { compileBundledData } = await import(pathToFileURL(step).href)
  await compileBundledData(`${out}/data`)
  rmSync(step)
}

/**
 * Works the default run on the bundled data and keeps its cells beside them, with what each rests on.
 *
 * @param {URL} root
 * @param {string} out
 */
export async function workAhead(root, out) {
  const step = `${out}/work-ahead.mjs`
  await bundleStep(root, 'src/cli/work-ahead.ts', step)
  const built = await import(pathToFileURL(step).href)
  await built.workAhead(`${out}/data`)
  rmSync(step)
}

/**
 * Checks the shipped scenarios, each by itself, and writes them, ready to load, into the scenarios folder of `out`.
 *
 * @param {URL} root
 * @param {string} out
 */
export async function compileScenarios(root, out) {
  const step = `${out}/compile-scenarios.mjs`
  await bundleStep(root, 'src/scenarios/compile.ts', step)
  const { compileShippedScenarios } = await import(pathToFileURL(step).href)
  compileShippedScenarios(`${out}/scenarios`)
  rmSync(step)
}

import type { OpenScenario } from '../../src/briefs/runs.ts'
import { fillDocuments, type Filled } from '../../src/briefs/fill.ts'
import { loadData } from '../../src/datasets/load.ts'
import { defaultScenario, loadScenarios } from '../../src/run/open.ts'
import { runScenario } from '../../src/run/run.ts'

/** Opens scenarios on the bundled data, as the command does, and counts how often each was loaded. */
export async function scenarioOpener(): Promise<{ open: OpenScenario; opened: string[] }> {
  const data = await loadData()
  const opened: string[] = []
  return {
    opened,
    open: async ({ spec = defaultScenario, set, asOf }) => {
      opened.push(spec)
      const [loaded] = await loadScenarios([spec], data, { set, asOf })
      return (options) => runScenario(loaded!, data, options)
    },
  }
}

/** One document filled, by its text and name. */
export async function filled(
  open: OpenScenario,
  text: string,
  { file = 'note.md', force = false } = {},
): Promise<Filled> {
  const [document] = await fillDocuments([{ file, text }], { open, force })
  return document!
}

/** The text a single number comes to. */
export async function number(open: OpenScenario, words: string): Promise<string> {
  const { fresh, problems } = await filled(open, `It is <!--capgap ${words}--><!--/capgap-->.`)
  if (problems.length > 0) return problems.map(({ code }) => code).join(' ')
  return /-->(.*)<!--\/capgap-->/.exec(fresh)?.[1] ?? ''
}

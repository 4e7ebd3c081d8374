import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as backlogSentences from '../../src/problems/catalogue/scenario-backlog.ts'
import * as furtherSentences from '../../src/problems/catalogue/scenario-further.ts'
import * as uncertaintySentences from '../../src/problems/catalogue/scenario-uncertainty.ts'
import * as scenarioSentences from '../../src/problems/catalogue/scenarios.ts'
import * as yamlSentences from '../../src/problems/catalogue/yaml.ts'
import { ProblemsError } from '../../src/problems/problem.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { renderProblems } from '../../src/render/problems.ts'
import { loadScenario } from '../../src/scenarios/load.ts'
import { known } from '../scenarios/known.ts'

/**
 * The gallery: one scenario for every sentence the catalogue can say, with what a user then reads committed beside it.
 * `# set: KEY=VALUE` in a fixture stands for `--set`, `# load: NAME` for the name on the command line.
 */
const folder = 'test/errors/scenarios'
const fixtures = readdirSync(folder).filter((file) => file.endsWith('.yaml'))

function problemsOf(fixture: string): readonly Problem[] {
  const text = readFileSync(`${folder}/${fixture}`, 'utf8')
  const said = (word: string) => Array.from(text.matchAll(new RegExp(`^# ${word}: (.*)$`, 'gm')), (match) => match[1]!)
  try {
    return loadScenario(said('load')[0] ?? `${folder}/${fixture}`, { known, set: said('set') }).warnings
  } catch (error) {
    if (error instanceof ProblemsError && error.exitCode === 3) return error.problems
    throw error
  }
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

describe('every sentence about scenarios', () => {
  const sentences = [...Object.keys(scenarioSentences), ...Object.keys(furtherSentences), ...Object.keys(backlogSentences), ...Object.keys(uncertaintySentences), ...Object.keys(yamlSentences)].map(kebab).sort()

  it('is provoked by a fixture of its name', () => {
    const named = new Set(fixtures.map((fixture) => fixture.split('.')[0]!))
    expect(sentences.filter((name) => !named.has(name))).toEqual([])
  })

  it.each(fixtures)('%s', async (fixture) => {
    const problems = problemsOf(fixture)
    const code = fixture.split('.')[0]!
    if (sentences.includes(code)) expect([...new Set(problems.map((problem) => problem.code))]).toEqual([code])
    for (const { place, advice, found } of problems) {
      expect(place?.file).toBeTruthy()
      expect(`${found}${advice}`).not.toMatch(/undefined|\[object|NaN|[.!]$/)
    }
    await expect(renderProblems(problems)).toMatchFileSnapshot(`scenarios/${fixture.replace(/yaml$/, 'txt')}`)
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readYaml } from '../../src/problems/yaml.ts'
import { capgap } from '../cli/fake-io.ts'
import { filled, scenarioOpener } from './open.ts'

/** The briefing and the workflow that come with capgap. */

describe('docs/briefing.md', () => {
  const text = readFileSync('docs/briefing.md', 'utf8')
  const unmarked = text
    .replace(/<!-- capgap: (?!defaults)[^]*?<!-- \/capgap[^]*?-->/g, '')
    .replace(/<!--capgap [^]*?<!--\/capgap-->/g, '')

  test('is fresh, without a warning', async () => {
    const { open } = await scenarioOpener()
    const { stale, problems, marks } = await filled(open, text, { file: 'docs/briefing.md' })
    expect([...stale, ...problems]).toEqual([])
    expect(marks).toBeGreaterThan(40)
  })

  test('holds no amount and no percentage outside its marks', () => {
    expect(unmarked.match(/[£$€]\s?\d|\d\s?%|\d(?:bn|m)\b|\d per cent|\d [bm]illion/g)).toBeNull()
  })

  test('says of every mark in money in which prices it stands', () => {
    const spans = Array.from(text.matchAll(/<!--capgap ([^]*?)-->([^]*?)<!--\/capgap-->/g))
    const money = spans.filter(([, , number = '']) => number.includes('£'))
    expect(money.filter(([, words = '']) => !/nominal|\d prices/.test(words))).toEqual([])
    expect(money.length).toBeGreaterThan(25)
  })

  test('fits two pages: under 1,200 words of prose', () => {
    const prose = text
      .replace(/<!-- capgap: [^]*?<!-- \/capgap[^]*?-->/g, '')
      .replace(/<!--[^]*?-->/g, '')
      .split(/\s+/)
    expect(prose.length).toBeLessThan(1200)
  })
})

describe('docs/github-actions.yml', () => {
  const text = readFileSync('docs/github-actions.yml', 'utf8')

  test('is YAML with a job that may only read', () => {
    const workflow = readYaml(text, 'github-actions.yml')
    expect(workflow.problems).toEqual([])
    expect(workflow.text(['permissions', 'contents'])).toBe('read')
  })

  test('runs a command that capgap has', async () => {
    const [, words = ''] = /bin\/capgap\.js (.*) docs\/\*\*\/\*\.md docs\/\*\*\/\*\.html$/m.exec(text) ?? []
    const { code, stdout } = await capgap([...words.split(' '), 'docs/briefing.md'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^docs\/briefing\.md: \d+ marks, all fresh\n$/)
  })
})

describe('docs/sweep-matrix.yml', () => {
  const text = readFileSync('docs/sweep-matrix.yml', 'utf8')

  test('is YAML with jobs that may only read, and a part for each of PARTS', () => {
    const workflow = readYaml(text, 'sweep-matrix.yml')
    expect(workflow.problems).toEqual([])
    expect(workflow.text(['permissions', 'contents'])).toBe('read')
    const parts = Number(workflow.text(['env', 'PARTS']))
    const listed = /part: \[(.*)\]/.exec(text)?.[1]?.split(', ').map(Number)
    expect(listed).toEqual(Array.from({ length: parts }, (_, index) => index + 1))
  })

  test('runs a command that capgap has', async () => {
    const workflow = readYaml(text, 'sweep-matrix.yml')
    const grid = (workflow.text(['env', 'GRID']) ?? '').trim().split(/\s+/)
    const scenario = workflow.text(['env', 'SCENARIO']) ?? ''
    const { code, stdout } = await capgap(['sweep', scenario, ...grid, '--shard', '8/8', '-q', '-o', '-'])
    expect(code).toBe(0)
    expect(stdout.startsWith('assumptions.underspend,split,scenario,')).toBe(true)
  })
})

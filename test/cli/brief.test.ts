import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { writeWhole } from '../../src/cli/io.ts'
import { capgap } from './fake-io.ts'

/** `capgap brief` from its words to what it prints, writes and ends with. */

const folder = mkdtempSync(join(tmpdir(), 'capgap brief '))
afterAll(() => rmSync(folder, { recursive: true }))

const path = (name: string) => join(folder, name)
const file = (name: string, text: string | Uint8Array): string => {
  writeFileSync(path(name), text)
  return path(name)
}
const textOf = (name: string) => readFileSync(path(name), 'utf8')
const world = { writeWhole: (name: string, text: string) => writeWhole('/', name, text) }
const brief = (...words: string[]) => capgap(['brief', ...words], world)

const gap = (value: string) =>
  `A gap of <!--capgap gap.total[eu14] in 2029-30, nominal, as £m-->${value}<!--/capgap-->.\n`
const wrong = 'A gap of <!--capgap gap.total[eu14] in 2029-30-->1<!--/capgap-->.\n'

describe('capgap brief', () => {
  test('brings documents up to date, and finds nothing to do the second time', async () => {
    const [stale, fresh] = [file('stale.md', gap('')), file('fresh.md', gap('−£110m'))]
    expect(await brief(stale, fresh)).toMatchObject({
      code: 0,
      stdout: `${stale}: 1 mark, 1 brought up to date\n${fresh}: 1 mark, all fresh\n`,
      stderr: '',
    })
    expect(textOf('stale.md')).toBe(gap('−£110m'))
    const again = await brief(stale, stale)
    expect(again).toMatchObject({ code: 0, stdout: `${stale}: 1 mark, all fresh\n` })
    expect(await brief('-q', stale)).toMatchObject({ code: 0, stdout: '' })
  })

  test('writes only what changed', async () => {
    const fresh = file('kept.md', gap('−£110m'))
    const written: string[] = []
    await capgap(['brief', fresh], { writeWhole: (name) => Promise.resolve(void written.push(name)) })
    expect(written).toEqual([])
  })

  test('with --check changes nothing, names each stale number and ends with 1', async () => {
    const stale = file('check.md', `# One\n\n${gap('£110m')}`)
    const { code, stdout, stderr } = await brief('--check', stale)
    expect(code).toBe(1)
    expect(stdout).toBe(`${stale}: 1 mark, 1 stale\n`)
    expect(stderr).toBe(
      `${stale}:3:66: error: "A gap of £110m." says "£110m"; it is now "−£110m" [stale-number]\n  Write: capgap brief ${stale}\n`,
    )
    expect(textOf('check.md')).toContain('£110m<')
    expect((await brief('--check', file('check.md', gap('−£110m')))).code).toBe(0)
  })

  test('with --diff shows what would change and changes nothing', async () => {
    const stale = file('diff.md', gap('£1m'))
    const { code, stdout } = await brief('--diff', stale)
    expect(code).toBe(0)
    expect(stdout).toBe(`--- ${stale}\n+++ ${stale}\n@@ -1,1 +1,1 @@\n-${gap('£1m')}+${gap('−£110m')}`)
    expect(textOf('diff.md')).toBe(gap('£1m'))
    expect((await brief('--diff', '--check', stale)).code).toBe(1)
  })

  test('writes no document when one has a fault, and names the faults of all', async () => {
    const stale = file('a.md', gap('£1m'))
    const bad = file('b.md', wrong)
    const binary = file('c.md', Uint8Array.of(0x41, 0xff, 0xfe))
    const { code, stdout, stderr } = await brief(stale, bad, binary, path('none.md'), folder)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(textOf('a.md')).toBe(gap('£1m'))
    const said = Array.from(stderr.matchAll(/\[([\w-]+)\]\n/g), ([, word]) => word)
    expect(said.sort()).toEqual(['cannot-read', 'cannot-read', 'not-utf8', 'prices-needed'])
    expect(stderr).toContain('there is no such file')
    expect(stderr).toContain('it is a folder')
  })

  test('keeps the exit codes apart: by hand 1, a mark 2, a scenario 3', async () => {
    expect((await brief(file('hand.md', gap('perhaps −£110m')))).code).toBe(1)
    expect((await brief('--force', path('hand.md'))).code).toBe(0)
    expect(textOf('hand.md')).toBe(gap('−£110m'))
    const scenario = wrong.replace('2029-30', '2029-30, nominal, of none.yaml')
    expect((await brief(file('scenario.md', `${scenario}\n${wrong}`))).code).toBe(3)
  })

  test('annotates the worst first, and says how many are hidden', async () => {
    const many = file('many.md', `${gap('−£109m')}\n${gap('£1m').repeat(10)}\n`)
    const { code, stdout, stderr } = await brief('--check', '--annotations', 'github', many)
    expect(code).toBe(1)
    const lines = stdout.split('\n').filter((line) => line.startsWith('::error'))
    expect(lines).toHaveLength(10)
    expect(lines[0]).toContain(',line=3,col=66::"A gap of £1m." says "£1m"; it is now "−£110m". Write: ')
    expect(lines[9]).toBe('::error::and 2 more; the log of this step holds them all')
    expect(stderr.match(/\[stale-number\]/g)).toHaveLength(11)
    expect((await brief('--annotations', 'gitlab', many)).code).toBe(2)
  })

  test('with --strict fails where there are warnings', async () => {
    const none = file('none-here.md', 'Nothing.\n')
    expect((await brief(none)).code).toBe(0)
    expect(await brief('--strict', none)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('[no-marks]') as string,
    })
  })

  test('finds scenarios from the folder of the document', async () => {
    file(
      'plan.yaml',
      'capgap: 1\ntitle: Plan\nbaseline: {stated: {amount: £7.7bn, in: 2023-24}}\nbenchmarks: [{id: ask, kind: stated-level, amount: £9bn, prices: 2025-26}]\nyears: 2023-24 to 2029-30\n',
    )
    const text =
      'A baseline of <!--capgap baseline in 2023-24, nominal, of plan.yaml, as £bn 2 decimals--><!--/capgap-->.\n'
    const { stderr } = await brief(file('own.md', text))
    expect(textOf('own.md'), stderr).toContain('£7.70bn')
  })
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { capgap } from './fake-io.ts'

/** `--annotations github` on any command: beside the problems on stderr, never in the answer. */

let folder = ''
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'capgap-annotations-'))))
afterAll(() => rmSync(folder, { recursive: true }))

function scenario(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const annotationsIn = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('::'))

describe('--annotations github', () => {
  test.each(['scenario check', 'run', 'simulate'])(
    '%s: an error with file, line and column',
    async (command) => {
      const file = scenario('wrong.yaml', 'capgap: 1\ntitle: Wrong\nextends: current-plans\nyeers: 2025-26\n')
      const { code, stdout, stderr } = await capgap([...command.split(' '), file, '--annotations', 'github'])
      expect([code, stdout]).toEqual([3, ''])
      expect(annotationsIn(stderr)).toEqual([
        expect.stringMatching(
          /^::error file=.*wrong\.yaml,line=4,col=1::"yeers" is not a key here\. Did you mean "years"\?/,
        ),
      ])
      expect(stderr).toContain('[unknown-key]')
    },
  )

  test('warnings leave the answer as it is', async () => {
    const assumed = 'assumptions: {underspend: {value: 3%, source: nao-capital-2020, by: me, on: 2026-01-01}}'
    const file = scenario('why.yaml', `capgap: 1\ntitle: Why\nextends: current-plans\n${assumed}\n`)
    const asked = ['run', file, '-q', '-f', 'csv', '--figure', 'spend', '--years', '2029-30']
    const plain = await capgap(asked)
    const annotated = await capgap([...asked, '--annotations=github'])
    expect(annotated.stdout).toBe(plain.stdout)
    expect(annotationsIn(plain.stderr)).toEqual([])
    expect(annotationsIn(annotated.stderr)).toEqual([
      expect.stringMatching(/^::warning file=.*why\.yaml,line=4,/),
    ])
  })

  test('another kind is refused', async () => {
    const { code, stderr } = await capgap(['run', '--annotations', 'gitlab'])
    expect(code).toBe(2)
    expect(stderr).toContain('"--annotations" knows no "gitlab"')
  })
})

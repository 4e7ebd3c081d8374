import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { unifiedDiff } from '../../src/briefs/diff.ts'

const folder = mkdtempSync(join(tmpdir(), 'capgap-diff-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a unified diff', () => {
  test('is empty where nothing changes', () => {
    expect(unifiedDiff('a.md', 'a\nb\n', 'a\nb\n')).toBe('')
  })

  test('shows three lines round each change, and joins those that are near', () => {
    const old = Array.from({ length: 20 }, (_, line) => `${line + 1}\n`).join('')
    const now = old.replace('\n5\n', '\nfive\n').replace('\n9\n', '\n').replace('\n19\n', '\n19\nnew\n')
    expect(unifiedDiff('a.md', old, now)).toBe(
      `--- a.md
+++ a.md
@@ -2,11 +2,10 @@
 2
 3
 4
-5
+five
 6
 7
 8
-9
 10
 11
 12
@@ -17,4 +16,5 @@
 17
 18
 19
+new
 20
`,
    )
  })

  test('says where the last line has no end', () => {
    expect(unifiedDiff('a.md', 'a', 'a\n')).toBe(
      '--- a.md\n+++ a.md\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n',
    )
  })

  test('turns one text into the other when git applies it', () => {
    const line = fc.constantFrom('a', 'b', '', '| 1 | 2 |', 'ends as in Windows\r')
    const text = fc.tuple(fc.array(line, { minLength: 1, maxLength: 30 }), fc.boolean())
    const written = ([lines, ended]: [string[], boolean]) => `${lines.join('\n')}x${ended ? '\n' : ''}`
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [old, now] = [written(a), written(b)]
        fc.pre(old !== now)
        writeFileSync(join(folder, 'a.md'), old)
        execFileSync('git', ['apply', '-p0', '--whitespace=nowarn', '-'], {
          cwd: folder,
          input: unifiedDiff('a.md', old, now),
          env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
        })
        expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(now)
      }),
      { numRuns: 25 },
    )
  })
})

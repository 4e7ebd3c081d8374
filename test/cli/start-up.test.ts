import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'

/**
 * The program is two scripts, and the second holds what the default run does not take: reading it costs a tenth of that run.
 * The build runs some commands and keeps what they compiled of each script, so what it kept says what they read.
 */
const root = fileURLToPath(new URL('../../', import.meta.url))

beforeAll(() => {
  // Says nothing and changes nothing when dist/ is up to date, as after `npm test`.
  const { status, stderr } = spawnSync(process.execPath, ['scripts/prepare.mjs'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
}, 180_000)

test.each([
  ['the default run, caveats and all', 'run-alone', ['program']],
  ['a simulation', 'simulate', ['more', 'program']],
])('%s reads no script that it need not', (_, command, scripts) => {
  const kept = readdirSync(`${root}dist/code`).filter((file) => file.endsWith(`-${command}`))
  expect(kept.map((file) => /-(program|more)-/.exec(file)?.[1]).sort()).toEqual(scripts)
})

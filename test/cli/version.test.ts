import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { version } from '../../src/terms/version.ts'
import { capgap } from './fake-io.ts'

const { version: packaged } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as {
  version: string
}

test('the version is that of the package', () => {
  expect(version).toBe(packaged)
})

test.each(['--version', '-V'])('%s prints it', async (flag) => {
  expect(await capgap([flag])).toMatchObject({ code: 0, stdout: `${packaged}\n`, stderr: '' })
})

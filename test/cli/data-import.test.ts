import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formats } from '../../src/datasets/import/formats.ts'
import { dataFolder } from '../datasets/folder.ts'
import { capgap } from './fake-io.ts'

const small =
  '"Last Updated Date","2026-07-01",\n\n"Country Name","Country Code","Indicator Name","Indicator Code","2020",\n' +
  '"Austria","AUT","GDP","NY.GDP.MKTP.CN","100",\n'

test('help names every format there is', async () => {
  const { stdout } = await capgap(['data', 'import', '--help'])
  const named = [...stdout.slice(stdout.indexOf('Formats:')).matchAll(/^ {2}([a-z-]+) {2,}/gm)].map(
    ([, name]) => name,
  )
  expect(named.filter((name) => name !== 'capgap')).toEqual(formats.map(({ name }) => name))
})

test('counts what was written and what was left out, as a table and as CSV', async () => {
  const cwd = dataFolder({ 'w.csv': small })
  const table = await capgap(['data', 'import', 'world-bank', 'w.csv', '-o', 'mine'], { cwd })
  expect(table.code).toBe(0)
  expect(table.stdout).toContain('1 row from w.csv: 1 dataset in mine')
  const { stdout } = await capgap(['data', 'import', 'world-bank', 'w.csv', '-o', 'other', '-f', 'csv'], {
    cwd,
  })
  expect(stdout).toBe('kind,dataset,reason,count,from,to,first\nwritten,nation-gdp,,1,2020,2020,\n')
  const checked = await capgap(['data', 'check', join(cwd, 'mine')])
  expect(checked.code).toBe(0)
})

test.each([
  [['worldbank', 'w.csv'], 2, 'did you mean "world-bank"?'],
  [['world-bank', 'w.csv', '--published', 'lately'], 2, '"lately"'],
  [['eric', 'w.csv', '--year', '2020'], 2, '"2020"'],
  [['world-bank', 'nowhere.csv'], 4, 'nowhere.csv'],
  [['eric', 'w.csv'], 4, 'expected a header row'],
])('%j ends with %d', async (words, code, said) => {
  const ended = await capgap(['data', 'import', ...words], { cwd: dataFolder({ 'w.csv': small }) })
  expect(ended.code).toBe(code)
  expect(ended.stderr).toContain(said)
  expect(ended.stdout).toBe('')
})

test('a date taken for want of one is a warning, which --strict makes a failure', async () => {
  const cwd = dataFolder({ 'w.csv': small.replace('"Last Updated Date","2026-07-01",\n\n', '') })
  const lax = await capgap(['data', 'import', 'world-bank', 'w.csv'], { cwd })
  expect([lax.code, lax.stderr.includes('published-guessed')]).toEqual([0, true])
  expect((await capgap(['data', 'import', 'world-bank', 'w.csv', '--strict'], { cwd })).code).toBe(1)
})

test('progress shows for long files, on a terminal alone', async () => {
  const many = Array.from(
    { length: 90_000 },
    (_, index) => `"Austria","AUT","Birds","EN.BRD.${index}","${'1'.repeat(70)}",\n`,
  )
  const cwd = dataFolder({ 'long.csv': small + many.join('') })
  const words = ['data', 'import', 'world-bank', 'long.csv']
  const shown = await capgap(words, { cwd, errorsOnTerminal: true })
  expect(shown.stderr).toMatch(/\rReading long\.csv: \d+%/)
  expect(shown.stderr.endsWith('\r\u001B[K')).toBe(true)
  expect((await capgap(words, { cwd })).stderr).toBe('')
  expect((await capgap([...words, '-q'], { cwd, errorsOnTerminal: true })).stderr).toBe('')
})

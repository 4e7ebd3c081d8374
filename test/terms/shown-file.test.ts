import { expect, test } from 'vitest'
import { shownFile } from '../../src/terms/shown-file.ts'

test.each([
  ['plans/mine.yaml', 'plans/mine.yaml'],
  ['../mine.yaml', '../mine.yaml'],
  ['scenarios/current-plans.yaml', 'scenarios/current-plans.yaml'],
  ['/home/somebody/plans/mine.yaml', 'mine.yaml'],
  ['C:\\plans\\mine.yaml', 'mine.yaml'],
  ['\\\\server\\plans\\mine.yaml', 'mine.yaml'],
  ['c:/plans/mine.yaml', 'mine.yaml'],
])('%s is named %s in outputs', (file, shown) => {
  expect(shownFile(file)).toBe(shown)
})

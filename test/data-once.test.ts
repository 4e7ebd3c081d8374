import { expect, it, vi } from 'vitest'
import type { Data } from '../src/datasets/data.ts'
import * as loading from '../src/datasets/load.ts'
import { capgap } from './cli/fake-io.ts'

/** Why one set of data may serve all tests (data-once.ts): no command leaves a mark on it. */

function everything(data: Data): string {
  const datasets = data.names.map((name) => {
    const { rows, observations } = data.dataset(name)
    return [name, data.hashOf(name), data.about(name), rows, observations]
  })
  return JSON.stringify([datasets, [...data.sources], data.sourceHash])
}

it('data that many commands have shared are what the files say', async () => {
  const shared = await loading.loadData()
  for (const words of ['run', 'run --as-of 2023-11-28', 'lookback --digital', 'replicate', 'data list']) {
    expect((await capgap(words.split(' '))).code).toBe(0)
  }
  expect(await loading.loadData()).toBe(shared)
  const real = await vi.importActual<typeof loading>('../src/datasets/load.ts')
  const fresh = await real.loadData()
  expect(fresh).not.toBe(shared)
  expect(everything(shared) === everything(fresh)).toBe(true)
})

import { vi } from 'vitest'
import type * as loading from '../src/datasets/load.ts'

/**
 * Before every test file: the bundled data are read, checked and parsed once for all command lines and runs of a worker,
 * as a program reads them once for all its runs. Data are values, which nothing changes. Folders of data, and any other
 * way of loading, are loaded as ever; tests of loading itself say `vi.unmock`.
 */
vi.mock('../src/datasets/load.ts', async (original) => {
  const real = await original<typeof loading>()
  let bundled: ReturnType<typeof loading.loadData> | undefined
  const loadData = (options: loading.LoadOptions = {}): ReturnType<typeof loading.loadData> =>
    (options.folders ?? []).length === 0 && !('compiled' in options)
      ? (bundled ??= real.loadData())
      : real.loadData(options)
  return { ...real, loadData }
})

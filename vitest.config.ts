import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/data-once.ts'],
    // No module of src/ keeps state between calls (test/house), so the test files of a worker load each module once.
    isolate: false,
    // Left to itself vitest keeps a core free: on a machine of two, all files would wait for one worker.
    maxWorkers: '100%',
    // A test that starts the program waits for a whole Node process, on a busy machine for several.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A test that starts the program waits for a whole Node process, on a busy machine for several.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

// One runner for everything: the quick suites beside the code, the long ones under test/.
import { defineConfig } from 'vitest/config'

/** What is waited for ends the waiting; how long it may take is no matter of the test. */
const expected = { poll: { timeout: 20_000 } }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tools/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          expect: expected,
        },
      },
      {
        test: {
          name: 'nights',
          include: ['test/nights/**/*.test.ts', 'test/simulator/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          expect: expected,
          // Some wait on sockets and on processes of their own while the others reckon.
          maxWorkers: 3,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          expect: expected,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // Two houses at a time, one for each processor: a third only makes the others wait longer.
          maxWorkers: 2,
          expect: expected,
          // One process reads the server and its driver once for all its files; each opens its own house and browser.
          isolate: false,
        },
      },
    ],
  },
})

// `npm run check`: the quick half of `npm test`, for before a commit: types, lint, unused code, unit tests with tidy.

import { ensureInstalled, runScript } from './bootstrap.mjs'
import { programStep, runSteps, testStep } from './steps.mjs'

await runScript(() => {
  ensureInstalled()
  return runSteps(
    [
      programStep('types', ['node_modules/typescript/bin/tsc', '-b'], 3),
      programStep('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.'], 2),
      programStep('unused', ['node_modules/knip/bin/knip.js'], 2),
      testStep('unit', 5),
    ],
    10,
  )
})

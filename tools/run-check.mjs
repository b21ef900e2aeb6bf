// `npm run check`: the quick half of `npm test`, for before a commit: types, lint, unused code, unit tests with tidy.

import { runScript } from './bootstrap.mjs'
import { installStep, programStep, runSteps, testStep } from './steps.mjs'

await runScript(() =>
  runSteps(
    [
      installStep,
      programStep('types', ['node_modules/typescript/bin/tsc', '-b'], 3),
      programStep('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.'], 2),
      programStep('unused', ['node_modules/knip/bin/knip.js'], 2),
      testStep('unit', 5),
    ],
    10,
  ),
)

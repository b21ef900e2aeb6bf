// `npm test`: everything that must hold, from types to browsers, ending in one line of counts.

import { ensureBuilt, ensureChromium, ensureTrustTool, runScript } from './bootstrap.mjs'
import { installStep, ownStep, programStep, runSteps, testStep } from './steps.mjs'

// The steps' own limits add up to more than this; whoever is slow takes the time of those who come after.
const wholeMinutes = 24.75

const findChromium = () => {
  process.env.GHOSTLIGHT_CHROMIUM = ensureChromium()
  ensureTrustTool()
}

await runScript(() =>
  runSteps(
    [
      installStep,
      programStep('types', ['node_modules/typescript/bin/tsc', '-b'], 3),
      programStep('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.'], 2),
      programStep('unused', ['node_modules/knip/bin/knip.js'], 2),
      ownStep('web', ensureBuilt, 4),
      ownStep('browser', findChromium, 6),
      testStep('unit', 6),
      testStep('nights', 6),
      testStep('faults', 6),
      testStep('e2e', 18),
    ],
    wholeMinutes,
  ),
)

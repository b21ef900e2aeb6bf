// `npm run screens`: takes the pictures of docs/screens from the built web in a real browser.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  ensureBuilt,
  ensureChromium,
  ensureInstalled,
  Missing,
  root,
  runPinned,
  runScript,
} from './bootstrap.mjs'

const script = 'test/screens/take.ts'

await runScript(async () => {
  if (!existsSync(join(root, script)))
    throw new Missing(`${script} is missing, so there are no pictures to take.`)
  ensureInstalled()
  await ensureBuilt()
  return runPinned([script, ...process.argv.slice(2)], { env: { GHOSTLIGHT_CHROMIUM: ensureChromium() } })
})

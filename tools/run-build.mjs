// `npm run build`, and before packing: the screens and the server, where what they are made of has changed.

import { ensureBuilt, ensureInstalled, runScript } from './bootstrap.mjs'

await runScript(async () => {
  ensureInstalled()
  await ensureBuilt()
  return 0
})

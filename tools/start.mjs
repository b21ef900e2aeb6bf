// `npm start`: from a bare checkout to the first screen; arguments after `--` go to `ghostlight serve`.

import { ensureBuilt, ensureInstalled, runPinned, runScript } from './bootstrap.mjs'

await runScript(async () => {
  ensureInstalled()
  if (await ensureBuilt()) console.log('ghostlight: the screens and the server are built')
  return runPinned(['bin/ghostlight', 'serve', ...process.argv.slice(2)])
})

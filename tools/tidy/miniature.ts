// A floor plan in miniature, for the two trees that prove what tidy sees and what it leaves alone.

import type { Room } from '../room.ts'

const room = (
  path: string,
  rooms: readonly string[],
  packages: readonly string[] = [],
  ambient = false,
): Room => ({ path, what: '', rooms, packages, runs: 'everywhere', holds: 'public', ambient })

export const rooms: readonly Room[] = [
  room('src/core/kit', []),
  room('src/core/show', ['src/core/kit']),
  room('src/wire', ['src/core'], ['zod']),
  room('src/server/clock', ['src/core/kit'], ['node:perf_hooks'], true),
  room('src/server/hub', ['src/core', 'src/wire', 'src/server/clock'], ['ws']),
  room('src/server/hub/worker.ts', ['src/core']),
  room('src/web/ui', [], ['react', '@fontsource/lantern'], true),
  room('src/web/desk', ['src/core', 'src/web/ui'], ['react', 'react-dom'], true),
  room('src/web/main.tsx', ['src/web'], ['react'], true),
]

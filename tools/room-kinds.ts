// What the rooms of one kind have in common: core runs everywhere, the server in Node, a screen in a browser.

import type { Room } from './room.ts'

export const core = (
  noun: string,
  what: string,
  rooms: readonly string[],
  holds: Room['holds'] = 'company',
): Room => ({
  path: `src/core/${noun}`,
  what,
  rooms: rooms.map((room) => `src/core/${room}`),
  packages: [],
  runs: 'everywhere',
  holds,
  ambient: false,
})

export const server = (
  noun: string,
  what: string,
  rooms: readonly string[],
  packages: readonly string[],
  holds: Room['holds'] = 'need-to-know',
  ambient = false,
): Room => ({ path: `src/server/${noun}`, what, rooms, packages, runs: 'server', holds, ambient })

export const web = (
  noun: string,
  what: string,
  rooms: readonly string[],
  ambient = false,
  packages: readonly string[] = [],
): Room => ({
  path: `src/web/${noun}`,
  what,
  rooms: ['src/core', 'src/wire', 'src/words', 'src/web/speech', 'src/web/answers', ...rooms],
  packages: ['react', 'react-dom', ...packages],
  runs: 'browser',
  holds: 'company',
  ambient,
})

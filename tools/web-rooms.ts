// The browser's rooms of the floor plan: one for each screen, and what they share.

import type { Room } from './room.ts'
import { web } from './room-kinds.ts'

export const webRooms: readonly Room[] = [
  {
    ...web('speech', 'the language this page speaks', [], true),
    rooms: ['src/core/show', 'src/words'],
  },
  web('link', 'the socket, the offline queue, the store of what the server said', ['src/web/worker'], true),
  web(
    'ui',
    'our own components, tokens and type',
    ['src/letters', 'src/web/link', 'src/web/incident'],
    true,
    ['@fontsource/atkinson-hyperlegible-next', '@fontsource/atkinson-hyperlegible-mono'],
  ),
  web(
    'attendance',
    'the sign-in sheet, one’s own sign, and seeing everybody home',
    ['src/web/ui', 'src/web/link'],
    true,
  ),
  web('seen', 'who was seen: one tap, an ask, one’s own word', ['src/web/ui', 'src/web/link'], true),
  web('accident', 'the accident book, and near misses', ['src/web/ui'], true),
  web(
    'notice',
    'notices, what may be said of somebody, and ringing their people',
    ['src/letters', 'src/web/ui'],
    true,
  ),
  web('kiosk', 'the tablet at the stage door', ['src/web/ui', 'src/web/link'], true),
  web(
    'whereabouts',
    'where is everyone: two letters, and the stage map',
    ['src/web/ui', 'src/web/link'],
    true,
  ),
  web('plan', 'who plays what tonight, who is out, who was told', ['src/web/ui', 'src/web/link'], true),
  web(
    'reorder',
    'another order: choose, read everything it brings, accept or leave',
    ['src/web/ui', 'src/web/link'],
    true,
  ),
  web(
    'desk',
    'the prompt desk',
    [
      'src/web/ui',
      'src/web/link',
      'src/web/attendance',
      'src/web/whereabouts',
      'src/web/plan',
      'src/web/reorder',
    ],
    true,
    ['qrcode-generator'],
  ),
  web(
    'department',
    'one department: am I standing by?',
    ['src/web/ui', 'src/web/link', 'src/web/seen', 'src/web/plan'],
    true,
  ),
  web(
    'house',
    'front of house: is the house in, and what does it need of the desk?',
    ['src/web/ui', 'src/web/link'],
    true,
  ),
  web(
    'pocket',
    'one person: where must I be, and when?',
    [
      'src/web/ui',
      'src/web/link',
      'src/web/attendance',
      'src/web/seen',
      'src/web/plan',
      'src/web/notice',
      'src/web/vault',
    ],
    true,
  ),
  web(
    'wing',
    'one side of the stage: who and what is due here?',
    ['src/web/ui', 'src/web/link', 'src/web/seen'],
    true,
  ),
  web(
    'network',
    'being reached: cards with codes to print, what is wrong with the network, copies of the record',
    ['src/web/ui', 'src/web/link', 'src/web/desk'],
    true,
  ),
  web('paperwork', 'reports as paper', ['src/letters', 'src/web/ui', 'src/web/link'], true),
  web(
    'trust',
    'how a device comes to trust the house, to work without the desk',
    ['src/web/ui', 'src/web/link'],
    true,
  ),
  web(
    'show',
    'the first screen; the show from the screen: company, running order, cues',
    ['src/web/ui'],
    true,
  ),
  web('book', 'the script, or one’s own pages, with its cues', ['src/web/ui', 'src/web/show'], true, [
    'pdfjs-dist',
  ]),
  web(
    'watch',
    'a night to watch: desk and phone side by side',
    ['src/web/ui', 'src/web/link', 'src/web/show'],
    true,
  ),
  web('licences', 'whose work is built in, and under which terms', ['src/web/ui'], true),
  web('join', 'pairing a device, and what to do without a link', ['src/web/ui', 'src/web/link'], true),
  web(
    'incident',
    'somebody is down: one touch, the card, what is written down while nobody can be reached',
    ['src/letters', 'src/web/worker'],
    true,
  ),
  web(
    'roll-call',
    'everybody out: who was seen at which point, written down while nobody can be reached',
    ['src/letters', 'src/words', 'src/web/incident'],
    true,
  ),
  web(
    'vault',
    'sealed notes: one’s own page, and the page of whoever may open one',
    ['src/sealing', 'src/web/ui', 'src/web/link', 'src/web/incident'],
    true,
  ),
  web('worker', 'keeps the whole app on the device', [], true, ['workbox-precaching']),
  web('main.tsx', 'chooses the screen', ['src/web'], true),
]

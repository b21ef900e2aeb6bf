// The floor plan: each room's path, what it may touch, where it runs and who may see what it holds.
// `tools/tidy.ts` holds every file to its row; ARCHITECTURE.md prints this table.

export type Room = {
  /** The folder (or single file) this row speaks for; the longest matching path wins. */
  readonly path: string
  /** What happens here, in a stage manager's words. */
  readonly what: string
  /** Rooms it may import, by path; a path also grants what lies under it. Its own room is always granted. */
  readonly rooms: readonly string[]
  /** npm packages and `node:` modules it may import. */
  readonly packages: readonly string[]
  readonly runs: 'everywhere' | 'server' | 'browser' | 'tools'
  /** The most private thing that may lie here. */
  readonly holds: 'public' | 'company' | 'need-to-know' | 'sealed'
  /** May it name the clock, dice and other ambient things (Date, Math.random, setTimeout …)? */
  readonly ambient: boolean
}

const core = (
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

const server = (
  noun: string,
  what: string,
  rooms: readonly string[],
  packages: readonly string[],
  holds: Room['holds'] = 'need-to-know',
  ambient = false,
): Room => ({ path: `src/server/${noun}`, what, rooms, packages, runs: 'server', holds, ambient })

const web = (
  noun: string,
  what: string,
  rooms: readonly string[],
  ambient = false,
  packages: readonly string[] = [],
): Room => ({
  path: `src/web/${noun}`,
  what,
  rooms: ['src/core', 'src/wire', 'src/words', 'src/web/speech', ...rooms],
  packages: ['react', 'react-dom', ...packages],
  runs: 'browser',
  holds: 'company',
  ambient,
})

export const rooms: readonly Room[] = [
  core('kit', 'ids, time, results, assertions, seeded dice, canonical JSON', [], 'public'),
  core('show', 'the plan: venue, company, tracks, obligations, items, editions, cues, call tables', ['kit']),
  core('disclosure', 'who may see and do what: the one policy table', ['kit', 'show']),
  core('installation', 'one house: shows published, performances opened, devices paired and revoked', [
    'kit',
    'show',
    'disclosure',
  ]),
  core('calling', 'standby, GO, calls, the clock, notes: what the desk does', ['kit', 'show', 'disclosure']),
  core('editing', 'what a stage manager changes in the show from the screen: its next version, or why not', [
    'kit',
    'show',
  ]),
  core(
    'attendance',
    'who is in the building, by whose word, and seeing everybody home',
    ['kit', 'show', 'disclosure'],
    'need-to-know',
  ),
  core('house', 'front of house: open, the count, latecomers, what it asks of the desk', [
    'kit',
    'show',
    'disclosure',
  ]),
  core('running', 'how long items and acts took on earlier nights, and what that says of tonight', [
    'kit',
    'show',
    'calling',
  ]),
  core('presence', 'who was seen, who has not been for how long, and who is asked about it', [
    'kit',
    'show',
    'disclosure',
  ]),
  core(
    'paperwork',
    'reports and sheets as data',
    ['kit', 'show', 'disclosure', 'calling', 'attendance', 'house', 'running', 'presence'],
    'need-to-know',
  ),
  core(
    'dry-run',
    'an invented company on invented evenings, to measure what notices somebody unaccounted for',
    ['kit', 'show', 'presence'],
    'public',
  ),
  core(
    'night',
    'one performance: state, apply, decide, due, view',
    [
      'kit',
      'show',
      'disclosure',
      'calling',
      'attendance',
      'house',
      'presence',
      'running',
      'paperwork',
      'installation',
    ],
    'need-to-know',
  ),
  {
    path: 'src/words',
    what: 'every text a person reads: one catalogue, British, American and a language for tests',
    rooms: ['src/core/kit', 'src/core/show'],
    packages: [],
    runs: 'everywhere',
    holds: 'public',
    ambient: false,
  },
  {
    path: 'src/letters',
    what: 'the report in words, as text: for a file, a mail program, a mail server',
    rooms: ['src/core', 'src/words'],
    packages: [],
    runs: 'everywhere',
    holds: 'need-to-know',
    ambient: false,
  },
  {
    path: 'src/formats',
    what: 'files in, files out: the show file and its schema, TEI, what is pasted; refusals with their line',
    rooms: ['src/core/kit', 'src/core/show', 'src/core/editing'],
    packages: ['zod', 'saxes', '@humanwhocodes/momoa', 'csv-parse'],
    runs: 'everywhere',
    holds: 'company',
    ambient: false,
  },
  {
    path: 'src/wire',
    what: 'messages between server and devices, checked at the door',
    rooms: ['src/core'],
    packages: ['zod'],
    runs: 'everywhere',
    holds: 'company',
    ambient: false,
  },
  server(
    'clock',
    'the only Date.now and timers of the server',
    ['src/core/kit'],
    ['node:perf_hooks'],
    'public',
    true,
  ),
  server(
    'log',
    'the append-only log: port, memory, sqlite, verification, export',
    ['src/core/kit'],
    [
      'node:sqlite',
      'node:worker_threads',
      'node:crypto',
      'node:fs',
      'node:fs/promises',
      'node:path',
      'node:url',
    ],
  ),
  server(
    'keep',
    'copies of the record: before an upgrade, on demand, and the way back',
    ['src/core/kit', 'src/server/log'],
    ['node:fs', 'node:path', 'node:os'],
    'need-to-know',
    true,
  ),
  server(
    'post',
    'the report by the house’s own mail server, when somebody presses',
    ['src/core/kit', 'src/core/disclosure', 'src/wire', 'src/server/clock'],
    ['nodemailer', 'node:fs', 'node:path', 'node:crypto', 'node:tls'],
  ),
  server(
    'announce',
    'a name on the network and the addresses there: said, watched, told when they change',
    ['src/core/kit', 'src/server/clock'],
    ['multicast-dns', 'node:os', 'node:fs', 'node:path', 'node:crypto'],
  ),
  server(
    'owner',
    'one writer per stream: decide, append, apply, in that order',
    ['src/core', 'src/server/log', 'src/server/clock'],
    ['node:crypto'],
  ),
  server(
    'hub',
    'sessions: who is connected, what each may be sent, gaps and resume',
    ['src/core', 'src/wire', 'src/server/log', 'src/server/owner', 'src/server/clock'],
    ['ws', 'node:http', 'node:crypto', 'node:stream', 'node:zlib'],
  ),
  server(
    'certificate',
    'the house’s own authority, the certificate that is shown, and the port that shows it',
    ['src/core/kit', 'src/server/clock'],
    ['node:crypto', 'node:fs', 'node:https', 'node:net', 'node:path'],
    'need-to-know',
    true,
  ),
  server(
    'office',
    'the show from the screen: edits, files, what `ghostlight` does on a button',
    [
      'src/core',
      'src/wire',
      'src/formats',
      'src/letters',
      'src/server/demonstration',
      'src/server/hub',
      'src/server/owner',
      'src/server/clock',
      'src/server/keep',
      'src/server/log',
      'src/server/post',
    ],
    ['node:fs', 'node:path', 'node:os', 'node:crypto', 'node:worker_threads'],
  ),
  server(
    'http',
    'routes, static files, pairing',
    [
      'src/core',
      'src/wire',
      'src/server/office',
      'src/server/hub',
      'src/server/owner',
      'src/server/clock',
      'src/server/log',
      'src/server/press',
    ],
    [
      'node:http',
      'node:fs',
      'node:fs/promises',
      'node:path',
      'node:url',
      'node:crypto',
      'node:zlib',
      'node:stream/promises',
      'node:net',
    ],
  ),
  server(
    'demonstration',
    'a night to watch: the demo plays itself in a house of its own',
    ['src/core', 'src/formats', 'src/server/hub', 'src/server/http', 'src/server/log', 'src/server/clock'],
    ['node:fs', 'node:path', 'node:http'],
  ),
  server(
    'press',
    'sheets on paper: laid out and made into one PDF, beside everything else that runs',
    ['src/core/kit', 'src/core/show', 'src/core/paperwork', 'src/server/clock'],
    ['pdfkit', 'dejavu-fonts-ttf', 'node:module', 'node:worker_threads'],
  ),
  server(
    'cli',
    'the `ghostlight` commands',
    ['src/core', 'src/formats', 'src/wire', 'src/server'],
    [
      'node:child_process',
      'node:fs',
      'node:fs/promises',
      'node:path',
      'node:process',
      'node:url',
      'node:os',
      'node:util',
      'node:worker_threads',
    ],
    'need-to-know',
    true,
  ),
  server(
    'main.ts',
    'the only place that assembles',
    ['src/core', 'src/formats', 'src/wire', 'src/server'],
    [
      'node:process',
      'node:fs',
      'node:fs/promises',
      'node:http',
      'node:net',
      'node:os',
      'node:path',
      'node:url',
      'node:crypto',
    ],
    'need-to-know',
    true,
  ),
  {
    ...web('speech', 'the language this page speaks', [], true),
    rooms: ['src/core/show', 'src/words'],
  },
  web('link', 'the socket, the offline queue, the store of what the server said', ['src/web/worker'], true),
  web('ui', 'our own components, tokens and type', ['src/web/link'], true, [
    '@fontsource/atkinson-hyperlegible-next',
    '@fontsource/atkinson-hyperlegible-mono',
  ]),
  web(
    'attendance',
    'the sign-in sheet, one’s own sign, and seeing everybody home',
    ['src/web/ui', 'src/web/link'],
    true,
  ),
  web('seen', 'who was seen: one tap, an ask, one’s own word', ['src/web/ui', 'src/web/link'], true),
  web('kiosk', 'the tablet at the stage door', ['src/web/ui', 'src/web/link'], true),
  web(
    'whereabouts',
    'where is everyone: two letters, and the stage map',
    ['src/web/ui', 'src/web/link'],
    true,
  ),
  web(
    'desk',
    'the prompt desk',
    ['src/web/ui', 'src/web/link', 'src/web/attendance', 'src/web/whereabouts'],
    true,
    ['qrcode-generator'],
  ),
  web('department', 'one department: am I standing by?', ['src/web/ui', 'src/web/link'], true),
  web(
    'house',
    'front of house: is the house in, and what does it need of the desk?',
    ['src/web/ui', 'src/web/link'],
    true,
  ),
  web(
    'pocket',
    'one person: where must I be, and when?',
    ['src/web/ui', 'src/web/link', 'src/web/attendance', 'src/web/seen'],
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
  web(
    'watch',
    'a night to watch: desk and phone side by side',
    ['src/web/ui', 'src/web/link', 'src/web/show'],
    true,
  ),
  web('licences', 'whose work is built in, and under which terms', ['src/web/ui'], true),
  web('join', 'pairing a device, and what to do without a link', ['src/web/ui', 'src/web/link'], true),
  web('worker', 'keeps the whole app on the device', [], true, ['workbox-precaching']),
  web('main.tsx', 'chooses the screen', ['src/web'], true),
]

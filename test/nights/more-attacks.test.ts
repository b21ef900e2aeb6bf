// More of what somebody tries at the door of a running house: names that point here, frames by hand, what is read out of a file.

import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { makePdf } from '../../src/server/press/make-pdf.ts'
import { ghostlight, temporaryFolder } from '../kit/ghostlight.ts'
import { paperShow } from '../kit/paper-show.ts'
import { printJob } from '../kit/print-job.ts'
import { openServedHouse, RealSocket, type ServedHouse } from '../kit/served-house.ts'
import { littleShow } from '../kit/shows.ts'

const FORMULA = '=HYPERLINK("http://elsewhere.example","x")'
/** A name that reads from the right, and what turns the rest of a line round. */
const FROM_RIGHT = 'שלומית כהן'
const TURNED = '\u202Enwod si llen\u2066'
const json = { 'content-type': 'application/json' }
let house: ServedHouse
let sm: string

beforeAll(async () => {
  const { people, ...show } = littleShow()
  house = await openServedHouse({
    show: {
      ...show,
      people: people.map((one, at) => ({
        ...one,
        name: [FORMULA, `${FROM_RIGHT}${TURNED}`][at] ?? one.name,
      })),
    },
  })
  sm = await house.pair({ roles: ['SM'] })
})
afterAll(() => house?.close())

const health = async (): Promise<number> => (await house.ask('/api/health')).status

/** Bytes as they are; all that comes back until the line ends, or is quiet for a moment. */
function byHand(bytes: string | Buffer, after?: (heard: string) => Buffer | null): Promise<string> {
  return new Promise((resolve) => {
    const line = createConnection(house.server.port, '127.0.0.1', () => line.write(bytes))
    let heard = ''
    let said = false
    line.setEncoding('latin1')
    line.on('data', (more: string) => {
      heard += more
      const next = said ? null : (after?.(heard) ?? null)
      if (next === null) return
      said = true
      heard = ''
      line.write(next)
    })
    line.on('error', () => resolve(heard))
    line.on('close', () => resolve(heard))
    onTestFinished(() => void line.destroy())
  })
}

test('ATTACK-21: under no name from outside is anything told, however like one of ours it looks', async () => {
  const port = house.server.port
  for (const name of [
    'elsewhere.example',
    '127.0.0.1.elsewhere.example',
    'localhost.elsewhere.example',
    'ghostlight.local.elsewhere.example',
    '127.0.0.1.nip.io',
    '127.0.0.1@elsewhere.example',
    'elsewhere.example#127.0.0.1',
    'elsewhere.example\\.local',
    'elsewhere.example/.local',
    '.local',
    'xn--lcalhost-54a.example',
    ...[
      'localhost.',
      'ghostlight.local.',
      '[::1%25lo]',
      '127.1',
      '..',
      '127.0.0.1 elsewhere.example',
      '127.0.0.1:80',
    ],
  ]) {
    const host = `${name}:${port}`
    const told = await house.ask('/api/me', { headers: { cookie: sm, host } })
    expect([host, told.status]).toEqual([host, 403])
    const socket = new RealSocket(port, { headers: { cookie: sm, host } })
    onTestFinished(() => socket.socket.terminate())
    expect([host, await socket.status]).toEqual([host, 403])
  }
  for (const name of [
    'localhost',
    'LOCALHOST',
    '127.0.0.1',
    '[::1]',
    '[::ffff:7f00:1]',
    'ghostlight.LOCAL',
  ]) {
    const told = await house.ask('/api/me', { headers: { cookie: sm, host: `${name}:${port}` } })
    expect([name, told.status]).toEqual([name, 200])
  }
})

test('ATTACK-22: a request with no name, with two, or with another in its first line is told nothing', async () => {
  const cookie = `Cookie: ${sm}\r\nConnection: close\r\n`
  const own = `127.0.0.1:${house.server.port}`
  for (const head of [
    `GET /api/me HTTP/1.1\r\n${cookie}\r\n`,
    `GET /api/me HTTP/1.1\r\nHost: elsewhere.example\r\nHost: ${own}\r\n${cookie}\r\n`,
    `GET http://${own}/api/me HTTP/1.1\r\nHost: elsewhere.example\r\n${cookie}\r\n`,
    `GET http://elsewhere.example/api/me HTTP/1.1\r\nHost: ${own}\r\n${cookie}\r\n`,
    `GET /api/me\r\n\r\n`,
  ]) {
    const heard = await byHand(head)
    expect([head, /"roles"/.test(heard)]).toEqual([head, false])
  }
})

test('ATTACK-23: brackets within brackets without end are refused on every path, and the house goes on', async () => {
  const deep = '['.repeat(3_000)
  const objects = '{"a":'.repeat(600)
  for (const path of [
    ...['/api/join', '/api/incident', '/api/incident/whole', '/api/quiet-help', '/api/roll-call'],
    ...['/api/heads', '/api/notices', '/api/care', '/api/accident-book', '/api/sealed/own', '/api/hand-over'],
    ...['/api/passkey', '/api/office/edit', '/api/office/tonight', '/api/office/table', '/api/office/order'],
  ])
    for (const body of [deep, objects, `${deep}${']'.repeat(3_000)}`, '{"a":1e999999}', '"\\ud800"']) {
      const { status } = await house.ask(path, { method: 'POST', headers: { ...json, cookie: sm }, body })
      expect([path, body.slice(0, 9), status >= 400 && status < 500]).toEqual([path, body.slice(0, 9), true])
    }
  const socket = await new RealSocket(house.server.port, { headers: { cookie: sm } }).hello()
  socket.socket.send('['.repeat(16_000))
  expect(await socket.closed).toBe(1008)
  expect(await health()).toBe(200)
})

/** One frame as it lies on the line: first byte, length as it is claimed, and what follows. */
const frame = (first: number, second: number, ...rest: readonly number[]) =>
  Buffer.from([first, second, ...rest])

test('ATTACK-24: frames that no browser would send end the line, and the house goes on', async () => {
  const key = randomBytes(16).toString('base64')
  const own = `127.0.0.1:${house.server.port}`
  const handshake = `GET /live HTTP/1.1\r\nHost: ${own}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\nCookie: ${sm}\r\n\r\n`
  const mask = [1, 2, 3, 4]
  for (const bytes of [
    frame(0x81, 0x02, 0x7b, 0x7d), // not masked
    frame(0xf1, 0x80, ...mask), // reserved bits
    frame(0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, ...mask), // nine quintillion bytes to come
    frame(0x80, 0x80, ...mask), // goes on with nothing
    frame(0x89, 0xfe, 0x04, 0x00, ...mask), // a ping of a kilobyte
    frame(0x83, 0x80, ...mask), // a kind there is not
    frame(0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28), // no UTF-8
    frame(0x88, 0x81, ...mask, 0), // half a reason
    Buffer.concat(
      Array.from({ length: 20_000 }, (_, at) => frame(at === 0 ? 0x01 : 0x00, 0x81, 0, 0, 0, 0, 0x78)),
    ),
  ]) {
    const heard = await byHand(handshake, (head) => (head.includes('\r\n\r\n') ? bytes : null))
    expect(heard).not.toContain('"t":"snapshot"')
  }
  expect(await health()).toBe(200)
})

test('ATTACK-25: names in a query reach no file and no record but their own', async () => {
  const cookie = { cookie: sm }
  const names = [
    '../../record.db',
    '..%2f..%2fsigning-key.pem',
    '/etc/passwd',
    '%00',
    '__proto__',
    'incidents',
    '-1',
    '1e9',
  ]
  for (const path of [
    ...[
      '/api/office/picture?picture=',
      '/api/office/record-file?performance=',
      '/api/office/report-file?performance=',
    ],
    ...[
      '/api/office/book-text?show=',
      '/api/report?performance=',
      '/api/run-sheet?department=',
      '/api/exposure?device=',
    ],
  ])
    for (const name of names) {
      const { status, text } = await house.ask(`${path}${name}`, { headers: cookie })
      expect([path, name, status < 500]).toEqual([path, name, true])
      expect([path, name, /root:|BEGIN PRIVATE|SQLite format/.test(text)]).toEqual([path, name, false])
    }
})

test('ATTACK-26: a name that a spreadsheet would run is text in every table that the house hands out', async () => {
  const { status, text } = await house.ask('/api/office/table-file?table=company&as=csv', {
    headers: { cookie: sm },
  })
  expect([status, text.includes('HYPERLINK')]).toEqual([200, true])
  expect(text).not.toMatch(/(?:^|[,;\t\n])"?[=+@-][A-Z]/m)
})

test('ATTACK-27: what stands in a show is letters in a PDF: no script, no action, no link leaves with it', async () => {
  const evil = 'Eve) /OpenAction << /S /JavaScript /JS (app.alert(1)) >> endobj'
  const { bytes } = await makePdf(printJob({ ...paperShow(), title: evil.slice(0, 80) }, null, 'A4'))
  const raw = Buffer.from(bytes).toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, packed = '']) => {
    try {
      return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  // Whatever is an object of the file, also within packed objects; letters on a page are drawn by number of glyph.
  const objects = raw
    .replaceAll(/stream\r?\n[\s\S]*?\r?\nendstream/g, '')
    .replaceAll(/\((?:\\.|[^\\)])*\)/g, '()')
  for (const text of [objects, ...streams])
    expect(text).not.toMatch(/\/(?:JavaScript|JS|OpenAction|AA|Launch|URI|SubmitForm|EmbeddedFile)\b/)
})

test('ATTACK-28: what a script file says moves no cursor and clears nothing in the terminal of whoever imports it', async () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder.remove())
  const file = join(folder.path, 'evil.fountain')
  const evil = '\u001b]0;owned\u0007\u001b[2J\u009b31m'
  writeFileSync(
    file,
    `Title: Night${evil}\n\nINT. HALL${evil} - DAY\n\nMIA\nHello${evil}.\n\nTOM${evil}\nYes${evil}.\n`,
  )
  const { out, err } = await ghostlight('import', file, '--out', join(folder.path, 'evil.show.json'))
  expect(out).toContain('Night')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  expect(out + err).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/)
})

test('ATTACK-29: whoever has no part in it reads off no number that something was written', async () => {
  const person = littleShow().people[1]?.id ?? null
  const phone = await house.pair({ roles: ['perf'], person })
  const post = (path: string, body: object, cookie: string) =>
    house.ask(path, { method: 'POST', headers: { ...json, cookie }, body: JSON.stringify(body) })
  const look = async () =>
    (await post('/api/incident/whole', { incident: null, drill: false, seen: null }, phone)).text
  const before = await look()
  const at = { sentAt: 5, device: 'phone-1234' }
  const said = { id: 'said-1234', incident: 'incident-1234', drill: false, madeAt: 5, happened: null }
  const raised = {
    ...said,
    evidence: 'pressed',
    certainty: 'certain',
    what: { kind: 'opened', place: null, how: 'hold' },
  }
  expect((await post('/api/incident', { ...at, said: [raised] }, sm)).status).toBe(200)
  expect(
    (await post('/api/quiet-help', { ...at, id: 'quiet-1234', madeAt: 5, place: null }, sm)).status,
  ).toBe(200)
  expect(await look()).toBe(before)
})

test('ATTACK-30: no name and no word turns the rest of a desk round; names that read from the right are whole', async () => {
  const headers = { ...json, cookie: sm }
  const post = (path: string, body: object) =>
    house.ask(path, { method: 'POST', headers, body: JSON.stringify(body) })
  const usual = { happened: null, evidence: 'pressed', certainty: 'certain', madeAt: 0 } as const
  const whats = [
    { kind: 'opened', place: `${TURNED}`, how: 'hold' },
    { kind: 'words', about: 'other', text: `${FROM_RIGHT}${TURNED}`, witness: TURNED },
  ]
  const said = whats.map((what, at) => ({
    ...{ ...usual, what, drill: false },
    ...{ id: `turned-said-${at}`, incident: 'incident-turned' },
  }))
  const taken = await post('/api/incident', { sentAt: 0, device: 'a-turned-device', said })
  expect([taken.status, JSON.parse(taken.text).taken]).toEqual([200, said.map(({ id }) => id)])
  const whole = await post('/api/incident/whole', { incident: 'incident-turned', drill: false, seen: 0 })
  const desk = new RealSocket(house.server.port, { headers: { cookie: sm } })
  onTestFinished(() => desk.socket.terminate())
  await desk.hello()
  for (const command of [
    { name: 'visitor.in', visitor: `${FROM_RIGHT}${TURNED}`, host: null },
    { name: 'note.write', department: null, text: `${FROM_RIGHT}${TURNED}` },
  ] as const)
    expect(await desk.press(command)).toMatchObject({ ok: true })
  await desk.quiet()
  const heard = [whole.text, ...desk.texts].join('\n')
  expect(heard.match(/[\u202A-\u202E\u2066-\u2069]/g)).toBeNull()
  for (const where of ['"name":', '"text":']) expect(heard).toContain(`${where}"${FROM_RIGHT}nwod si llen"`)
})

test('ATTACK-30: each door that words come in by reads them so', () => {
  const doors = [...readdirSync('src/wire').map((name) => `src/wire/${name}`), 'src/server/office/asked.ts']
  // What a device kept itself, and what its own keeper's key opened, came through no door.
  const own = new Set(['src/wire/heads.ts', 'src/wire/vault.ts'])
  const bare = doors.filter(
    (file) =>
      /\.ts$/.test(file) && !file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes('JSON.parse('),
  )
  expect(bare.filter((file) => !own.has(file))).toEqual([])
})

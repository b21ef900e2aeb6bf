// Somebody who means harm, at the door of a running house: each test carries out one attack of docs/specs/attack.md.

import { readdirSync, readFileSync } from 'node:fs'
import { createConnection, type Socket } from 'node:net'
import { join } from 'node:path'
import { deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { theMachine } from '../../src/core/installation/installation.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import type { WireCommand } from '../../src/wire/messages.ts'
import { PROTOCOL } from '../../src/wire/protocol.ts'
import { root } from '../kit/ghostlight.ts'
import { noteOf, sealedDevice, sealedShow } from '../kit/sealed.ts'
import { openServedHouse, RealSocket, readCookie, type ServedHouse } from '../kit/served-house.ts'

const SCRIPT = '<script>alert(1)</script>'
const json = { 'content-type': 'application/json' }
let house: ServedHouse
let sm: string

beforeAll(async () => {
  const venue = { ...sealedShow.venue, name: `Hall ${SCRIPT}` }
  house = await openServedHouse({ show: { ...sealedShow, venue } })
  sm = await house.pair({ roles: ['SM'] })
})
afterAll(() => house?.close())

const open = (headers: Record<string, string>): RealSocket => {
  const socket = new RealSocket(house.server.port, { headers })
  onTestFinished(() => socket.socket.terminate())
  return socket
}
const recorded = (): number => house.server.stage.night()?.owner.state().seq ?? -1
const health = async (): Promise<number> => (await house.ask('/api/health')).status
const note = (text: string): WireCommand => ({ name: 'note.write', department: null, text })

/** What a stranger writes by hand, and all that comes back until the line ends; "" where nothing does. */
function byHand(text: string): Promise<string> {
  return new Promise((resolve) => {
    const line = createConnection(house.server.port, '127.0.0.1', () => line.write(text))
    let heard = ''
    line.setEncoding('latin1')
    line.on('data', (more: string) => {
      heard += more
    })
    line.on('error', () => resolve(heard))
    line.on('close', () => resolve(heard))
  })
}

test('ATTACK-1: forged frames, and presses that name their maker, end the connection and reach nobody', async () => {
  const desk = await open({ cookie: sm }).hello()
  const before = [recorded(), desk.texts.length]
  const board = await house.pair({ roles: ['callboard'] })
  const press = { t: 'command', id: 'forged-press-1', madeAt: Date.now() }
  for (const forged of [
    { t: 'frame', seq: 9, prev: 8, sections: {} },
    { t: 'snapshot', seq: 9 },
    { t: 'answer', id: 'forged-press-1', answer: { ok: true, seq: 9 } },
    { ...press, command: { name: 'desk.take' }, by: { roles: ['SM'] } },
    { ...press, command: { name: 'desk.take', roles: ['SM'] } },
    { t: 'hello', protocol: PROTOCOL, seen: null, roles: ['SM'] },
  ]) {
    const socket = await open({ cookie: board }).hello()
    socket.say(forged)
    expect([forged, await socket.closed]).toEqual([forged, 1008])
  }
  await desk.quiet()
  const frames = desk.messages.slice(before[1]).filter((one) => one.t === 'frame')
  expect(JSON.stringify(frames)).not.toContain('forged')
  expect(recorded()).toBe(before[0])
})

test('ATTACK-2: a press said again counts once; said for another performance it counts in none', async () => {
  const press = { t: 'command', id: 'replayed-press', madeAt: Date.now(), command: note('Said once.') }
  const answers = []
  const before = recorded()
  for (let time = 0; time < 3; time += 1) {
    const socket = await open({ cookie: sm }).hello()
    socket.say(press)
    answers.push(await socket.until((one) => one.t === 'answer' && one.id === press.id))
  }
  expect(answers[0]).toMatchObject({ answer: { ok: true } })
  expect([answers[1], answers[2]]).toEqual([answers[0], answers[0]])
  expect(recorded()).toBe(before + 1)
  const socket = await open({ cookie: sm }).hello()
  socket.say({ ...press, id: 'of-yesterday', performance: 'yesterday' })
  expect(await socket.until((one) => one.t === 'answer')).toMatchObject({
    answer: { refusal: { code: 'other-performance' } },
  })
  expect(recorded()).toBe(before + 1)
})

test('ATTACK-3: another’s press id tells nothing of theirs and keeps neither from counting', async () => {
  const other = await house.pair({ roles: ['CM'] })
  const said = []
  const before = recorded()
  for (const [cookie, text] of [
    [other, 'Taken beforehand.'],
    [sm, 'The rightful one.'],
  ] as const) {
    const socket = await open({ cookie }).hello()
    socket.say({ t: 'command', id: 'guessed-press', madeAt: Date.now(), command: note(text) })
    said.push(await socket.until((one) => one.t === 'answer'))
  }
  expect(said).toEqual([
    expect.objectContaining({ answer: expect.objectContaining({ ok: true, seq: before + 1 }) }),
    expect.objectContaining({ answer: expect.objectContaining({ ok: true, seq: before + 2 }) }),
  ])
})

test('ATTACK-4: a stolen link lets nobody in a second time, and no cookie can be slipped in before', async () => {
  const token = await house.invite({ roles: ['SM'] })
  const planted = `ghostlight=${token}`
  const joined = await house.ask('/api/join', {
    method: 'POST',
    headers: { ...json, cookie: planted },
    body: JSON.stringify({ token }),
  })
  const given = (joined.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
  expect(given).not.toContain(token)
  expect((await house.ask('/api/me', { headers: { cookie: planted } })).status).toBe(401)
  const [again, never] = [await house.join(token), await house.join('device-never.never')]
  expect([again.reply.status, again.reply.text]).toEqual([never.reply.status, never.reply.text])
  expect(again.cookie).toBe('')
})

test('ATTACK-5: claiming another address in headers changes neither the count of guesses nor the way', async () => {
  const guess = (at: number) =>
    house.ask('/api/join', {
      method: 'POST',
      headers: {
        ...json,
        'x-forwarded-for': `10.0.0.${at}`,
        forwarded: `for=10.0.0.${at};proto=https`,
        'x-real-ip': `10.0.0.${at}`,
      },
      body: JSON.stringify({ token: 'BCDFGH' }),
    })
  const told = []
  for (let at = 0; at < 7; at += 1) told.push((await guess(at)).text)
  expect(told.at(-1)).not.toBe(told[0])
  expect(told.at(-1)).toBe(told.at(-2))
})

test('ATTACK-6: no path reads a file beside the screens, however it is written', async () => {
  for (const path of [
    '/../record.db',
    '/%2e%2e%2frecord.db',
    '/..%5crecord.db',
    '/....//record.db',
    '/%252e%252e/record.db',
    '/assets/%c0%ae%c0%ae/record.db',
    '/file:///etc/passwd',
    'http://127.0.0.1/etc/passwd',
    '/etc/passwd%00.html',
    '/api/office/../../etc/passwd',
    `/${house.dataDir}`,
  ]) {
    const { status, text } = await house.ask(path, { headers: { cookie: sm } })
    expect([path, status], text.slice(0, 80)).toEqual([path, 404])
  }
})

test('ATTACK-7: another site’s page and a name from outside get nothing by HTTP or socket', async () => {
  const own = `127.0.0.1:${house.server.port}`
  const incident = JSON.stringify({ drill: false })
  const told =
    `/api/me /api/join /api/incident /api/office/show /api/sealed/own /api/key /api/care /api/passkey /api/mine
    /api/mine/leave /api/quiet-help /api/heads /api/backup`.replaceAll(/\s+/g, ' ')
  for (const from of [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { origin: `http://${own}`, host: 'elsewhere.example' },
    { origin: 'http://elsewhere.example', host: 'elsewhere.example' },
    { origin: 'http://elsewhere.example', host: 'elsewhere.example', 'sec-fetch-site': 'same-origin' },
    { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
  ]) {
    const headers = { ...json, cookie: sm, ...from }
    for (const path of told.split(' ')) {
      const { status } = await house.ask(path, { method: 'POST', headers, body: incident })
      expect([from, path, status]).toEqual([from, path, 403])
    }
    expect([from, await open({ ...from, cookie: sm }).status]).toEqual([from, 403])
  }
})

test('ATTACK-8: bodies, headers and messages without end are ended, and the house goes on', async () => {
  const chunk = `${(4096).toString(16)}\r\n${'x'.repeat(4096)}\r\n`
  const head = 'POST /api/join HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n'
  expect(await byHand(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(40)}`)).toMatch(
    /^HTTP\/1.1 413/,
  )
  expect(await byHand(`GET / HTTP/1.1\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`)).toMatch(/^(HTTP\/1.1 431|$)/)
  const socket = await open({ cookie: sm }).hello()
  socket.say('x'.repeat(1024 * 1024))
  expect(await socket.closed).toBe(1009)
  expect(await health()).toBe(200)
})

test('ATTACK-9: names that a program already has change nothing and give nobody a role', async () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']
  const desk = await open({ cookie: sm }).hello()
  const post = { person: null, department: null, place: null, title: 'Odd' }
  for (const name of names) {
    expect(await desk.press({ name: 'device.invite', roles: [name], ...post })).toMatchObject({ ok: false })
    expect(await desk.press({ name: 'device.revoke', device: name })).toMatchObject({ ok: false })
    expect(await desk.press({ name: 'sign.in', person: name })).toMatchObject({ ok: false })
    expect((await house.join(`${name}.${name}`)).cookie).toBe('')
    for (const path of ['/api/join', '/api/incident', '/api/roll-call', '/api/sealed/keep', `/api/${name}`]) {
      const body = `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"${name}":1}`
      const { status } = await house.ask(path, { method: 'POST', headers: { ...json, cookie: sm }, body })
      expect([path, status < 500 && status >= 400]).toEqual([path, true])
    }
  }
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

async function revoke(cookie: string): Promise<void> {
  const device = id<'device'>(readCookie(cookie).device)
  const command = { name: 'device.revoke', device } as const
  const said = { id: `revoke-${device}`, by: theMachine, madeAt: instant(0), command }
  expect(await house.server.stage.installation.submit(said)).toMatchObject({ ok: true })
}

test('ATTACK-10: a device that is there, one that was removed and none are answered in the same bytes', async () => {
  const [there, removed] = [await house.pair({ roles: ['FOH'] }), await house.pair({ roles: ['FOH'] })]
  await revoke(removed)
  const name = there.split('=')[0] ?? ''
  const tries = [`${there}x`, removed, `${removed}x`, `${name}=device-never.x`, `${name}=.`]
  for (const path of ['/api/me', '/api/report', '/api/network', '/api/backup']) {
    const [first, ...more] = await Promise.all(
      tries.map((cookie) => house.ask(path, { headers: { cookie } })),
    )
    for (const reply of more) expect([reply.status, reply.text]).toEqual([first?.status, first?.text])
  }
  expect(await Promise.all(tries.map((cookie) => open({ cookie }).status))).toEqual([401, 401, 401, 401, 401])
})

test('ATTACK-11: three hundred half requests hang on the door, and the house answers', async () => {
  const lines: Socket[] = []
  for (let at = 0; at < 300; at += 1) {
    const line = createConnection(house.server.port, '127.0.0.1')
    line.on('error', () => undefined)
    line.write(
      at % 2 === 0 ? 'GET /live HTTP/1.1\r\nHo' : 'POST /api/join HTTP/1.1\r\nContent-Length: 999\r\n\r\n{',
    )
    lines.push(line)
  }
  expect(await health()).toBe(200)
  const desk = await open({ cookie: sm }).hello()
  expect(await desk.press(note('Meanwhile.'))).toMatchObject({ ok: true })
  for (const line of lines) line.destroy()
})

test('ATTACK-12: nothing of a path, a name or a token becomes a header', async () => {
  const lines = '%0d%0aX-Planted:%20yes'
  const paths = [`/${lines}`, `/api/here?is=${lines}`, `/api/office/table-file?table=${lines}`]
  for (const path of [...paths, `/api/report?${lines}`, `/api/office/report-file?performance=${lines}`]) {
    const { headers } = await house.ask(path, { headers: { cookie: sm } })
    expect([path, headers['x-planted']]).toEqual([path, undefined])
  }
  const { reply } = await house.join('device.x\r\nSet-Cookie: planted=1')
  expect(reply.headers['set-cookie']).toBeUndefined()
})

test('ATTACK-13: two requests in one are refused whole', async () => {
  const smuggled = 'GET /api/health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'
  const heard = await byHand(
    `POST /api/join HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
  )
  expect(heard).toMatch(/^HTTP\/1.1 400/)
  expect(heard.match(/HTTP\/1.1/g)).toHaveLength(1)
})

test('ATTACK-14: mixed cookies are nobody', async () => {
  const board = await house.pair({ roles: ['callboard'] })
  const [mine, theirs] = [readCookie(board), readCookie(sm)]
  const name = sm.split('=')[0] ?? ''
  for (const cookie of [
    `${name}=${theirs.device}.${mine.secret}`,
    `${name}=${mine.device}.${theirs.secret}`,
    `ghostlight-000000000000=${theirs.device}.${theirs.secret}`,
    `${name}=${theirs.device}.; role=SM; admin=true`,
    `${name}=%22${theirs.device}.${theirs.secret}%22`,
  ])
    expect([cookie, (await house.ask('/api/me', { headers: { cookie } })).status]).toEqual([cookie, 401])
  const both = await house.ask('/api/me', { headers: { cookie: `${board}; role=SM; roles=SM` } })
  expect(JSON.parse(both.text)).toMatchObject({ viewer: { roles: ['callboard'] } })
})

test('ATTACK-15: a small message that unpacks to a large one is unpacked nowhere', async () => {
  const socket = await open({ cookie: sm, 'sec-websocket-extensions': 'permessage-deflate' }).hello()
  expect(socket.socket.extensions).toBe('')
  socket.socket.send(deflateSync(Buffer.alloc(32 * 1024 * 1024)))
  expect(await socket.closed).toBe(1009)
  const body = gzipSync(JSON.stringify({ token: await house.invite({ roles: ['SM'] }) })).toString('latin1')
  const headers = { ...json, 'content-encoding': 'gzip' }
  const reply = await house.ask('/api/join', { method: 'POST', headers, body })
  expect(reply.status).toBeGreaterThanOrEqual(400)
  expect(reply.headers['set-cookie']).toBeUndefined()
})

test('ATTACK-16: script in a name is letters on the pages that the house writes', async () => {
  for (const path of ['/incident', '/incident-drill', '/roll-call']) {
    const { text, headers } = await house.ask(path)
    expect(text).not.toContain(SCRIPT)
    expect(headers['content-security-policy']).toMatch(/^default-src 'self'/)
    expect(headers['content-security-policy']).toContain("form-action 'self'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
  }
})

test('ATTACK-17: a removed device is out on every line, and nothing of it is worth anything', async () => {
  const token = await house.invite({ roles: ['SM'] })
  const { cookie } = await house.join(token)
  const lines = await Promise.all([open({ cookie }).hello(), open({ cookie }).hello()])
  await revoke(cookie)
  await Promise.all(lines.map((line) => line.closed))
  const { device, secret } = readCookie(cookie)
  const basic = { authorization: `Basic ${Buffer.from(`${device}:${secret}`).toString('base64')}` }
  for (const headers of [{ cookie }, basic]) {
    expect((await house.ask('/api/me', { headers })).status).toBe(401)
    expect(await open(headers).status).toBe(401)
  }
  expect((await house.join(token)).cookie).toBe('')
})

/** Every byte of the folder, as it would be looked through by somebody with a search. */
const allBytes = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  )

test('ATTACK-18: an administrator who looks through the data folder finds no secret in any coding', async () => {
  const planted = 'MARK-penicillin'
  const owner = await sealedDevice(house, ['perf'], 'dot')
  await owner.leave(noteOf(planted))
  const unused = await house.invite({ roles: ['SM'] })
  const desk = await open({ cookie: sm }).hello()
  const written = 'MARK-this-one-is-found'
  expect(await desk.press(note(written))).toMatchObject({ ok: true })
  const secrets = [planted, readCookie(sm).secret, readCookie(owner.cookie).secret, owner.code]
  const bytes = allBytes(house.dataDir)
  expect(bytes.includes(written), 'the search finds what is there').toBe(true)
  for (const secret of [...secrets, unused.split('.')[1] ?? '']) {
    const plain = Buffer.from(secret)
    const codings = [plain, Buffer.from(secret, 'utf16le'), plain.toString('hex')]
    const raw = Buffer.from(secret, 'base64url')
    for (const form of [...codings, plain.toString('base64').replace(/=+$/, ''), raw, raw.toString('hex')])
      expect(form.length > 8 && bytes.includes(form), `${secret} is in the folder`).toBe(false)
  }
})

test('ATTACK-19: every package has its hash and comes from the registry; one alone runs a script', () => {
  type Locked = {
    version?: string
    resolved?: string
    integrity?: string
    hasInstallScript?: boolean
    link?: boolean
  }
  const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'))
  const packages = Object.entries<Locked>(read('package-lock.json').packages).filter(([name]) => name !== '')
  expect(packages.length).toBeGreaterThan(100)
  for (const [name, one] of packages) {
    expect([name, one.integrity]).toEqual([name, expect.stringMatching(/^sha512-[\w+/]{86}==$/)])
    if (one.resolved !== undefined) expect(one.resolved).toMatch(/^https:\/\/registry\.npmjs\.org\//)
  }
  const scripted = packages.filter(([, one]) => one.hasInstallScript).map(([name]) => name)
  const allowed = Object.keys(read('package.json').allowScripts)
  expect(scripted.filter((name) => !allowed.includes(name.replace(/^.*node_modules\//, '')))).toEqual([])
  for (const version of Object.values<string>({
    ...read('package.json').devDependencies,
    ...read('package.json').dependencies,
  }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
})

test('ATTACK-20: other methods do nothing and give nothing back', async () => {
  for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
    for (const path of ['/', '/api/join', '/api/me', '/api/office/show']) {
      const { text, headers, status } = await house.ask(path, { method, headers: { 'x-secret': 'echo-me' } })
      expect([method, path, status < 500, text.includes('echo-me')]).toEqual([method, path, true, false])
      expect(headers['access-control-allow-origin']).toBeUndefined()
      expect(headers['set-cookie']).toBeUndefined()
    }
  expect(
    await byHand('CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n'),
  ).not.toContain('200')
})

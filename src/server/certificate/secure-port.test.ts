// The folder, the days and the second port, with the real server and real connections.

import { X509Certificate } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { openServedHouse, RealSocket, readCookie, type ServedHouse } from '../../../test/kit/served-house.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { systemClock } from '../clock/clock.ts'
import { FOLDER_NAME } from './folder.ts'
import { issueServer, makeAuthority, SERVER_DAYS } from './issue.ts'
import { keepBrought, keepOwn, RENEW_BEFORE_MS } from './keeper.ts'
import { namesFor } from './names.ts'
import { openSecurePort } from './secure-port.ts'

const DAY_MS = 24 * 3_600_000
const now = Math.floor(Date.now() / 1000) * 1000

function folder(): string {
  const one = temporaryFolder()
  onTestFinished(() => one.remove())
  return one.path
}

async function openHouse(): Promise<ServedHouse> {
  const house = await openServedHouse({ show: littleShow() })
  onTestFinished(() => house.close())
  return house
}

const authorityOf = ({ dataDir }: ServedHouse) =>
  readFileSync(join(dataDir, FOLDER_NAME, 'authority.pem'), 'utf8')

type Secure = {
  readonly status: number
  readonly text: string
  readonly fingerprint: string
  /** The cookie that came with it; "" for none. */
  readonly given: string
}

/** One request at the second port, believing the house's authority and nothing else. */
function askSecurely(house: ServedHouse, path: string, cookie = '', method = 'GET'): Promise<Secure> {
  const port = house.server.secure.port() ?? 0
  const headers = { cookie, ...(method === 'POST' ? { 'content-type': 'application/json' } : {}) }
  const options = { host: '127.0.0.1', port, path, method, ca: authorityOf(house), headers, agent: false }
  return new Promise((resolve, reject) => {
    const asked = request(options, (answer) => {
      const { socket } = answer
      const fingerprint = 'getPeerX509Certificate' in socket ? peerOf(socket) : ''
      const given = (answer.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, fingerprint, given }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

// `as`: looked for a line above; the type of a request's socket does not say it.
const peerOf = (socket: object): string =>
  (socket as { getPeerX509Certificate(): X509Certificate }).getPeerX509Certificate().fingerprint256

test('CERT-4: keys are readable by their owner only, and stand in no answer, no log and no list', async () => {
  const house = await openHouse()
  const cookie = await house.pair({ roles: ['SM'] })
  const desk = await new RealSocket(house.server.port, { headers: { cookie } }).hello()
  expect(await desk.press({ name: 'certificate.make' })).toMatchObject({ ok: true })
  const at = (name: string) => join(house.dataDir, FOLDER_NAME, name)
  for (const name of ['authority-key.pem', 'server-key.pem'])
    expect(statSync(at(name)).mode & 0o777).toBe(0o600)
  expect(statSync(join(house.dataDir, FOLDER_NAME)).mode & 0o777).toBe(0o700)
  const inside = (name: string) => readFileSync(at(name), 'utf8').split('\n')[1] ?? 'no key'
  const answers = await Promise.all(
    ['/api/way-in', '/ghostlight-authority.crt', `/${FOLDER_NAME}/authority-key.pem`].map((path) =>
      house.ask(path),
    ),
  )
  await desk.quiet()
  const said = [
    ...answers.map(({ text }) => text),
    ...desk.texts,
    readFileSync(join(house.dataDir, 'ghostlight.db'), 'latin1'),
  ]
  for (const key of ['authority-key.pem', 'server-key.pem'].map(inside))
    expect(said.filter((text) => text.includes(key))).toEqual([])
  await desk.close()
})

test('CERT-5: it stays the same while it is good; it is renewed in time, with a new address, and where it is damaged', () => {
  const dataDir = folder()
  let addresses: readonly string[] = ['http://10.0.0.5:4444']
  const open = () => keepOwn(dataDir, () => namesFor(addresses, 'desk'))
  expect(open().current(now)).toBeNull()
  open().make(now)
  const authority = open().authority()
  const keeper = open()
  const first = keeper.current(now)
  expect(keeper.current(now)).toBe(first)
  expect(open().current(now)).toEqual(first)
  // The last moment at which it still does, and the one after.
  const due = now + SERVER_DAYS * DAY_MS - RENEW_BEFORE_MS
  expect(open().current(due)).toEqual(first)
  const second = keeper.current(due + 1)
  expect(second?.certificate).not.toBe(first?.certificate)
  addresses = ['http://10.0.0.9:4444']
  const third = keeper.current(due + 1)
  expect(new X509Certificate(third?.certificate ?? '').checkIP('10.0.0.9')).toBe('10.0.0.9')
  for (const damage of ['', 'not a certificate', first?.key ?? '']) {
    writeFileSync(join(dataDir, FOLDER_NAME, 'server.pem'), damage)
    const again = open().current(due + 1)
    expect(new X509Certificate(again?.certificate ?? '').checkIP('10.0.0.9')).toBe('10.0.0.9')
  }
  expect(open().authority()).toEqual(authority)
})

test('CERT-5: whoever shows the way in is told of a renewed certificate, and only then', async () => {
  const dataDir = folder()
  let addresses: readonly string[] = ['http://10.0.0.5:4444']
  const keeper = keepOwn(dataDir, () => namesFor(addresses, 'desk'))
  keeper.make(now)
  let told = 0
  const port = await openSecurePort({
    ...{ keeper, clock: systemClock, host: '127.0.0.1', port: 0, limits: {} },
    furnish: (server) => () => new Promise((resolve) => server.close(() => resolve())),
    changed: () => {
      told += 1
    },
  })
  onTestFinished(() => port.close())
  const opened = told
  await port.look()
  expect(told).toBe(opened)
  addresses = ['http://10.0.0.9:4444']
  await port.look()
  expect(told).toBe(opened + 1)
})

test('CERT-5: an authority that cannot be read is said to be so, and no other is made in its place', () => {
  const dataDir = folder()
  const keeper = keepOwn(dataDir, () => namesFor([], 'desk'))
  keeper.make(now)
  writeFileSync(join(dataDir, FOLDER_NAME, 'authority-key.pem'), makeAuthority(now).key)
  keeper.make(now)
  expect(() => keepOwn(dataDir, () => namesFor([], 'desk')).current(now)).toThrow(/do not belong together/)
})

test('CERT-6: a certificate brought along is shown, read again when it is another, and refused with another’s key', () => {
  const dataDir = folder()
  const files = { certificate: join(dataDir, 'own.pem'), key: join(dataDir, 'own-key.pem') }
  const own = () => issueServer(makeAuthority(now), namesFor([], 'desk'), now)
  const [first, second] = [own(), own()]
  writeFileSync(files.certificate, first.certificate)
  writeFileSync(files.key, first.key)
  const keeper = keepBrought(files)
  expect([keeper.current(now), keeper.authority()]).toEqual([first, null])
  writeFileSync(files.certificate, second.certificate)
  expect(() => keeper.current(now)).toThrow(/is not the key of the certificate/)
  writeFileSync(files.key, second.key)
  expect(keeper.current(now)).toEqual(second)
  expect(() => keeper.make(now)).toThrow(/brought along/)
})

test('CERT-7, CERT-11: there is no second port until the desk makes the certificate; then it is open, and who asks is told', async () => {
  const house = await openHouse()
  expect(house.server.secure.port()).toBeNull()
  expect(JSON.parse((await house.ask('/api/way-in')).text)).toEqual({ port: null, authority: null })
  expect((await house.ask('/ghostlight-authority.crt')).status).toBe(404)
  const plain = await new RealSocket(house.server.port, {
    headers: { cookie: await house.pair({ roles: ['SM'] }) },
  }).hello()
  expect(await plain.press({ name: 'certificate.make' })).toMatchObject({ ok: true })
  const port = house.server.secure.port()
  const read = new X509Certificate(authorityOf(house))
  const authority = {
    name: read.subject.slice(3),
    fingerprint: read.fingerprint256,
    thumbprint: read.fingerprint,
  }
  expect(JSON.parse((await house.ask('/api/way-in')).text)).toEqual({ port, authority })
  const file = await house.ask('/ghostlight-authority.crt')
  expect([file.status, file.headers['content-type']]).toEqual([200, 'application/x-x509-ca-cert'])
  expect((await askSecurely(house, '/api/health')).status).toBe(200)
  // The desk that pressed is told of it in its list, and nobody was sent away.
  await plain.until(
    (message) =>
      message.t === 'frame' && message.sections.devices?.secure?.authority?.name === authority.name,
  )
  await plain.close()
})

test('CERT-8: a device that was paired at the plain port is the same one at the other, and the other way round', async () => {
  const house = await openHouse()
  await house.server.secure.make()
  const cookie = await house.pair({ roles: ['SM'], name: 'The tablet' })
  expect((await askSecurely(house, '/api/me')).status).toBe(401)
  const known = await askSecurely(house, '/api/me', cookie)
  expect(JSON.parse(known.text)).toMatchObject({ viewer: { device: readCookie(cookie).device } })
  const socket = new RealSocket(house.server.secure.port() ?? 0, {
    headers: { cookie },
    ca: authorityOf(house),
  })
  await socket.hello()
  expect(socket.messages[0]).toMatchObject({ t: 'welcome', viewer: { name: 'The tablet' } })
  await socket.close()
})

test('KEY-6: a key that went plainly is exchanged at once by https, one that did not is left, and the old one lets in meanwhile', async () => {
  const house = await openHouse()
  await house.server.secure.make()
  const name = 'The wing tablet'
  const old = await house.pair({ roles: ['callboard'], name })
  const turned = async (cookie: string) => (await askSecurely(house, '/api/key', cookie, 'POST')).given
  // By plain HTTP it is not due for half a day.
  const plainly = await house.ask('/api/key', {
    ...{ method: 'POST', body: '{}' },
    headers: { 'content-type': 'application/json', cookie: old },
  })
  expect(JSON.parse(plainly.text)).toEqual({ turned: false })
  const next = await turned(old)
  expect(next).not.toBe('')
  // Asked again and again it fills no record.
  const { seq } = house.server.stage.installation.state()
  for (let again = 0; again < 5; again += 1) expect(await turned(old)).toBe('')
  expect(house.server.stage.installation.state().seq).toBe(seq)
  for (const cookie of [next, old]) expect((await askSecurely(house, '/api/me', cookie)).status).toBe(200)
  expect(await turned(next)).toBe('')
  const again = await house.ask('/api/me', { headers: { cookie: next } })
  expect(again.status).toBe(200)
})

test('CERT-9: a renewed certificate is shown to the next; whoever is connected stays so', async () => {
  let addresses: readonly string[] = []
  const house = await openServedHouse({ show: littleShow(), reachedAt: () => addresses })
  onTestFinished(() => house.close())
  await house.server.secure.make()
  const before = await askSecurely(house, '/api/health')
  const cookie = await house.pair({ roles: ['SM'] })
  const socket = new RealSocket(house.server.secure.port() ?? 0, {
    headers: { cookie },
    ca: authorityOf(house),
  })
  await socket.hello()
  expect((await askSecurely(house, '/api/health')).fingerprint).toBe(before.fingerprint)
  addresses = ['http://10.20.30.40:4444']
  await house.server.secure.look()
  expect((await askSecurely(house, '/api/health')).fingerprint).not.toBe(before.fingerprint)
  await socket.quiet()
  await socket.close()
})

test('CERT-10: where the second port is taken the plain one goes on, and the desk is told', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => void taken.close(() => resolve())))
  const bound = taken.address()
  const securePort = typeof bound === 'object' && bound !== null ? bound.port : 0
  const house = await openServedHouse({ show: littleShow(), securePort })
  onTestFinished(() => house.close())
  const desk = await new RealSocket(house.server.port, {
    headers: { cookie: await house.pair({ roles: ['SM'] }) },
  }).hello()
  const answer = await desk.press({ name: 'certificate.make' })
  expect(answer).toMatchObject({
    ok: false,
    refusal: { sentence: expect.stringContaining(`Port ${securePort} is taken`) },
  })
  await desk.until(
    (message) =>
      message.t === 'frame' && (message.sections.devices?.secure?.problem ?? '').includes('is taken'),
  )
  await desk.close()
})

test('CERT-12: a phone makes no certificate, and the press leaves nothing in the record', async () => {
  const house = await openHouse()
  const events = async () => JSON.stringify(await house.server.log.streams())
  const [phone, tablet] = [await house.pair({ roles: ['callboard'] }), await house.pair({ roles: ['SM'] })]
  const before = await events()
  const own = await new RealSocket(house.server.port, { headers: { cookie: phone } }).hello()
  expect(await own.press({ name: 'certificate.make' })).toMatchObject({
    ok: false,
    refusal: { code: 'not-yours' },
  })
  expect(house.server.secure.port()).toBeNull()
  const desk = await new RealSocket(house.server.port, { headers: { cookie: tablet } }).hello()
  expect(await desk.press({ name: 'certificate.make' })).toMatchObject({ ok: true })
  expect(await events()).toBe(before)
  await own.close()
  await desk.close()
})

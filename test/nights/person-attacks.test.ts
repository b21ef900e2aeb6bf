// Somebody who wants to be somebody else: letters, links, passkeys and cookies, over real requests and sockets.

import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { RoleName } from '../../src/core/disclosure/policy.ts'
import type { Answer, WireCommand } from '../../src/wire/messages.ts'
import { SoftPasskey } from '../kit/passkey.ts'
import { openServedHouse, RealSocket, readCookie, type ServedHouse } from '../kit/served-house.ts'
import { sightingShow } from '../kit/sighting-show.ts'

const json = { 'content-type': 'application/json' }
const AIDER = 'Wilhelmina Firstaid'
let house: ServedHouse
let sm: string

beforeAll(async () => {
  const { venue, ...show } = sightingShow
  const aiders = [{ name: AIDER, until: '2999-12-31' }]
  const safety = { points: [{ place: 'Car park' }], aeds: [], kits: [], phones: [], aiders }
  house = await openServedHouse({ show: { ...show, venue: { ...venue, safety } } })
  sm = await house.pair({ roles: ['SM'] })
})
afterAll(() => house?.close())

const people = () => house.server.stage.night()?.plan.show.people ?? []
const personAt = (at: number): string => people()[at]?.id ?? ''

async function open(cookie: string): Promise<RealSocket> {
  const socket = new RealSocket(house.server.port, { headers: { cookie } })
  onTestFinished(() => socket.socket.terminate())
  return socket.hello()
}
async function pressed(socket: RealSocket, key: string, command: WireCommand): Promise<Answer> {
  const from = socket.texts.length
  let heard = 0
  socket.say({ t: 'command', id: key, madeAt: Date.now(), command })
  const told = await socket.until((one) => {
    heard += 1
    return heard > from && one.t === 'answer' && one.id === key
  })
  return told.t === 'answer' ? told.answer : { ok: false, failure: 'no answer' }
}
const inviting = (person: string, roles: string[] | null = null): WireCommand => ({
  name: 'person.invite',
  person,
  roles,
})
async function lettersFor(person: string, by: RoleName = 'CM', roles: string[] | null = null) {
  const answer = await (await open(await house.pair({ roles: [by] }))).press(inviting(person, roles))
  if (!answer.ok || !answer.code) throw new Error(JSON.stringify(answer))
  return answer.code.text
}
async function join(token: string, cookie = '', own = false) {
  const body = JSON.stringify({ token, own })
  const reply = await house.ask('/api/join', { method: 'POST', headers: { ...json, cookie }, body })
  return { ...reply, given: (reply.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '' }
}
const me = (headers: Record<string, string>) => house.ask('/api/me', { headers })
const remove = async (cookie: string) =>
  expect(
    await (await open(sm)).press({ name: 'device.revoke', device: readCookie(cookie).device }),
  ).toMatchObject({ ok: true })

test('ATTACK-31: a cookie that was slipped in beside one’s own makes nobody somebody else, and locks nobody out', async () => {
  const theirs = await house.pair({ roles: ['callboard'] })
  const name = sm.split('=')[0] ?? ''
  for (const junk of [`${name}=x.y`, `${name}=`, `${name}=${readCookie(sm).device}.wrong`, 'ghostlight=a.b'])
    for (const cookie of [`${junk}; ${sm}`, `${sm}; ${junk}`])
      expect([cookie, JSON.parse((await me({ cookie })).text)]).toMatchObject([
        cookie,
        { viewer: { roles: ['SM'] } },
      ])
  for (const cookie of [`${theirs}; ${sm}`, `${sm}; ${theirs}`]) {
    expect((await me({ cookie })).status).toBe(401)
    const socket = new RealSocket(house.server.port, { headers: { cookie } })
    expect(await socket.status).toBe(401)
  }
})

test('ATTACK-32: a press that was made for one, said again for another, makes no letters that nobody is told of', async () => {
  const office = await open(await house.pair({ roles: ['CM'] }))
  const [own, other] = [personAt(0), personAt(1)]
  const told = () => (house.server.stage.installation.state().invited ?? []).map(({ person }) => person)
  expect(await pressed(office, 'made-for-one', inviting(own))).toMatchObject({ code: {} })
  for (const person of [other, own]) {
    const again = await pressed(office, 'made-for-one', inviting(person))
    expect([person, 'code' in again]).toEqual([person, person === own])
  }
  expect(told()).toEqual([own])
  // Both at once share one commit.
  const both = [own, other].map((person) => ({ t: 'command', id: 'both-at-once', command: inviting(person) }))
  for (const one of both) office.say({ ...one, madeAt: Date.now() })
  const isAnswer = (one: { t: string; id?: unknown }) => one.t === 'answer' && one.id === 'both-at-once'
  let heard = 0
  await office.until((one) => {
    heard += isAnswer(one) ? 1 : 0
    return heard === both.length
  })
  const answers = office.messages.filter(isAnswer)
  expect(answers.filter((one) => 'answer' in one && 'code' in one.answer)).toHaveLength(1)
  // What was recorded is what the letters are good for.
  const desk = await open(sm)
  expect(await pressed(desk, 'made-for-less', inviting(own))).toMatchObject({ ok: true })
  const more = await pressed(desk, 'made-for-less', inviting(own, ['SM']))
  const came = await join(more.ok && more.code ? more.code.text : '')
  expect(JSON.parse(came.text).viewer.roles).not.toContain('SM')
})

test('ATTACK-33: under a name from outside the cards say what helps, and nobody’s name', async () => {
  const at = (path: string, host: string) => house.ask(path, { headers: { host } })
  for (const path of ['/incident', '/drill', '/roll-call', '/roll-call-drill']) {
    const [here, outside] = [await at(path, '127.0.0.1'), await at(path, 'elsewhere.example')]
    expect([path, here.status, outside.status]).toEqual([path, 200, 200])
    for (const { name } of [...people(), { name: AIDER }])
      expect([path, name, outside.text.includes(name)]).toEqual([path, name, false])
    if (path === '/incident')
      expect([here.text.includes(AIDER), outside.text.includes('tel:999')]).toEqual([true, true])
  }
})

test('ATTACK-34, DISCLOSURE-14: with a device that is removed go its letters and its unused links, and who came in by it is told', async () => {
  const lost = await house.pair({ roles: ['SM'], name: 'Lost tablet' })
  const thief = await open(lost)
  const letters = await thief.press(inviting(personAt(2), ['SM']))
  const post = { person: null, department: null, place: null }
  const invite = (title: string) => thief.press({ name: 'device.invite', title, roles: ['SM'], ...post })
  const [used, unused] = [await invite('Used link'), await invite('Unused link')]
  const wall = { roles: ['callboard'], department: null, place: null, minutes: 60, devices: 9 }
  await thief.press({ name: 'group.invite', title: 'A card', ...wall })
  const tokenOf = (answer: Answer) => ('link' in answer ? (answer.link?.split('#')[1] ?? '') : '')
  expect((await join(tokenOf(used))).status).toBe(200)
  await remove(lost)
  const code = letters.ok && letters.code ? letters.code.text : ''
  const unusedCode = unused.ok && unused.code ? unused.code.text : ''
  for (const token of [code, tokenOf(unused), unusedCode]) {
    const { status, given } = await join(token)
    expect([token, status, given]).toEqual([token, 403, ''])
  }
  const told = await house.ask(`/api/exposure?device=${readCookie(lost).device}`, { headers: { cookie: sm } })
  expect(JSON.parse(told.text)).toMatchObject({ letIn: ['Used link'], openLinks: ['A card'] })
})

test('ATTACK-35: whoever takes a guest’s key from a tablet is nobody with it: not in the tablet’s place, nor elsewhere', async () => {
  const [wing, other] = [
    await house.pair({ roles: ['callboard'] }),
    await house.pair({ roles: ['callboard'] }),
  ]
  const { given } = await join(await lettersFor(personAt(3)), wing)
  const asOwn = given.replace('-mine=', '=')
  const { device, secret } = readCookie(given)
  const basic = { authorization: `Basic ${Buffer.from(`${device}:${secret}`).toString('base64')}` }
  const host = `localhost:${house.server.port}`
  const mine = (headers: Record<string, string>) => house.ask('/api/mine', { headers })
  expect(JSON.parse((await mine({ cookie: `${wing}; ${given}` })).text).guest).not.toBeNull()
  expect(JSON.parse((await mine({ cookie: `${other}; ${given}` })).text).guest).toBeNull()
  for (const headers of [{ cookie: asOwn }, { cookie: given }, basic]) {
    expect((await me(headers)).status).toBe(401)
    expect((await mine(headers)).status).toBe(401)
    for (const path of ['/live', '/live?mine'])
      expect(await new RealSocket(house.server.port, { headers, path }).status).toBe(401)
    const sent = { method: 'POST', headers: { ...json, ...headers, host } }
    const sealed = await house.ask('/api/sealed/own', {
      ...sent,
      body: JSON.stringify({ key: 'A'.repeat(87) }),
    })
    expect(sealed.status).toBe(401)
    const asked = JSON.parse((await house.ask('/api/passkey', { ...sent, body: '{"step":"ask"}' })).text)
    expect(asked.user).toBeNull()
    const made = new SoftPasskey().made({ ...asked, origin: `http://${host}` })
    const kept = await house.ask('/api/passkey', { ...sent, body: JSON.stringify({ step: 'keep', ...made }) })
    expect(kept.status).toBe(401)
  }
})

test('ATTACK-36: a passkey is nobody’s but its own: not by another question, place, person, key or count, nor after its end', async () => {
  const host = `localhost:${house.server.port}`
  const say = async (body: object, cookie = '', at = host) => {
    const headers = { ...json, cookie, host: at }
    const reply = await house.ask('/api/passkey', { method: 'POST', headers, body: JSON.stringify(body) })
    return { ...reply, given: reply.headers['set-cookie'] }
  }
  const asking = async (cookie = '') => {
    const { challenge, rpId } = JSON.parse((await say({ step: 'ask' }, cookie)).text)
    return { challenge, rpId, origin: `http://${host}` }
  }
  const phone = async (at: number) => (await join(await lettersFor(personAt(at)))).given
  const [ann, ben] = [await phone(4), await phone(5)]
  const [hers, forged] = [new SoftPasskey(), new SoftPasskey()]
  hers.counter = 7
  const made = hers.made(await asking(ann))
  expect((await say({ step: 'keep', ...made }, ann)).status).toBe(200)
  const use = async (body: object, at = host) => say({ step: 'use', own: true, ...body }, '', at)
  // Her name for it under his account, and his own key under her name.
  expect((await say({ step: 'keep', ...hers.made(await asking(ben)) }, ben)).status).toBe(409)
  const never = await use({ ...forged.shown(await asking()), id: forged.id })
  const tries = [
    [
      'said again for keeping',
      async () => use({ ...hers.shown(await asking()), clientData: made.clientData }),
    ],
    ['signed by another key', async () => use({ ...forged.shown(await asking()), id: hers.id })],
    [
      'for another site',
      async () => use(hers.shown({ ...(await asking()), origin: 'http://elsewhere.example' })),
    ],
    ['for another port', async () => use(hers.shown({ ...(await asking()), origin: 'http://localhost:1' }))],
    ['for another house', async () => use(hers.shown({ ...(await asking()), rpId: 'ghostlight.local' }))],
    ['a made-up question', async () => use(hers.shown({ ...(await asking()), challenge: 'A'.repeat(43) }))],
    ['nobody was there', async () => use(hers.shown({ ...(await asking()), flags: 0x04 }))],
    ['nobody was asked who', async () => use(hers.shown({ ...(await asking()), flags: 0x01 }))],
    ['a copy that counts no further', async () => use(hers.shown(await asking()))],
    ['inside another page', async () => use(hers.shown({ ...(await asking()), crossOrigin: true }))],
  ] as const
  for (const [what, tried] of tries) {
    const { status, text, given } = await tried()
    // In the bytes of one that never was: nobody learns whose there is.
    expect([what, status, text, given]).toEqual([what, never.status, never.text, undefined])
  }
  hers.counter = 8
  const shown = hers.shown(await asking())
  const twice = await Promise.all([use(shown), use(shown)])
  expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 403])
  for (const wrong of [{ id: '' }, { id: 'A'.repeat(2_001) }, { id: '\u0000' }, { own: 1 }, { more: 1 }])
    expect((await use({ ...shown, ...wrong })).status).toBe(400)
  expect((await say({ step: 'drop' }, ann)).status).toBe(200)
  hers.counter = 9
  const after = await use(hers.shown(await asking()))
  expect([after.status, after.text]).toEqual([never.status, never.text])
})

test('ATTACK-37: letters tried twice at once let one in, however they are spelt; who asked for none is told as little', async () => {
  const letters = await lettersFor(personAt(0))
  const spelt = [letters, letters.toLowerCase(), ` ${letters.slice(0, 3)}-${letters.slice(3)} `]
  const came = await Promise.all(spelt.map((one) => join(one)))
  expect(came.filter(({ status }) => status === 200)).toHaveLength(1)
  const refused = came.filter(({ status }) => status !== 200)
  const never = await join('BCDFGH')
  for (const one of refused) expect([one.status, one.text]).toEqual([never.status, never.text])
  // What is no letters at all is looked up nowhere, and counted for nobody.
  for (const one of ['ÀBCDFG', '𝐁CDFGH', 'BCDFG\u0000', 'BCD FG', `${letters}x`])
    expect((await join(one)).status).toBe(403)
  expect(JSON.stringify(house.server.stage.installation.state())).not.toContain(letters)
})

test('ATTACK-38: no other spelling of a path, no part of an answer and no other name for a method gets round a refusal', async () => {
  const board = await house.pair({ roles: ['callboard'] })
  const post = { method: 'POST', headers: { ...json, cookie: board }, body: '{}' }
  for (const path of [
    ...[
      '/api/./backup',
      '/api//backup',
      '//api/backup',
      '/api/%62ackup',
      '/API/BACKUP',
      '/api/backup/',
      '/api\\backup',
    ],
    ...[
      '/api/backup%00',
      '/api/backup;x',
      '/x/../api/backup',
      '/%2fapi/backup',
      '/api/backup%3f',
      '/api/backup%20',
    ],
  ])
    for (const cookie of [board, sm]) {
      const { status, headers } = await house.ask(path, { headers: { cookie } })
      expect([path, status, headers['content-type']]).toEqual([path, 404, 'application/json'])
    }
  for (const name of [
    'x-http-method-override',
    'x-http-method',
    'x-method-override',
    'x-original-url',
    'x-rewrite-url',
  ]) {
    const told = await house.ask('/api/health', { headers: { cookie: board, [name]: '/api/backup' } })
    expect([name, told.text]).toEqual([name, '{"ok":true}'])
    const tried = await house.ask('/api/office/show', {
      ...post,
      headers: { ...post.headers, [name]: 'GET' },
    })
    expect([name, tried.status]).toEqual([name, 403])
  }
  const part = await house.ask('/incident', { headers: { range: 'bytes=0-9' } })
  expect([part.status, part.headers['content-range']]).toEqual([200, undefined])
  for (const path of ['/api/me', '/api/report', '/api/network', '/api/backup', '/api/office/show']) {
    const head = await house.ask(path, { method: 'HEAD', headers: { cookie: board } })
    expect([path, head.text]).toEqual([path, ''])
  }
})

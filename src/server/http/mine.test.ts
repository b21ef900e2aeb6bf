// Somebody signs in on a running house: by letters, on a phone and on a tablet that others use; over real requests and sockets.

import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { SoftPasskey } from '../../../test/kit/passkey.ts'
import { openServedHouse, RealSocket, readCookie, type ServedHouse } from '../../../test/kit/served-house.ts'
import { TestClock } from '../../../test/kit/server.ts'
import { sightingShow } from '../../../test/kit/sighting-show.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { GUEST_IDLE_MS } from '../../core/installation/people.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import { type Clock, systemClock } from '../clock/clock.ts'
import { GUESTS_LOOK_MS } from '../hub/guests.ts'
import { CODE_MS, openCodes } from './codes.ts'
import { OFFERED_MAX, OFFERS_MS, OFFERS_OF_ONE_MAX, openSignIns } from './sign-ins.ts'

/** The clock on the wall in the test’s hands; timers of this house go off when they are told to. */
let ahead = 0
const timers = new Set<() => void>()
const clock: Clock = {
  now: () => instant(systemClock.now() + ahead),
  sinceStart: () => systemClock.sinceStart() + ahead,
  after: (ms, act) => {
    if (ms !== GUESTS_LOOK_MS) return systemClock.after(ms, act)
    timers.add(act)
    return () => timers.delete(act)
  },
}
const pass = (ms: number) => {
  ahead += ms
  for (const act of [...timers]) {
    timers.delete(act)
    act()
  }
}

const json = { 'content-type': 'application/json' }
let house: ServedHouse
let office: RealSocket

beforeAll(async () => {
  house = await openServedHouse({ show: sightingShow, clock })
  office = await open(await house.pair({ roles: ['CM'] }))
})
afterAll(async () => {
  office.socket.terminate()
  await house.close()
})

async function open(cookie: string, path = '/live'): Promise<RealSocket> {
  return new RealSocket(house.server.port, { headers: { cookie }, path }).hello()
}
async function lettersFor(person: string, roles: readonly string[] | null = null, by = office) {
  const answer = await by.press(
    { name: 'person.invite', person, roles: roles === null ? null : [...roles] },
    clock.now(),
  )
  if (!answer.ok || !answer.code) throw new Error(JSON.stringify(answer))
  return answer.code.text
}
async function typed(token: string, cookie = '', own = false) {
  const headers = { ...json, cookie }
  const reply = await house.ask('/api/join', {
    method: 'POST',
    headers,
    body: JSON.stringify({ token, own }),
  })
  const given = (reply.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
  return { status: reply.status, told: JSON.parse(reply.text), given }
}
const post = (path: string, cookie: string) =>
  house.ask(path, { method: 'POST', headers: { ...json, cookie }, body: '{}' })
const people = () => house.server.stage.night()?.plan.show.people ?? []

test('PERSON-1, PERSON-3: letters from the company manager make a phone theirs, once; the record has none of them', async () => {
  const [ann] = people()
  const letters = await lettersFor(ann?.id ?? '', ['SM', 'caller'])
  const came = await typed(letters)
  expect(came).toMatchObject({ status: 200, told: { viewer: { person: ann?.id, name: ann?.name } } })
  // A company manager gives nobody more than their part.
  expect(came.told.viewer.roles).not.toContain('SM')
  expect((await house.ask('/api/me', { headers: { cookie: came.given } })).status).toBe(200)
  expect(await typed(letters)).toMatchObject({ status: 403, given: '' })
  const phone = await open(came.given)
  onTestFinished(() => phone.socket.terminate())
  expect(phone.texts.join('')).toContain('"track"')
  expect(JSON.stringify(house.server.stage.installation.state())).not.toContain(letters)
})

test('PERSON-1: stage management may give more; nobody else makes letters, nor for nobody', async () => {
  const sm = await open(await house.pair({ roles: ['SM'] }))
  const [ann] = people()
  const came = await typed(await lettersFor(ann?.id ?? '', ['ASM'], sm))
  expect(came.told.viewer.roles).toEqual(['ASM'])
  const phone = await open(came.given)
  for (const [socket, person] of [
    [phone, ann?.id ?? ''],
    [sm, 'nobody'],
  ] as const)
    expect(await socket.press({ name: 'person.invite', person, roles: null }, clock.now())).toMatchObject({
      refusal: { code: socket === phone ? 'not-yours' : 'no-such-person' },
    })
  for (const one of [sm, phone]) one.socket.terminate()
})

test('PERSON-2: letters end after a quarter of an hour, with newer ones, and after ten in an hour none are made', () => {
  const time = new TestClock()
  const codes = openCodes(time)
  const signIns = openSignIns(codes, time)
  const by = id<'device'>('office')
  const offer = { person: id<'person'>('ann'), called: 'Ann', roles: ['perf'], by } as const
  const key = 'person ann'
  const first = signIns.offer(offer).text
  const second = signIns.offer(offer).text
  expect([codes.use(first, 'x'), codes.use(second, 'x')]).toEqual([null, key])
  expect(signIns.take(key)).toEqual(offer)
  expect(codes.use(second, 'x')).toBeNull()
  for (let one = 0; one < OFFERS_OF_ONE_MAX; one += 1) expect(signIns.turn(offer.person)).toBe(true)
  expect(signIns.turn(offer.person)).toBe(false)
  time.pass(OFFERS_MS)
  expect(signIns.turn(offer.person)).toBe(true)
  const third = signIns.offer(offer).text
  time.pass(CODE_MS)
  expect(codes.use(third, 'y')).toBeNull()
  expect(signIns.take('device-x')).toBeNull()
  for (let one = 0; one < OFFERED_MAX; one += 1) signIns.offer({ ...offer, person: id<'person'>(`p${one}`) })
  expect(signIns.take(key)).toBeNull()
})

test('PERSON-4, PERSON-6: on a wing’s tablet a guest is beside it: the tablet sees, is asked and does what it did', async () => {
  const [ann] = people()
  const wing = await house.pair({ roles: ['ASM'], place: id<'place'>('SL1') })
  const tablet = await open(wing)
  const came = await typed(await lettersFor(ann?.id ?? ''), wing)
  expect(came).toMatchObject({ status: 200, told: { guest: true, viewer: { person: ann?.id } } })
  const who = async (cookie: string): Promise<string> => {
    const { viewer, prints } = JSON.parse((await house.ask('/api/me', { headers: { cookie } })).text)
    return JSON.stringify([viewer, prints.by])
  }
  const before = await who(wing)
  const both = `${wing}; ${came.given}`
  // Whoever signs in does not become the tablet, nor it them.
  expect(await who(both)).toBe(before)
  for (const at of ['/api/me', '/api/me?mine'])
    expect((await house.ask(at, { headers: { cookie: came.given } })).status).toBe(401)
  const guest = await open(both, '/live?mine')
  expect(guest.texts.join('')).toContain('"track"')
  expect(tablet.messages.filter(({ t }) => t === 'you' || t === 'bye')).toEqual([])
  expect(
    await tablet.press({ name: 'note.write', department: null, text: 'Still here.' }, clock.now()),
  ).toMatchObject({ ok: true })
  // Only the tablet’s own cookie asks for anything by request: nothing sealed is a guest’s.
  const own = JSON.stringify({ key: 'A'.repeat(87) })
  const sealed = await house.ask('/api/sealed/own', {
    method: 'POST',
    headers: { ...json, cookie: both },
    body: own,
  })
  expect(sealed.status).toBe(403)
  expect(JSON.parse((await house.ask('/api/mine', { headers: { cookie: both } })).text)).toMatchObject({
    guest: { name: ann?.name },
    shared: true,
  })
  expect((await post('/api/mine/leave', both)).status).toBe(200)
  await guest.closed
  expect(
    await new RealSocket(house.server.port, { headers: { cookie: both }, path: '/live?mine' }).status,
  ).toBe(401)
  expect((await post('/api/mine/leave', both)).status).toBe(409)
  tablet.socket.terminate()
})

test('PERSON-16: what a guest prints from their pages bears their name, and the tablet’s own page its own', async () => {
  const [ann] = people()
  pass(OFFERS_MS)
  const wing = await house.pair({ roles: ['ASM'], place: id<'place'>('SL1'), name: 'Wing tablet' })
  const came = await typed(await lettersFor(ann?.id ?? ''), wing)
  const both = `${wing}; ${came.given}`
  const by = async (at: string, cookie: string): Promise<string> =>
    JSON.parse((await house.ask(at, { headers: { cookie } })).text).prints.by
  expect([await by('/api/me?mine', both), await by('/api/me', both)]).toEqual([ann?.name, 'Wing tablet'])
  // The set is what a guest’s own roles print, and the tablet’s page what the tablet’s do.
  const print = async (at: string) => {
    const headers = { cookie: both, 'content-type': 'application/x-www-form-urlencoded' }
    return (await house.ask(at, { method: 'POST', headers, body: 'sheet=cues' })).status
  }
  expect([await print('/api/print?mine'), await print('/api/print')]).toEqual([403, 200])
  await post('/api/mine/leave', both)
  expect([await by('/api/me?mine', both), await by('/api/me?mine', wing)]).toEqual(
    Array(2).fill('Wing tablet'),
  )
})

test('PERSON-12: letters of a device that is removed are good no more; those of a guest who signed out since are', async () => {
  const [ann, ben] = people()
  pass(OFFERS_MS)
  const sm = await house.pair({ roles: ['SM'] })
  const desk = await open(sm)
  const wing = await house.pair({ roles: ['ASM'], place: id<'place'>('SL1') })
  const came = await typed(await lettersFor(ann?.id ?? '', ['CM'], desk), wing)
  const both = `${wing}; ${came.given}`
  const guest = await open(both, '/live?mine')
  const [byGuest, byDesk] = [
    await lettersFor(ben?.id ?? '', null, guest),
    await lettersFor(ann?.id ?? '', null, desk),
  ]
  await post('/api/mine/leave', both)
  await house.server.stage.installation.submit({
    ...{ id: 'lost-desk', by: theMachine, madeAt: clock.now() },
    command: { name: 'device.revoke', device: id<'device'>(readCookie(sm).device) },
  })
  expect(await typed(byDesk)).toMatchObject({ status: 403, given: '' })
  const phone = await typed(byGuest)
  expect(phone).toMatchObject({ status: 200, told: { viewer: { person: ben?.id } } })
  await post('/api/mine/leave', phone.given)
  pass(OFFERS_MS)
})

test('PERSON-5: untouched for three minutes a guest is out, and no sooner; touched they stay', async () => {
  const [ann] = people()
  const wing = await house.pair({ roles: ['callboard'] })
  const { given } = await typed(await lettersFor(ann?.id ?? ''), wing)
  const both = `${wing}; ${given}`
  const guest = await open(both, '/live?mine')
  pass(GUEST_IDLE_MS - 5_000)
  expect((await post('/api/mine/stay', both)).status).toBe(200)
  pass(GUEST_IDLE_MS - 5_000)
  await guest.quiet()
  pass(5_000)
  await guest.closed
  expect(guest.messages.at(-1)).toMatchObject({ t: 'bye', why: 'revoked' })
})

test('PERSON-3, PERSON-7: a screen that came by a card becomes one’s own where that is said, and one signs out of it', async () => {
  const [ann] = people()
  const board = await house.pair({ roles: ['callboard'] })
  const came = await typed(await lettersFor(ann?.id ?? ''), board, true)
  expect(came.told.guest).toBeUndefined()
  expect(JSON.parse((await house.ask('/api/mine', { headers: { cookie: came.given } })).text)).toMatchObject({
    guest: null,
    own: { name: ann?.name, entered: true },
    shared: false,
  })
  expect((await post('/api/mine/leave', came.given)).status).toBe(200)
  expect((await house.ask('/api/me', { headers: { cookie: came.given } })).status).toBe(401)
  expect(readCookie(came.given).device).toMatch(/^device-/)
})

test('PERSON-8, PERSON-9: a passkey made on one’s own phone signs in on a tablet and on a new phone; replayed, or by a number, nobody', async () => {
  const [ann] = people()
  const host = `localhost:${house.server.port}`
  const say = async (body: object, cookie = '', at = host) => {
    const headers = { ...json, cookie, host: at }
    const reply = await house.ask('/api/passkey', { method: 'POST', headers, body: JSON.stringify(body) })
    const given = (reply.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
    return { status: reply.status, told: JSON.parse(reply.text), given }
  }
  const saying = async (cookie = '') => {
    const { told } = await say({ step: 'ask' }, cookie)
    return { challenge: told.challenge, rpId: told.rpId, origin: `http://${host}` }
  }
  const phone = (await typed(await lettersFor(ann?.id ?? ''))).given
  const passkey = new SoftPasskey()
  // Nobody’s screen keeps none, and nobody is told of a number why not in silence.
  const wing = await house.pair({ roles: ['callboard'] })
  expect(await say({ step: 'keep', ...passkey.made(await saying(wing)) }, wing)).toMatchObject({
    status: 409,
  })
  expect(await say({ step: 'keep', ...passkey.made(await saying(phone)) }, phone)).toMatchObject({
    status: 200,
  })
  const byNumber = await say({ step: 'ask' }, phone, `127.0.0.1:${house.server.port}`)
  expect([byNumber.status, byNumber.told.refusal.code]).toEqual([409, 'no-passkey-here'])
  const shown = { step: 'use', own: false, ...passkey.shown(await saying()) }
  const onTablet = await say(shown, wing)
  expect(onTablet).toMatchObject({ status: 200, told: { guest: true, viewer: { person: ann?.id } } })
  expect(await say(shown, wing)).toMatchObject({ status: 403, given: '' })
  const anew = await say({ step: 'use', own: true, ...passkey.shown(await saying()) })
  expect(anew).toMatchObject({ status: 200, told: { viewer: { person: ann?.id } } })
  expect((await house.ask('/api/me', { headers: { cookie: anew.given } })).status).toBe(200)
  // Stage management removes the phone it was made on: it signs nobody in any more.
  await house.server.stage.installation.submit({
    ...{ id: 'lost', by: theMachine, madeAt: clock.now() },
    command: { name: 'device.revoke', device: id<'device'>(readCookie(phone).device) },
  })
  expect(await say({ step: 'use', own: true, ...passkey.shown(await saying()) })).toMatchObject({
    status: 403,
  })
})

test('PERSON-2, PERSON-11: letters that are refused were not made, and their page says nothing of them; two at once are one too many', async () => {
  const [ann] = people()
  pass(OFFERS_MS)
  const person = ann?.id ?? ''
  const own = (await typed(await lettersFor(person))).given
  const read = async (): Promise<readonly { readonly at: number }[]> =>
    JSON.parse((await house.ask('/api/mine', { headers: { cookie: own } })).text).letters
  const before = (await read()).length
  const invite = { name: 'person.invite', person, roles: null } as const
  const answers = []
  for (let one = 1; one < OFFERS_OF_ONE_MAX - 1; one += 1)
    answers.push(await office.press(invite, clock.now()))
  answers.push(...(await Promise.all([0, 1].map(() => office.press(invite, clock.now())))))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(OFFERS_OF_ONE_MAX - 1)
  expect(answers.filter(({ ok }) => !ok)).toMatchObject([{ refusal: { code: 'many-letters' } }])
  expect(await read()).toHaveLength(before + OFFERS_OF_ONE_MAX - 1)
  await post('/api/mine/leave', own)
  pass(OFFERS_MS)
})

test('PERSON-11: on their own page they read when letters were made for them, and by whom; nobody reads it of another', async () => {
  const [ann, ben] = people()
  const before = clock.now()
  const own = (await typed(await lettersFor(ann?.id ?? ''))).given
  const other = (await typed(await lettersFor(ben?.id ?? ''))).given
  const read = async (cookie: string) =>
    JSON.parse((await house.ask('/api/mine', { headers: { cookie } })).text).letters
  const [told, others, nobodys] = [
    await read(own),
    await read(other),
    await read(await house.pair({ roles: ['CM'] })),
  ]
  expect(told[0]).toEqual({ at: expect.any(Number), by: expect.stringMatching(/./) })
  expect(told[0].at).toBeGreaterThanOrEqual(before)
  expect(others[0].at).toBeGreaterThanOrEqual(told[0].at)
  expect(nobodys).toEqual([])
  for (const cookie of [own, other]) await post('/api/mine/leave', cookie)
})

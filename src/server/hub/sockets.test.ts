// Real sockets to the real server: who gets one, and how it ends.

import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { theCaller } from '../../../test/kit/nights.ts'
import { openServedHouse, RealSocket, readCookie, type ServedHouse } from '../../../test/kit/served-house.ts'
import { TestClock } from '../../../test/kit/server.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import { COMMAND_BYTES_MAX } from '../../wire/messages.ts'
import { BUFFER_BYTES_MAX } from './session.ts'
import { SILENT_MS_MAX } from './sockets.ts'

let house: ServedHouse

beforeAll(async () => {
  house = await openServedHouse({ show: littleShow() })
})
afterAll(() => house.close())

const socket = (options: ConstructorParameters<typeof RealSocket>[1]): RealSocket => {
  const opened = new RealSocket(house.server.port, options)
  onTestFinished(() => opened.socket.terminate())
  return opened
}

test('DOOR-1: without a cookie, with a wrong one, and with that of a revoked device there is no socket', async () => {
  const cookie = await house.pair({ roles: ['callboard'] })
  expect(await socket({ headers: { cookie } }).status).toBe(101)
  expect(await socket({}).status).toBe(401)
  for (const wrong of [`${cookie}x`, cookie.replace('.', '.x'), 'ghostlight=', 'ghostlight=a.b', 'other=1']) {
    expect([wrong, await socket({ headers: { cookie: wrong } }).status]).toEqual([wrong, 401])
  }
  const device = id<'device'>(readCookie(cookie).device)
  const { installation } = house.server.stage
  await installation.submit({
    id: `revoke-${device}`,
    by: theMachine,
    madeAt: instant(0),
    command: { name: 'device.revoke', device },
  })
  expect(await socket({ headers: { cookie } }).status).toBe(401)
})

test('DOOR-12: a program says who it is in the standard header, and gets the same answers', async () => {
  const { device, secret } = readCookie(await house.pair({ roles: ['callboard'] }))
  const says = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` })
  expect(await socket({ headers: says(`${device}:${secret}`) }).status).toBe(101)
  expect((await house.ask('/api/me', { headers: says(`${device}:${secret}`) })).status).toBe(200)
  for (const wrong of [`${device}:${secret}x`, `${device}:`, `:${secret}`, device]) {
    expect([wrong, await socket({ headers: says(wrong) }).status]).toEqual([wrong, 401])
    expect((await house.ask('/api/me', { headers: says(wrong) })).status).toBe(401)
  }
  const foreign = { ...says(`${device}:${secret}`), origin: 'http://elsewhere.example' }
  expect(await socket({ headers: foreign }).status).toBe(403)
})

test('DOOR-2: a page of another origin gets no socket with a good cookie, nor does another path', async () => {
  const cookie = await house.pair({ roles: ['callboard'] })
  const own = `http://127.0.0.1:${house.server.port}`
  expect(await socket({ headers: { cookie, origin: own } }).status).toBe(101)
  for (const origin of [
    'http://elsewhere.example',
    `http://127.0.0.1:${house.server.port + 1}`,
    'null',
    'nonsense',
  ]) {
    expect([origin, await socket({ headers: { cookie, origin } }).status]).toEqual([origin, 403])
  }
  for (const path of ['/', '/live/', '/live?x', '/other']) {
    expect([path, await socket({ headers: { cookie }, path }).status]).toEqual([path, 403])
  }
})

test('DOOR-9: too long a message ends the connection; what is not text is not listened to', async () => {
  const cookie = await house.pair({ roles: ['callboard'] })
  const bytes = await socket({ headers: { cookie } }).hello()
  bytes.socket.send(Buffer.from('{"t":"hello","protocol":1,"seen":null}'))
  await bytes.quiet()
  expect(bytes.messages.filter((message) => message.t === 'snapshot')).toHaveLength(1)
  const long = await socket({ headers: { cookie } }).hello()
  long.say('x'.repeat(COMMAND_BYTES_MAX + 1))
  expect(await long.closed).toBe(1009)
  const wrong = await socket({ headers: { cookie } }).hello()
  wrong.say('x'.repeat(COMMAND_BYTES_MAX))
  expect(await wrong.closed).toBe(1008)
  expect(wrong.messages.at(-1)).toMatchObject({ t: 'bye', why: 'wrong-message' })
})

test('DOOR-20: a mistake of ours ends the connection that met it; the others and the house stay, and it comes back', async () => {
  const cookie = await house.pair({ roles: ['callboard'] })
  const other = await socket({ headers: { cookie: await house.pair({ roles: ['callboard'] }) } }).hello()
  const met = await socket({ headers: { cookie } }).hello()
  const { hub } = house.server
  const { receive, admit } = hub
  onTestFinished(() => void Object.assign(hub, { receive, admit }))
  const broken = () => {
    throw new Error('a mistake of ours')
  }
  Object.assign(hub, { receive: broken, admit: broken })
  met.say('{"t":"ping","at":1}')
  expect([await met.closed, await socket({ headers: { cookie } }).closed]).toEqual([1011, 1011])
  Object.assign(hub, { receive: receive.bind(hub), admit: admit.bind(hub) })
  await other.quiet()
  expect((await socket({ headers: { cookie } }).hello()).messages.at(-1)).toMatchObject({ t: 'snapshot' })
})

test('DOOR-10: who was behind on a real socket catches up once its bytes have left, without saying a word', async () => {
  const cookie = await house.pair({ roles: ['SM'] })
  const slow = await socket({ headers: { cookie } }).hello()
  slow.socket.pause()
  const text = 'x'.repeat(1_900)
  const { owner } = house.server.stage.night() ?? {}
  for (let count = 0; count < 130; count += 1) {
    const command = { name: 'note.write', department: null, text } as const
    await owner?.submit({ id: `long-note-${count}`, by: theCaller, madeAt: instant(0), command })
  }
  const before = slow.texts.length
  slow.socket.resume()
  const caughtUp = await slow.until((message) => {
    const notes = message.t === 'frame' ? message.sections.notes?.notes : undefined
    return notes?.length === 130
  })
  expect(caughtUp.t).toBe('frame')
  const heard = slow.texts.slice(before)
  expect(heard.length).toBeLessThan(130)
  expect(BUFFER_BYTES_MAX).toBeLessThan(130 * 130 * 1_900)
}, 60_000)

test('DOOR-8: a socket from which nothing is heard for fifteen seconds is cut, one that answers is not', async () => {
  const clock = new TestClock()
  const quiet = await openServedHouse({ show: littleShow(), clock })
  onTestFinished(() => quiet.close())
  const open = async (autoPong: boolean) => {
    const cookie = await quiet.pair({ roles: ['callboard'] })
    const one = new RealSocket(quiet.server.port, { headers: { cookie }, autoPong })
    onTestFinished(() => one.socket.terminate())
    return one.hello()
  }
  const [dead, alive] = [await open(false), await open(true)]
  for (let half = 0; half < 3; half += 1) {
    const asked = new Promise((resolve) => alive.socket.once('ping', resolve))
    clock.pass(SILENT_MS_MAX / 2)
    await asked
    // Behind its pong on the same line, so that the server has heard it.
    await alive.quiet()
  }
  expect(await dead.closed).toBe(1006)
  await alive.quiet()
  expect(quiet.server.hub.sessions()).toBe(1)
})

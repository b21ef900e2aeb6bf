// Much at the same instant: whoever hopes that two of the house’s hands do not know of each other.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { ENTERED_OF_ONE_MAX, isEntered } from '../../src/core/installation/people.ts'
import { id } from '../../src/core/kit/ids.ts'
import type { Show } from '../../src/core/show/show.ts'
import type { WireCommand } from '../../src/wire/messages.ts'
import { SoftPasskey } from '../kit/passkey.ts'
import { openServedHouse, RealSocket, type Reply, readCookie, type ServedHouse } from '../kit/served-house.ts'
import { aPerson } from '../kit/shows.ts'
import { sightingShow } from '../kit/sighting-show.ts'

const json = { 'content-type': 'application/json' }
const [ann, ben] = [id<'person'>('ann'), id<'person'>('ben')]
const show: Show = {
  ...sightingShow,
  people: [...sightingShow.people, aPerson(ann, 'Ann'), aPerson(ben, 'Ben')],
}
let house: ServedHouse
let sm: string
let desk: RealSocket

beforeAll(async () => {
  house = await openServedHouse({ show })
  sm = await house.pair({ roles: ['SM'] })
  desk = await new RealSocket(house.server.port, { headers: { cookie: sm } }).hello()
})
afterAll(async () => {
  desk.socket.terminate()
  await house.close()
})

const post = (path: string, said: object, cookie = '', host = '127.0.0.1') =>
  house.ask(path, { method: 'POST', headers: { ...json, cookie, host }, body: JSON.stringify(said) })
const join = (token: string) => post('/api/join', { token, own: true })
const isIn = ({ status }: Reply) => status === 200
const live = () =>
  house.server.stage.installation.state().devices.filter(({ revokedAt }) => revokedAt === null)
const many = <T>(count: number, act: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, at) => act(at)))

test('ATTACK-47: a link for one lets one in and a link for two lets two in, however many use it at once', async () => {
  const one = await house.invite({ roles: ['SM'] })
  expect((await many(20, () => join(one))).filter(isIn)).toHaveLength(1)
  const board = { title: 'Boards', roles: ['callboard'], department: null, place: null }
  const told = await desk.press({ name: 'group.invite', ...board, devices: 2, minutes: 60 } as WireCommand)
  const link = told.ok && told.link ? told.link.slice(told.link.indexOf('#') + 1) : ''
  expect((await many(20, () => join(link))).filter(isIn)).toHaveLength(2)
})

test('ATTACK-47: a link that is used in the very moment it is taken back lets nobody in who stays', async () => {
  for (let round = 0; round < 5; round += 1) {
    const link = await house.invite({ roles: ['CM'], name: `Round ${round}` })
    const device = link.slice(0, link.indexOf('.'))
    const [came] = await Promise.all([house.join(link), desk.press({ name: 'device.revoke', device })])
    const me = await house.ask('/api/me', { headers: { cookie: came.cookie } })
    expect([round, me.status, live().some((one) => one.id === device)]).toEqual([round, 401, false])
  }
})

test('ATTACK-47: an answer of a passkey said many times at once signs in once, and many of one’s own no more than six', async () => {
  const host = `localhost:${house.server.port}`
  const say = (body: object, cookie = '') => post('/api/passkey', body, cookie, host)
  const asking = async (cookie = '') => {
    const { challenge, rpId } = JSON.parse((await say({ step: 'ask' }, cookie)).text)
    return { challenge, rpId, origin: `http://${host}` }
  }
  const phone = await house.pair({ roles: ['perf'], person: ann })
  const passkey = new SoftPasskey()
  expect((await say({ step: 'keep', ...passkey.made(await asking(phone)) }, phone)).status).toBe(200)
  const shown = { step: 'use', own: true, ...passkey.shown(await asking()) }
  expect((await many(10, () => say(shown))).filter(isIn)).toHaveLength(1)
  const asked = await many(12, () => asking())
  await Promise.all(asked.map((one) => say({ step: 'use', own: true, ...passkey.shown(one) })))
  expect(live().filter((one) => isEntered(one) && one.person === ann)).toHaveLength(ENTERED_OF_ONE_MAX)
  // Taken back in the moment in which it is used, nobody who came by it afterwards.
  const last = { step: 'use', own: true, ...passkey.shown(await asking()) }
  await Promise.all([say({ step: 'drop' }, phone), say(last)])
  expect((await say({ ...last, ...passkey.shown(await asking()) })).status).toBe(403)
})

test('ATTACK-47: whoever signs in while they are taken out of the company is not in afterwards', async () => {
  const invite: WireCommand = { name: 'person.invite', person: ben, roles: null }
  const answer = await desk.press(invite)
  const letters = answer.ok && answer.code ? answer.code.text : ''
  const leaving = { id: 'leaves-at-once', edit: { name: 'person.remove', person: ben } }
  const [came, left] = await Promise.all([join(letters), post('/api/office/edit', leaving, sm)])
  expect(left.status).toBe(200)
  await expect.poll(() => live().filter(({ person }) => person === ben).length, { timeout: 30_000 }).toBe(0)
  const cookie = (came.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
  expect((await house.ask('/api/me', { headers: { cookie } })).status).toBe(401)
  expect(cookie === '' || readCookie(cookie).device !== '').toBe(true)
})

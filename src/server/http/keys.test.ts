// Keys are exchanged at a running house, over real requests and sockets, and over a restart of it.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { openServedHouse, RealSocket, type ServedHouse } from '../../../test/kit/served-house.ts'
import { sightingShow } from '../../../test/kit/sighting-show.ts'
import { KEY_GRACE_MS, KEY_MS } from '../../core/installation/keys.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import { LIVE_PROTOCOL } from '../../wire/protocol.ts'
import { type Clock, systemClock } from '../clock/clock.ts'
import { SETTLE_LOOK_MS } from './keys.ts'
import { passesBy } from './passes.ts'

let ahead = 0
const timers = new Set<() => void>()
const clock: Clock = {
  now: () => instant(systemClock.now() + ahead),
  sinceStart: () => systemClock.sinceStart() + ahead,
  after: (ms, act) => {
    if (ms !== SETTLE_LOOK_MS) return systemClock.after(ms, act)
    timers.add(act)
    return () => timers.delete(act)
  },
}
/** Whatever the house was to write down before this stands by then. */
let asked = 0
const settled = async () => {
  asked += 1
  await house.server.stage.installation.submit({
    ...{ id: `settled-${asked}-${systemClock.now()}`, by: nobody, madeAt: clock.now() },
    command: { name: 'key.settle', device: nobody.device },
  })
}
const pass = async (ms: number) => {
  await settled()
  ahead += ms
  for (const act of [...timers]) {
    timers.delete(act)
    act()
  }
  await settled()
}
const nobody = { device: id<'device'>('none'), roles: [], person: null, department: null, place: null }

const folder = temporaryFolder()
const json = { 'content-type': 'application/json' }
let house: ServedHouse
const open = async (show: typeof sightingShow | null) => {
  house = await openServedHouse({ show, clock, dataDir: folder.path })
}
beforeAll(() => open(sightingShow))
afterAll(async () => {
  await house.close()
  folder.remove()
})

async function turned(cookie: string): Promise<string | null> {
  const reply = await house.ask('/api/key', { method: 'POST', headers: { ...json, cookie }, body: '{}' })
  const given = (reply.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
  return given === '' ? null : given
}
const me = async (cookie: string) => (await house.ask('/api/me', { headers: { cookie } })).status
const socket = (cookie: string) => new RealSocket(house.server.port, { headers: { cookie } })
const devices = () => house.server.stage.installation.state().devices
test('KEY-1, KEY-2: exchanged at a running house, killed between any two steps, the device is let in by what it has', async () => {
  const old = await house.pair({ roles: ['perf'], person: id<'person'>('ivo'), name: 'Ivo’s phone' })
  expect(await turned(old)).toBeNull()
  await pass(KEY_MS)
  // The answer is lost, the house goes down and comes back: the old one is as good as ever.
  expect(await turned(old)).not.toBeNull()
  await house.close()
  await open(null)
  expect(await me(old)).toBe(200)
  const next = (await turned(old)) ?? ''
  await house.close()
  await open(null)
  // This one arrived: seen, it counts, and an open line of the old one goes on.
  const line = await socket(old).hello()
  expect([await me(next), await me(old)]).toEqual([200, 200])
  await line.quiet()
  await house.close()
  await open(null)
  expect(await me(next)).toBe(200)
  await pass(KEY_GRACE_MS)
  expect(await turned(next)).toBeNull()
})

test('KEY-3, DISCLOSURE-14: a copy stops both at once, and stage management reads which, since when and what', async () => {
  const old = await house.pair({ roles: ['perf'], person: id<'person'>('dot'), name: 'Dot’s phone' })
  const sm = await socket(await house.pair({ roles: ['SM'], name: 'SM' })).hello()
  await pass(KEY_MS)
  const next = (await turned(old)) ?? ''
  expect(await me(next)).toBe(200)
  await settled()
  await pass(KEY_GRACE_MS)
  const line = await socket(next).hello()
  expect(await me(old)).toBe(401)
  await line.closed
  expect([await me(old), await me(next), await socket(next).status]).toEqual([401, 401, 401])
  const phone = devices().find(({ name }) => name === 'Dot’s phone')
  expect(phone?.copiedAt).toBeDefined()
  await sm.until((one) => JSON.stringify(one).includes('"isCopied":true'))
  const asked = `/api/exposure?device=${phone?.id}`
  const cookie = await house.pair({ roles: ['SM'] })
  const told = JSON.parse((await house.ask(asked, { headers: { cookie } })).text)
  expect(told).toMatchObject({ name: 'Dot’s phone', until: phone?.revokedAt, from: phone?.pairedAt })
  expect(told.sees).toContainEqual({ kind: 'obligations', scope: 'own' })
  for (const role of ['admin', 'CM', 'perf'] as const) {
    const other = await house.pair({ roles: [role], person: role === 'perf' ? id<'person'>('ann') : null })
    expect([role, (await house.ask(asked, { headers: { cookie: other } })).status]).toEqual([role, 403])
  }
  sm.socket.terminate()
})

test('KEY-4: whoever calls the show goes on, and the copy is let in nowhere', async () => {
  const old = await house.pair({ roles: ['caller'], name: 'Desk' })
  await pass(KEY_MS)
  const next = (await turned(old)) ?? ''
  const line = await socket(next).hello()
  await settled()
  await pass(KEY_GRACE_MS)
  expect([await me(old), await me(next)]).toEqual([401, 200])
  await settled()
  await line.quiet()
  expect(devices().find(({ name }) => name === 'Desk')).toMatchObject({ revokedAt: null })
  expect(devices().find(({ name }) => name === 'Desk')?.copiedAt).toBeDefined()
  line.socket.terminate()
})

test('KEY-5: with an exchanged key a page is told what to show at other addresses anew, and that of before is good as long', async () => {
  const passes = passesBy('of this house')
  const old = await house.pair({ roles: ['callboard'], name: 'Board' })
  const board = () => devices().find(({ name }) => name === 'Board')
  const before = passes.of(board()?.id ?? '', board()?.secretHash ?? '')
  const reads = () =>
    passes.read(`${LIVE_PROTOCOL}, ${before}`, house.server.stage.installation.state()) !== null
  expect(reads()).toBe(true)
  await pass(KEY_MS)
  const next = (await turned(old)) ?? ''
  await me(next)
  await settled()
  expect(board()?.secretHash).not.toBeNull()
  expect(reads()).toBe(true)
  await pass(KEY_GRACE_MS)
  expect(reads()).toBe(false)
})

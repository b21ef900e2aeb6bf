// The clock of the machine is set, back and forward: what was over stays over, and nobody of the house is shut out.

import { expect, onTestFinished, test } from 'vitest'
import { GUEST_MS_MAX } from '../../src/core/installation/people.ts'
import { instant } from '../../src/core/kit/time.ts'
import { type Clock, systemClock } from '../../src/server/clock/clock.ts'
import { CODE_MS } from '../../src/server/http/codes.ts'
import { temporaryFolder } from '../kit/ghostlight.ts'
import { openServedHouse, RealSocket, type ServedHouse } from '../kit/served-house.ts'
import { sightingShow } from '../kit/sighting-show.ts'

const HOUR = 3_600_000
/** `set`: by how much it is wrong; `passed`: what has gone by beside the real time. */
let [set, passed] = [0, 0]
const clock: Clock = {
  now: () => instant(systemClock.now() + passed + set),
  sinceStart: () => systemClock.sinceStart() + passed,
  after: systemClock.after,
}
const pass = (house: ServedHouse, ms: number) => {
  passed += ms
  // A house that is open looks at the time every few seconds.
  house.server.stage.door.now()
}
const setBy = (house: ServedHouse, ms: number) => {
  set += ms
  house.server.stage.door.now()
}

const json = { 'content-type': 'application/json' }
const folder = temporaryFolder()
const open = (show: typeof sightingShow | null) => openServedHouse({ show, clock, dataDir: folder.path })
const ivo = sightingShow.people[0]?.id ?? ''

const joining = (house: ServedHouse, token: string, cookie = '') =>
  house.ask('/api/join', {
    method: 'POST',
    headers: { ...json, cookie },
    body: JSON.stringify({ token, own: cookie === '' }),
  })
const me = async (house: ServedHouse, cookie: string) =>
  (await house.ask('/api/me', { headers: { cookie } })).status

async function made(house: ServedHouse, sm: string) {
  const desk = await new RealSocket(house.server.port, { headers: { cookie: sm } }).hello()
  const board = { title: 'Boards', roles: ['callboard'], department: null, place: null }
  const link = await desk.press({ name: 'group.invite', ...board, devices: 9, minutes: 60 })
  const letters = await desk.press({ name: 'person.invite', person: ivo, roles: null })
  desk.socket.terminate()
  if (!link.ok || !link.link || !letters.ok || !letters.code) throw new Error('nothing was made')
  return { link: link.link.slice(link.link.indexOf('#') + 1), letters: letters.code }
}

test('ATTACK-45, INSTALLATION-35: with the clock set back nothing that was over is good again, also after a restart', async () => {
  onTestFinished(folder.remove)
  let house = await open(sightingShow)
  const sm = await house.pair({ roles: ['SM'] })
  const tablet = await house.pair({ roles: ['kiosk'] })
  const { link, letters } = await made(house, sm)
  expect((await joining(house, link)).status).toBe(200)
  const signed = await joining(house, letters.text, tablet)
  expect(signed.status).toBe(200)
  const guest = (signed.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
  // An hour goes by while the clock is turned back by as much, in one step or in many.
  for (let quarter = 0; quarter < 4; quarter += 1) {
    pass(house, HOUR / 4)
    setBy(house, -HOUR / 4)
  }
  pass(house, GUEST_MS_MAX)
  setBy(house, -GUEST_MS_MAX)
  expect([(await joining(house, link)).status, (await joining(house, letters.text)).status]).toEqual([
    403, 403,
  ])
  await expect
    .poll(
      () => house.server.stage.installation.state().devices.some((one) => one.entered && !one.revokedAt),
      {
        timeout: 60_000,
      },
    )
    .toBe(false)
  const asGuest = await house.ask('/api/mine', { headers: { cookie: `${tablet}; ${guest}` } })
  expect(JSON.parse(asGuest.text).guest).toBeNull()
  // Letters made now are good for a quarter of an hour of real time, and say until when by the clock on the wall.
  const fresh = await made(house, sm)
  expect(Math.abs(fresh.letters.until - clock.now() - CODE_MS)).toBeLessThan(HOUR / 6)
  pass(house, CODE_MS + 1)
  setBy(house, -HOUR)
  expect((await joining(house, fresh.letters.text)).status).toBe(403)
  // Closed, and opened with a clock that is back before all of it: what is written down was later.
  await house.close()
  setBy(house, -24 * HOUR)
  house = await open(null)
  onTestFinished(() => house.server.close())
  expect((await joining(house, link)).status).toBe(403)
  for (const cookie of [sm, tablet]) expect(await me(house, cookie)).toBe(200)
})

test('ATTACK-45, INSTALLATION-35: with the clock set forward whoever is of the house stays in, and what ended is made anew', async () => {
  const house = await openServedHouse({ show: sightingShow, clock })
  onTestFinished(() => house.close())
  const sm = await house.pair({ roles: ['SM'] })
  const phone = await house.pair({ roles: ['perf'], person: sightingShow.people[0]?.id ?? null })
  const { link } = await made(house, sm)
  const years = 3 * 365 * 24 * HOUR
  setBy(house, years)
  for (const cookie of [sm, phone]) expect(await me(house, cookie)).toBe(200)
  const after = await made(house, sm)
  // Put right: what was made meanwhile ends when it should, and what was over stays over.
  setBy(house, -years)
  expect([(await joining(house, link)).status, (await joining(house, after.link)).status]).toEqual([403, 200])
  pass(house, HOUR + 1)
  expect((await joining(house, after.link)).status).toBe(403)
  for (const cookie of [sm, phone]) expect(await me(house, cookie)).toBe(200)
  const last = await made(house, sm)
  expect((await joining(house, last.link)).status).toBe(200)
})

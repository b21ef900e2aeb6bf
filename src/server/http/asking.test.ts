// How much a paired device may ask, at the bound: over real requests, on a clock in the test’s hands.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openServedHouse, readCookie, type ServedHouse } from '../../../test/kit/served-house.ts'
import { sightingShow } from '../../../test/kit/sighting-show.ts'
import { systemClock } from '../clock/clock.ts'
import { ASKS_MAX, ASKS_PER_SECOND, openAsking } from './asking.ts'

let since = 0
let house: ServedHouse
beforeAll(async () => {
  house = await openServedHouse({
    show: sightingShow,
    clock: { now: systemClock.now, after: systemClock.after, sinceStart: () => since },
  })
})
afterAll(() => house?.close())

test('DOOR-21: a device that asks without end is refused in words, comes again in a second, and keeps nobody else waiting', async () => {
  const [mad, other] = [await house.pair({ roles: ['ASM'] }), await house.pair({ roles: ['SM'] })]
  const ask = async (cookie: string, path = '/api/me') => house.ask(path, { headers: { cookie } })
  const statuses = new Set<number>()
  for (let asked = 0; asked < ASKS_MAX; asked += 1) statuses.add((await ask(mad)).status)
  expect([...statuses]).toEqual([200])
  const refused = await ask(mad)
  expect([refused.status, JSON.parse(refused.text).refusal.sentence]).toEqual([
    429,
    'This device asks for too much at once: this was not done. Wait a moment, and press again.',
  ])
  // Each path, and whoever has a pass or a header of the same device.
  const { device, secret } = readCookie(mad)
  const basic = Buffer.from(`${device}:${secret}`).toString('base64')
  expect((await house.ask('/api/care', { headers: { authorization: `Basic ${basic}` } })).status).toBe(429)
  expect((await ask(other)).status).toBe(200)
  // Screens are there whoever asks, and what somebody who is down needs.
  const down = { method: 'POST', headers: { cookie: mad, 'content-type': 'application/json' } }
  const whole = JSON.stringify({ incident: null, drill: false, seen: null })
  expect((await house.ask('/api/incident/whole', { ...down, body: whole })).status).toBe(200)
  expect((await ask(mad, '/incident')).status).not.toBe(429)
  since += 1_000
  const next: number[] = []
  for (let asked = 0; asked <= ASKS_PER_SECOND; asked += 1) next.push((await ask(mad)).status)
  expect([new Set(next.slice(0, -1)), next.at(-1)]).toEqual([new Set([200]), 429])
})

test('DOOR-21: what is urgent is counted apart, and bounded too; a clock that stands still fills nothing', () => {
  const asking = openAsking({ sinceStart: () => 5 })
  const taken = (path: string) =>
    Array.from({ length: ASKS_MAX + 10 }, () => asking.may('a', path)).filter((may) => may).length
  expect([taken('/api/me'), taken('/api/incident'), taken('/api/roll-call')]).toEqual([ASKS_MAX, ASKS_MAX, 0])
})

// What the server says of its network, to whom, and what counts as somebody at the door.

import { expect, onTestFinished, test } from 'vitest'
import { openServedHouse } from '../../../test/kit/served-house.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { instant } from '../../core/kit/time.ts'
import type { NetworkFacts } from '../../wire/network.ts'
import { openVisits } from './network-facts.ts'

test('NETWORK-21: another machine at the door is noticed by when it last came; this machine at its own addresses is not', () => {
  let now = 1
  const visits = openVisits(
    () => instant(now),
    () => ['http://192.0.2.7:4444'],
  )
  for (const own of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '192.0.2.7', '::ffff:192.0.2.7', undefined])
    visits.note(own)
  expect(visits.lastAt()).toBeNull()
  now = 5
  visits.note('::ffff:192.0.2.8')
  expect(visits.lastAt()).toBe(5)
})

test('NETWORK-21: the facts are for whoever pairs screens, and hold no secret and nobody’s address', async () => {
  const house = await openServedHouse({ show: littleShow() })
  onTestFinished(() => house.close())
  const asked = async (roles: readonly ['SM'] | readonly ['callboard']) =>
    house.ask('/api/network', { headers: { cookie: await house.pair({ roles }) } })
  const told = await asked(['SM'])
  expect(told.status).toBe(200)
  const facts = JSON.parse(told.text) as NetworkFacts
  expect(facts).toEqual({
    ...{ now: expect.any(Number), openedAt: expect.any(Number), letsIn: false, addresses: [], name: null },
    ...{ moved: null, reached: [], others: [], heardAt: null, visitedAt: null, unused: 0 },
  })
  expect((await asked(['callboard'])).status).toBe(403)
  expect((await house.ask('/api/network')).status).toBe(403)
})

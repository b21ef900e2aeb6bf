// What a house put off when it was still open.

import { expect, test } from 'vitest'
import { openServedHouse, RealSocket } from '../../../test/kit/served-house.ts'
import { TestClock } from '../../../test/kit/server.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { stoppable } from './stoppable.ts'

test('CLI-37: a house that closed with screens open waits for nothing any more', async () => {
  const clock = new TestClock()
  const house = await openServedHouse({ show: littleShow(), clock })
  const cookie = await house.pair({ roles: ['caller'] })
  const screen = new RealSocket(house.server.port, { headers: { cookie } })
  await screen.hello()
  expect(clock.waiting()).toBeGreaterThan(0)
  await house.close()
  expect(clock.waiting()).toBe(0)
  await screen.closed
})

test('CLI-37: what was put off comes in its time, and not once the house has closed', () => {
  const clock = new TestClock()
  const own = stoppable(clock)
  const came: string[] = []
  own.after(10, () => came.push('ten'))
  own.after(20, () => came.push('taken back'))()
  own.after(30, () => came.push('thirty'))
  clock.pass(15)
  own.close()
  own.after(1, () => came.push('after closing'))
  clock.pass(100)
  expect([came, clock.waiting()]).toEqual([['ten'], 0])
})

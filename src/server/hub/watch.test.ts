// The watch on a clock that the test moves: it writes what is due, nothing else, and a restart goes on with the same.

import { expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../test/kit/house.ts'
import { quietEvening } from '../../../test/kit/quiet-evening.ts'
import { settled, TestClock } from '../../../test/kit/server.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import type { NightCommand } from '../../core/night/night.ts'
import { emptyShelf } from '../log/memory.ts'
import { openWatch, WATCH_MS } from './watch.ts'

const nightOf = ({ stage }: TestHouse) => {
  const night = stage.night()
  if (!night) throw new Error('a night is on')
  return night
}

async function press(house: TestHouse, command: NightCommand): Promise<void> {
  const { owner } = nightOf(house)
  const by = { ...theMachine, roles: ['caller' as const, 'SM' as const] }
  const answer = await owner.submit({ id: JSON.stringify(command), by, madeAt: house.clock.now(), command })
  expect([command.name, answer.ok]).toEqual([command.name, true])
}

/** Second after second, as the watch sees them; every screen that is asked is lit. */
async function pass(house: TestHouse, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    house.clock.pass(WATCH_MS)
    await settled()
    await show(house)
  }
}

async function show(house: TestHouse): Promise<void> {
  const { owner } = nightOf(house)
  for (const { concern, asks } of owner.state().presence.concerns.concerns)
    for (const { ask, person } of asks.filter(({ shownAt }) => shownAt === null)) {
      const command = { name: 'ask.shown', concern, ask } as const
      const by = { ...theMachine, roles: [], person }
      await owner.submit({ id: `${concern}/${ask}`, by, madeAt: house.clock.now(), command })
    }
}

test('CONCERN-23: the watch writes what is due and nothing else; after a restart the next rung comes when it would have', async () => {
  const shelf = emptyShelf()
  const clock = new TestClock()
  const house = await openHouse(shelf, quietEvening(), clock)
  await press(house, { name: 'presence.mode', mode: 'quiet' })
  for (const person of ['mia', 'sam', 'asa', 'dru'])
    await press(house, { name: 'sign.in', person: id<'person'>(person) })
  await press(house, { name: 'act.up', act: 1 })
  const before = nightOf(house).owner.state().seq
  const watch = openWatch(house)
  await pass(house, 3)
  expect(nightOf(house).owner.state().seq).toBe(before)
  expect(watch.beat()).toEqual({ lookedAt: clock.now(), failingSince: null })
  clock.pass(24 * 60_000)
  await settled()
  await pass(house, 5)
  const [concern] = nightOf(house).owner.state().presence.concerns.concerns
  expect(concern).toMatchObject({ person: 'mia', rung: 1 })
  watch.close()
  await house.stage.close()

  const again = await openHouse(shelf, null, clock)
  const watching = openWatch(again)
  const known = nightOf(again).owner.state().presence.concerns.concerns[0]
  expect(known?.rungs).toEqual(concern?.rungs)
  const second = (known?.rungs[0]?.at ?? 0) - clock.now()
  await pass(again, Math.floor(second / WATCH_MS) - 1)
  expect(nightOf(again).owner.state().presence.concerns.concerns[0]?.rung).toBe(1)
  await pass(again, 3)
  expect(nightOf(again).owner.state().presence.concerns.concerns[0]?.rung).toBeGreaterThan(1)
  watching.close()
})

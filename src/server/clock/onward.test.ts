// A clock that never goes back, however the machine's is set.

import { expect, test } from 'vitest'
import { dice } from '../../core/kit/dice.ts'
import { instant } from '../../core/kit/time.ts'
import { onward, SET_BACK_MS } from './onward.ts'

test('INSTALLATION-35: set back, it goes on by what has passed; set forward it goes along; it never goes back', () => {
  const seed = Date.now() % 1_000_000
  const throws = dice(seed)
  for (let round = 0; round < 200; round += 1) {
    let [wall, passed] = [1_000_000, 0]
    const clock = onward({ now: () => instant(wall), sinceStart: () => passed, after: () => () => undefined })
    let [before, atLeast] = [clock.now(), Number(clock.now())]
    for (let step = 0; step < 50; step += 1) {
      const ms = throws.whole(0, 60_000)
      const set = throws.chance(1 / 3) ? throws.whole(-3_600_000, 3_600_000) : 0
      wall += ms + set
      passed += ms
      atLeast = Math.max(atLeast + ms, wall)
      const now = clock.now()
      const place = { seed, round, step, ms, set }
      expect([place, now >= before]).toEqual([place, true])
      // As much as has passed, but for steps too small to be told from a clock being put right.
      expect([place, now >= atLeast - SET_BACK_MS * (step + 1)]).toEqual([place, true])
      expect([place, now >= wall]).toEqual([place, true])
      before = now
    }
  }
})

test('INSTALLATION-35: what stands in the record is not before it, and a time is shown as the machine will say it', () => {
  let [wall, passed] = [1_000_000, 0]
  const clock = onward({ now: () => instant(wall), sinceStart: () => passed, after: () => () => undefined })
  clock.notBefore(instant(900_000))
  expect(clock.now()).toBe(1_000_000)
  clock.notBefore(instant(5_000_000))
  expect([clock.now(), clock.shown(instant(5_060_000))]).toEqual([5_000_000, 1_060_000])
  wall += 60_000
  passed += 60_000
  expect(clock.now()).toBe(5_060_000)
  // Put right again, as far as it is.
  wall += 4_000_000
  expect([clock.now(), clock.shown(instant(5_060_000))]).toEqual([5_060_000, 5_060_000])
  wall += 1_000_000
  expect(clock.now()).toBe(6_060_000)
  // A step that is too small to be one: it stands still meanwhile.
  wall -= SET_BACK_MS - 1
  expect(clock.now()).toBe(6_060_000)
})

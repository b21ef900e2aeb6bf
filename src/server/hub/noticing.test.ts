// What earlier performances taught of people stands in the record of the next one, and fits into it.

import { expect, test } from 'vitest'
import { openHouse } from '../../../test/kit/house.ts'
import { aViewer } from '../../../test/kit/nights.ts'
import { settled } from '../../../test/kit/server.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import type { NightCommand } from '../../core/night/night.ts'
import { EVENT_BYTES_MAX } from '../log/log.ts'
import { usualLearned } from './noticing.ts'

const sam = aViewer(['caller', 'SM'])

test('PRESENCE-66: the second performance knows how often people were met, from its own record alone', async () => {
  const house = await openHouse()
  const { stage, clock } = house
  const [somebody] = stage.night()?.plan.show.people ?? []
  if (!somebody) throw new Error('there is a company')
  let presses = 0
  const press = async (command: NightCommand) => {
    presses += 1
    const request = { id: `press-${presses}`, by: sam, madeAt: clock.now(), command }
    expect(await stage.night()?.owner.submit(request)).toMatchObject({ ok: true })
  }
  await press({ name: 'act.up', act: 1 })
  clock.pass(60_000)
  await press({ name: 'people.see', people: [somebody.id], how: 'eyes', place: null, by: null })
  clock.pass(240_000)
  await press({ name: 'act.down', act: 1 })
  await press({ name: 'act.up', act: 2 })
  clock.pass(240_000)
  await press({ name: 'act.down', act: 2 })
  await press({ name: 'performance.close' })
  await settled()
  expect(stage.night()?.owner.state().usual).toBeNull()

  await stage.planNext(instant(clock.now() + 3_600_000), sam, 'next')
  const night = stage.night()
  expect(night?.owner.state().usual).toMatchObject({
    performances: 1,
    people: [{ person: somebody.id, from: 1 }],
  })
  const [, ...taught] = await house.log.read(night?.performance.id ?? '', 1, 10)
  const learned = taught.find(({ type }) => type === 'usual.learned')
  expect(JSON.stringify(learned?.body)).not.toContain(somebody.id)
  expect(JSON.stringify(learned?.detail)).toContain(somebody.id)
})

test('PRESENCE-66: of a show too large for one event the last sightings are left to the plan', () => {
  const person = (index: number) => ({
    person: id<'person'>(`person ${index}`),
    rate: 1 / 3,
    spreadSeconds: 100 / 3,
    from: 8,
  })
  const written = Array.from({ length: 20_000 }, (_, index) => ({
    key: `sighting ${index}`,
    times: 1,
    nights: 8,
  }))
  const people = Array.from({ length: 120 }, (_, index) => person(index))
  const size = (event: unknown) => Buffer.byteLength(JSON.stringify(event))
  const event = usualLearned({ performances: 8, people, written })
  expect(size(event)).toBeLessThan(EVENT_BYTES_MAX)
  expect(event.detail).toMatchObject({ people })
  const crowd = Array.from({ length: 20_000 }, (_, index) => person(index))
  expect(size(usualLearned({ performances: 8, people: crowd, written }))).toBeLessThan(EVENT_BYTES_MAX)
  const little = { performances: 8, people: people.slice(0, 2), written: written.slice(0, 2) }
  expect(usualLearned(little).detail).toEqual({ people: little.people, written: little.written })
})

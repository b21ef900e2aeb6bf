// Line notes on a real stage: forgotten by the house itself after their days, and gone from what is read back.

import { expect, test } from 'vitest'
import { openHouse } from '../../../test/kit/house.ts'
import { theSM } from '../../../test/kit/nights.ts'
import { must } from '../../core/kit/assert.ts'
import { id } from '../../core/kit/ids.ts'
import type { NightCommand } from '../../core/night/night.ts'
import { KEPT_DAYS } from '../../core/presence/personal.ts'
import type { Show } from '../../core/show/show.ts'
import { readNight } from './earlier.ts'
import { forgetOld } from './forgetting.ts'

test('TAKING-7: after thirty days the house forgets whose lines were noted, and knows that they were', async () => {
  const house = await openHouse()
  const night = must(house.stage.night(), 'a night is on')
  const press = async (command: NightCommand, key: string) =>
    expect(
      await night.owner.submit({ id: key, by: theSM, madeAt: house.clock.now(), command }),
    ).toMatchObject({ ok: true })
  const note = { name: 'line.note', line: null, person: id<'person'>('ann'), mark: 'dropped' } as const
  await press({ ...note, words: 'said after the marked bell' }, 'one')
  await press({ ...note, words: 'again' }, 'two')
  await press({ name: 'performance.close' }, 'three')
  const reading = { log: house.log, readShow: (text: string) => JSON.parse(text) as Show }
  const notes = async () =>
    must(await readNight(reading, night.performance), 'it can be read').state.lineNotes.notes
  const days = KEPT_DAYS * 24 * 3_600_000
  house.clock.pass(days - 1)
  await forgetOld(reading, [night.performance], house.clock.now())
  expect((await notes()).map(({ person }) => person)).toEqual(['ann', 'ann'])
  house.clock.pass(1)
  expect(await forgetOld(reading, [night.performance], house.clock.now())).toBe(1)
  expect((await notes()).map(({ person, mark, line, words }) => [person, mark, line, words])).toEqual([
    [null, null, null, null],
    [null, null, null, null],
  ])
  const events = await house.log.read(night.performance.id, 1, 100)
  expect(JSON.stringify(events)).not.toMatch(/marked bell|"ann"/)
  expect(await forgetOld(reading, [night.performance], house.clock.now())).toBe(0)
})

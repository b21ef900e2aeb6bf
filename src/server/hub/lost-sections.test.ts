// A part of the screens that cannot be worked out: planted where a part is made, as a mistake of ours would be.

import { expect, test } from 'vitest'
import { companyIn, expectShown, openHouse, type TestScreen } from '../../../test/kit/house.ts'
import { settled, TestClock } from '../../../test/kit/server.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import type { KeepingSection } from '../../wire/keeping.ts'
import { emptyShelf } from '../log/memory.ts'
import { BEAT_MS } from './beats.ts'
import { board } from './board.ts'
import { DEVICES_DELAY_MS } from './roll.ts'

/** A house in which the line about the watch can be made to break wherever it is written. */
async function breakingHouse() {
  const clock = new TestClock()
  const mistake = { isMade: false }
  const beat = () => ({
    get lookedAt() {
      if (mistake.isMade) throw new Error('a mistake of ours')
      return clock.now()
    },
    failingSince: null,
  })
  const house = await openHouse(emptyShelf(), littleShow(), clock, beat)
  const [desk, lx, ann] = await companyIn(house, 'desk', 'lx', 'ann')
  if (!desk || !lx || !ann) throw new Error('the company is three')
  const unshown = ({ sections }: TestScreen) => (sections['keeping'] as KeepingSection | undefined)?.unshown
  const moment = house.stage.night()?.plan.timeline.moments[0]?.id ?? ''
  return { house, clock, mistake, desk, lx, ann, unshown, moment }
}

test('HUB-47: a GO is on every screen though one part of them breaks; that part is gone, and the desk is told', async () => {
  const { house, clock, mistake, desk, lx, ann, unshown, moment } = await breakingHouse()
  expect([desk, lx, ann].map(({ sections }) => 'watching' in sections)).toEqual([true, true, true])
  mistake.isMade = true
  clock.pass(BEAT_MS)
  expect(await desk.press({ name: 'cue.go', moment, move: 0 })).toMatchObject({ ok: true })
  for (const screen of [desk, lx, ann]) {
    expect(screen.sections['watching']).toBeUndefined()
    expect(screen.closed).toBe(false)
    expectShown(house, screen)
  }
  expect(unshown(desk)).toBe(2)
  expect(unshown(lx)).toBeUndefined()
})

test('HUB-47: whoever comes, or comes back, while it breaks is sent the rest; once it can be made it is there again', async () => {
  const { house, clock, mistake, desk, lx, ann, unshown, moment } = await breakingHouse()
  ann.leave()
  mistake.isMade = true
  clock.pass(BEAT_MS)
  ann.hello()
  expect(ann.sections['watching']).toBeUndefined()
  expect(ann.sections['position']).toEqual(lx.sections['position'])
  const [board] = await companyIn(house, 'board')
  clock.pass(DEVICES_DELAY_MS)
  expect(board?.sections['watching']).toBeUndefined()
  expect(Object.keys(board?.sections ?? {})).toContain('position')
  mistake.isMade = false
  await desk.press({ name: 'cue.go', moment, move: 0 })
  clock.pass(BEAT_MS + DEVICES_DELAY_MS)
  await settled()
  for (const screen of [desk, lx, ann]) {
    expect(screen.sections['watching']).toBeDefined()
    delete screen.sections['watching']
    expectShown(house, screen)
  }
  expect(unshown(desk)).toBeUndefined()
})

test('HUB-47: what is fixed and was lost is tried again; a frame in which nothing else changed is one all the same', () => {
  let isMistaken = true
  const write = () => {
    if (isMistaken) throw new Error('a mistake of ours')
    return '"there"'
  }
  const shown = board()
  shown.put({ section: 'order', key: 'order', fixed: true, again: () => null, write })
  shown.put({ section: 'cues', key: 'cues', fixed: false, write: () => '1' })
  expect([shown.lost(), shown.sectionsSince(['order', 'cues'], -1)?.join('')]).toEqual([1, '{"cues":1}'])
  expect([...shown.refresh()]).toEqual([])
  isMistaken = false
  expect([...shown.refresh()]).toEqual(['order'])
  expect([shown.lost(), shown.sectionsSince(['order'], 0)?.join('')]).toEqual([0, '{"order":"there"}'])
})

test('HUB-49: what says of what it is made is written again only where that is another thing, and is then whatever it says', () => {
  let [source, writes] = [1, 0]
  const write = () => {
    writes += 1
    return `${source}`
  }
  const shown = board()
  shown.put({ section: 'notes', key: 'notes', fixed: false, again: () => source, write })
  expect([[...shown.refresh()], [...shown.refresh()], writes]).toEqual([[], [], 1])
  source = 2
  expect([[...shown.refresh()], [...shown.refresh()], writes]).toEqual([['notes'], [], 2])
  expect(shown.sectionsSince(['notes'], 0)?.join('')).toBe('{"notes":2}')
})

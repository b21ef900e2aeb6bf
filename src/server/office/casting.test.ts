// The smallest cast on the page of the tracks: by name, with its proof, and what one press makes of it.

import { expect, test } from 'vitest'
import { openHouse } from '../../../test/kit/house.ts'
import { theCaller } from '../../../test/kit/nights.ts'
import { editShow } from '../../core/editing/edits.ts'
import { must } from '../../core/kit/assert.ts'
import { id } from '../../core/kit/ids.ts'
import type { Show } from '../../core/show/show.ts'
import { importTei } from '../../formats/tei/import.ts'
import { CHANGE_SECONDS_MAX, casting, castingOf } from './casting.ts'

const says = (who: string) =>
  `<sp who="#${who}"><speaker>${who}</speaker><p>Good evening to you all.</p></sp>`
const scene = (...who: readonly string[]) => `<div type="scene">${who.map(says).join('')}</div>`
const play = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>${scene('Ann', 'Bob', 'Ann')}${scene('Cy')}${scene('Ann', 'Cy', 'Ann')}</body></text></TEI>`

function cast(): Show {
  const read = importTei(play, 'night.xml')
  if (!read.ok) throw new Error('it is a play')
  const person = (name: string) => ({ id: id<'person'>(name), name, callName: name })
  return { ...read.show, people: [person('Eva'), person('Fay')] }
}

test('CASTING-6: each performer has the parts and tracks by name, and the proof is by name', () => {
  const { performers, together, isProved } = castingOf(cast(), 0)
  expect(performers.map(({ parts }) => parts)).toEqual([['Ann'], ['Bob', 'Cy']])
  expect(isProved && together.length).toBe(2)
  expect(performers.flatMap(({ tracks }) => tracks)).toHaveLength(3)
})

test('CASTING-6: used, the tracks are theirs, and worked out again each performer is the one who was chosen', () => {
  const show = cast()
  const names = ['Eva', 'Fay']
  const rows = castingOf(show, 0).performers.flatMap(({ tracks }, at) =>
    show.tracks
      .filter(({ code }) => tracks.includes(code))
      .map(({ code, title }) => ({
        ...{ code, title, kind: 'cast' as const, covers: [] },
        owner: names[at] ?? '',
      })),
  )
  const used = editShow(show, { name: 'tracks.put', track: null, rows })
  if (!used.ok) throw new Error(used.refusal.sentence)
  expect(castingOf(used.value, 0).performers.map(({ owner }) => owner)).toEqual(names)
})

test('CASTING-7: for more performers than are needed the parts are shared out until each has one, and for fewer it is the fewest', () => {
  const show = cast()
  const parts = (performers: number) => castingOf(show, 0, performers).performers.map((one) => one.parts)
  expect(parts(3)).toEqual([['Ann'], ['Bob'], ['Cy']])
  for (const performers of [0, 1, 2]) expect(parts(performers)).toEqual([['Ann'], ['Bob', 'Cy']])
  expect(parts(9)).toHaveLength(3)
  expect(castingOf(show, 0, 9).fewest).toBe(2)
})

test('CASTING-6: not while an act is up, and not for a change of more than an hour', async () => {
  const { stage, clock } = await openHouse()
  const asking = (change: string) =>
    casting(stage, {
      ...{ viewer: theCaller, bytes: new Uint8Array(), body: '', query: new URLSearchParams({ change }) },
      now: clock.now(),
    })
  expect(await asking(String(CHANGE_SECONDS_MAX))).toMatchObject({ status: 200 })
  for (const change of [String(CHANGE_SECONDS_MAX + 1), '-1', '1.5', 'x'])
    expect(await asking(change)).toMatchObject({ said: { refusal: { code: 'change' } } })
  const wrong = new URLSearchParams({ change: '0', performers: '-1' })
  expect(
    await casting(stage, {
      ...{ viewer: theCaller, bytes: new Uint8Array(), body: '', query: wrong },
      now: clock.now(),
    }),
  ).toMatchObject({ said: { refusal: { code: 'performers' } } })
  const { owner } = must(stage.night(), 'a night is on')
  const command = { name: 'act.up', act: 1 } as const
  await owner.submit({ id: 'press-1', by: theCaller, madeAt: clock.now(), command })
  expect(await asking('0')).toMatchObject({ said: { refusal: { code: 'running' } } })
})

// What a plan re-plots is told like everything else of it, and every screen follows.

import { expect, test } from 'vitest'
import {
  approve,
  coverShow,
  dan,
  deeForAna,
  gives,
  isOut,
  phoneOf,
  sam,
} from '../../../test/kit/cover-evening.ts'
import { aViewer, nightOf } from '../../../test/kit/nights.ts'
import { id } from '../kit/ids.ts'
import { noCovers } from '../show/competence.ts'
import type { Show } from '../show/show.ts'
import { dues } from './dues.ts'
import { view } from './view.ts'

const moved: Show = {
  ...coverShow,
  covers: {
    ...(coverShow.covers ?? noCovers),
    replots: [
      {
        ...{ id: 'other side', title: 'Ben from the right, the lantern given later', cost: 2 },
        changes: [
          { obligation: id('e2-one'), placeIn: id('sr1') },
          { obligation: id('e3-two'), later: 15 },
        ],
      },
    ],
  },
}
const changes = [...deeForAna, gives('s1-three', 'dee')]
const night = (replots: readonly string[]) =>
  nightOf(moved).open().do(isOut('ana'), sam).do(approve(changes, { replots }), dan)

test('COVERING-25: whom a re-plot moves is told where and when, and is due there then', () => {
  const { plan, state, now } = night(['other side'])
  const lines = (name: string) =>
    view(plan, state, phoneOf(name), now).ownPlan?.lines.map(({ what, title, place, at }) => [
      what,
      title,
      place,
      at.seconds,
    ])
  expect(lines('ben')).toEqual([['other', 'Sings in one', 'SR1', 20]])
  expect(lines('cho')).toContainEqual(['other', 'Sings in two', 'SL1', 335])
  const due = dues(plan, state, now).find(({ key }) => key === 'e2-one')
  expect(due?.place).toBe('sr1')
  const side = view(plan, state, aViewer('ASM', { place: 'sr1' }), now).side?.entries.map(({ name }) => name)
  expect(side).toContain('Ben')
  const wardrobe = view(plan, state, aViewer('dept', { department: 'ward' }), now).departmentPlan?.lines
  expect(wardrobe?.map(({ what, place }) => [what, place])).toContainEqual(['other', 'SR1'])
})

test('COVERING-25: without it nothing is moved, and what is taken back is told as that', () => {
  const { plan, state, now } = night([])
  const ben = view(plan, state, phoneOf('ben'), now).ownPlan?.lines
  expect(ben?.map(({ place }) => place)).toEqual(['SL1'])
  const again = night(['other side'])
  again.do({ name: 'plan.tell', to: { person: id('ben') }, version: 1, by: id('sam') }, sam)
  again.do(approve(changes, { base: 1, why: 'correction' }), dan)
  const then = view(again.plan, again.state, phoneOf('ben'), again.now).ownPlan?.lines
  expect(then?.map(({ what, place }) => [what, place])).toEqual([['other', 'SL1']])
})

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
import { aDepartment } from '../../../test/kit/shows.ts'
import { id } from '../kit/ids.ts'
import { noCovers } from '../show/competence.ts'
import type { Show } from '../show/show.ts'
import { dues } from './dues.ts'
import { otherSheets } from './other-sheets.ts'
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

test('COVERING-25: a preset that a re-plot moves is told to whoever sets it, on their lists and on paper', () => {
  const keepers = { ...aDepartment('pr'), kind: 'props' as const }
  const preset = {
    ...{ id: id<'preset'>('lit'), title: 'Lantern, lit', place: id<'place'>('sl1') },
    ...{ prop: id<'prop'>('lantern'), before: id<'item'>('two') },
  }
  const [replot] = moved.covers?.replots ?? []
  if (!replot) throw new Error('the show has a re-plot')
  const presets = [{ preset: preset.id, place: id<'place'>('sr1') }]
  const show: Show = {
    ...moved,
    departments: [...moved.departments, keepers],
    presets: [preset],
    engagements: [...moved.engagements, { person: id('fay'), kind: 'crew', department: keepers.id }],
    covers: { ...(moved.covers ?? noCovers), replots: [{ ...replot, presets }] },
  }
  const { plan, state, now } = nightOf({
    ...show,
    presets: [{ ...preset, department: keepers.id }],
  })
    .open()
    .do(isOut('ana'), sam)
    .do(approve(changes, { replots: ['other side'] }), dan)
  const props = aViewer('dept', { department: 'pr' })
  const told = view(plan, state, props, now).departmentPlan?.lines.filter(({ thing }) => thing !== null)
  expect(told).toMatchObject([
    { what: 'other', title: 'Lantern, lit', place: 'SR1', thing: { how: 'set', from: 'SL1' } },
  ])
  const owed = view(plan, state, phoneOf('fay'), now).track?.obligations
  expect(owed?.filter(({ kind }) => kind === 'preset').map(({ placeIn }) => placeIn)).toEqual(['SR1'])
  expect(JSON.stringify(otherSheets(plan, state))).toContain('set here, not at SL1')
})

// Covering on the order that is in force: what is asked, who follows, and what is told.

import { expect, test } from 'vitest'
import {
  approve,
  coverNight,
  dan,
  deeForAna,
  gives,
  isOut,
  phoneOf,
  sam,
} from '../../../test/kit/cover-evening.ts'
import { codeOf, type TestNight } from '../../../test/kit/nights.ts'
import { id } from '../kit/ids.ts'
import type { Change } from '../reorder/change.ts'
import { coverNightOf } from './cover-night-of.ts'
import { dues } from './dues.ts'
import { view } from './view.ts'

const [one, two, three] = [id<'item'>('one'), id<'item'>('two'), id<'item'>('three')]

function inOrder(night: TestNight, ...changes: readonly Change[]): TestNight {
  night.do({ name: 'order.propose', changes }, sam)
  const people = { approvedBy: null, toldBy: null, override: true }
  return night.do({ name: 'order.accept', changes, heard: 'silent', ...people }, sam)
}
const asked = ({ plan, state, now }: TestNight) =>
  coverNightOf(plan, state, now).obligations.map((spot) => `${spot.id} ${spot.from}`)
const owed = ({ plan, state }: TestNight, name: string) =>
  view(plan, state, phoneOf(name)).track?.obligations.flatMap((line) =>
    /^e\d/.test(line.id) ? [line.id] : [],
  )

test('COVERING-13: the question is the order in force: what is cut asks nobody, what is moved asks at its new time', () => {
  expect(asked(coverNight())).toEqual([
    ...['e1-one 20', 'e2-one 20', 'e1-two 320', 'e3-two 320', 'e2-three 620', 's1-three 620'],
  ])
  expect(asked(inOrder(coverNight(), { kind: 'cut', item: two }))).toEqual([
    ...['e1-one 20', 'e2-one 20', 'e2-three 320', 's1-three 320'],
  ])
  expect(asked(inOrder(coverNight(), { kind: 'swap', item: one, with: three }))).toEqual([
    ...['e2-three 20', 's1-three 20', 'e1-two 320', 'e3-two 320', 'e1-one 620', 'e2-one 620'],
  ])
})

test('COVERING-13: a plan made for another order is approved and followed in it, and told with its moments', () => {
  const night = inOrder(coverNight().do(isOut('ana'), sam), { kind: 'swap', item: one, with: three })
  night.do(approve([...deeForAna, gives('s1-three', 'dee')]), dan)
  expect(owed(night, 'dee')).toEqual(['e1-two', 'e1-one'])
  const lines = view(night.plan, night.state, phoneOf('dee'), night.now).ownPlan?.lines ?? []
  expect(lines.flatMap(({ id: line, at }) => (line.startsWith('e1') ? [[line, at.seconds]] : []))).toEqual([
    ...[
      ['e1-two', 320],
      ['e1-one', 620],
    ],
  ])
  const columns = view(night.plan, night.state, dan).casting?.rows.find(({ code }) => code === 'e1')?.cells
  expect(columns?.map(({ item }) => item).toSorted()).toEqual([1, 2])
  // What the order leaves out is not told with who plays what.
  inOrder(night, { kind: 'cut', item: two })
  const left = view(night.plan, night.state, phoneOf('dee'), night.now).ownPlan?.lines ?? []
  expect(left.map(({ id: line }) => line)).toEqual(['e1-one'])
})

test('COVERING-13: what is played again is done as the first time, or as the plan says of that time', () => {
  const night = inOrder(coverNight().do(isOut('ana'), sam), { kind: 'repeat', item: one, after: one })
  night.do(approve([gives('e1-one', 'dee'), gives('e1-two', 'dee')]), dan)
  expect(owed(night, 'dee')).toEqual(['e1-one', 'e1-one-again-1', 'e1-two'])
  const other = [gives('e1-one', 'dee'), gives('e1-one-again-1', 'ben'), gives('e1-two', 'dee')]
  // Ben sings his own then.
  expect(codeOf(night.ask(approve(other, { base: 1 }), dan))).toBe('impossible')
  night.do(
    approve([...deeForAna, gives('e1-one-again-1', null)], {
      base: 1,
      why: 'cut show',
      told: [{ person: id('dee'), by: id('dan') }],
    }),
    dan,
  )
  expect(owed(night, 'dee')).toEqual(['e1-one', 'e1-two'])
  const due = dues(night.plan, night.state, night.now).map(({ key, person }) => `${person} ${key}`)
  expect(due.filter((line) => line.includes('e1-one'))).toEqual(['dee e1-one'])
})

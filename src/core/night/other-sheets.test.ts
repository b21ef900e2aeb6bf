// What is other tonight, on paper: for each department and each person whom it touches, and only once they may know.

import { expect, test } from 'vitest'
import {
  approve,
  covered,
  coverNight,
  dan,
  deeForAna,
  gives,
  isOut,
  phoneOf,
  sam,
} from '../../../test/kit/cover-evening.ts'
import { aViewer, type TestNight, theCaller } from '../../../test/kit/nights.ts'
import type { Viewer } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { sheetIdsFor, sheetsFor } from './sheets.ts'
import { view } from './view.ts'

const others = ({ plan, state }: TestNight, viewer: Viewer) =>
  sheetIdsFor(plan, state, viewer, null).filter((name) => /^(?:other|track):/.test(name))
const sheet = ({ plan, state, now }: TestNight, name: string) =>
  sheetsFor(plan, state, sam, { asked: [name], now })[0]

test('PAPER-18: a department has what is other for it, and whoever does other their whole track of tonight', () => {
  expect(others(coverNight(), sam)).toEqual([])
  const night = covered()
  expect(others(night, sam)).toEqual(['other:ward', 'track:ben', 'track:cho', 'track:dee', 'track:fay'])
  const [wardrobe] = sheet(night, 'other:ward')?.blocks ?? []
  expect(wardrobe).toMatchObject({
    rows: [
      ['1 · 0:20', 'one Item one', 'Sings in one', 'SL1', 'Ana', 'Dee', 'the blue coat'],
      ['1 · 5:20', 'two The Lantern', 'Sings in two', 'SL1', 'Ana', 'Dee', 'lantern, the blue coat'],
    ],
  })
  const rows = (name: string) =>
    (sheet(night, name)?.blocks ?? []).flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => `${row[2]} ${row[3]}`) : [],
    )
  expect(rows('track:dee')).toEqual([
    ...[
      'NEW Sings in one',
      'NEW Change into the blue coat',
      'NEW Sings in two',
      'NEW Give lantern to Cho, after Sings in two',
    ],
    ' Sings in three',
  ])
  expect(rows('track:ben')).toEqual(['OTHER Sings in one', ' Sings in three'])
})

test('PAPER-18: those who plan have all, a department its own, everybody their own, and nobody else’s', () => {
  const night = covered()
  expect(others(night, theCaller).length).toBe(5)
  expect(others(night, aViewer('dept', { department: 'ward' }))).toEqual(['other:ward'])
  expect(others(night, aViewer('dept', { department: 'lx' }))).toEqual([])
  expect(others(night, phoneOf('ben'))).toEqual(['track:ben'])
  expect(others(night, phoneOf('ana'))).toEqual([])
  const listed = view(night.plan, night.state, sam).printed?.sheets.map(({ id: name }) => name)
  expect(listed).toContain('other:ward')
  // The wing prints the set, and is told of nobody's track.
  const wing = view(night.plan, night.state, aViewer('ASM', { place: 'sl1' })).printed?.sheets ?? []
  expect(wing.filter(({ id: name }) => /^(?:other|track):/.test(name))).toEqual([])
})

test('PAPER-18: whoever it costs something has no sheet before a named person told them, also where it could not wait', () => {
  const night = coverNight().do(isOut('ana'), sam)
  night.do(approve([...deeForAna, gives('s1-three', null), gives('e2-three', null)]), dan)
  // Ben loses a number: nothing of the plan is on paper.
  expect(others(night, sam)).toEqual([])
  night.do({ name: 'plan.tell', to: { person: id('ben') }, version: 1, by: id('sam') }, sam)
  expect(others(night, sam)).toContain('track:ben')
  const hurried = coverNight().do({ name: 'act.up', act: 1 }).do(isOut('ana'), sam)
  hurried.do(approve([...deeForAna, gives('e2-three', null)], { override: true }), dan)
  expect(others(hurried, sam)).not.toContain('track:ben')
  hurried.do({ name: 'plan.tell', to: { person: id('ben') }, version: 1, by: id('sam') }, sam)
  expect(others(hurried, sam)).toContain('track:ben')
  expect(JSON.stringify(sheet(hurried, 'track:ben'))).toContain('Not yours tonight')
})

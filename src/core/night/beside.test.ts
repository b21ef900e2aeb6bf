// What a view says besides the deck's own list: other lists, clear, cuts, the rule, the headsets, the house.

import { expect, test } from 'vitest'
import { aViewer, TestNight, theCaller } from '../../../test/kit/nights.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import type { Viewer } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { planOf } from './night.ts'
import { view } from './view.ts'

test('NIGHT-15: whoever calls has the other lists, whom each moment waits for, what is cut, the rule and the headsets', () => {
  const little = littleShow()
  const [lx1, ...others] = little.cues
  if (!lx1) throw new Error('the little show has cues')
  const cues = [lx1, { ...lx1, id: id<'cue'>('pit1'), number: 'pit1', playhead: 'pit' }, ...others].map(
    (cue) => (cue.id === 'snd2' ? { ...cue, spotter: id<'track'>('t-ann') } : cue),
  )
  const night = new TestNight(planOf({ ...little, cues }), 0).open()
  const [snd, lx] = ['snd', 'lx'].map((department) => aViewer('dept', { department }))
  const seenBy = (by: Viewer | undefined) => (by ? view(night.plan, night.state, by) : {})
  const waits = (by: Viewer | undefined) =>
    seenBy(by).cues?.moments.flatMap((one) => (one.waitsFor ? [one.id, one.waitsFor] : []))
  expect([waits(theCaller), waits(snd), waits(lx)]).toEqual([['lamp', 'Ann'], ['snd2', 'Ann'], []])
  expect(
    seenBy(theCaller)
      .cues?.moments.map((one) => one.list)
      .slice(0, 3),
  ).toEqual([null, 'pit', null])
  night.do({ name: 'standby.give', moment: id<'moment'>('lamp') })
  night.do({ name: 'clear.say', moment: id<'moment'>('lamp') })
  night.do({ name: 'cue.cut', moment: id<'moment'>('lx3') })
  night.do({ name: 'rule.change', rules: { twoStep: true } })
  for (const name of ['lx', 'snd'])
    night.do({ name: 'cans.check', department: id<'department'>(name), heard: name === 'lx' })
  expect(seenBy(theCaller).calling).toMatchObject({
    lists: [{ name: 'pit', next: 1 }],
    clear: [2],
    cut: [4],
    rules: { twoStep: true },
    cans: [
      { department: 'lx', heard: true },
      { department: 'snd', heard: false },
    ],
  })
  expect(seenBy(snd).calling).toMatchObject({
    lists: [],
    clear: [0],
    cut: [],
    rules: { twoStep: true },
    cans: [{ department: 'snd', heard: false }],
  })
  expect(seenBy(lx).calling).toMatchObject({ clear: [], cut: [3] })
})

test('NIGHT-8: a department whose cues are called from the pit has its next there', () => {
  const little = littleShow()
  const cues = little.cues.map((cue) => (cue.department === 'snd' ? { ...cue, playhead: 'pit' } : cue))
  const night = new TestNight(
    planOf({ ...little, cues: cues.filter((cue) => cue.group === undefined) }),
  ).open()
  const next = () => view(night.plan, night.state, aViewer('dept', { department: 'snd' })).calling?.upNext?.id
  expect(next()).toBe('snd3')
  while (night.go().ok) night.wait(300)
  expect(next()).toBe('snd3')
  night.do({ name: 'cue.go', moment: id<'moment'>('snd3'), move: night.state.calling.desk.move })
  expect(next()).toBe('snd5')
})

test('NIGHT-14: the position says for which acts the house is clear', () => {
  const night = new TestNight(planOf(littleShow())).open().do({ name: 'house.clear', act: 2 }, aViewer('FOH'))
  expect(view(night.plan, night.state, aViewer('callboard')).position?.houseClear).toEqual([2])
})

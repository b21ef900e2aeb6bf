// A spotter's own phone: which cue waits for their clear, and since when it is asked.

import { expect, test } from 'vitest'
import { aViewer, TestNight } from '../../../test/kit/nights.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { roleNames } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { planOf } from './night.ts'
import { view } from './view.ts'

const little = littleShow()
const show = {
  ...little,
  cues: little.cues.map((cue) => (cue.id === 'lx2' ? { ...cue, spotter: id<'track'>('t-ann') } : cue)),
}
const owner = show.tracks.find((track) => track.id === 't-ann')?.owner ?? ''

test('CALLING-51: from its beginning it names the cue; asked once it is next, said with a touch, gone when it is called', () => {
  const night = new TestNight(planOf(show), 0).open()
  const ann = aViewer('perf', { person: owner })
  const clearing = () => view(night.plan, night.state, ann).clearing
  const moment = id<'moment'>('lamp')
  expect(clearing()).toEqual({ lines: [{ moment, cue: 'LX lx2, Cue lx2', asked: false, said: false }] })
  night.do({ name: 'act.up', act: 1 })
  const index = night.plan.timeline.moments.find((one) => one.id === moment)?.index ?? 0
  for (const before of night.plan.timeline.moments.filter((one) => one.index < index))
    night.do({ name: 'cue.skip', moment: before.id, move: night.state.calling.desk.move })
  expect(clearing()?.lines).toMatchObject([{ asked: true, said: false }])
  night.do({ name: 'clear.say', moment }, ann)
  expect(clearing()?.lines).toMatchObject([{ asked: true, said: true }])
  night.do({ name: 'cue.go', moment, move: night.state.calling.desk.move })
  expect(clearing()).toEqual({ lines: [] })
})

test('CALLING-51: nobody else has any of it, and a device of a place has none', () => {
  const night = new TestNight(planOf(show), 0).open()
  for (const role of roleNames) {
    expect([role, view(night.plan, night.state, aViewer(role)).clearing]).toEqual([role, undefined])
    const other = aViewer(role, { person: 'nobody' })
    expect([role, view(night.plan, night.state, other).clearing]).toEqual([role, null])
  }
})

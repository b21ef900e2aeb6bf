// When tonight may be played from a new version of its show, and when that waits for the next performance.

import { expect, test } from 'vitest'
import { aViewer, TestNight, theCaller, theSM } from '../../../test/kit/nights.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import type { Viewer } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import type { Cue, Show } from '../show/show.ts'
import { decide, planOf } from './night.ts'

const little = littleShow()
const fresh = () => new TestNight(planOf(little), 0).open()

/** "taken", or the code of why not. */
function take(night: TestNight, show: Show, asked = false, by: Viewer = theSM): string {
  const command = { name: 'show.take', show: 'other', plan: planOf(show), asked } as const
  const context = { at: night.now, madeAt: night.now, by, goIntervalMs: 0 }
  const decision = decide(night.plan, night.state, command, context)
  if (!decision.ok) return decision.refusal.code
  return decision.value.map((event) => event.type).join() === 'show.taken' ? 'taken' : 'nothing'
}

const cuesOf = (change: (cues: readonly Cue[]) => readonly Cue[]): Show => ({
  ...little,
  cues: change(little.cues),
})
const added = cuesOf(([first, ...rest]) =>
  first ? [first, { ...first, id: 'new' as Cue['id'], number: 'new' }, ...rest] : [],
)
const without = (id: string) => cuesOf((cues) => cues.filter((cue) => cue.id !== id))
const reworded = (id: string) =>
  cuesOf((cues) =>
    cues.map((cue) => (cue.id === id ? { ...cue, anchor: { ...cue.anchor, line: 'other words' } } : cue)),
  )

test('TAKE-1: until the calls begin tonight takes every version, from a stage manager and nobody else', () => {
  for (const show of [added, without('lx1'), { ...little, title: 'Another title' }])
    expect(take(fresh(), show)).toBe('taken')
  expect(
    take(fresh(), {
      ...little,
      items: [],
      cues: [],
      editions: little.editions.slice(0, 1).map((one) => ({ ...one, items: [] })),
    }),
  ).toBe('taken')
  for (const role of ['caller', 'ASM', 'dept', 'admin', 'dir'] as const)
    expect(take(fresh(), added, false, aViewer(role))).toBe('not-yours')
  const night = fresh().do({ name: 'note.write', department: null, text: 'a note' }, theCaller)
  expect(take(night, without('lx1'))).toBe('taken')
})

test('TAKE-2: once the calls have begun only when somebody says so, and never while an act is up', () => {
  const night = fresh().do({ name: 'call.give', call: 'half', act: 1 })
  expect(take(night, added)).toBe('begun')
  expect(take(night, added, true)).toBe('taken')
  expect(take(night, without('lx1'), true)).toBe('taken')
  night.do({ name: 'act.up', act: 1 })
  expect(take(night, added)).toBe('running')
  expect(take(night, added, true)).toBe('running')
})

test('TAKE-3: once anything was called, cues may be added and those to come reworded; nothing is taken away', () => {
  const night = fresh().do({ name: 'act.up', act: 1 })
  expect(night.go().ok).toBe(true)
  night.wait(300).do({ name: 'act.down', act: 1 })
  expect(take(night, added, true)).toBe('taken')
  expect(take(night, reworded('lx5'), true)).toBe('taken')
  expect(take(night, reworded('lx1'), true)).toBe('called')
  expect(take(night, without('lx5'), true)).toBe('gone')
  const swapped = cuesOf((cues) =>
    cues.map((cue) => (cue.id === 'snd5' ? { ...cue, anchor: { ...cue.anchor, seconds: 410 } } : cue)),
  )
  expect(take(night, swapped, true)).toBe('order')
  const items = little.items.map((item) => (item.id === 'three' ? { ...item, act: 3 } : item))
  expect(take(night, { ...little, items }, true)).toBe('gone')
})

test('TAKE-4: what was called stays, and the desk goes on at the cue it stood at', () => {
  const night = fresh().do({ name: 'act.up', act: 1 })
  night.go()
  night.wait(300).go()
  night.wait(300).do({ name: 'act.down', act: 1 })
  const again = new TestNight(planOf(added), 0)
  for (const { by, type, v, body, detail } of night.log) again.record(by, { type, v, body, detail })
  const moments = (one: TestNight) =>
    one.state.calling.called.map(({ moment }) => one.plan.timeline.moments[moment]?.id)
  const next = (one: TestNight) => one.plan.timeline.moments[one.state.calling.desk.next]?.id
  expect(moments(again)).toEqual(moments(night))
  expect(next(again)).toBe(next(night))
})

test('TAKE-6: a closed performance takes nothing', () => {
  const night = fresh().do({ name: 'performance.close' })
  expect(take(night, added)).toBe('closed')
  expect(take(night, added, true)).toBe('closed')
})

test('TAKE-7: whoever the sign-in sheet says anything about is in the version that is taken', () => {
  const night = fresh().do({ name: 'sign.in', person: id<'person'>('ann') }, theSM)
  expect(take(night, added)).toBe('taken')
  expect(
    take(night, {
      ...little,
      people: little.people.filter((one) => one.id !== 'ann'),
      tracks: [],
      obligations: [],
    }),
  ).toBe('signed')
})

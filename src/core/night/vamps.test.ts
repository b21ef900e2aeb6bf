// The band goes round in its bars: who says so, when it ends, and what it does to the times of the night.

import { expect, test } from 'vitest'
import {
  aViewer,
  codeOf,
  momentId,
  sentenceOf,
  TestNight,
  theCaller,
  theSM,
} from '../../../test/kit/nights.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { VAMP_AWAY_MS_MAX } from '../calling/decide-vamps.ts'
import { expectedAt, running } from '../calling/expected.ts'
import { roleNames, type Viewer } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import type { Vamp } from '../show/show.ts'
import type { PlanPoint } from '../show/timeline.ts'
import { planOf } from './night.ts'
import { view } from './view.ts'

const little = littleShow()
const first = little.items[0]
if (!first) throw new Error('the little show has items')

const vamp = (name: string, seconds: number, parts: Partial<Vamp> = {}): Vamp => ({
  id: id<'vamp'>(name),
  kind: 'vamp',
  anchor: { item: first.id, seconds, bar: name },
  seconds: 10,
  secondsMax: 40,
  out: 'the lantern',
  ...parts,
})
const show = { ...little, vamps: [vamp('41', 60), vamp('50', 90, { kind: 'safety', seconds: 0 })] }
const MD = aViewer('MD', { department: 'snd' })

const night = () => new TestNight(planOf(show), 0).open()
const upNight = () => night().do({ name: 'act.up', act: 1 })
const begin = (name: string) => ({ name: 'vamp.begin', vamp: id<'vamp'>(name) }) as const
const end = (name: string) => ({ name: 'vamp.end', vamp: id<'vamp'>(name) }) as const
const later: PlanPoint = { act: 1, seconds: 200 }
/** Seconds from now until a later point is expected. */
const left = (one: TestNight, point = later): number => {
  const clock = running(one.plan.timeline, one.state.calling)
  return clock === null ? Number.NaN : (expectedAt(clock, point, one.now) - one.now) / 1000
}

test('CALLING-37: whoever conducts says that the band goes round, and the caller on cans; nobody else', () => {
  for (const role of roleNames) {
    const by = aViewer(role, { person: 'ann', department: 'snd' })
    const may = role === 'MD' || role === 'caller'
    expect([role, codeOf(upNight().ask(begin('41'), by))]).toEqual([role, may ? 'ok' : 'not-yours'])
    expect([role, codeOf(upNight().do(begin('41'), theCaller).wait(1_000).ask(end('41'), by))]).toEqual([
      role,
      may ? 'ok' : 'not-yours',
    ])
  }
  expect(codeOf(upNight().do({ name: 'desk.take' }, theSM).ask(begin('41'), theSM))).toBe('ok')
  const one = upNight()
  const called = one.state.calling.called.length
  one.do(begin('41'), MD).wait(1_000).do(end('41'), MD)
  expect(one.state.calling.called.length).toBe(called)
})

test('CALLING-38: a vamp begins in its act, one at a time, and ends once', () => {
  expect(sentenceOf(night().ask(begin('41'), MD))).toBe('Act 1 is not up.')
  expect(codeOf(upNight().ask(begin('99'), MD))).toBe('no-such-vamp')
  expect(codeOf(upNight().ask(end('99'), MD))).toBe('no-such-vamp')
  const one = upNight().do(begin('41'), MD)
  expect(sentenceOf(one.ask(begin('41'), MD))).toBe('The band is in the vamp at bar 41 already.')
  expect(sentenceOf(one.ask(begin('50'), MD))).toBe('The band is in the vamp at bar 41 already.')
  expect(sentenceOf(one.ask(end('50'), MD))).toBe('The band is not in the safety bars at bar 50.')
  one.wait(1_000).do(end('41'), MD)
  expect(codeOf(one.ask(end('41'), MD))).toBe('not-vamping')
})

test('CALLING-38: two minutes ahead or behind is near enough, a millisecond more is a stray press', () => {
  const far = { ...show, vamps: [vamp('41', 60), vamp('80', 150)] }
  const upFor = (ms: number) => new TestNight(planOf(far), 0).open().do({ name: 'act.up', act: 1 }).wait(ms)
  expect(VAMP_AWAY_MS_MAX).toBe(120_000)
  const behind = 60_000 + VAMP_AWAY_MS_MAX
  const ahead = 150_000 - VAMP_AWAY_MS_MAX
  expect(codeOf(upFor(behind).ask(begin('41'), MD))).toBe('ok')
  expect(codeOf(upFor(behind + 1).ask(begin('41'), MD))).toBe('far-off')
  expect(codeOf(upFor(ahead).ask(begin('80'), MD))).toBe('ok')
  expect(sentenceOf(upFor(ahead - 1).ask(begin('80'), MD))).toBe(
    'By the running of the show the vamp at bar 80 is 2 minutes off.',
  )
})

test('CALLING-38: a vamp ends when the show is known to be elsewhere', () => {
  const elsewhere = [
    (one: TestNight) => one.do({ name: 'act.down', act: 1 }),
    (one: TestNight) => one.do({ name: 'item.start', item: show.items[1]?.id ?? id<'item'>('') }),
    (one: TestNight) =>
      one.do({
        name: 'cue.go',
        moment: one.plan.timeline.moments.find((moment) => moment.at.seconds > 70)?.id ?? momentId(''),
        move: one.state.calling.desk.move,
        jump: true,
      }),
  ]
  for (const go of elsewhere) {
    const one = upNight().do(begin('41'), MD).wait(1_000)
    go(one)
    expect([one.state.calling.vamp, one.log.at(-1)?.type === 'vamp.begun']).toEqual([null, false])
  }
})

test('CALLING-39: what is later is expected as planned while the vamp is no longer than usual, and waits from then on', () => {
  const one = upNight().wait(75_000)
  expect(left(one)).toBe(125)
  one.do(begin('41'), MD)
  expect(left(one)).toBe(140)
  one.wait(10_000)
  expect(left(one)).toBe(130)
  one.wait(15_000)
  expect(left(one)).toBe(130)
  one.do(end('41'), MD)
  expect(left(one)).toBe(130)
  one.wait(5_000)
  expect(left(one)).toBe(125)
  // Out early: what is later comes earlier.
  const early = upNight().wait(60_000).do(begin('41'), MD).wait(4_000).do(end('41'), MD)
  expect(left(early)).toBe(130)
})

test('CALLING-39: a hold meanwhile counts once, whenever it begins and ends', () => {
  for (const [before, held, after] of [
    [2_000, 5_000, 20_000],
    [12_000, 5_000, 20_000],
    [0, 30_000, 1_000],
  ] as const) {
    const one = upNight().wait(60_000).do(begin('41'), MD).wait(before).do({ name: 'clock.hold' })
    const atHold = left(one)
    one.wait(held)
    expect(left(one)).toBe(atHold)
    one.do({ name: 'clock.resume' })
    expect(left(one)).toBe(atHold)
    one.wait(after)
    expect(left(one)).toBe(Math.max(130, 140 - (before + after) / 1000))
  }
})

test('CALLING-39: a cue called on the bars the band goes round in says nothing of where the show is', () => {
  const cues = little.cues.map((cue, place) =>
    place === 0 ? { ...cue, anchor: { ...cue.anchor, item: first.id, seconds: 65 } } : cue,
  )
  const one = new TestNight(planOf({ ...show, cues }), 0).open().do({ name: 'act.up', act: 1 })
  one.do(begin('41'), MD).wait(20_000)
  const waits = left(one)
  const moment = one.plan.timeline.moments.find((each) => each.cues.some((cue) => cue.id === cues[0]?.id))
  one.do({
    name: 'cue.go',
    moment: moment?.id ?? momentId(''),
    move: one.state.calling.desk.move,
    jump: true,
  })
  expect([left(one), one.state.calling.vamp?.vamp]).toEqual([waits, 0])
})

test('NIGHT-16: a moment says its bar and from where on it is warned of, to each department by its own cues', () => {
  const little = littleShow()
  const item = little.cues[0]?.anchor.item ?? id<'item'>('')
  const cues = little.cues.map((cue) =>
    cue.department === 'fly'
      ? { ...cue, warn: { item, seconds: 2 }, anchor: { ...cue.anchor, bar: '12' } }
      : cue,
  )
  const { plan, state } = new TestNight(planOf({ ...little, cues })).open()
  const told = (by: Viewer) =>
    view(plan, state, by)
      .cues?.moments.filter((one) => one.warnAt !== null)
      .map((one) => [one.bar, one.warnAt?.seconds])
  expect(told(theCaller)).toEqual([['12', 2]])
  expect(told(aViewer('dept', { department: 'fly' }))).toEqual([['12', 2]])
  expect(told(aViewer('dept', { department: 'lx' }))).toEqual([])
})

test('NIGHT-17: the desk and whoever conducts are shown tonight’s vamps and the one that runs; nobody else', () => {
  const one = upNight().do(begin('41'), MD)
  const shown = { now: { vamp: 0, at: one.now } }
  for (const role of roleNames) {
    const told = view(one.plan, one.state, aViewer(role, { department: 'snd' }))
    const may = ['caller', 'SM', 'ASM', 'MD'].includes(role)
    expect([role, told.vamp, told.vamps?.vamps.map((each) => [each.bar, each.out, each.secondsMax])]).toEqual(
      may
        ? [
            role,
            shown,
            [
              ['41', 'the lantern', 40],
              ['50', 'the lantern', 40],
            ],
          ]
        : [role, undefined, undefined],
    )
  }
})

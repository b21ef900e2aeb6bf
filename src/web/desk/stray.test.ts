// Which press of GO may be a slip: a cue whose act is not up, and nobody was told to stand by.

import { expect, test } from 'vitest'
import { CURTAIN_AT, TestNight, theCaller } from '../../../test/kit/nights.ts'
import { shortShow } from '../../../test/kit/short-show.ts'
import { planOf } from '../../core/night/night.ts'
import { view } from '../../core/night/view.ts'
import { DECK } from '../../core/show/timeline.ts'
import { isStray } from './hands.ts'
import { momentAt, warningNext } from './places.ts'

const { show } = shortShow()

function night(): TestNight {
  const one = new TestNight(planOf(show), 0).open()
  one.now = CURTAIN_AT
  return one
}

const stray = (one: TestNight): boolean => {
  const sections = view(one.plan, one.state, theCaller)
  const { cues, calling } = sections
  const next = cues && calling ? momentAt(cues, calling.next) : null
  if (!next) throw new Error('a cue is left')
  return isStray(sections, next)
}

const actOfNext = (one: TestNight) => one.plan.timeline.moments[one.state.calling.desk.next]?.at.act

function callTheActOf(one: TestNight, act: number): void {
  while (actOfNext(one) === act) one.wait(1_000).go()
}

test('DESK-38: before its act a cue nobody stands by for may be a slip, in its act it is not', () => {
  const one = night()
  expect(stray(one)).toBe(true)
  one.do({ name: 'act.up', act: 1 })
  expect(stray(one)).toBe(false)
})

test('DESK-38: one press too many at the end of an act does not call the next act’s first cue', () => {
  const one = night().do({ name: 'act.up', act: 1 })
  callTheActOf(one, 1)
  expect([actOfNext(one), stray(one)]).toEqual([2, true])
  const next = one.plan.timeline.moments[one.state.calling.desk.next]
  if (!next) throw new Error('act two has a cue')
  one.do({ name: 'standby.give', moment: next.id })
  expect(stray(one)).toBe(false)
})

test('DESK-38: what an act left uncalled is not called by the first press of the next act', () => {
  const one = night().do({ name: 'act.up', act: 1 }).wait(60_000).do({ name: 'act.down', act: 1 })
  expect([actOfNext(one), stray(one)]).toEqual([1, true])
  one.wait(60_000).do({ name: 'act.up', act: 2 })
  expect([actOfNext(one), stray(one)]).toEqual([1, true])
})

test('DESK-76: nothing of an act that is down is warned of', () => {
  const warned = { ...show, cues: show.cues.map((cue) => ({ ...cue, warn: cue.anchor })) }
  const one = new TestNight(planOf(warned), 0).open().do({ name: 'act.up', act: 1 })
  const warning = () => {
    const { cues, calling, position } = view(one.plan, one.state, theCaller)
    return cues && calling && position ? warningNext(cues, calling, position)?.at.act : undefined
  }
  expect([warning(), one.plan.timeline.moments.every(({ playhead }) => playhead === DECK)]).toEqual([1, true])
  one.wait(60_000).do({ name: 'act.down', act: 1 })
  expect(warning()).toBe(2)
})

// Nights of the little show at a pace of the test's choosing, every cue called in its order.

import type { Viewer } from '../../src/core/disclosure/policy.ts'
import { id } from '../../src/core/kit/ids.ts'
import { reportFor, runSheetFor, view } from '../../src/core/night/view.ts'
import { timed } from '../../src/core/running/learned.ts'
import { playedOf } from '../../src/core/running/played.ts'
import { nightOf, type TestNight, theCaller } from './nights.ts'
import { littleShow } from './shows.ts'

/** Seconds each item took, what of it was held on top, and the interval. */
export type Pace = {
  readonly one: number
  readonly two: number
  readonly three: number
  readonly interval: number
  readonly held: number
}

/** Up, item by item, down and closed: each item begins with a press, and all its cues are called in it. */
export function pacedNight(pace: Pace, night: TestNight = nightOf(littleShow()).open()): TestNight {
  const item = (name: string, seconds: number, cues: number) => {
    if (name === 'two') night.do({ name: 'item.start', item: id<'item'>(name) })
    const step = Math.floor((seconds * 1000) / (cues + 1))
    for (let cue = 0; cue < cues; cue += 1) {
      night.wait(step)
      const called = night.go()
      if (!called.ok) throw new Error(called.refusal.sentence)
    }
    night.wait(seconds * 1000 - step * cues)
  }
  night.wait(1_800_000).do({ name: 'act.up', act: 1 })
  item('one', pace.one, 2)
  night
    .do({ name: 'clock.hold' })
    .wait(pace.held * 1000)
    .do({ name: 'clock.resume' })
  item('two', pace.two, 2)
  night
    .do({ name: 'act.down', act: 1 })
    .wait(pace.interval * 1000)
    .do({ name: 'act.up', act: 2 })
  item('three', pace.three, 3)
  return night.do({ name: 'act.down', act: 2 }).do({ name: 'performance.close' })
}

export const playedIn = ({ plan, state }: TestNight) =>
  playedOf(plan.timeline, timed(plan, state.learned).timeline, state.calling)

export const callersView = ({ plan, state }: TestNight) => view(plan, state, theCaller)

export const viewAs = ({ plan, state }: TestNight, viewer: Viewer) => view(plan, state, viewer)

export const reportAs = ({ plan, state }: TestNight, viewer: Viewer = theCaller) =>
  reportFor(plan, state, viewer)

export const sheetAs = ({ plan, state, now }: TestNight, viewer: Viewer, department: string | null) =>
  runSheetFor(plan, state, viewer, department, now)

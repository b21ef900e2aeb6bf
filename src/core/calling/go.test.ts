// GO, stepping back, standby and its answers, on thrown nights and on small ones told step by step.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  anyNight,
  aViewer,
  codeOf,
  littleNight,
  momentId,
  nightOf,
  onEveryPress,
  playNight,
  sentenceOf,
  theCaller,
} from '../../../test/kit/nights.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { id } from '../kit/ids.ts'
import { DECK } from '../show/timeline.ts'
import { GO_AGE_MS_MAX, GO_INTERVAL_MS_DEFAULT, STEP_BACK_FREE_MS } from './commands.ts'
import { findMoment } from './decision.ts'
import { heldSince, nextOf } from './state.ts'

test('CALLING-4: an accepted GO is for the next moment of its list and puts the list behind it; a refused one moves nothing', () => {
  onEveryPress(({ command, before, after, decision }, { plan }) => {
    if (command.name !== 'cue.go') return
    if (!decision.ok) {
      expect(after).toBe(before)
      return
    }
    const found = findMoment(plan.timeline, command.moment)
    if (!found) throw new Error('called, so planned')
    const [was, is] = [before.calling.desk, after.calling.desk]
    const due = nextOf(plan.timeline, before.calling, found.playhead)
    if (command.jump !== true) expect(due?.id).toBe(command.moment)
    expect(command.move).toBe(was.move)
    expect(is.move).toBe(was.move + (due?.id === command.moment ? 1 : 2))
    const left = plan.timeline.moments.filter(
      (one) =>
        one.playhead === found.playhead && one.index > found.index && !before.calling.cut.includes(one.index),
    )
    expect(nextOf(plan.timeline, after.calling, found.playhead)).toEqual(left[0] ?? null)
  })
})

test('CALLING-4, CALLING-5: GOs for other moments are told where the desk is', () => {
  const night = littleNight()
  const ahead = night.ask({ name: 'cue.go', moment: momentId('lamp'), move: 0 })
  expect(sentenceOf(ahead)).toBe('LX lx2 and SND snd2 was not called: the desk is at LX lx1.')
  expect(codeOf(night.ask({ name: 'cue.go', moment: momentId('nowhere'), move: 0 }))).toBe('no-such-cue')
  while (night.go().ok) night.wait(300)
  expect(codeOf(night.go())).toBe('no-such-cue')
  const gone = night.ask({ name: 'cue.go', moment: momentId('lx1'), move: 7 })
  expect(sentenceOf(gone)).toBe('LX lx1 was not called: no cue is left tonight.')
})

test('CALLING-5: of two GOs naming one move the second is told how long ago the first was', () => {
  const night = littleNight()
  const go = { name: 'cue.go', moment: momentId('lx1'), move: 0 } as const
  expect(codeOf(night.ask(go))).toBe('ok')
  expect(sentenceOf(night.wait(800).ask(go, theCaller))).toBe('LX lx1 was called 0.8 s ago.')
  expect(codeOf(night.wait(5_000).ask({ ...go, move: 1 }))).toBe('already-called')
})

test('CALLING-5: on any night, of the GOs that name one move at most one was accepted', () => {
  fc.assert(
    fc.property(anyNight, (rough) => {
      const night = playNight(rough)
      const moves = night.asked.flatMap(({ command, decision }) =>
        command.name === 'cue.go' && decision.ok ? [command.move] : [],
      )
      expect(new Set(moves).size).toBe(moves.length)
    }),
    { numRuns: 100 },
  )
})

test('CALLING-6: a GO of two seconds ago is called, one of a millisecond more is not', () => {
  for (const [ageMs, code] of [
    [0, 'ok'],
    [GO_AGE_MS_MAX, 'ok'],
    [GO_AGE_MS_MAX + 1, 'too-old'],
    [60_000, 'too-old'],
  ] as const) {
    const go = { name: 'cue.go', moment: momentId('lx1'), move: 0 } as const
    expect([ageMs, codeOf(littleNight().ask(go, theCaller, ageMs))]).toEqual([ageMs, code])
  }
  onEveryPress(({ command, context, decision }) => {
    if (command.name === 'cue.go' && decision.ok)
      expect(context.at - context.madeAt).toBeLessThanOrEqual(2_000)
  })
})

test('CALLING-7: two GOs are 250 ms apart unless the house says otherwise, and 0 switches that off', () => {
  expect(GO_INTERVAL_MS_DEFAULT).toBe(250)
  for (const [interval, wait, code] of [
    [250, 249, 'too-soon'],
    [250, 250, 'ok'],
    [0, 0, 'ok'],
    [1_000, 999, 'too-soon'],
  ] as const) {
    const night = nightOf(littleShow(), interval).open()
    night.go()
    expect([interval, wait, codeOf(night.wait(wait).go())]).toEqual([interval, wait, code])
  }
  const night = littleNight()
  night.go()
  expect(sentenceOf(night.wait(100).go())).toBe(
    'LX lx2 and SND snd2 was not called: only 0.1 s after the last.',
  )
})

test('CALLING-8: no GO is accepted while the show is held', () => {
  onEveryPress(({ command, before, decision }) => {
    if (command.name === 'cue.go' && decision.ok) expect(heldSince(before.calling)).toBeNull()
  })
  const night = littleNight().do({ name: 'clock.hold' })
  expect(sentenceOf(night.go())).toBe('The show is held: LX lx1 was not called. Resume first.')
  expect(codeOf(night.do({ name: 'clock.resume' }).go())).toBe('ok')
})

test('CALLING-9: the record of calls is in the order of the GOs, each with when, who, standby and answers', () => {
  fc.assert(
    fc.property(anyNight, (rough) => {
      const night = playNight(rough)
      const { moments } = night.plan.timeline
      const called = night.state.calling.called.map(({ moment: index, at, by, seq }) => [
        moments[index]?.id,
        at,
        by,
        seq,
      ])
      const events = night.log.filter((event) => event.type === 'cue.called')
      expect(called).toEqual(
        events.map(({ body, at, by, seq }) => [(body as { moment: string }).moment, at, by, seq]),
      )
    }),
    { numRuns: 100 },
  )
})

test('CALLING-9, CALLING-13: what was stood by and answered goes into the record of the GO', () => {
  const night = littleNight()
    .do({ name: 'cue.go', moment: momentId('lx1'), move: 0 })
    .wait(1_000)
  night.do({ name: 'standby.give', moment: momentId('lamp') }).wait(700)
  const acknowledge = { name: 'standby.acknowledge', moment: momentId('lamp') } as const
  const snd = aViewer('dept', { department: 'snd' })
  night.do({ ...acknowledge, department: id<'department'>('snd'), channel: 'screen' }, snd).wait(100)
  night.do({ ...acknowledge, department: id<'department'>('fly'), channel: 'cans' }).wait(200)
  night.do({ name: 'cue.go', moment: momentId('lamp'), move: 1 })
  const opened = night.log[0]?.at ?? 0
  expect(night.state.calling.called[1]).toEqual({
    moment: 1,
    at: opened + 2_000,
    by: 'caller-device',
    seq: 6,
    standbyAt: opened + 1_000,
    acknowledged: [
      { department: 'snd', at: opened + 1_700, channel: 'screen' },
      { department: 'fly', at: opened + 1_800, channel: 'cans' },
    ],
  })
})

test('CALLING-10: stepping back moves the desk to the moment before and does nothing else', () => {
  onEveryPress(({ command, before, after, decision }, { plan }) => {
    if (command.name !== 'desk.step-back' || !decision.ok) return
    const { desk: was, steppedBack: _was, turns, turned: _turned, ...restBefore } = before.calling
    const { desk: is, steppedBack, turns: turnsAfter, turned, ...restAfter } = after.calling
    const passed = plan.timeline.moments.filter(
      (one) => one.playhead === DECK && one.index < was.next && !before.calling.cut.includes(one.index),
    )
    const next = passed.at(-1)?.index
    expect(is).toEqual({ ...was, next, from: next, move: was.move + 1 })
    expect(steppedBack).toMatchObject({ from: was.next, to: next })
    // What a tech is read from (TECH-10): that it was done.
    expect([turned, turnsAfter.length]).toEqual([null, turns.length + 1])
    expect(restAfter).toEqual(restBefore)
  })
})

test('CALLING-11: within ten seconds no reason is needed, later one is, and from the top there is no way back', () => {
  const back = (reason = '', move = 1) => ({ name: 'desk.step-back', move, reason }) as const
  expect(codeOf(littleNight().ask(back('', 0)))).toBe('at-the-top')
  const night = littleNight()
  night.go()
  expect(codeOf(night.ask(back('', 0)))).toBe('desk-moved')
  expect(codeOf(night.wait(STEP_BACK_FREE_MS + 1).ask(back()))).toBe('reason-needed')
  expect(codeOf(night.ask(back(' \t ')))).toBe('reason-needed')
  expect(codeOf(night.ask(back(' jumped bars ')))).toBe('ok')
  expect(night.log.at(-1)?.detail).toEqual({ reason: 'jumped bars' })
  const quick = littleNight()
  quick.go()
  expect(codeOf(quick.wait(STEP_BACK_FREE_MS).ask(back()))).toBe('ok')
})

test('CALLING-7, CALLING-11: a second step back is not undone by the first one’s ten seconds', () => {
  const night = littleNight()
  night.go()
  night.wait(60_000).go()
  night.wait(100).do({ name: 'desk.step-back', move: 2, reason: '' })
  expect(codeOf(night.ask({ name: 'desk.step-back', move: 3, reason: '' }))).toBe('reason-needed')
  // Another hand’s GO right behind the step back would call again what was just taken back.
  expect(codeOf(night.wait(200).go())).toBe('too-soon')
  expect(codeOf(night.wait(50).go())).toBe('ok')
  expect(night.state.calling.called.map((called) => called.moment)).toEqual([0, 1, 1])
})

test('CALLING-12: standbys are of moments not behind their list, one each; a GO ends its own and those before it', () => {
  onEveryPress(({ command, before, after, decision }, { plan }) => {
    const standing = after.calling.standbys.map((standby) => standby.moment)
    expect(new Set(standing).size).toBe(standing.length)
    if (command.name !== 'cue.go' || !decision.ok) return
    const found = findMoment(plan.timeline, command.moment)
    const left = before.calling.standbys.filter(
      (one) =>
        one.moment > (found?.index ?? 0) || plan.timeline.moments[one.moment]?.playhead !== found?.playhead,
    )
    expect(after.calling.standbys).toEqual(left)
  })
  const night = littleNight().do({ name: 'standby.give', moment: momentId('lamp') })
  expect(codeOf(night.ask({ name: 'standby.give', moment: momentId('lamp') }))).toBe('standing-by')
  expect(codeOf(night.ask({ name: 'standby.give', moment: momentId('nowhere') }))).toBe('no-such-cue')
  night.go()
  expect(codeOf(night.ask({ name: 'standby.give', moment: momentId('lx1') }))).toBe('behind')
  expect(night.state.calling.standbys.map((standby) => standby.moment)).toEqual([1])
})

test('CALLING-13: an answer comes once, from a department concerned, for what is standing by', () => {
  const night = littleNight()
  const answer = (department: string, name = 'lamp') =>
    codeOf(
      night.ask({
        name: 'standby.acknowledge',
        moment: momentId(name),
        department: id<'department'>(department),
        channel: 'cans',
      }),
    )
  expect(answer('lx')).toBe('not-standing-by')
  night
    .do({ name: 'standby.give', moment: momentId('lamp') })
    .do({ name: 'standby.give', moment: momentId('lx1') })
  expect([answer('fly'), answer('fly'), answer('lx', 'nowhere')]).toEqual([
    'ok',
    'acknowledged',
    'no-such-cue',
  ])
  expect([answer('snd', 'lx1'), answer('nobody', 'lx1'), answer('lx', 'lx1')]).toEqual([
    'not-concerned',
    'not-concerned',
    'ok',
  ])
})

test('DISCLOSURE-8: to a department the cues of others are as unknown as none, and its own are named alone', () => {
  const night = littleNight()
  const fly = aViewer('dept', { department: 'fly' })
  const answer = (name: string) =>
    night.ask(
      {
        name: 'standby.acknowledge',
        moment: momentId(name),
        department: id<'department'>('fly'),
        channel: 'screen',
      },
      fly,
    )
  expect(answer('lx1')).toEqual(answer('nowhere'))
  night.do({ name: 'standby.give', moment: momentId('lx1') })
  expect(answer('lx1')).toEqual(answer('nowhere'))
  expect(sentenceOf(answer('lamp'))).toBe('FLY fly2 is not standing by.')
})

// Jumping, skipping, cutting, ranges, lists beside the deck's: where a desk goes that does not go straight on.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  anyNight,
  codeOf,
  foldedOf,
  littleNight,
  momentId,
  nightOf,
  onEveryPress,
  playNight,
  sentenceOf,
  type TestNight,
} from '../../../test/kit/nights.ts'
import { aCue, aDepartment, anEdition, anItem, at, emptyShow, littleShow } from '../../../test/kit/shows.ts'
import type { Timeline } from '../show/timeline.ts'
import { STANDBY_RANGE_MAX } from './commands.ts'
import { findMoment } from './decision.ts'
import { type CallingState, nextOf } from './state.ts'

const listsOf = (plan: Timeline) => [...new Set(plan.moments.map((moment) => moment.playhead))]

/** What each list calls next, in the order of the lists. */
const nextOfAll = (plan: Timeline, state: CallingState) =>
  listsOf(plan).map((list) => nextOf(plan, state, list)?.id ?? null)

const moveOf = (night: TestNight) => night.state.calling.desk.move
const atDesk = (night: TestNight) => night.plan.timeline.moments[night.state.calling.desk.next]?.id ?? null
const jump = (night: TestNight, name: string) =>
  night.ask({ name: 'desk.jump', moment: momentId(name), move: moveOf(night) })
const jumpGo = (night: TestNight, name: string, move = moveOf(night)) =>
  night.ask({ name: 'cue.go', moment: momentId(name), move, jump: true })

test('CALLING-25: a list’s next is the first from where it stands that is neither cut nor of another list', () => {
  fc.assert(
    fc.property(anyNight, (rough) => {
      const { plan, state } = playNight(rough)
      for (const list of listsOf(plan.timeline)) {
        const next = nextOf(plan.timeline, state.calling, list)
        if (next === null) continue
        expect(state.calling.cut).not.toContain(next.index)
        expect(next.playhead).toBe(list)
      }
      const deck = nextOf(plan.timeline, state.calling, 'deck')?.index ?? plan.timeline.moments.length
      expect(state.calling.desk.next).toBe(deck)
    }),
    { numRuns: 200 },
  )
})

test('CALLING-25: the desk’s move changes with every change of any list’s next, by one, and with nothing else', () => {
  fc.assert(
    fc.property(anyNight, (rough) => {
      const night = playNight(rough)
      const { timeline } = night.plan
      for (const { event, before, after } of foldedOf(night).slice(1)) {
        const was = nextOfAll(timeline, before.calling).join()
        const moved = was === nextOfAll(timeline, after.calling).join() ? 0 : 1
        expect([event.type, after.calling.desk.move]).toEqual([event.type, before.calling.desk.move + moved])
      }
    }),
    { numRuns: 200 },
  )
})

test('CALLING-26: a jump puts the desk there and calls nothing', () => {
  onEveryPress(({ command, before, after, decision }, { plan }) => {
    if (command.name !== 'desk.jump' || !decision.ok) return
    const found = findMoment(plan.timeline, command.moment)
    expect(nextOf(plan.timeline, after.calling, found?.playhead ?? '')?.id).toBe(command.moment)
    expect(after.calling.called).toBe(before.calling.called)
    expect(after.calling.reached).toBe(before.calling.reached)
  })
  const night = littleNight()
  expect(codeOf(jump(night, 'nowhere'))).toBe('no-such-cue')
  expect(sentenceOf(jump(night, 'lx1'))).toBe('The desk is at LX lx1 already.')
  expect(codeOf(night.ask({ name: 'desk.jump', moment: momentId('lx3'), move: 7 }))).toBe('desk-moved')
  night.do({ name: 'standby.give', moment: momentId('lx1') })
  expect([codeOf(jump(night, 'lx3')), atDesk(night)]).toEqual(['ok', 'lx3'])
  expect(night.state.calling.standbys).toEqual([])
  expect([codeOf(jump(night, 'lx1')), atDesk(night)]).toEqual(['ok', 'lx1'])
})

test('CALLING-26: a GO with a jump is one press and two events, from where the desk goes on', () => {
  const night = littleNight()
  expect(codeOf(night.ask({ name: 'cue.go', moment: momentId('lx3'), move: 0 }))).toBe('desk-moved')
  expect(codeOf(jumpGo(night, 'lx3'))).toBe('ok')
  expect(night.log.slice(1).map((event) => event.type)).toEqual(['desk.jumped', 'cue.called'])
  expect(atDesk(night)).toBe('fly4')
  expect(codeOf(jumpGo(night.wait(300), 'fly4'))).toBe('ok')
  expect(night.log.at(-2)?.type).toBe('cue.called')
})

test('CALLING-26: a GO with a jump cannot fire twice, nor from an older picture, nor against another rule of GO', () => {
  const night = littleNight()
  jumpGo(night, 'lx3', 0)
  expect(sentenceOf(jumpGo(night.wait(900), 'lx3', 0))).toBe('LX lx3 was called 0.9 s ago.')
  expect(codeOf(jumpGo(night, 'lx1', 0))).toBe('desk-moved')
  expect(night.state.calling.called.map((one) => one.moment)).toEqual([3])
  expect(codeOf(jumpGo(night, 'lx3'))).toBe('ok')
  expect(codeOf(jumpGo(night.wait(100), 'lx1'))).toBe('too-soon')
  expect(codeOf(jumpGo(night.wait(300).do({ name: 'clock.hold' }), 'lx1'))).toBe('held')
  night.do({ name: 'clock.resume' }).do({ name: 'cue.cut', moment: momentId('lx5') })
  expect(codeOf(jumpGo(night, 'lx5'))).toBe('cue-cut')
})

test('CALLING-27: skipping passes the next moment and calls nothing; the record keeps it', () => {
  onEveryPress(({ command, before, after, decision }, { plan }) => {
    if (command.name !== 'cue.skip' || !decision.ok) return
    const found = findMoment(plan.timeline, command.moment)
    const next = nextOf(plan.timeline, before.calling, found?.playhead ?? '')
    expect(next?.id).toBe(command.moment)
    expect(after.calling.called).toBe(before.calling.called)
    expect(after.calling.skipped.filter((one) => one.moment === found?.index)).toHaveLength(1)
    expect(after.calling.standbys.some((one) => one.moment === found?.index)).toBe(false)
  })
  const night = littleNight()
  const skip = (name: string, move = moveOf(night)) =>
    night.ask({ name: 'cue.skip', moment: momentId(name), move })
  expect(sentenceOf(skip('lx3'))).toBe('LX lx3 was not skipped: the desk is at LX lx1.')
  expect([codeOf(skip('nowhere')), codeOf(skip('lx1', 4))]).toEqual(['no-such-cue', 'desk-moved'])
  expect([codeOf(skip('lx1')), atDesk(night), codeOf(skip('lx1', 0))]).toEqual(['ok', 'lamp', 'desk-moved'])
})

test('CALLING-28: a cut moment is not next, not stood by, not jumped to and not called, until it is put back', () => {
  onEveryPress(({ after }) => {
    const { cut, standbys, clear } = after.calling
    expect(new Set(cut).size).toBe(cut.length)
    expect([...standbys, ...clear].some((one) => cut.includes(one.moment))).toBe(false)
  })
  onEveryPress(({ command, before, decision }, { plan }) => {
    if (command.name !== 'cue.go' || !decision.ok) return
    expect(before.calling.cut).not.toContain(findMoment(plan.timeline, command.moment)?.index)
  })
  const night = littleNight()
  const ask = (name: 'cue.cut' | 'cue.restore', moment: string) =>
    codeOf(night.ask({ name, moment: momentId(moment) }))
  expect([ask('cue.restore', 'lamp'), ask('cue.cut', 'lamp'), ask('cue.cut', 'lamp')]).toEqual([
    'not-cut',
    'ok',
    'cue-cut',
  ])
  expect([codeOf(jump(night, 'lamp')), codeOf(jumpGo(night, 'lamp'))]).toEqual(['cue-cut', 'cue-cut'])
  expect(codeOf(night.ask({ name: 'standby.give', moment: momentId('lamp') }))).toBe('cue-cut')
  night.go()
  expect(atDesk(night)).toBe('snd3')
  expect([ask('cue.cut', 'lx1'), ask('cue.cut', 'nowhere')]).toEqual(['behind', 'no-such-cue'])
})

test('CALLING-28: cutting the moment at the desk moves it on, putting it back moves it back, until it is behind', () => {
  const night = littleNight()
  night.do({ name: 'cue.cut', moment: momentId('lx1') }).do({ name: 'cue.cut', moment: momentId('lamp') })
  expect([atDesk(night), moveOf(night)]).toEqual(['snd3', 2])
  night.do({ name: 'cue.restore', moment: momentId('lamp') })
  expect([atDesk(night), moveOf(night)]).toEqual(['lamp', 3])
  night.do({ name: 'cue.restore', moment: momentId('lx1') }).do({ name: 'cue.cut', moment: momentId('lx5') })
  expect([atDesk(night), moveOf(night)]).toEqual(['lx1', 4])
  night.do({ name: 'cue.cut', moment: momentId('lx1') })
  night.go()
  expect(codeOf(night.ask({ name: 'cue.restore', moment: momentId('lx1') }))).toBe('behind')
  night.do({ name: 'desk.step-back', move: moveOf(night), reason: '' })
  expect([
    atDesk(night),
    codeOf(night.ask({ name: 'desk.step-back', move: moveOf(night), reason: 'more' })),
  ]).toEqual(['lamp', 'at-the-top'])
})

test('CALLING-10, CALLING-28: a step back passes over what is cut and over other lists', () => {
  const night = pitNight()
  night.go()
  night.wait(300).go()
  night.do({ name: 'cue.cut', moment: momentId('d3') })
  night.wait(300).go()
  expect(night.state.calling.called.map((one) => one.moment)).toEqual([0, 2, 5])
  const back = () => night.do({ name: 'desk.step-back', move: moveOf(night), reason: 'again' })
  expect([atDesk(back()), atDesk(back()), atDesk(back())]).toEqual(['d4', 'd2', 'd1'])
})

/** Four cues on the deck's list, three in the pit's, in turn. */
function pitNight(): TestNight {
  const item = anItem('one', 1, 100)
  const lx = aDepartment('lx')
  const deck = (count: number) => aCue(`d${count}`, lx, at(item, count * 10))
  const pit = (count: number) => ({ ...aCue(`p${count}`, lx, at(item, count * 10 + 5)), playhead: 'pit' })
  const cues = [deck(1), pit(1), deck(2), pit(2), deck(3), deck(4), pit(4)]
  return nightOf(
    { ...emptyShow, items: [item], editions: [anEdition('full', [item])], departments: [lx], cues },
    0,
  ).open()
}

test('CALLING-33: each list stands where it stands: what is called from one moves no other, and no clock', () => {
  onEveryPress(({ command, before, after, decision }, { plan }) => {
    if (!('moment' in command) || !decision.ok) return
    const own = findMoment(plan.timeline, command.moment)?.playhead
    for (const list of listsOf(plan.timeline).filter((one) => one !== own)) {
      expect(nextOf(plan.timeline, after.calling, list)).toEqual(nextOf(plan.timeline, before.calling, list))
    }
    if (own !== 'deck') expect(after.calling.reached).toBe(before.calling.reached)
  })
  const night = pitNight()
  const pit = (name: string) => night.ask({ name: 'cue.go', moment: momentId(name), move: moveOf(night) })
  expect(sentenceOf(pit('p2'))).toBe('LX p2 was not called: the desk is at LX p1.')
  night.do({ name: 'standby.give', moment: momentId('d1') })
  expect([codeOf(pit('p1')), codeOf(pit('p2')), atDesk(night)]).toEqual(['ok', 'ok', 'd1'])
  expect(night.state.calling.standbys).toHaveLength(1)
  expect(codeOf(night.ask({ name: 'cue.go', moment: momentId('p1'), move: 0 }))).toBe('desk-moved')
  night.go()
  expect(codeOf(night.ask({ name: 'cue.go', moment: momentId('p2'), move: 1 }))).toBe('already-called')
})

test('CALLING-11, CALLING-33: a GO from the pit’s list does not use up the ten seconds of the deck’s', () => {
  const night = pitNight()
  night.go()
  night.wait(300).do({ name: 'cue.go', moment: momentId('p1'), move: 1 })
  expect(codeOf(night.ask({ name: 'desk.step-back', move: 2, reason: '' }))).toBe('ok')
  night.do({ name: 'cue.go', moment: momentId('p2'), move: 3 })
  expect(night.state.calling.steppedBack).not.toBeNull()
})

/** So many cues, a second apart. */
function runOf(count: number): TestNight {
  const item = anItem('one', 1, 1_000)
  const lx = aDepartment('lx')
  const cues = Array.from({ length: count }, (_none, index) => aCue(`c${index}`, lx, at(item, index)))
  return nightOf({
    ...emptyShow,
    items: [item],
    editions: [anEdition('full', [item])],
    departments: [lx],
    cues,
  })
    .open()
    .wait(1_000)
}

test('CALLING-32: one standby holds a range of thirty, and not of thirty-one', () => {
  const range = (to: number) => {
    const night = runOf(STANDBY_RANGE_MAX + 2)
    const code = codeOf(night.ask({ name: 'standby.give', moment: momentId('c0'), to: momentId(`c${to}`) }))
    return [code, night.state.calling.standbys.length]
  }
  expect(range(STANDBY_RANGE_MAX - 1)).toEqual(['ok', STANDBY_RANGE_MAX])
  expect(range(STANDBY_RANGE_MAX)).toEqual(['long-range', 0])
})

test('CALLING-32: a range is of one list, forwards, without what is cut or stands by already', () => {
  onEveryPress(({ command, after, before, decision }, { plan }) => {
    if (command.name !== 'standby.give' || command.to === undefined || !decision.ok) return
    const [first, last] = [command.moment, command.to].map((one) => findMoment(plan.timeline, one))
    const was = new Set(before.calling.standbys.map((one) => one.moment))
    const is = after.calling.standbys.filter((one) => !was.has(one.moment)).map((one) => one.moment)
    const wanted = plan.timeline.moments.filter(
      ({ index, playhead }) =>
        index >= (first?.index ?? 0) &&
        index <= (last?.index ?? 0) &&
        playhead === first?.playhead &&
        !was.has(index) &&
        !before.calling.cut.includes(index),
    )
    expect(is).toEqual(wanted.map((one) => one.index))
  })
  const night = pitNight()
  const range = (from: string, to: string) =>
    codeOf(night.ask({ name: 'standby.give', moment: momentId(from), to: momentId(to) }))
  expect([range('d2', 'd1'), range('d1', 'p1'), range('d1', 'x')]).toEqual(['range', 'range', 'no-such-cue'])
  night.do({ name: 'standby.give', moment: momentId('d2') }).do({ name: 'cue.cut', moment: momentId('d3') })
  expect([range('d2', 'd4'), range('d1', 'd4')]).toEqual(['standing-by', 'ok'])
  expect(night.state.calling.standbys.map((one) => one.moment)).toEqual([2, 0, 5])
})

test('CALLING-31: under the two-step rule nothing is called that was not stood by, from any list or jump', () => {
  onEveryPress(({ command, before, decision }, { plan }) => {
    if (command.name !== 'cue.go' || !decision.ok || !before.calling.rules.twoStep) return
    const index = findMoment(plan.timeline, command.moment)?.index
    expect(before.calling.standbys.map((one) => one.moment)).toContain(index)
  })
  const night = nightOf(littleShow(), 0).open()
  const rule = (twoStep: boolean) => codeOf(night.ask({ name: 'rule.change', rules: { twoStep } }))
  expect([rule(false), rule(true), rule(true)]).toEqual(['same-rule', 'ok', 'same-rule'])
  expect(sentenceOf(night.go())).toBe(
    'LX lx1 is not standing by: it was not called. This desk calls in two steps.',
  )
  expect(codeOf(jumpGo(night, 'lx3'))).toBe('no-standby')
  night.do({ name: 'standby.give', moment: momentId('lx1') })
  expect([codeOf(night.go()), rule(false), codeOf(night.go())]).toEqual(['ok', 'ok', 'ok'])
})

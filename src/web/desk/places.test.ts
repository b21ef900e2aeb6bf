// Where a desk may go that does not go straight on, on real nights without a server.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callingShow } from '../../../test/kit/calling-show.ts'
import { anyNight, CURTAIN_AT, playNight, TestNight, theCaller } from '../../../test/kit/nights.ts'
import { STANDBY_RANGE_MAX } from '../../core/calling/commands.ts'
import { id } from '../../core/kit/ids.ts'
import { planOf } from '../../core/night/night.ts'
import { view } from '../../core/night/view.ts'
import {
  backTarget,
  cutBehind,
  deckAhead,
  missingClear,
  momentAt,
  momentsNamed,
  RANGE_GAP_SECONDS,
  rangeTarget,
  rangeWords,
  standbyTarget,
  typedName,
} from './places.ts'
import { needsReason } from './said.ts'
import { isLongName, rowsAhead, rowsBehind } from './strip.ts'

const { show } = callingShow()
const busy = () => {
  const one = new TestNight(planOf(show), 0).open()
  one.now = CURTAIN_AT
  return one
}

const seen = (one: TestNight) => {
  const { cues, calling } = view(one.plan, one.state, theCaller)
  if (!cues || !calling) throw new Error('the caller sees the show')
  return { cues, calling }
}

const plain = (words: string) => words.replaceAll('\u00a0', ' ')
const moment = (name: string) => id<'moment'>(name)

test('DESK-5, CALLING-25: on any night STANDBY, GO and the way back are the server’s, with lists and cuts', () => {
  fc.assert(
    fc.property(anyNight, (rough) => {
      const one = playNight(rough)
      if (one.state.calling.opened === null || one.state.calling.closedAt !== null) return
      const { cues, calling } = seen(one)
      const { moments } = one.plan.timeline
      expect(momentAt(cues, calling.next)?.index).toBe(moments[one.state.calling.desk.next]?.index)
      const { move } = one.state.calling.desk
      const back = one.ask({ name: 'desk.step-back', move, reason: 'any' })
      expect(back.ok ? one.state.calling.desk.next : null).toBe(backTarget(cues, calling)?.index ?? null)
    }),
    { numRuns: 150 },
  )
})

test('DESK-11: a desk asks for a reason exactly where the server wants one', () => {
  fc.assert(
    fc.property(anyNight, fc.nat(20_000), (rough, wait) => {
      const one = playNight(rough).wait(wait)
      const { cues, calling } = seen(one)
      if (one.state.calling.closedAt !== null || backTarget(cues, calling) === null) return
      const needs = needsReason(cues, calling, one.now)
      const answer = one.ask({ name: 'desk.step-back', move: one.state.calling.desk.move, reason: '' })
      expect(answer.ok).toBe(!needs)
    }),
    { numRuns: 150 },
  )
})

test('DESK-28: a range goes to the last moment that follows closely, and is said like one', () => {
  const one = busy()
  const range = () => {
    const { cues, calling } = seen(one)
    const found = rangeTarget(cues, calling)
    return found && plain(rangeWords(found.first, found.last))
  }
  expect(range()).toBeNull()
  one.do({ name: 'desk.jump', moment: moment('lx-4'), move: 0 })
  expect(range()).toBe('LX 4 through 6')
  one.do({ name: 'cue.cut', moment: moment('lx-6') })
  expect(range()).toBe('LX 4 through 5')
  one.do({ name: 'standby.give', moment: moment('lx-4') })
  expect(range()).toBeNull()
})

test('DESK-28, CALLING-32: on any night a range offered is one that is accepted, of at most thirty', () => {
  fc.assert(
    fc.property(anyNight, (rough) => {
      const one = playNight(rough)
      const { cues, calling } = seen(one)
      const range = rangeTarget(cues, calling)
      if (range === null || one.state.calling.closedAt !== null) return
      const points = deckAhead(cues, calling)
        .filter(({ index }) => index >= range.first.index && index <= range.last.index)
        .map(({ at }) => at.seconds)
      expect(points.length).toBeLessThanOrEqual(STANDBY_RANGE_MAX)
      for (const [index, at] of points.slice(1).entries())
        expect(at - (points[index] ?? 0)).toBeLessThan(RANGE_GAP_SECONDS)
      const [first, to] = [moment(range.first.id), moment(range.last.id)]
      expect(one.ask({ name: 'standby.give', moment: first, to }).ok).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('DESK-26: a number names its cue, with its department where two have it', () => {
  const { cues } = seen(busy())
  const named = (typed: string) => momentsNamed(cues, typed).map((one) => one.id)
  expect([named('3'), named('FLY 3'), named(' fly3 '), named('flys 3')]).toEqual(Array(4).fill(['fly-3']))
  expect(named('4')).toEqual(['lx-4', 'snd-4'])
  expect([named('snd 4'), named('sound 4'), named('90')]).toEqual([['snd-4'], ['snd-4'], ['snd-90']])
  expect([named(''), named('lx'), named('lx 44'), named('9')]).toEqual([[], [], [], []])
  const told = (typed: string) => momentsNamed(cues, typed).map((one) => plain(typedName(cues, one, typed)))
  expect([told('4'), told('sound 4')]).toEqual([['LX 4', 'SND 4'], ['SND 4']])
})

test('DESK-25: whose clear is missing, until it is said', () => {
  const one = busy()
  const missing = () => {
    const { cues, calling } = seen(one)
    const found = cues.moments.find(({ id: name }) => name === 'fly-3')
    return found && missingClear(calling, found)
  }
  expect(missing()).toBe('Noor')
  one.do({ name: 'standby.give', moment: moment('fly-3') })
  one.do({ name: 'clear.say', moment: moment('fly-3') })
  expect(missing()).toBeNull()
})

test('DESK-27: what is cut keeps its row: above the now-line if it was next, below it if it is to come', () => {
  const one = busy()
    .do({ name: 'cue.cut', moment: moment('lx-1') })
    .do({ name: 'cue.cut', moment: moment('lx-4') })
  const { cues, calling } = seen(one)
  expect(cutBehind(cues, calling).map(({ id: name }) => name)).toEqual(['lx-1'])
  const kinds = (rows: ReturnType<typeof rowsAhead>) =>
    rows.flatMap((row) => (row.kind === 'spoken' ? [] : [`${row.kind} ${row.moment.id}`]))
  expect(kinds(rowsBehind(cues, calling, undefined))).toEqual(['cut lx-1'])
  expect(kinds(rowsAhead(cues, calling, undefined)).slice(0, 3)).toEqual([
    'moment fly-3',
    'cut lx-4',
    'moment lx-5',
  ])
  expect(standbyTarget(cues, calling)?.id).toBe('lx-2')
})

test('DESK-29, DESK-32: the strip has the deck’s list alone, and says of a called cue who was not on time', () => {
  const one = busy()
  one.go()
  const word = { name: 'cue.report', moment: moment('lx-1'), department: id<'department'>('lx') } as const
  const row = () => {
    const { cues, calling } = seen(one)
    expect(
      rowsAhead(cues, calling, undefined).some((each) => each.kind === 'moment' && each.moment.list),
    ).toBe(false)
    const found = rowsBehind(cues, calling, undefined)[0]
    return found?.kind === 'called' ? [found.wrong, found.complete] : null
  }
  expect(row()).toEqual([null, false])
  one.do({ ...word, outcome: 'complete' })
  expect(row()).toEqual([null, true])
  one.do({ ...word, outcome: 'early' })
  expect(row()).toEqual(['LX early', false])
})

test('DESK-81: a long number takes smaller type, a usual one does not', () => {
  expect(['LX 1', 'LX 112', 'SND 26', 'LX 14.5', 'FLY 101'].map(isLongName)).toEqual([
    ...[false, false, false],
    ...[true, true],
  ])
})

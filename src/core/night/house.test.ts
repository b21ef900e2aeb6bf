// Front of house: what it says, what it asks, and what comes of it.

import { expect, test } from 'vitest'
import { aViewer, codeOf, littleNight, sentenceOf, theCaller, theSM } from '../../../test/kit/nights.ts'
import { roleNames, type Viewer } from '../disclosure/policy.ts'
import {
  AUDIENCE_MAX,
  HOLD_MINUTES_MAX,
  HOUSE_WORDS_MAX,
  LATECOMERS_MAX,
  RELEASES_MAX,
  REQUESTS_MAX,
  WHY_LENGTH_MAX,
} from '../house/house.ts'
import { houseCalls } from '../show/call-tables.ts'
import { apply, emptyNight, type NightCommand } from './night.ts'
import { reportFor, view } from './view.ts'

const foh = aViewer('FOH')
const wait = (minutes: number, why = 'A coach is late'): NightCommand => ({
  name: 'house.ask',
  ask: 'hold',
  minutes,
  why,
})
const word = (why = ''): NightCommand => ({ name: 'house.ask', ask: 'speak', minutes: null, why })
const answer = (request: number, yes: boolean): NightCommand => ({ name: 'house.answer', request, yes })

test('FOH-1: front of house, the caller and stage managers say that the house is open, and not after the close', () => {
  for (const role of roleNames) {
    const code = codeOf(littleNight().ask({ name: 'house.open', open: true }, aViewer(role)))
    expect([role, code]).toEqual([role, ['caller', 'SM', 'FOH'].includes(role) ? 'ok' : 'not-yours'])
  }
  const night = littleNight().do({ name: 'house.open', open: true }, foh)
  expect(night.state.house.openedAt).toBe(night.now)
  expect(codeOf(night.ask({ name: 'house.open', open: true }, foh))).toBe('same')
  night.do({ name: 'house.open', open: false }, foh)
  expect(night.state.house.openedAt).toBeNull()
  night.do({ name: 'performance.close' })
  expect(codeOf(night.ask({ name: 'house.open', open: true }, foh))).toBe('closed')
})

test('FOH-2: the newest count counts, and there is a most', () => {
  const night = littleNight()
  for (const count of [0, 411, AUDIENCE_MAX]) {
    night.do({ name: 'audience.count', count }, foh)
    expect(night.state.house.audience).toEqual({ count, at: night.now })
  }
  expect(codeOf(night.ask({ name: 'audience.count', count: AUDIENCE_MAX }, foh))).toBe('same')
  for (const count of [-1, 1.5, AUDIENCE_MAX + 1])
    expect(codeOf(night.ask({ name: 'audience.count', count }, foh))).toBe('not-a-count')
})

test('FOH-3: latecomers wait since the first of them did, and all are let in; both have a most', () => {
  const night = littleNight()
  expect(codeOf(night.ask({ name: 'latecomers.release' }, foh))).toBe('nobody-waits')
  night.do({ name: 'latecomers.hold', count: 2 }, foh)
  const since = night.now
  night.wait(60_000).do({ name: 'latecomers.hold', count: LATECOMERS_MAX }, foh)
  expect(night.state.house.waiting).toEqual({ count: LATECOMERS_MAX, since })
  expect(codeOf(night.ask({ name: 'latecomers.hold', count: LATECOMERS_MAX + 1 }, foh))).toBe('not-a-count')
  night.do({ name: 'latecomers.hold', count: 0 }, foh)
  expect(night.state.house.waiting).toBeNull()
  for (let time = 1; time <= RELEASES_MAX; time++) {
    night.do({ name: 'latecomers.hold', count: 3 }, foh).do({ name: 'latecomers.release' }, foh)
  }
  expect(view(night.plan, night.state, foh).house?.released).toBe(3 * RELEASES_MAX)
  expect(night.state.house.waiting).toBeNull()
  night.do({ name: 'latecomers.hold', count: 3 }, foh)
  expect(codeOf(night.ask({ name: 'latecomers.release' }, foh))).toBe('many-releases')
})

test('FOH-4: each bell is given once for the act that is next, and the house comes back once from an interval', () => {
  const night = littleNight()
  const [first] = houseCalls('GB')
  const bell = (act: number): NightCommand => ({ name: 'house.bell', bell: first?.id ?? '', act })
  expect(codeOf(night.ask({ name: 'house.bell', bell: 'gong', act: 1 }, foh))).toBe('no-such-bell')
  expect(codeOf(night.ask(bell(2), foh))).toBe('not-next')
  night.do(bell(1), foh)
  expect(codeOf(night.ask(bell(1), foh))).toBe('same')
  expect(codeOf(night.ask({ name: 'house.back', act: 1 }, foh))).toBe('no-interval')
  night.do({ name: 'act.up', act: 1 })
  expect(codeOf(night.ask(bell(2), foh))).toBe('not-next')
  night.do({ name: 'act.down', act: 1 }).do(bell(2), foh).do({ name: 'house.back', act: 2 }, foh)
  expect(codeOf(night.ask({ name: 'house.back', act: 2 }, foh))).toBe('same')
  expect(night.state.house.back).toEqual([{ act: 2, at: night.now }])
})

test('FOH-5: one request of each kind waits; minutes, reasons and requests have their bounds', () => {
  const night = littleNight()
  for (const minutes of [0, HOLD_MINUTES_MAX + 1])
    expect(codeOf(night.ask(wait(minutes), foh))).toBe('not-minutes')
  expect(codeOf(night.ask(wait(3, '  '), foh))).toBe('no-reason')
  expect(codeOf(night.ask(wait(3, 'x'.repeat(WHY_LENGTH_MAX + 1)), foh))).toBe('long')
  night.do(wait(HOLD_MINUTES_MAX, 'x'.repeat(WHY_LENGTH_MAX)), foh).do(word(), foh)
  expect(codeOf(night.ask(wait(3), foh))).toBe('waiting')
  expect(codeOf(night.ask(word('again'), foh))).toBe('waiting')
  night.do({ name: 'house.take-back', request: 1 }, foh)
  expect(codeOf(night.ask({ name: 'house.take-back', request: 1 }, foh))).toBe('no-request')
  expect(codeOf(night.ask(answer(1, true)))).toBe('no-request')
  for (let request = 3; request <= REQUESTS_MAX; request++)
    night.do(wait(3), foh).do({ name: 'house.take-back', request }, foh)
  expect(sentenceOf(night.ask(wait(3), foh))).toContain(`${REQUESTS_MAX} requests`)
  const later = littleNight().do({ name: 'act.up', act: 1 })
  expect(codeOf(later.ask(wait(3), foh))).toBe('no-act')
})

test('FOH-6: whoever calls tonight answers, once', () => {
  for (const role of roleNames.filter((one) => one !== 'caller')) {
    const night = littleNight().do(word(), foh)
    expect([role, codeOf(night.ask(answer(1, true), aViewer(role)))]).toEqual([role, 'not-yours'])
  }
  const night = littleNight().do(word(), foh).do({ name: 'desk.take' }, theSM).do(answer(1, true), theSM)
  expect(codeOf(night.ask(answer(1, false), theCaller))).toBe('no-request')
  expect(night.state.house.requests[0]?.answer).toEqual({ yes: true, at: night.now })
})

test('FOH-7: a yes to a wait moves the act by so much with the same press; nothing else does', () => {
  const upAt = (yes: boolean, command: NightCommand) => {
    const night = littleNight()
    night.do(command, foh)
    const before = view(night.plan, night.state, foh).position?.running.at ?? 0
    const decided = night.ask(answer(1, yes))
    expect(decided.ok).toBe(true)
    return (view(night.plan, night.state, foh).position?.running.at ?? 0) - before
  }
  expect(upAt(true, wait(4))).toBe(4 * 60_000)
  expect(upAt(false, wait(4))).toBe(0)
  expect(upAt(true, word())).toBe(0)
  const gone = littleNight().do(wait(4), foh).do({ name: 'act.up', act: 1 })
  const decision = gone.ask(answer(1, true))
  expect(decision.ok && decision.value.map((event) => event.type)).toEqual(['house.answered'])
})

test('FOH-8: a request whose reason was erased keeps the rest', () => {
  const night = littleNight().do(wait(4), foh)
  const erased = night.log.reduce(
    (state, event) =>
      apply(night.plan, state, event.type === 'house.asked' ? { ...event, detail: null } : event),
    emptyNight,
  )
  expect(erased.house.requests).toEqual([{ ...night.state.house.requests[0], why: null }])
})

test('FOH-9: the house is seen by front of house, the caller, stage managers and the company manager alone', () => {
  const night = littleNight().do({ name: 'audience.count', count: 411 }, foh)
  const seers = ['caller', 'SM', 'CM', 'FOH']
  for (const role of roleNames) {
    const by: Viewer = aViewer(role, { department: 'lx' })
    const sees = view(night.plan, night.state, by).house !== undefined
    const reads = reportFor(night.plan, night.state, by)?.house != null
    expect([role, sees, reads]).toEqual([role, seers.includes(role), seers.includes(role)])
  }
})

test('FOH-10: the report has the house as it was said, and no such part where nothing was', () => {
  const night = littleNight()
  expect(reportFor(night.plan, night.state, foh)?.house).toBeNull()
  night.do({ name: 'house.open', open: true }, foh).do({ name: 'audience.count', count: 411 }, foh)
  night.do({ name: 'latecomers.hold', count: 5 }, foh).do({ name: 'latecomers.release' }, foh)
  night.do({ name: 'latecomers.hold', count: 2 }, foh).do(wait(4), foh).do(answer(1, true))
  night.do(wait(9, 'The bar is full'), foh).do({ name: 'house.take-back', request: 2 }, foh)
  night.do({ name: 'house.bell', bell: 'five', act: 1 }, foh).do({ name: 'house.clear', act: 1 }, foh)
  const { now: at } = night
  expect(reportFor(night.plan, night.state, foh)?.house).toEqual({
    openedAt: at,
    audience: { count: 411, at },
    clearances: [{ act: 1, at }],
    back: [],
    bells: [{ words: 'Five-minute bell', act: 1, at }],
    latecomers: { letIn: [{ count: 5, at }], stillWaiting: 2 },
    holds: [{ act: 1, minutes: 4, why: 'A coach is late', agreed: true, at }],
  })
})

test('FOH-12: openings, counts and latecomers are a thousand together, and the desk is reached all the same', () => {
  const night = littleNight()
  const open = (is: boolean): NightCommand => ({ name: 'house.open', open: is })
  for (let said = 0; said < HOUSE_WORDS_MAX; said += 1) night.do(open(said % 2 === 0), foh)
  const codes = [
    open(true),
    { name: 'audience.count', count: 9 },
    { name: 'latecomers.hold', count: 1 },
  ] as const
  expect(codes.map((command) => codeOf(night.ask(command, foh)))).toEqual([
    'many-words',
    'many-words',
    'many-words',
  ])
  expect(codeOf(night.ask(word(), foh))).toBe('ok')
})

// Evenings as somebody would tell them, line by line, on a clock that the test moves: noticed before, seen, looked for, spammed.

import { beforeEach, describe, expect, test } from 'vitest'
import { id } from '../../src/core/kit/ids.ts'
import { minutes, seconds } from '../../src/core/kit/time.ts'
import { presenceDue } from '../../src/core/night/concerns.ts'
import { view } from '../../src/core/night/view.ts'
import { ASKS_OF_ONE_MS } from '../../src/core/presence/commands.ts'
import { ladderFrom } from '../../src/core/presence/ladder.ts'
import { caller, Evening, person, phone, stageManager, wing } from '../kit/concern-evening.ts'
import { aViewer } from '../kit/nights.ts'
import { crowdedEvening, quietEvening } from '../kit/quiet-evening.ts'

/** Mia comes off at minute 4 and is due at minute 31, from stage right. */
const OFF_MINUTE = 4
const DUE_MINUTE = 31
const ASKED_AT = (DUE_MINUTE - 7) * 60

let night: Evening
beforeEach(() => {
  night = new Evening()
})

const desk = (of = night) => view(of.plan, of.state, caller, of.now).concerns
const asksOf = (name: string, of = night) => view(of.plan, of.state, phone(name), of.now).asks?.asks ?? []
const clockMinute = () => (night.now - upAt()) / 60_000
const upAt = () => night.events('act.up')[0]?.at ?? 0

describe('scenario 1, noticed before', () => {
  test('CONCERN-1: one ask at her side seven minutes before, two others within ninety seconds, a searcher within three minutes', () => {
    night.pass(ASKED_AT + 1)
    expect(clockMinute() - OFF_MINUTE).toBeGreaterThan(19)
    expect(night.concern().asks.map(({ person: whom }) => whom)).toEqual(['asa'])
    expect(asksOf('asa')).toMatchObject([{ name: 'Mia', place: 'SR2', look: false }])
    expect(desk()?.concerns).toMatchObject([{ state: 'asking', rung: 1 }])
    night.pass(90)
    const second = night.concern().asks.filter(({ rung }) => rung === 2)
    expect(second).toHaveLength(2)
    expect(second.map(({ person: whom }) => whom)).not.toContain('asa')
    for (const { at } of second) expect(at - night.concern().openedAt).toBeLessThanOrEqual(seconds(91))
    night.pass(90)
    const searcher = night.concern().asks.find(({ rung }) => rung === 3)
    expect((searcher?.at ?? Number.POSITIVE_INFINITY) - night.concern().openedAt).toBeLessThanOrEqual(
      seconds(181),
    )
    expect(asksOf(searcher?.person ?? '')).toMatchObject([{ name: 'Mia', look: true }])
  })

  test('CONCERN-1: whoever goes is told where she was seen last, the number of a dressing room too', () => {
    night.pass(60 * 5)
    const seen = { name: 'people.see', people: [person('mia')], how: 'eyes', by: null } as const
    night.do({ ...seen, place: id<'place'>('dr4') }, phone('dru'))
    night.pass(ASKED_AT - 60 * 5)
    while (night.state.presence.concerns.concerns[0]?.rung !== 3 && clockMinute() < DUE_MINUTE) night.pass(1)
    const searcher = night.concern().asks.find(({ rung }) => rung === 3)?.person ?? ''
    expect(asksOf(searcher)).toMatchObject([{ look: true, place: 'DR4' }])
  })
})

test('CONCERN-2: scenario 2: on rung 2 the dresser has her in dressing room 4; nothing of it was ever on the callboard', () => {
  const board = () => JSON.stringify(view(night.plan, night.state, aViewer('callboard'), night.now))
  const before = board()
  night.pass(ASKED_AT + 95)
  expect(night.concern().rung).toBe(2)
  expect(board()).toBe(before)
  const { version } = night.concern()
  const answers = { name: 'concern.answer', concern: 1, version, answer: 'on their way', by: null } as const
  night.do({ ...answers, place: id<'place'>('dr4') }, phone('dru'))
  for (const name of ['asa', 'dru', 'kit', 'ari']) expect(asksOf(name)).toEqual([])
  expect(view(night.plan, night.state, wing, night.now).asks?.asks).toEqual([])
  expect(desk()?.concerns).toEqual([])
  expect(night.events('concern.asked').length).toBeGreaterThanOrEqual(2)
  expect(board()).toBe(before)
})

test('CONCERN-3: scenario 3: a looking on the first rung is rung 4 three minutes later, the searcher is asked again, and both stand in the record', () => {
  night.pass(ASKED_AT + 11)
  expect(night.answer('asa', 'looking').ok).toBe(true)
  const saidAt = night.now
  night.pass(179)
  expect(night.concern().rung).toBeLessThan(4)
  expect(desk()?.concerns).toMatchObject([{ looking: { name: 'Asa' } }])
  night.pass(2)
  expect(night.concern()).toMatchObject({ rung: 4, ended: null })
  expect(night.now - saidAt).toBeLessThanOrEqual(minutes(3) + seconds(1))
  expect(asksOf('asa')).toHaveLength(1)
  expect(
    night
      .concern()
      .asks.filter(({ person: whom }) => whom === 'asa')
      .map(({ answer }) => answer),
  ).toEqual(['looking', null])
})

test('CONCERN-4: scenario 4: three minutes before, with two for the cover, somebody goes at once', () => {
  const now = night.now
  const { rung, rungs } = ladderFrom(now, (now + minutes(3)) as typeof now, minutes(2))
  expect(rung).toBe(3)
  expect(rungs.find((one) => one.rung === 4)?.at).toBe(now + minutes(1))
})

test('CONCERN-5: scenario 5: whoever is on stage when the second rung comes is named with that, and there is no gap', () => {
  const busy = quietEvening()
  const appears = busy.obligations.find(({ id: key }) => key === 'again')
  if (!appears) throw new Error('Mia comes on again')
  // Dru, who would be asked second, has been on stage in a crowd scene since the beginning.
  const on = { ...appears, id: id<'obligation'>('dru-on'), track: id<'track'>('dru') }
  const anchor = { ...appears.anchor, seconds: 60 }
  night = new Evening({
    ...busy,
    obligations: [...busy.obligations, { ...on, anchor, seconds: ASKED_AT + 300 }],
  })
  night.pass(ASKED_AT + 95)
  const { asks, skipped, openedAt } = night.concern()
  expect(skipped).toContainEqual({ person: 'dru', because: 'on stage' })
  const second = asks.filter(({ rung }) => rung === 2)
  expect(second).toHaveLength(2)
  for (const { at } of second) expect(at - openedAt).toBeLessThanOrEqual(seconds(95))
})

test('CONCERN-6: scenario 6: twelve minutes of a hold after the ask was due open nothing, and her entrance moves by twelve', () => {
  night.pass(ASKED_AT - 5)
  const due = () => presenceAt(night)
  night.do({ name: 'clock.hold' }, caller)
  night.pass(12 * 60)
  expect(due()).toEqual([])
  night.do({ name: 'clock.resume' }, caller)
  night.pass(7)
  expect(night.concern().dueAt).toBe(upAt() + minutes(DUE_MINUTE + 12))
})

const presenceAt = (of: Evening) => presenceDue(of.plan, of.state, of.now)

test('CONCERN-7: scenario 7: a dead tablet is one notice however long it lasts, and no concern', () => {
  night = new Evening(crowdedEvening())
  night.pass(DUE_MINUTE * 60 - 5)
  expect(night.events('source.blind')).toHaveLength(1)
  expect(night.events('concern.opened')).toEqual([])
  expect(desk()?.blind).toEqual(['stage right'])
})

test('CONCERN-8: scenario 8: a wrong sighting that is undone leaves nothing behind: the same is due as if it had never been said', () => {
  const never = new Evening()
  const sees = { name: 'people.see', people: [person('mia')], how: 'eyes', place: null, by: null } as const
  night.pass(ASKED_AT - 120)
  never.pass(ASKED_AT - 120)
  night.do(sees, phone('ned'))
  const sighting = night.state.seq
  night.pass(200)
  expect(night.events('concern.opened')).toEqual([])
  night.do({ name: 'sighting.undo', sighting }, phone('ned'))
  never.wait(200_000)
  expect(presenceAt(night)).toEqual(presenceAt(never))
  night.pass(1)
  expect(night.concern()).toMatchObject({ person: 'mia', ended: null })
})

describe('scenario 19, false alarms', () => {
  const raise = (name: string) =>
    night.ask({ name: 'concern.raise', person: person(name) }, aViewer('dresser', { person: 'dru' }))

  test('CONCERN-16: five in ten minutes: merged by person, nobody asked twice in two minutes, and stage management is told whose they are', () => {
    for (const name of ['mia', 'ned', 'mia', 'una', 'ned']) {
      raise(name)
      night.pass(20)
    }
    expect(night.state.presence.concerns.concerns.map((one) => one.person)).toEqual(['mia', 'ned', 'una'])
    expect(view(night.plan, night.state, stageManager, night.now).concerns?.noisy).toEqual(['Dru'])
    night.pass(120)
    for (const { id: whom } of night.plan.show.people) {
      const put = night.state.presence.concerns.concerns
        .flatMap(({ asks }) => asks.filter((ask) => ask.person === whom && ask.rung < 3).map(({ at }) => at))
        .toSorted((a, b) => a - b)
      for (const [index, at] of put.entries())
        expect(at - (put[index - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(ASKS_OF_ONE_MS)
    }
  })

  test('CONCERN-16: what that account says of itself still counts in full', () => {
    for (const name of ['mia', 'ned', 'una', 'kit', 'asa', 'ari']) raise(name)
    night.do({ name: 'step.out', person: person('dru'), from: null, wants: null }, phone('dru'))
    expect(night.state.presence.concerns.concerns.at(-1)).toMatchObject({ person: 'dru', rung: 4 })
    night.do({ name: 'own.say', word: 'please come to me' }, phone('una'))
    night.pass(2)
    const una = night.state.presence.concerns.concerns.find((one) => one.person === 'una')
    expect(una?.rung).toBeGreaterThanOrEqual(3)
  })
})

// What a night's record adds up to, whoever adds it up and wherever they begin.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyNight, playNight, TestNight } from '../../../test/kit/nights.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import type { Json } from '../kit/json.ts'
import { apply, decide, emptyNight, type LoggedEvent, type NightState, type Plan, planOf } from './night.ts'

const fold = (plan: Plan, events: readonly LoggedEvent[], from: NightState = emptyNight): NightState =>
  events.reduce((state, event) => apply(plan, state, event), from)

/** As a log gives it back: bytes that were read again. */
const reread = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

test('NIGHT-1: the same events make the same state, from the top or from a state written down half way', () => {
  fc.assert(
    fc.property(anyNight, fc.nat(), (rough, where) => {
      const night = playNight(rough)
      const plan = planOf(reread(night.plan.show))
      const events = reread(night.log)
      expect(fold(plan, events)).toEqual(night.state)
      const cut = where % (events.length + 1)
      const halfWay = reread(fold(plan, events.slice(0, cut)))
      expect(fold(plan, events.slice(cut), halfWay)).toEqual(night.state)
      expect(reread(night.state)).toEqual(night.state)
    }),
    { numRuns: 150 },
  )
})

test('NIGHT-2: every press, decided again on the state before it, comes to the same', () => {
  fc.assert(
    fc.property(anyNight, (rough) => {
      const night = playNight(rough)
      const plan = planOf(reread(night.plan.show))
      for (const { command, context, decision, events } of night.asked) {
        const first = events[0]?.seq ?? null
        if (first === null) continue
        const before = fold(plan, night.log.slice(0, first - 1))
        expect(decide(plan, before, reread(command), reread(context))).toEqual(decision)
      }
    }),
    { numRuns: 60 },
  )
})

const strangers: readonly { type: string; v: number; body: Json }[] = [
  { type: 'person.sighted', v: 1, body: { person: 'p1', at: 'SL1' } },
  { type: 'cue.called', v: 2, body: { moment: 'lx1', hand: 'left' } },
  { type: 'constructor', v: 1, body: null },
  { type: '', v: 1, body: [] },
]

test('NIGHT-3, NIGHT-4: unknown events are counted and passed over wherever they stand, and numbered on', () => {
  fc.assert(
    fc.property(
      anyNight,
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(...strangers)), { maxLength: 6 }),
      (rough, odd) => {
        const night = playNight(rough)
        const mixed: (Omit<LoggedEvent, 'seq'> & { seq?: number })[] = [...night.log]
        for (const [where, stranger] of odd) {
          const { at } = night.log[0] ?? { at: night.now }
          mixed.splice(where % (mixed.length + 1), 0, { ...stranger, at, by: 'x', detail: null })
        }
        const events = mixed.map((event, index) => ({ ...event, seq: index + 1 }))
        const state = fold(night.plan, events)
        expect(state.unknown).toBe(odd.length)
        expect(state.seq).toBe(events.length)
        const { called, notes, ...rest } = state.calling
        const { called: calledThen, notes: notesThen, ...restThen } = night.state.calling
        expect(rest).toEqual(restThen)
        expect([called.length, notes.length]).toEqual([calledThen.length, notesThen.length])
      },
    ),
    { numRuns: 60 },
  )
})

test('NIGHT-3, NIGHT-4: what the log wrote about its own housekeeping is passed over uncounted', () => {
  const night = new TestNight(planOf(littleShow())).open()
  const before = night.state
  night.record('machine', { type: 'detail.erased', v: 1, body: { rule: 'season', seqs: [1] } })
  expect(night.state).toEqual({ ...before, seq: 2 })
})

// Who is out, limited and back: what may be said, by whom, how it is taken back, and what of it goes on to the next night.

import { expect, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import { roleNames } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import {
  ABSENCE_WORDS_MAX,
  type AbsenceCommand,
  type AbsenceState,
  type Availability,
  applyAbsence,
  availabilityOf,
  carriedAbsences,
  emptyAbsence,
  isAway,
} from './absence.ts'
import { type AbsenceContext, AHEAD_MS_MAX, decideAbsence } from './decide.ts'

const ann = id<'person'>('ann')
const NOW = instant(1_800_000_000_000)

const context: AbsenceContext = {
  by: aViewer('SM', { person: 'sam' }),
  at: NOW,
  nameOf: (person) => (person === ann ? 'Ann' : null),
  isItem: (item) => item !== 'nowhere',
  hasBegun: (item) => item === 'begun',
}

function say(state: AbsenceState, command: AbsenceCommand, more: Partial<AbsenceContext> = {}): AbsenceState {
  const decision = decideAbsence(state, command, { ...context, ...more })
  if (!decision.ok) throw new Error(decision.refusal.sentence)
  return decision.value.reduce((now, event) => applyAbsence(now, event, { at: NOW, by: 'sam' }), state)
}
const refusedAs = (state: AbsenceState, command: AbsenceCommand, more: Partial<AbsenceContext> = {}) => {
  const decision = decideAbsence(state, command, { ...context, ...more })
  return decision.ok ? null : decision.refusal.code
}

const out = { name: 'out.say', person: ann, word: { as: 'out' }, until: 'tonight' } as const

test('ABSENCE-1: whatever comes along with a word, only what its kind has is kept', () => {
  const words: readonly Availability[] = [
    { as: 'out' },
    { as: 'sent-home' },
    { as: 'out-from', item: id('n4') },
    { as: 'limited', without: 'voice-only' },
    { as: 'ready-at', at: instant(NOW + 60_000) },
    { as: 'off-site', until: instant(NOW + 60_000) },
  ]
  for (const word of words) {
    const more: object = { reason: 'ill', why: 'flu' }
    const state = say(emptyAbsence, { ...out, word: { ...word, ...more } })
    expect(availabilityOf(state, ann)).toEqual(word)
    expect(JSON.stringify(state)).not.toMatch(/ill|flu/)
  }
})

test('ABSENCE-2: those of the table say it, and nobody else; wrong people, items and times are refused', () => {
  for (const role of roleNames)
    expect([role, refusedAs(emptyAbsence, out, { by: aViewer(role, { person: 'x' }) })]).toEqual([
      role,
      ['caller', 'SM', 'CM'].includes(role) ? null : 'not-yours',
    ])
  expect(refusedAs(emptyAbsence, { ...out, person: id('nobody') })).toBe('nobody')
  const from = (item: string) => ({ ...out, word: { as: 'out-from', item: id<'item'>(item) } }) as const
  expect(refusedAs(emptyAbsence, from('nowhere'))).toBe('no-item')
  expect(refusedAs(emptyAbsence, from('begun'))).toBe('begun')
  const ready = (at: number) => ({ ...out, word: { as: 'ready-at', at: instant(at) } }) as const
  expect(refusedAs(emptyAbsence, ready(NOW))).toBe('past')
  expect(refusedAs(emptyAbsence, ready(NOW + AHEAD_MS_MAX))).toBe(null)
  expect(refusedAs(emptyAbsence, ready(NOW + AHEAD_MS_MAX + 1))).toBe('far')
})

test('ABSENCE-3: the newest word counts, taking it back makes the one before so again, and back is back', () => {
  let state = say(emptyAbsence, out)
  expect(refusedAs(state, out)).toBe('same')
  state = say(state, { ...out, word: { as: 'limited', without: 'no-lifts' } })
  expect([availabilityOf(state, ann)?.as, isAway(state, ann)]).toEqual(['limited', false])
  state = say(state, { name: 'out.undo', person: ann })
  expect([availabilityOf(state, ann)?.as, isAway(state, ann)]).toEqual(['out', true])
  state = say(state, { name: 'out.end', person: ann })
  expect(availabilityOf(state, ann)).toBe(null)
  expect(refusedAs(state, { name: 'out.end', person: ann })).toBe('same')
  expect(refusedAs(emptyAbsence, { name: 'out.undo', person: ann })).toBe('nothing')
})

test('ABSENCE-4: at the bound the next word is refused', () => {
  const full = { ...emptyAbsence, said: ABSENCE_WORDS_MAX }
  expect(refusedAs({ ...full, said: ABSENCE_WORDS_MAX - 1 }, out)).toBe(null)
  expect(refusedAs(full, out)).toBe('many-words')
  let state = emptyAbsence
  for (let turn = 0; turn < 30; turn++) state = say(say(state, out), { ...out, word: { as: 'sent-home' } })
  expect(state.people[0]?.words.length).toBe(20)
})

test('ABSENCE-6: what holds until they return goes on, and what held for tonight does not', () => {
  const tonight = say(emptyAbsence, out)
  expect(carriedAbsences(tonight, 7)).toEqual([])
  const open = say(emptyAbsence, { ...out, until: 'return' })
  const [carried] = carriedAbsences(open, 7)
  expect(carried?.body).toEqual({ person: ann, word: { as: 'out' }, until: 'return', from: 7 })
  expect(carriedAbsences(say(open, { name: 'out.end', person: ann }), 7)).toEqual([])
})

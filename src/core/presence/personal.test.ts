// In two parts and whole again, and what is left when the personal one is gone.

import { expect, test } from 'vitest'
import { id } from '../kit/ids.ts'
import { SOMEBODY } from '../kit/parts.ts'
import { instant } from '../kit/time.ts'
import type { PresenceEvent } from './events.ts'
import { FORGOTTEN, isPersonal, parted, whole } from './personal.ts'
import { applyPresence, emptyPresence } from './state.ts'

const [mia, dru] = [id<'person'>('mia'), id<'person'>('dru')]
const place = id<'place'>('sr2')
const at = instant(1_000_000)

/** One of each kind that says anything of anybody. */
const events: readonly PresenceEvent[] = [
  {
    type: 'person.seen',
    v: 1,
    body: { people: [mia], how: 'eyes', place, by: dru, saidAt: at, clock: 3 },
  },
  { type: 'own.said', v: 1, body: { person: mia, word: 'on my way', saidAt: at } },
  {
    type: 'concern.opened',
    v: 1,
    body: {
      ...{ person: mia, due: 'mia-comes-on', dueAt: at, place, rung: 1, mode: 'quiet', rungs: [] },
      ...{ because: [{ kind: 'silence', name: 'mia comes on', surprise: 0 }], risk: 12, raisedBy: 'dru' },
    },
  },
  { type: 'concern.joined', v: 1, body: { concern: 1, raisedBy: 'dru', due: 'mia-comes-on' } },
  {
    type: 'concern.asked',
    v: 1,
    body: {
      ...{ concern: 1, rung: 1, asked: [{ person: dru, how: 'screen' }] },
      skipped: [{ person: mia, because: 'on stage' }],
    },
  },
  { type: 'ask.shown', v: 1, body: { concern: 1, ask: 1 } },
  { type: 'ask.read', v: 1, body: { concern: 1, ask: 1 } },
  {
    type: 'concern.answered',
    v: 1,
    body: { concern: 1, answer: 'cannot go on', by: dru, place, saidAt: at, sighting: null },
  },
  { type: 'cover.called', v: 1, body: { concern: 1, person: dru } },
  { type: 'concern.ended', v: 1, body: { concern: 1, sighting: null, with: dru } },
  { type: 'concern.climbed', v: 1, body: { concern: 1, rung: 2, because: 'time' } },
  { type: 'concern.judged', v: 1, body: { concern: 1, as: 'useful' } },
  { type: 'person.stepped-out', v: 1, body: { person: mia, from: null, wants: dru } },
  { type: 'sighting.withdrawn', v: 1, body: { sighting: 1 } },
  { type: 'presence.mode', v: 1, body: { mode: 'full' } },
]

const recorded = (event: ReturnType<typeof parted>, erased = false) => ({
  ...{ type: event.type, v: event.v, body: event.body, by: SOMEBODY },
  detail: erased ? null : (event.detail ?? null),
})

test('PRESENCE-60: in the record everything that names somebody is apart, and whole it is what was decided', () => {
  for (const event of events) {
    const written = parted(event, 'dru')
    expect(isPersonal(event.type), event.type).toBe(true)
    expect(JSON.stringify([written.type, written.body])).not.toMatch(/mia|dru|sr2/)
    expect(whole(recorded(written))).toEqual({ ...event, by: 'dru', detail: null })
  }
})

test('PRESENCE-60: what is of another kind, or was written before, is as it was', () => {
  const note = {
    type: 'note.written',
    v: 1,
    by: 'dru',
    body: { department: null },
    detail: { text: 'a note' },
  }
  expect(parted(note, 'dru')).toBe(note)
  expect(whole(note)).toBe(note)
  for (const event of events) {
    const before = { ...event, by: 'dru', detail: null }
    expect(whole(before)).toBe(before)
  }
})

test('PRESENCE-62: an erased record still folds, and names nobody', () => {
  let state = emptyPresence
  for (const [index, event] of events.entries()) {
    const left = whole(recorded(parted(event, 'dru'), true))
    // As the night does: what `whole` gives is what was once decided.
    state = applyPresence(state, left as unknown as PresenceEvent, { seq: index + 1, at, by: left.by })
  }
  expect(state.concerns.concerns).toMatchObject([{ person: FORGOTTEN, judged: 'useful', rung: 2 }])
  expect(JSON.stringify(state)).not.toMatch(/mia|dru|sr2/)
})

// What is recorded of who is in the building, in two parts and whole again; and what is left when one is erased.

import { expect, test } from 'vitest'
import { SOMEBODY } from '../kit/parts.ts'
import { isParted, parted, whole } from './personal.ts'

const signed = { via: 'kiosk', place: null, saidAt: 5 }
const events = [
  { type: 'person.signed-in', v: 1, body: { person: 'mia', ...signed } },
  { type: 'person.signed-out', v: 1, body: { who: { person: 'mia' }, ...signed } },
  { type: 'sign.withdrawn', v: 1, body: { who: { person: 'mia' } } },
  { type: 'arrival.noted', v: 1, body: { step: 'rung', person: 'mia' } },
  { type: 'visitor.signed-in', v: 1, body: { host: 'dru', ...signed }, detail: { name: 'A mia-visitor' } },
  {
    type: 'person.accounted',
    v: 1,
    body: { who: { person: 'mia' }, how: 'seen out', by: 'dru' },
    detail: { words: 'with dru' },
  },
  { type: 'out.said', v: 1, body: { person: 'mia', word: { as: 'out' }, until: 'tonight' } },
  { type: 'plan.told', v: 1, body: { to: { person: 'mia' }, version: 1, by: 'dru', how: 'in person' } },
  { type: 'plan.errand', v: 1, body: { to: 'mia', version: 1, by: 'dru' } },
  { type: 'note.written', v: 1, body: { department: null }, detail: { text: 'mia was late' } },
  {
    type: 'person.seen',
    v: 1,
    body: { people: ['mia'], how: 'eyes', place: 'sr', by: 'dru', saidAt: 5, clock: 1 },
  },
] as const

const recorded = (event: ReturnType<typeof parted>, erased = false) => ({
  ...{ type: event.type, v: event.v, body: event.body, by: SOMEBODY },
  detail: erased ? null : (event.detail ?? null),
})

test('PRIVACY-10: everything that names somebody is apart, with who pressed, and whole it is what was decided', () => {
  for (const event of events) {
    const written = parted(event, 'sam')
    expect(isParted(event.type)).toBe(true)
    expect(JSON.stringify([written.type, written.body])).not.toMatch(/mia|dru|sam/)
    const detail = 'detail' in event ? event.detail : null
    expect(whole(recorded(written))).toEqual({ ...event, by: 'sam', detail })
    expect(JSON.stringify(whole(recorded(written, true)))).not.toMatch(/mia|dru|sam/)
  }
})

test('PRIVACY-10: a visitor by number, a department and everybody at once are nobody, and stay when the rest is erased', () => {
  for (const event of [
    { type: 'person.signed-out', v: 1, body: { who: { visitor: 4 }, ...signed } },
    { type: 'plan.untold', v: 1, body: { to: { department: 'lx' }, version: 1 } },
    { type: 'arrival.noted', v: 1, body: { step: 'paged', person: null } },
  ])
    expect(whole(recorded(parted(event, 'sam'), true)).body).toEqual(event.body)
})

test('PRIVACY-10: what was written before is read as it was', () => {
  for (const event of events) {
    const before = { ...event, by: 'dru', detail: 'detail' in event ? event.detail : null }
    expect(whole(before)).toBe(before)
  }
})

// Who may ask whom, who sees it, and what comes round.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import { roleNames, type Viewer } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { instant, minutes } from '../kit/time.ts'
import { type Asked, applyCare, type CareFacts, decideCare } from './care.ts'
import { CHECKED_ONCE_MS } from './checked.ts'
import { newsOf, onceOf } from './news.ts'
import { careSection } from './section.ts'
import {
  AFTER_MS,
  ASK_KEPT_MS,
  asksOverdue,
  type CareState,
  CONTACTS_MAX,
  type Contact,
  emptyCare,
  FOLLOWS_MAX,
  NOTE_AFTER_MS,
  OPEN_MAX,
  REQUESTS_MAX,
  ROUND_MS,
  ROUND_STANDS_MS,
  rounds,
} from './state.ts'

const NOW = instant(1_800_000_000_000)
const HOUR = minutes(60)
const names = ['ana', 'ben', 'cleo', 'dov', 'eve', 'fay', 'dir'] as const
const facts: CareFacts = {
  people: names.map((name) => ({ id: id<'person'>(name), name })),
  leads: new Set(['dir']),
  incidents: [{ id: 'incident-one', at: NOW }],
}
const contact = (who: string | null, parts: Partial<Contact> = {}): Contact => ({
  ...{
    id: `contact-${who ?? 'outside'}`,
    name: who ?? 'The helpline',
    person: who === null ? null : id<'person'>(who),
  },
  ...{ reach: who === null ? '0800 1' : '', withinHours: 12 },
  ...parts,
})
const list = [contact('ben'), contact(null), contact('cleo')]
const as = (person: string, role: 'perf' | 'CM' = 'perf'): Viewer => aViewer(role, { person })

type When = { readonly by: Viewer; readonly at?: number }
function say(state: CareState, asked: Asked, { by, at = NOW }: When): CareState {
  const decided = decideCare(state, { ...asked, facts }, { by, at: instant(at) })
  if (!decided.ok) throw new Error(decided.refusal.sentence)
  return decided.value.reduce(
    (now, { detail = null, ...event }) => applyCare(now, { ...event, detail }),
    state,
  )
}
const refusal = (state: CareState, asked: Asked, { by, at = NOW }: When): string | null => {
  const decided = decideCare(state, { ...asked, facts }, { by, at: instant(at) })
  return decided.ok ? null : decided.refusal.code
}
const named = say(emptyCare, { name: 'care.contacts', contacts: list }, { by: as('fay', 'CM') })
const ask = (ask_: string, of: string): Asked => ({ name: 'care.ask', id: ask_, contact: `contact-${of}` })
const section = (state: CareState, by: Viewer, at: number = NOW) => careSection(state, by, facts, instant(at))

test('CARE-14: management says that a number was checked; everybody reads when and by whom, and of one that was erased when', () => {
  const check = (number: string): Asked => ({ name: 'care.checked', number })
  expect(refusal(emptyCare, check('116 123'), { by: as('ana') })).toBe('not-yours')
  expect(refusal(emptyCare, check('0800 000 0000'), { by: as('fay', 'CM') })).toBe('no-number')
  const once = say(emptyCare, check('116 123'), { by: as('fay', 'CM') })
  expect(section(once, as('ana'))?.checked).toEqual([{ number: '116 123', at: NOW, by: 'fay' }])
  expect(say(once, check('116 123'), { by: as('ben', 'CM'), at: NOW + CHECKED_ONCE_MS - 1 })).toEqual(once)
  const later = say(once, check('116 123'), { by: as('ben', 'CM'), at: NOW + CHECKED_ONCE_MS })
  expect(section(later, as('ana'))?.checked).toEqual([
    { number: '116 123', at: NOW + CHECKED_ONCE_MS, by: 'ben' },
  ])
  const erased = applyCare(emptyCare, {
    ...{ type: 'support.checked', v: 1, body: { number: '988', at: NOW }, detail: null },
  })
  expect(section(erased, as('ana'))?.checked).toEqual([{ number: '988', at: NOW, by: null }])
})

test('CARE-2: two at least and one outside, nobody who leads, and only by management', () => {
  const by = as('fay', 'CM')
  const put = (contacts: readonly Contact[]) =>
    refusal(emptyCare, { name: 'care.contacts', contacts }, { by })
  expect([put([contact('ben'), contact('cleo')]), put([contact(null)]), put(list)]).toEqual([
    'no-choice',
    'no-choice',
    null,
  ])
  expect(put([contact('dir'), contact(null)])).toBe('contact')
  expect(put([contact('nobody'), contact(null)])).toBe('contact')
  for (const withinHours of [0, 73, 1.5, Number.NaN])
    expect(put([contact('ben', { withinHours }), contact(null)])).toBe('contact')
  expect(put([contact('ben'), contact(null, { reach: ' ' })])).toBe('contact')
  expect(put([contact('ben'), contact('ben'), contact(null)])).toBe('twice')
  const many = Array.from({ length: CONTACTS_MAX + 1 }, (_each, index) =>
    contact(null, { id: `contact-${index}` }),
  )
  expect([put(many), put(many.slice(1))]).toEqual(['too-many', null])
  for (const role of roleNames) {
    const may = role === 'SM' || role === 'CM'
    const said = refusal(emptyCare, { name: 'care.contacts', contacts: list }, { by: aViewer(role) })
    expect([role, said]).toEqual([role, may ? null : 'not-yours'])
  }
  expect(section(emptyCare, as('ana'))?.contacts).toBeNull()
  expect(refusal(emptyCare, ask('ask-one', 'ben'), { by: as('ana') })).toBe('no-contact')
  expect(refusal(named, ask('ask-one', 'outside'), { by: as('ana') })).toBe('no-contact')
  expect(refusal(named, ask('ask-one', 'ben'), { by: as('ben') })).toBe('oneself')
  expect(refusal(named, ask('ask-one', 'ben'), { by: aViewer('perf') })).toBe('no-person')
})

test('CARE-3: read in time, or whoever asked is told', () => {
  const asked = say(named, ask('ask-one', 'ben'), { by: as('ana') })
  const is = (state: CareState, at: number) => section(state, as('ana'), at)?.own.map((one) => one.is)
  expect([is(asked, NOW + 12 * HOUR - 1), is(asked, NOW + 12 * HOUR)]).toEqual([['waits'], ['late']])
  const read = say(asked, { name: 'care.read', ask: 'ask-one' }, { by: as('ben'), at: NOW + 13 * HOUR })
  expect(is(read, NOW + 14 * HOUR)).toEqual(['read'])
  expect(section(read, as('ben'))?.forMe).toMatchObject([{ name: 'ana', isRead: true }])
  expect(refusal(asked, { name: 'care.read', ask: 'ask-one' }, { by: as('cleo') })).toBe('no-ask')
})

test('CARE-4: nobody but the two sees it, whatever they are, and nobody learns of it by asking', () => {
  const person = fc.constantFrom(...names)
  fc.assert(
    fc.property(
      person,
      fc.constantFrom('ben', 'cleo'),
      person,
      fc.constantFrom(...roleNames),
      (from, to, who, role) => {
        fc.pre(from !== to)
        const asked = say(named, ask('ask-one', to), { by: as(from) })
        const seen = (state: CareState) => section(state, aViewer(role, { person: who }), NOW + 20 * HOUR)
        if (who !== from && who !== to) expect(seen(asked)).toEqual(seen(named))
        // The same for one that is not there.
        for (const name of ['care.read', 'care.withdraw'] as const)
          if (who !== from && who !== to)
            expect(refusal(asked, { name, ask: 'ask-one' }, { by: as(who) })).toBe(
              refusal(named, { name, ask: 'ask-one' }, { by: as(who) }),
            )
      },
    ),
    { seed: 7, numRuns: 300 },
  )
  for (const role of ['kiosk', 'callboard', 'admin'] as const)
    expect(section(named, aViewer(role))).toBeNull()
})

test('CARE-5: taken back it is nobody’s any more; without its personal part it says nothing', () => {
  const asked = say(named, ask('ask-one', 'ben'), { by: as('ana') })
  expect(refusal(asked, { name: 'care.withdraw', ask: 'ask-one' }, { by: as('ben') })).toBe('no-ask')
  const back = say(asked, { name: 'care.withdraw', ask: 'ask-one' }, { by: as('ana') })
  const gone = applyCare(named, { type: 'ask.sent', v: 1, body: { id: 'ask-one', at: NOW }, detail: null })
  for (const state of [back, gone])
    for (const who of ['ana', 'ben']) {
      expect(section(state, as(who))?.own).toEqual([])
      expect(section(state, as(who))?.forMe).toEqual([])
    }
})

test('CARE-6: the same note for everybody, and a reminder only for whoever wanted it', () => {
  // On the evening itself nobody reads off this page that there was one.
  for (const name of names) expect(section(named, as(name), NOW + NOTE_AFTER_MS - 1)?.after).toEqual([])
  const notes = names.map((name) => section(named, as(name), NOW + NOTE_AFTER_MS)?.after)
  expect(new Set(notes.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(notes[0]).toEqual([{ incident: 'incident-one', at: NOW, follows: false, round: null }])
  expect(section(named, as('ana'), NOW + AFTER_MS)?.after).toEqual([])
  const follows = say(named, { name: 'care.follow', incident: 'incident-one', on: true }, { by: as('ana') })
  for (const round of rounds) {
    expect(section(follows, as('ana'), NOW + ROUND_MS[round])?.after).toMatchObject([{ round }])
    expect(section(follows, as('ben'), NOW + ROUND_MS[round])?.after[0]?.round ?? null).toBeNull()
  }
  const off = say(follows, { name: 'care.follow', incident: 'incident-one', on: false }, { by: as('ana') })
  expect(section(off, as('ana'), NOW + ROUND_MS.week)?.after[0]?.round).toBeNull()
  expect(refusal(named, { name: 'care.follow', incident: 'incident-two', on: true }, { by: as('ana') })).toBe(
    'no-ask',
  )
  // At the bound one more is refused, and whoever has one still lets it be.
  const [one] = follows.follows
  if (!one) throw new Error('ana wanted a reminder')
  const full = (many: number) => ({
    ...follows,
    follows: [one, ...Array.from({ length: many - 1 }, () => ({ ...one, person: id<'person'>('eve') }))],
  })
  const wants = (state: CareState, on: boolean, who: string) =>
    refusal(state, { name: 'care.follow', incident: 'incident-one', on }, { by: as(who) })
  expect([wants(full(FOLLOWS_MAX - 1), true, 'ben'), wants(full(FOLLOWS_MAX), true, 'ben')]).toEqual([
    null,
    'full',
  ])
  expect(wants(full(FOLLOWS_MAX), false, 'ana')).toBeNull()
})

test('CARE-7: management is reminded on its days until somebody saw to it, and of nobody', () => {
  const cm = as('fay', 'CM')
  const due = (state: CareState, at: number) => section(state, cm, at)?.manage?.due.map(({ round }) => round)
  expect([due(named, NOW), due(named, NOW + ROUND_MS.day)]).toEqual([[], ['day']])
  expect(due(named, NOW + ROUND_MS.day + ROUND_STANDS_MS)).toEqual(['week'])
  const met = say(
    named,
    { name: 'care.met', incident: 'incident-one', round: 'day' },
    { by: cm, at: NOW + ROUND_MS.day },
  )
  expect(due(met, NOW + ROUND_MS.day)).toEqual([])
  expect(refusal(named, { name: 'care.met', incident: 'incident-one', round: 'week' }, { by: cm })).toBe(
    'no-ask',
  )
  expect(
    refusal(
      named,
      { name: 'care.met', incident: 'incident-one', round: 'day' },
      { by: as('ana'), at: NOW + ROUND_MS.day },
    ),
  ).toBe('not-yours')
  expect(section(named, as('ana'))?.manage).toBeNull()
})

test('CARE-12: whoever is asked is told until they read it; whoever asked, once, that it was read or was not in time; nobody else of anything', () => {
  const late = NOW + 12 * HOUR - 1
  const asked = say(named, ask('ask-one', 'ben'), { by: as('ana') })
  const news = (state: CareState, who: string, at: number, seen: readonly string[] = []) => {
    const told = section(state, as(who), at)
    return told === null ? null : newsOf(told, seen)
  }
  expect([news(asked, 'ben', NOW), news(asked, 'ana', NOW)]).toEqual([['asked:ask-one'], []])
  for (const name of names)
    if (name !== 'ben' && name !== 'ana') expect([name, news(asked, name, late)]).toEqual([name, []])
  // Also where the page was looked at: an ask that nobody took up stays news for whoever is asked.
  expect(news(asked, 'ben', late, ['asked:ask-one'])).toEqual(['asked:ask-one'])
  const then = late + 1
  const note = 'after:incident-one:note'
  expect(news(asked, 'ana', then)).toEqual(['late:ask-one', note])
  const seen = onceOf(section(asked, as('ana'), then) ?? never())
  expect(news(asked, 'ana', then, seen)).toEqual([])
  const read = say(asked, { name: 'care.read', ask: 'ask-one' }, { by: as('ben'), at: then })
  expect([news(read, 'ben', then, [note]), news(read, 'ana', then, seen)]).toEqual([[], ['read:ask-one']])
  const back = say(asked, { name: 'care.withdraw', ask: 'ask-one' }, { by: as('ana'), at: then })
  expect([news(back, 'ben', then, [note]), news(back, 'ana', then, [note])]).toEqual([[], []])
  // A reminder is news for whoever wanted one.
  const follows = say(named, { name: 'care.follow', incident: 'incident-one', on: true }, { by: as('ana') })
  const day = NOW + ROUND_MS.day
  expect([news(follows, 'ana', day, [note]), news(follows, 'eve', day, [note])]).toEqual([
    ['after:incident-one:day'],
    [],
  ])
})

test('CARE-13: whoever is asked by a child reads that they are never alone with them, and the child that it is so; nobody else who is one', () => {
  const young = { ...facts, people: facts.people.map((one) => ({ ...one, minor: one.id === 'ana' })) }
  const asked = ['ana', 'eve'].reduce(
    (state, who) => say(state, ask(`ask-of-${who}`, 'ben'), { by: as(who) }),
    named,
  )
  const seen = (who: string, role: 'perf' | 'CM' = 'perf') => careSection(asked, as(who, role), young, NOW)
  expect(seen('ben')?.forMe.map(({ name, isChild }) => [name, isChild])).toEqual([
    ['ana', true],
    ['eve', false],
  ])
  expect([seen('ana')?.isChild, seen('eve')?.isChild]).toEqual([true, false])
  expect(JSON.stringify(seen('fay', 'CM'))).not.toContain('minor')
})

const never = (): never => {
  throw new Error('nobody')
}

test('CARE-8: four unread of one person, two thousand of a house', () => {
  const inside = Array.from({ length: OPEN_MAX + 1 }, (_each, index) => names[index + 1] ?? 'ben')
  const wide = say(
    emptyCare,
    { name: 'care.contacts', contacts: [contact(null), ...inside.map((who) => contact(who))] },
    { by: as('fay', 'CM') },
  )
  const full = inside
    .slice(0, OPEN_MAX)
    .reduce((state, who) => say(state, ask(`ask-to-${who}`, who), { by: as('ana') }), wide)
  expect(refusal(full, ask('ask-one-more', inside[OPEN_MAX] ?? ''), { by: as('ana') })).toBe('too-many')
  expect(refusal(full, ask('ask-again', 'ben'), { by: as('ana') })).toBe('asked')
  // The same press once more is the same ask.
  expect(refusal(full, ask('ask-to-ben', 'ben'), { by: as('ana') })).toBeNull()
  const said = { person: id<'person'>('eve'), to: id<'person'>('ben'), withinHours: 1 }
  const old = { id: 'ask-old', at: NOW, said, readAt: NOW, withdrawnAt: null }
  const crowded = {
    ...wide,
    asks: Array.from({ length: REQUESTS_MAX }, (_each, index) => ({ ...old, id: `ask-${index}` })),
  }
  expect(refusal(crowded, ask('ask-one-more', 'ben'), { by: as('ana') })).toBe('full')
  // What was taken back or is over takes nobody’s room, and is nobody’s any more.
  const over = { ...crowded, asks: crowded.asks.map((one) => ({ ...one, withdrawnAt: NOW })) }
  expect(refusal(over, ask('ask-one-more', 'ben'), { by: as('ana') })).toBeNull()
  expect(asksOverdue(crowded, NOW + ASK_KEPT_MS - 1)).toEqual([])
  expect(asksOverdue(crowded, NOW + ASK_KEPT_MS)).toHaveLength(REQUESTS_MAX)
})

// Who may open a sealed note and when, that each opening is written down, and what its owner and others are told of it.

import { describe, expect, test } from 'vitest'
import { NOON, only, said, tell, theIncident, told } from '../../../test/kit/incidents.ts'
import { aViewer } from '../../../test/kit/nights.ts'
import type { Viewer } from '../disclosure/policy.ts'
import type { What } from '../incident/record.ts'
import { id } from '../kit/ids.ts'
import type { Json } from '../kit/json.ts'
import { instant } from '../kit/time.ts'
import { dutyOf, standingIn, type Tonight } from './may-open.ts'
import {
  ASKED_AGAIN_MS,
  contactText,
  emptyNote,
  FIELD_LENGTH_MAX,
  isAskedAgain,
  isOverdue,
  KEPT_AFTER_MS,
  readContact,
  tooLong,
  withoutNobody,
} from './note.ts'
import {
  ASKED_ONCE_MS,
  applyOpenings,
  decideOpenings,
  emptyOpenings,
  OPENINGS_A_DAY_MAX,
  OPENINGS_HELD_MAX,
  type OpeningSaid,
  type OpeningsState,
} from './openings.ts'
import { isProxyTold, openedOf, PROXY_AFTER_MS, SOON_MS, TOLD_MAX, toldTo } from './told.ts'

const mia = id<'person'>('mia')
const sal = aViewer('SM', { person: 'sal', device: 'sals' })
const tom = aViewer('perf', { person: 'tom', device: 'toms' })
const desk = aViewer(['caller', 'SM'], { device: 'desk' })

const tonight: Tonight = {
  today: '2026-11-26',
  certificates: [
    { person: id<'person'>('tom'), what: 'First aid at work', until: '2026-11-26' },
    { person: id<'person'>('old'), what: 'first-aid', until: '2026-11-25' },
    { person: id<'person'>('fly'), what: 'flying harness' },
  ],
  isIn: (person) => person !== 'home',
  namesOf: ({ person, device }) => [person ?? device],
}

const opened: What = { kind: 'opened', place: null, how: 'hold' }
const names: What = { kind: 'names', who: 'mia' }
const commands = (who: string): What => ({ kind: 'function', name: 'commander', step: 'taken', who })
const incidentOf = (...whats: readonly What[]) =>
  only(told(whats.map((what, at) => said(what, NOON + at * 1_000))))
const later = NOON + 60_000
const standing = (viewer: Viewer, whats: readonly What[], at = later) =>
  standingIn(viewer, { person: mia, incident: incidentOf(...whats), at }, tonight)

describe('who may', () => {
  test('VAULT-9: a first-aider in date who is in, or the commander, while an incident names the person and goes on', () => {
    expect(standing(tom, [opened, names])).toBe('first-aider')
    expect(standing(sal, [opened, names])).toBeNull()
    expect(standing(sal, [opened, names, commands('sal')])).toBe('commander')
    expect(standing(desk, [opened, names, commands('desk')])).toBe('commander')
    expect(standing(tom, [opened])).toBeNull()
    expect(standing(tom, [opened, { kind: 'names', who: 'eve' }])).toBeNull()
    expect(standing(tom, [opened, names, { kind: 'stood-down' }])).toBeNull()
    expect(standing(tom, [opened, names, { kind: 'handed-over', to: 'crew' }])).toBeNull()
    // As it was when it was opened, whenever that is brought.
    expect(standing(tom, [opened, names, { kind: 'stood-down' }], NOON + 1_500)).toBe('first-aider')
    expect(standing(tom, [opened, names], NOON + 500)).toBeNull()
    // By the clock of the device that wrote both, where the house heard of the naming later than of the opening.
    const slow = only(told([said(opened), said(names, NOON + 5_000)], { device: tom.device, aheadMs: -800 }))
    const own = (at: number, device: string = tom.device) => ({ device, at })
    const seen = (at: number, by = own(at)) =>
      standingIn(tom, { person: mia, incident: slow, at, own: by }, tonight)
    expect([seen(NOON + 5_100), seen(NOON + 4_900)]).toEqual(['first-aider', null])
    expect(seen(NOON + 5_100, own(NOON + 5_100, 'another'))).toBeNull()
    for (const person of ['old', 'fly', 'home'])
      expect(standing(aViewer('perf', { person }), [opened, names])).toBeNull()
    const asked = { person: mia, incident: undefined, at: later }
    expect(standingIn(tom, asked, tonight)).toBeNull()
    const drill = { ...incidentOf(opened, names), drill: true }
    expect(standingIn(tom, { person: mia, incident: drill, at: later }, tonight)).toBeNull()
  })

  test('VAULT-8: notes lie ready on devices of first-aiders who are in, and of whoever may take command', () => {
    expect([dutyOf(tom, tonight), dutyOf(sal, tonight), dutyOf(desk, tonight)]).toEqual([
      'first-aider',
      'commander',
      'commander',
    ])
    for (const role of ['dir', 'prod', 'kiosk', 'callboard', 'perf', 'admin', 'ASM', 'dept', 'DC'] as const)
      expect([role, dutyOf(aViewer(role), tonight)]).toEqual([role, null])
    expect(dutyOf(aViewer('perf', { person: 'old' }), tonight)).toBeNull()
  })
})

let drawn = 0
const saying = (parts: Partial<OpeningSaid> = {}): OpeningSaid => {
  drawn += 1
  const usual = { person: mia, incident: theIncident, how: 'one-hold', fields: ['allergies'] } as const
  return { id: `opening-${drawn}`, ...usual, madeAt: later, offline: false, ...parts }
}

type Recording = { readonly by?: Viewer; readonly at?: number; readonly as?: 'first-aider' | null }
function record(
  state: OpeningsState,
  all: readonly OpeningSaid[],
  { by = tom, at = later, as = 'first-aider' }: Recording = {},
) {
  const command = { name: 'vault.record', said: all, aheadMs: 0, standing: () => as } as const
  const decision = decideOpenings(state, command, { at: instant(at), by })
  if (!decision.ok) throw new Error(decision.refusal.sentence)
  return decision.value.reduce<OpeningsState>(
    (folded, event) => applyOpenings(folded, { ...event, seq: folded.seq + 1, detail: event.detail ?? null }),
    state,
  )
}

const house = {
  incidents: [incidentOf(opened, names)],
  nameOf: (person: string | null, device: string) => person ?? device,
}

describe('what is written down', () => {
  test('VAULT-10: every opening is taken, once, whoever it was and with no right to it; by the house’s time', () => {
    const first = saying()
    const state = record(emptyOpenings, [first, first, saying({ incident: null })], { as: null })
    expect(state.openings.map(({ as, incident }) => [as, incident])).toEqual([
      [null, theIncident],
      [null, null],
    ])
    expect(record(state, [first]).openings).toHaveLength(2)
    const ahead = {
      name: 'vault.record',
      said: [saying({ madeAt: later + 420_000 })],
      aheadMs: 420_000,
      standing: () => null,
    } as const
    const decision = decideOpenings(emptyOpenings, ahead, { at: instant(later + 5_000), by: tom })
    expect(decision).toMatchObject({ ok: true, value: [{ body: { at: later, enteredAt: later + 5_000 } }] })
  })

  test('VAULT-10: a person’s id and what was read lie in the part that can be erased, and nowhere else', () => {
    const command = { name: 'vault.record', said: [saying()], aheadMs: 0, standing: () => null } as const
    const decision = decideOpenings(emptyOpenings, command, { at: instant(later), by: tom })
    const [event] = decision.ok ? decision.value : []
    expect(JSON.stringify(event?.body)).not.toMatch(/mia|tom|allerg/)
    expect(event?.detail).toEqual({ person: 'mia', device: 'toms', by: 'tom', fields: ['allergies'] })
    const erased = applyOpenings(emptyOpenings, {
      ...(event as { type: string; v: 1; body: Json }),
      seq: 1,
      detail: null,
    })
    expect(erased.openings[0]?.who).toBeNull()
  })

  test('VAULT-12: asked again within ten minutes it is written down once; afterwards again, and by another at once', () => {
    const asks = () => saying({ how: 'asked', incident: null })
    let state = record(emptyOpenings, [asks()])
    state = record(state, [asks()], { at: later + ASKED_ONCE_MS - 1 })
    expect(state.openings).toHaveLength(1)
    state = record(state, [asks()], { by: sal, at: later + 1 })
    state = record(state, [asks()], { at: later + ASKED_ONCE_MS })
    expect(state.openings).toHaveLength(3)
  })

  test('VAULT-20: the newest five thousand are held ready', () => {
    let state = emptyOpenings
    for (let at = 0; at < OPENINGS_HELD_MAX + 50; at += 50)
      state = record(
        state,
        Array.from({ length: 50 }, () => saying()),
        {
          by: aViewer('SM', {
            device: `device-${at % OPENINGS_A_DAY_MAX}-${Math.floor(at / OPENINGS_A_DAY_MAX)}`,
          }),
        },
      )
    expect(state.openings).toHaveLength(OPENINGS_HELD_MAX)
  })

  test('VAULT-20: five hundred a day from one device; one more waits, and others do not', () => {
    const all = Array.from({ length: OPENINGS_A_DAY_MAX }, () => saying())
    const state = record(emptyOpenings, all)
    expect(() => record(state, [saying()])).toThrow('a day from one device')
    expect(record(state, [saying()], { by: sal }).openings).toHaveLength(OPENINGS_A_DAY_MAX + 1)
    expect(record(state, [saying()], { at: later + 24 * 3_600_000 }).openings).toHaveLength(
      OPENINGS_A_DAY_MAX + 1,
    )
  })
})

describe('who is told', () => {
  test('VAULT-11: its owner, of each: when, by whom, as what, in which incident; nobody else of whose it was', () => {
    const state = record(record(emptyOpenings, [saying()]), [saying({ how: 'asked', incident: null })], {
      by: sal,
      as: null,
    })
    const own = toldTo(aViewer('perf', { person: 'mia' }), state, house).own
    expect(own).toMatchObject([
      { how: 'asked', by: 'sal', as: null, incidentAt: null },
      { how: 'one-hold', by: 'tom', as: 'first-aider', incidentAt: NOON, fields: ['allergies'] },
    ])
    for (const viewer of [tom, sal, desk, aViewer('CM'), aViewer('dir'), aViewer('prod'), aViewer('admin')])
      expect(JSON.stringify(toldTo(viewer, state, house))).not.toMatch(/mia|allerg/)
  })

  test('VAULT-11: of very many the newest stand there, and all are counted, so that one more is news', () => {
    const newest = (many: number) => {
      const said = Array.from({ length: many }, (_, at) => saying({ id: `opening-${at}` }))
      const state = said.reduce((before, one) => record(before, [one]), emptyOpenings)
      return toldTo(aViewer('perf', { person: 'mia' }), state, house)
    }
    expect(newest(TOLD_MAX)).toMatchObject({ own: { length: TOLD_MAX }, before: 0 })
    const more = newest(TOLD_MAX + 1)
    expect(more).toMatchObject({ own: { length: TOLD_MAX }, before: 1 })
    expect([more.own[0]?.id, more.own.at(-1)?.id]).toEqual([`opening-${TOLD_MAX}`, 'opening-1'])
  })

  test('VAULT-13: without a right, alone in one’s own incident, or stood down within five minutes: somebody else looks', () => {
    const alone = record(emptyOpenings, [saying()], { by: { ...sal, device: id<'device'>('phone') } })
    const down = {
      incidents: [
        only(tell(told([said(opened), said(names)]), [said({ kind: 'stood-down' }, NOON + SOON_MS - 1)])),
      ],
      nameOf: house.nameOf,
    }
    const cm = aViewer('CM', { person: 'cat', device: 'cats' })
    expect(toldTo(cm, alone, down).reviews).toMatchObject([
      { by: 'sal', flags: ['stood-down-soon', 'by-who-raised-it'] },
    ])
    expect(toldTo({ ...sal, device: id<'device'>('phone') }, alone, down).reviews).toEqual([])
    // The same person on another device, and another person on the same device, are whoever opened it.
    expect(toldTo(sal, alone, down).reviews).toEqual([])
    expect(toldTo(aViewer('SM', { person: 'ann', device: 'phone' }), alone, down).reviews).toEqual([])
    expect(toldTo(aViewer('dir'), alone, down).reviews).toEqual([])
    const plain = record(emptyOpenings, [saying()])
    const others = {
      incidents: [only(tell(told([said(opened)]), [said(names)], { device: 'desk' }))],
      nameOf: house.nameOf,
    }
    expect(toldTo(cm, plain, others).reviews).toEqual([])
    expect(toldTo(cm, record(emptyOpenings, [saying()], { as: null }), others).reviews).toMatchObject([
      { flags: ['no-right'] },
    ])
  })

  test('VAULT-13: whoever opened it cannot close it; looked at, it is closed for the others and stays for its owner', () => {
    const state = record(emptyOpenings, [saying({ id: 'opening-x' })], { by: sal, as: null })
    const command = { name: 'vault.look', opening: 'opening-x' } as const
    const look = (by: Viewer) => decideOpenings(state, command, { at: instant(later), by })
    expect(look(sal)).toMatchObject({ ok: false, refusal: { code: 'not-yours' } })
    expect(look(tom)).toMatchObject({ ok: false })
    const done = look(aViewer('CM', { person: 'cat' }))
    const [event] = done.ok ? done.value : []
    const seen = applyOpenings(state, {
      type: 'vault.looked',
      v: 1,
      body: event?.body ?? null,
      detail: null,
      seq: 9,
    })
    expect(toldTo(aViewer('CM', { person: 'bea' }), seen, house).reviews).toEqual([])
    expect(toldTo(aViewer('perf', { person: 'mia' }), seen, house).own).toMatchObject([
      { looked: true, flags: ['no-right'] },
    ])
  })
})

describe('the note itself', () => {
  test('VAULT-19: asked whether it is still right after half a year, and never where nothing was left', () => {
    const field = { text: 'x', audience: 'crew', confirmedAt: NOON } as const
    const note = { ...emptyNote, fields: { allergies: field } }
    expect([
      isAskedAgain(note, NOON + ASKED_AGAIN_MS - 1, null),
      isAskedAgain(note, NOON + ASKED_AGAIN_MS, null),
    ]).toEqual([false, true])
    expect(isAskedAgain(emptyNote, NOON * 2, NOON)).toBe(false)
    // A show that has begun since; not one that is still to come, nor the one it was left in.
    const asked = [NOON + 10, NOON + 30, NOON - 10, null].map((begun) => isAskedAgain(note, NOON + 20, begun))
    expect(asked).toEqual([true, false, false, false])
    expect([isOverdue([NOON], NOON + KEPT_AFTER_MS), isOverdue([NOON], NOON + KEPT_AFTER_MS + 1)]).toEqual([
      false,
      true,
    ])
    expect([isOverdue([NOON, NOON * 2], NOON + KEPT_AFTER_MS + 1), isOverdue([], NOON)]).toEqual([
      false,
      false,
    ])
  })

  test('VAULT-20: a part holds five hundred letters', () => {
    const of = (length: number) =>
      tooLong({
        ...emptyNote,
        fields: { wishes: { text: 'x'.repeat(length), audience: 'crew', confirmedAt: 0 } },
      })
    expect([of(FIELD_LENGTH_MAX), of(FIELD_LENGTH_MAX + 1)]).toEqual([null, 'wishes'])
  })

  test('VAULT-2: a contact is written down with what they may be told, and read back', () => {
    const contact = {
      name: 'Ann',
      relation: 'sister',
      telephone: '+44 20 7946 0000',
      languages: 'Polish',
      told: 'where-i-am',
    } as const
    expect(readContact(contactText(contact))).toEqual(contact)
    expect(contactText({ ...contact, name: ' ', telephone: '' })).toBe('')
    const field = (text: string) => ({ text, audience: 'crew', confirmedAt: 0 }) as const
    const note = {
      ...emptyNote,
      fields: { 'contact-1': field('{"relation":"x"}'), wishes: field(' '), birth: field('1990') },
    }
    expect(Object.keys(withoutNobody(note).fields)).toEqual(['birth'])
    expect([readContact('not JSON'), readContact('7')]).toEqual([null, null])
    expect(readContact('{"told":"all of it"}')).toMatchObject({ name: '', told: 'please-call' })
  })
})

test('VAULT-23: a day after an opening, and no sooner, keepers are to tell whoever decides; an ask alone is none', () => {
  const line = (how: 'asked' | 'one-hold', at: number) => ({
    ...{
      seq: at,
      id: `opening-${at}`,
      at: instant(at),
      enteredAt: instant(at),
      how,
      incident: null,
      as: null,
    },
    ...{ offline: false, who: { person: mia, device: 'sals', by: id<'person'>('sal'), fields: [] } },
  })
  const nameOf = (person: string | null) => person ?? 'a device'
  const opened = (...openings: readonly ReturnType<typeof line>[]) =>
    openedOf(mia, { ...emptyOpenings, openings }, { incidents: [], nameOf })
  const both = opened(line('one-hold', 1), line('asked', 2), line('one-hold', 3))
  expect(both.map(({ at, by }) => [at, by])).toEqual([
    [3, 'sal'],
    [1, 'sal'],
  ])
  expect([isProxyTold(both, PROXY_AFTER_MS), isProxyTold(both, PROXY_AFTER_MS + 1)]).toEqual([false, true])
  expect(isProxyTold(opened(line('asked', 1)), 2 * PROXY_AFTER_MS)).toBe(false)
})

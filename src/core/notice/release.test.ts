// What may be said of somebody, by whose leave; who rings their people; and who sees any of it.

import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import {
  adds,
  begin,
  cm,
  dot,
  facts,
  fresh,
  general,
  here,
  MATTER,
  open,
  pageOf,
  passes,
  permits,
  person,
  reads,
  releases,
  rings,
  says,
  sees,
  settles,
  sm,
  writes,
} from '../../../test/kit/told.ts'
import { type RoleName, roleNames } from '../disclosure/policy.ts'
import { instant, minutes } from '../kit/time.ts'
import { CONTACTS_KEPT_MS, contactsOverdue } from './contacts.ts'
import { applyNotice } from './notice.ts'
import { noticeSection } from './section.ts'
import {
  CALLS_MAX,
  CLOSEST_MAX,
  CONTACTS_MAX,
  emptyNotices,
  items,
  MATTERS_MAX,
  NAME_MAX,
  NOTICES_MAX,
  type NoticeState,
  PERMISSIONS_MAX,
  STATEMENTS_MAX,
  WORDS_MAX,
} from './state.ts'

beforeEach(begin)

test('RELEASE-1: nothing may be said until it is permitted, and what one audience may hear another may not', () => {
  open()
  settles()
  expect(pageOf(cm)?.sayable).toEqual([])
  for (const item of items) expect([item, releases([item, 'cared-for'])]).toEqual([item, 'no-permission'])
  expect(permits('cared-for')).toBe('done')
  expect(releases(['cared-for'], { audience: 'public' })).toBe('no-permission')
  expect(releases(['cared-for'])).toBe('done')
  expect(pageOf(cm)?.record?.permissions).toMatchObject([
    { from: 'Mia', by: 'Cleo', how: 'face-to-face', at: here.now },
  ])
})

test('RELEASE-2: whatever is permitted and asked for, a statement leaves only where every one of its items is permitted', () => {
  const some = fc.subarray([...items].filter((one) => one !== 'died'))
  fc.assert(
    fc.property(some, some, (given, asked) => {
      here.state = emptyNotices
      open()
      settles()
      for (const item of given) permits(item)
      const isWhole = asked.every((one) => given.includes(one))
      const says = asked.some((one) => one !== 'name')
      expect(releases(asked)).toBe(says ? (isWhole ? 'done' : 'no-permission') : 'empty')
      expect(here.state.matters[0]?.statements).toHaveLength(says && isWhole ? 1 : 0)
    }),
    { seed: 17, numRuns: 200 },
  )
})

test('RELEASE-3: taken back it is not used again, and the page says what is out: when, to whom, which way', () => {
  open()
  settles()
  permits('cared-for')
  permits('condition')
  const sentAt = here.now
  expect(releases(['cared-for', 'condition'])).toBe('done')
  const noticed = writes({ items: ['cared-for', 'condition'] })
  expect(noticed.told).toBe('done')
  passes(1)
  const given = here.state.matters[0]?.permissions[1]?.id ?? ''
  // Whoever hears of it first, at once.
  expect(says({ name: 'permission.withdraw', matter: MATTER, permission: given }, sm)).toBe('done')
  expect(releases(['condition'])).toBe('no-permission')
  expect(writes({ items: ['cared-for', 'condition'] }).told).toBe('no-permission')
  expect(releases(['cared-for'])).toBe('done')
  const [, taken] = pageOf(cm)?.record?.permissions ?? []
  expect(taken).toMatchObject({
    withdrawnAt: here.now,
    out: [
      { at: sentAt, audience: 'company', channel: 'by-mail' },
      { at: sentAt, audience: 'company', channel: 'notice' },
    ],
  })
  expect(pageOf(sm)?.sayable.map(({ item }) => item)).toEqual(['cared-for'])
})

test('RELEASE-4: scenario 24: while somebody must not be told, no hospital is said, by whomever it was permitted', () => {
  open()
  settles()
  permits('cared-for')
  permits('hospital')
  expect(pageOf(cm)?.sayable.map(({ item }) => item)).toEqual(['cared-for', 'hospital'])
  adds('An uncle', 'nothing')
  expect(pageOf(cm)?.sayable.map(({ item }) => item)).toEqual(['cared-for'])
  expect(releases(['cared-for', 'hospital'])).toBe('no-permission')
  expect(writes({ items: ['cared-for', 'hospital'] }).told).toBe('no-permission')
  expect(writes({ items: ['cared-for'] }).told).toBe('done')
})

test('RELEASE-5: a death is let be said by their family alone, and then nothing else leaves', () => {
  open()
  settles('their-people-asked')
  permits('cared-for')
  expect(permits('died')).toBe('proxy')
  expect(permits('died', { giver: 'proxy', from: 'Her mother' })).toBe('done')
  expect(releases(['died', 'cared-for'])).toBe('locked')
  expect(releases(['cared-for'])).toBe('locked')
  expect(releases(['died'])).toBe('done')
  expect(writes({ template: 'cared-for' }).told).toBe('locked')
  expect(writes({ template: 'death', items: ['died'] }).told).toBe('done')
})

test('RELEASE-6, NOTICE-6: who else reads anything of a page, or learns that there is one: nobody', () => {
  for (const role of roleNames) {
    const empty = noticeSection(emptyNotices, aViewer(role), { ...facts(), timeZone: 'UTC', now: here.now })
    open()
    permits('cared-for')
    adds('Her mother')
    const seen = sees(aViewer(role))
    const [isWriter, isCM] = [role === 'SM' || role === 'CM', role === 'CM']
    if (!isWriter) expect([role, seen]).toEqual([role, empty])
    if (['kiosk', 'callboard', 'admin'].includes(role)) expect([role, seen]).toEqual([role, null])
    if (isWriter) expect(seen?.matters[0]).toMatchObject({ sayable: [{ item: 'cared-for' }] })
    if (role === 'SM') expect(seen?.matters[0]).toMatchObject({ people: null, record: null })
    expect([role, JSON.stringify(seen).includes('Her mother')]).toEqual([role, isCM])
    for (const asked of [
      {
        name: 'permission.give',
        id: fresh('permission'),
        matter: MATTER,
        item: 'name',
        audience: 'company',
        words: '',
        giver: 'proxy',
        from: 'X',
        how: 'in-writing',
        by: 'X',
      },
      {
        name: 'statement.release',
        id: fresh('statement'),
        matter: MATTER,
        audience: 'public',
        channel: 'by-mail',
        items: ['cared-for'],
        by: 'X',
      },
      { name: 'contacts.settle', matter: MATTER, why: 'they-said-so', by: 'X' },
      { name: 'matter.close', matter: MATTER },
    ] as const) {
      const there = isCM ? 'asked' : says(asked, aViewer(role))
      const nowhere = isCM ? 'asked' : says({ ...asked, matter: 'matter-of-nobody' }, aViewer(role))
      if (!isCM)
        expect([role, asked.name, there, nowhere]).toEqual([role, asked.name, 'not-yours', 'not-yours'])
    }
    here.state = emptyNotices
  }
})

test('RELEASE-8: one at a time: in their order, then whoever was rung longest ago, and nobody before the time that was said', () => {
  open()
  const next = () => pageOf(cm)?.people?.next
  const [first, second, third] = [
    adds('Her mother').contact,
    adds('Her wife').contact,
    adds('A friend', 'please-call').contact,
  ]
  expect(next()).toBe(first)
  rings(first, 'no-answer')
  expect(next()).toBe(second)
  passes(0.1)
  expect(rings(second, 'try-again-at')).toBe('when')
  rings(second, 'try-again-at', { againMinutes: 30 })
  expect(next()).toBe(third)
  passes(0.1)
  rings(third, 'message-without-content')
  expect(next()).toBe(first)
  rings(first, 'reached')
  rings(third, 'reached')
  expect(pageOf(cm)?.people).toMatchObject({
    next: null,
    waitUntil: instant(here.now - minutes(6) + minutes(30)),
  })
  passes(0.5)
  expect(next()).toBe(second)
  rings(second, 'reached')
  expect(pageOf(cm)?.people).toMatchObject({ next: null, waitUntil: null })
})

test('RELEASE-9: scenario 24: who must not be told is never next, and is rung by the commander alone, with a reason', () => {
  open()
  const { contact } = adds('An uncle', 'nothing')
  expect(pageOf(cm)?.people).toMatchObject({ next: null, contacts: [{ name: 'An uncle', may: 'nothing' }] })
  expect(rings(contact, 'reached')).toBe('must-not')
  const front = aViewer('FOH', { person: 'dot' })
  expect(rings(contact, 'reached', {}, front)).toBe('not-yours')
  here.commander = person('mia')
  expect(rings(contact, 'reached', {}, front)).toBe('reason')
  expect(rings(contact, 'reached', { reason: 'He has her tablets' }, front)).toBe('done')
  expect(here.state.matters[0]?.calls).toMatchObject([{ reason: 'He has her tablets' }])
  // Reaching them settles nothing.
  permits('cared-for')
  expect(releases(['cared-for'])).toBe('their-people-first')
})

test('RELEASE-10: whoever has the family as their function rings, and sees the list and nothing else of the page', () => {
  open()
  permits('condition', { words: 'MARK of a condition' })
  adds('Her mother')
  expect(adds('Somebody', 'everything', dot).told).toBe('not-yours')
  expect(sees(dot)?.matters).toEqual([])
  here.family = person('mia')
  expect(adds('Her wife', 'everything', dot).told).toBe('done')
  const page = pageOf(dot)
  expect(page?.people?.contacts.map(({ name }) => name)).toEqual(['Her mother', 'Her wife'])
  expect(page).toMatchObject({ sayable: [], record: null })
  expect(JSON.stringify(sees(dot))).not.toContain('MARK')
  expect(rings(page?.people?.next ?? '', 'reached', {}, dot)).toBe('done')
  expect(says({ name: 'contacts.settle', matter: MATTER, why: 'they-said-so', by: 'Dot' }, dot)).toBe(
    'not-yours',
  )
})

test('RELEASE-11: closed, nobody of theirs is on the page; and three days after the last call it is due', () => {
  open()
  const { contact } = adds('Her mother')
  passes(1)
  rings(contact, 'no-answer')
  const later = (ms: number) => contactsOverdue(here.state.matters, instant(here.now + ms))
  expect([later(CONTACTS_KEPT_MS - 1), later(CONTACTS_KEPT_MS)]).toEqual([[], [MATTER]])
  // The record without the part that was taken out folds to the same.
  const without = here.logged.reduce<NoticeState>(
    (all, event) =>
      applyNotice(all, { ...event, detail: event.type === 'contact.added' ? null : (event.detail ?? null) }),
    emptyNotices,
  )
  says({ name: 'matter.close', matter: MATTER }, cm)
  expect(here.state.matters[0]).toMatchObject({
    contacts: [],
    calls: [{ outcome: 'no-answer' }],
    closedAt: here.now,
  })
  expect(without.matters[0]).toMatchObject({ contacts: [], calls: [{ outcome: 'no-answer' }] })
  expect(permits('name')).toBe('not-yours')
  expect(contactsOverdue(here.state.matters, instant(here.now + CONTACTS_KEPT_MS))).toEqual([])
})

test('RELEASE-12: no word leaves before somebody of theirs is reached and none left unrung, or it is said by name why not', () => {
  open()
  permits('cared-for')
  const [first, second] = [adds('Her mother').contact, adds('Her wife').contact]
  expect([releases(['cared-for']), writes().told]).toEqual(['their-people-first', 'their-people-first'])
  rings(first, 'reached')
  expect(writes().told).toBe('their-people-first')
  rings(second, 'no-answer')
  expect([releases(['cared-for']), writes().told]).toEqual(['done', 'done'])
  // Of a death their own earlier word is not enough.
  here.state = emptyNotices
  open()
  permits('died', { giver: 'proxy' })
  settles('they-said-so')
  expect(releases(['died'])).toBe('their-people-first')
  settles('their-people-asked')
  expect(releases(['died'])).toBe('done')
})

const filled = <T>(one: T, length: number): readonly T[] => Array.from({ length }, () => one)

test('RELEASE-13, NOTICE-12: at its bound each is taken, and beyond it refused, with nothing changed', () => {
  open()
  settles()
  permits('cared-for')
  const [given] = here.state.matters[0]?.permissions ?? []
  const { contact } = adds('Her mother')
  rings(contact, 'reached')
  releases(['cared-for'])
  const full = here.state.matters[0]
  const [[mother], [call], [statement]] = [full?.contacts ?? [], full?.calls ?? [], full?.statements ?? []]
  if (!given || !full || !mother || !call || !statement) throw new Error('nothing to fill with')
  const tries = (grown: (length: number) => Partial<typeof full>, at: number, done: () => string) => {
    const results = [at - 1, at].map((length) => {
      here.state = { ...here.state, matters: [{ ...full, ...grown(length) }] }
      return done()
    })
    expect(results).toEqual(['done', 'full'])
  }
  tries(
    (length) => ({ permissions: filled(given, length) }),
    PERMISSIONS_MAX,
    () => permits('name'),
  )
  tries(
    (length) => ({ contacts: filled(mother, length) }),
    CONTACTS_MAX,
    () => adds('One more').told,
  )
  tries(
    (length) => ({ calls: filled(call, length) }),
    CALLS_MAX,
    () => rings(contact, 'no-answer'),
  )
  tries(
    (length) => ({ statements: filled(statement, length) }),
    STATEMENTS_MAX,
    () => releases(['cared-for']),
  )
})

test('RELEASE-13, NOTICE-12: so are pages, notices, letters and names', () => {
  open()
  const [matter] = here.state.matters
  general('Short.')
  const [notice] = here.state.notices
  if (!matter || !notice) throw new Error('nothing to fill with')
  const opens = (length: number) => {
    here.state = { ...emptyNotices, matters: filled({ ...matter, closedAt: here.now }, length) }
    return says({ name: 'matter.open', id: fresh('matter'), person: person('dot') }, cm)
  }
  expect([opens(MATTERS_MAX - 1), opens(MATTERS_MAX)]).toEqual(['done', 'full'])
  const puts = (length: number) => {
    here.state = { ...emptyNotices, notices: filled(notice, length) }
    return general('Short.').told
  }
  expect([puts(NOTICES_MAX - 1), puts(NOTICES_MAX)]).toEqual(['done', 'full'])
  begin()
  expect([general('a'.repeat(WORDS_MAX)).told, general('a'.repeat(WORDS_MAX + 1)).told]).toEqual([
    'done',
    'too-long',
  ])
  const asks = (length: number) => general('Short.', { ask: 'a'.repeat(length) }).told
  expect([asks(NAME_MAX), asks(NAME_MAX + 1)]).toEqual(['done', 'nobody'])
  const closest = (length: number) => general('Short.', { closest: filled(person('dot'), length) }).told
  expect([closest(CLOSEST_MAX), closest(CLOSEST_MAX + 1)]).toEqual(['done', 'closest'])
  expect(general('Short.', { closest: [person('nobody')] }).told).toBe('closest')
})

test('RELEASE-14: without the part that is erased nothing says of whom it was', () => {
  open()
  settles()
  permits('condition', { words: 'MARK of a condition' })
  permits('cared-for')
  releases(['condition', 'cared-for'])
  const { notice } = writes({}, cm, 'MARK of a notice')
  const bodies = JSON.stringify(here.logged.map(({ type, body }) => [type, body]))
  expect(bodies).not.toMatch(/MARK|mia|Cleo|cared-for|condition/)
  here.state = here.logged.reduce<NoticeState>(
    (all, event) => applyNotice(all, { ...event, detail: null }),
    emptyNotices,
  )
  for (const role of roleNames as readonly RoleName[]) {
    const seen = sees(aViewer(role))
    expect([role, seen?.notices ?? [], seen?.matters ?? []]).toEqual([role, [], []])
  }
  expect([permits('name'), reads(notice, cm)]).toEqual(['not-yours', 'not-yours'])
})

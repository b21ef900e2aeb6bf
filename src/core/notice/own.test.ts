// Whoever it is about: what they read of it, what they take back, and that nobody else reads a word more by that.

import { beforeEach, expect, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import {
  adds,
  begin,
  cm,
  director,
  dot,
  here,
  MATTER,
  nell,
  open,
  pageOf,
  passes,
  permits,
  reads,
  releases,
  rings,
  says,
  sees,
  settles,
  sm,
  widens,
  writes,
} from '../../../test/kit/told.ts'
import { roleNames, type Viewer } from '../disclosure/policy.ts'
import { ownNews, takenBackNews } from './own.ts'

const mia = aViewer('perf', { person: 'mia' })
beforeEach(begin)

test('RELEASE-15: whoever it is about reads on a device of their own who let what be said, what is out, and who may be told what', () => {
  expect(sees(mia)?.own).toEqual([])
  open()
  settles()
  permits('cared-for', { giver: 'proxy', from: 'Her mother' })
  const { contact } = adds('Her mother', 'please-call')
  adds('An uncle', 'nothing')
  rings(contact, 'no-answer')
  releases(['cared-for'])
  writes({ items: ['cared-for'] })
  const [own] = sees(mia)?.own ?? []
  expect(own).toMatchObject({
    closed: false,
    permissions: [
      {
        ...{ item: 'cared-for', audience: 'company', from: 'Her mother', by: 'Cleo', withdrawnAt: null },
        out: [{ channel: 'by-mail' }, { channel: 'notice' }],
      },
    ],
    statements: [{ channel: 'by-mail', text: 'the words' }],
    contacts: [
      { name: 'Her mother', may: 'please-call', calls: [{ outcome: 'no-answer', by: 'Cleo' }] },
      { name: 'An uncle', may: 'nothing', calls: [] },
    ],
  })
  // The page as whoever speaks for them has it stays theirs: no number, and no more than that.
  expect([sees(mia)?.matters, JSON.stringify(own).includes('555')]).toEqual([[], false])
  expect(ownNews(sees(mia)?.own ?? [])).toHaveLength(2)
  for (const role of roleNames)
    for (const who of [aViewer(role), aViewer(role, { person: 'dot' })])
      expect([role, sees(who)?.own ?? []]).toEqual([role, []])
  says({ name: 'matter.close', matter: MATTER }, cm)
  expect(sees(mia)?.own).toMatchObject([{ closed: true, contacts: [], permissions: [{ item: 'cared-for' }] }])
})

test('RELEASE-15: they take back what was let be said of them, by whomever; nobody else does by being somebody', () => {
  open()
  settles()
  permits('cared-for', { giver: 'proxy', from: 'Her mother' })
  permits('hospital')
  const [first, second] = here.state.matters[0]?.permissions ?? []
  const takesBack = (permission = '', by = mia) =>
    says({ name: 'permission.withdraw', matter: MATTER, permission }, by)
  expect([takesBack(first?.id, dot), takesBack('permission-of-nobody', mia)]).toEqual([
    'not-yours',
    'not-yours',
  ])
  // Nor does their phone by that do anything else on the page.
  expect(permits('name', {}, mia)).toBe('not-yours')
  expect(releases(['cared-for'], {}, mia)).toBe('not-yours')
  expect(takesBack(first?.id)).toBe('done')
  expect(releases(['cared-for'])).toBe('no-permission')
  expect(pageOf(cm)?.sayable.map(({ item }) => item)).toEqual(['hospital'])
  expect(sees(mia)?.own[0]?.permissions[0]?.withdrawnAt).toBe(here.now)
  expect(takesBack(second?.id)).toBe('done')
  expect(pageOf(cm)?.sayable).toEqual([])
})

test('RELEASE-16: what was taken back is read by nobody any more, and whoever had read it is told', () => {
  open()
  settles()
  permits('cared-for')
  permits('hospital', { words: 'St Elsewhere' })
  const { notice } = writes({ items: ['cared-for', 'hospital'] }, cm, 'They are at St Elsewhere.')
  const plain = writes({ items: ['cared-for'] }).notice
  for (const one of [notice, plain]) for (const _ring of [2, 3]) expect(widens(one)).toBe('done')
  expect(reads(notice, nell)).toBe('done')
  passes(5)
  const line = (by: Viewer, which = notice) => sees(by)?.notices.find(({ id }) => id === which)
  expect([line(dot)?.text, line(dot)?.reminders, sees(dot)?.unread]).toEqual([
    'They are at St Elsewhere.',
    1,
    2,
  ])
  const [, hospital] = here.state.matters[0]?.permissions ?? []
  says({ name: 'permission.withdraw', matter: MATTER, permission: hospital?.id ?? '' }, mia)
  const back = here.now
  passes(30)
  for (const who of [dot, nell, director, sm]) {
    expect(line(who)).toMatchObject({ text: '', takenBack: back, reminders: 0 })
    expect(JSON.stringify(sees(who))).not.toContain('Elsewhere')
    expect(line(who, plain)).toMatchObject({ text: 'the words', takenBack: null })
  }
  // Whoever wrote it still reads what is out, and is not asked to spread it.
  expect(line(cm)).toMatchObject({ text: 'They are at St Elsewhere.', takenBack: back })
  expect(line(cm)?.telling?.due).toEqual({ closest: [], all: [], widen: false })
  expect(line(cm, plain)?.telling?.due.all).not.toEqual([])
  expect(sees(dot)?.unread).toBe(1)
  const news = (by: Viewer) => takenBackNews(sees(by)?.notices ?? [])
  expect([news(nell), news(dot)]).toEqual([[notice], []])
})

test('RELEASE-16: it goes to nobody else; while another lets the same be said, it stands', () => {
  open()
  settles()
  permits('cared-for', { giver: 'proxy', from: 'Her mother' })
  permits('cared-for')
  const { notice } = writes({ items: ['cared-for'] })
  const [mother, own] = here.state.matters[0]?.permissions ?? []
  const takesBack = (permission = '') =>
    says({ name: 'permission.withdraw', matter: MATTER, permission }, mia)
  expect(takesBack(own?.id)).toBe('done')
  expect(sees(cm)?.notices[0]?.takenBack).toBe(null)
  passes(1)
  expect(takesBack(mother?.id)).toBe('done')
  expect(sees(cm)?.notices[0]?.takenBack).not.toBe(null)
  expect(widens(notice)).toBe('taken-back')
})

// Whoever it is about: what they read of it, what they take back, and that nobody else reads a word more by that.

import { beforeEach, expect, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import {
  adds,
  begin,
  cm,
  dot,
  here,
  MATTER,
  open,
  pageOf,
  permits,
  releases,
  rings,
  says,
  sees,
  settles,
  writes,
} from '../../../test/kit/told.ts'
import { roleNames } from '../disclosure/policy.ts'
import { ownNews } from './own.ts'

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

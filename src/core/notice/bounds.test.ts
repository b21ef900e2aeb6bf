// The lists of the page at the number that it holds, and one beyond: what waits for somebody is never pushed off.

import { beforeEach, expect, test } from 'vitest'
import {
  begin,
  cm,
  dot,
  general,
  here,
  nell,
  open,
  permits,
  person,
  reads,
  says,
  sees,
  settles,
  writes,
} from '../../../test/kit/told.ts'
import { SHOWN_MAX } from './section.ts'

beforeEach(begin)

test('NOTICE-16: what somebody has not read stands before what they have, however old it is; the others are counted', () => {
  const { notice: first } = general('The first of all.')
  const later = Array.from({ length: SHOWN_MAX - 1 }, (_, at) => general(`Word ${at}.`).notice)
  expect([sees(dot)?.notices.length, sees(dot)?.unread, sees(dot)?.before.notices]).toEqual([
    SHOWN_MAX,
    SHOWN_MAX,
    0,
  ])
  for (const one of later) reads(one, dot)
  later.push(general('One more.').notice)
  const shown = () => sees(dot)?.notices.map(({ id }) => id) ?? []
  expect([shown().length, shown()[0], shown().at(-1)]).toEqual([SHOWN_MAX, later.at(-1), first])
  expect([sees(dot)?.unread, sees(dot)?.before.notices]).toEqual([2, 1])
  // All are counted that somebody has not read, also those for which there is no room yet.
  expect([sees(nell)?.unread, sees(nell)?.notices.length]).toEqual([SHOWN_MAX + 1, SHOWN_MAX])
  reads(first, dot)
  expect([shown().includes(first), sees(dot)?.unread]).toEqual([false, 1])
})

test('NOTICE-16: what is not with everybody yet stands before what is, for whoever leads it', () => {
  open()
  permits('cared-for')
  settles()
  const { notice } = writes({ closest: [person('nell')] })
  reads(notice, cm)
  for (let at = 0; at < SHOWN_MAX; at++) reads(general(`Word ${at}.`).notice, cm)
  expect(sees(cm)?.notices.map(({ id }) => id)).toContain(notice)
})

test('NOTICE-16: a page that is not closed stands before those that are, for whoever works on it and whoever it is about', () => {
  open()
  const close = (matter: string) => says({ name: 'matter.close', matter }, cm)
  const oldest = here.state.matters[0]?.id
  for (let at = 1; at < SHOWN_MAX; at++) {
    expect(says({ name: 'matter.open', id: `matter-of-old-${at}`, person: person('ivo') }, cm)).toBe('done')
    close(`matter-of-old-${at}`)
  }
  expect([sees(cm)?.matters.length, sees(cm)?.before.matters]).toEqual([SHOWN_MAX, 0])
  says({ name: 'matter.open', id: 'matter-of-today', person: person('ivo') }, cm)
  close('matter-of-today')
  const ids = sees(cm)?.matters.map(({ id }) => id) ?? []
  expect([ids.length, ids[0], ids.at(-1), sees(cm)?.before.matters]).toEqual([
    SHOWN_MAX,
    'matter-of-today',
    oldest,
    1,
  ])
})

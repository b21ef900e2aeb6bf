// A notice as one would live through it: who hears when, in which words, and what time alone demands.

import { beforeEach, expect, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import {
  begin,
  cm,
  director,
  dot,
  general,
  here,
  lines,
  nell,
  open,
  passes,
  permits,
  person,
  reads,
  says,
  sees,
  settles,
  sm,
  tells,
  widens,
  writes,
} from '../../../test/kit/told.ts'
import { roleNames } from '../disclosure/policy.ts'
import { LINES_MAX } from './state.ts'

beforeEach(begin)

test('NOTICE-2, NOTICE-3: leadership, then the closest once they are told in person, then everybody', () => {
  open()
  permits('cared-for')
  settles()
  const { notice } = writes({ closest: [person('nell')] })
  const readers = (): readonly string[] =>
    [...roleNames.map((role) => aViewer(role)), dot, nell]
      .filter((viewer) => sees(viewer)?.notices.length === 1)
      .map(({ roles, person: who }) => who ?? roles[0] ?? '')
  const first = ['caller', 'SM', 'CM', 'FOH', 'dir', 'prod']
  expect(readers()).toEqual(first)
  expect(reads(notice, nell)).toBe('not-yours')
  expect(widens(notice)).toBe('done')
  expect(readers()).toEqual(first)
  expect(widens(notice)).toBe('closest-first')
  tells(notice, 'nell')
  expect(readers()).toEqual([...first, 'nell'])
  expect(widens(notice)).toBe('done')
  const everybody = roleNames.filter((role) => !['kiosk', 'callboard', 'admin'].includes(role))
  expect(readers()).toEqual([...everybody, 'dot', 'nell'])
  // Before that only by name.
  const { notice: other } = writes({ closest: [person('dot')] })
  widens(other)
  expect(widens(other, 'Cleo')).toBe('done')
  expect(sees(nell)?.notices).toHaveLength(2)
})

test('NOTICE-1, NOTICE-4: everybody reads the same words; told in person or pressed, whichever came first, is one', () => {
  const { notice, told } = general('Rehearsal moves to two.')
  expect(told).toBe('done')
  const texts = roleNames.flatMap((role) => sees(aViewer(role))?.notices.map(({ text }) => text) ?? [])
  expect(new Set(texts)).toEqual(new Set(['Rehearsal moves to two.']))
  expect(tells(notice, 'dot', sm)).toBe('done')
  expect(reads(notice, dot)).toBe('done')
  expect(reads(notice, nell)).toBe('done')
  expect(tells(notice, 'nell', sm)).toBe('done')
  expect(here.state.notices[0]?.acknowledged.map(({ person: who, toldBy }) => [who, toldBy])).toEqual([
    ['dot', 'Ivo'],
    ['nell', null],
  ])
  expect([tells(notice, 'ivo', dot), tells(notice, 'ivo', aViewer('SM', { person: 'ivo' }))]).toEqual([
    'not-yours',
    'not-yours',
  ])
  const leads = ([sm, cm, dot, director, aViewer('caller')] as const).map(
    (one) => sees(one)?.notices[0]?.telling !== null,
  )
  expect(leads).toEqual([true, true, false, false, false])
  expect(sees(sm)?.notices[0]?.telling?.left.map(({ name }) => name)).toEqual(['Mia', 'Ivo', 'Sal', 'Cleo'])
  expect([sees(dot)?.unread, sees(aViewer('perf', { person: 'ivo' }))?.unread]).toEqual([0, 1])
})

test('NOTICE-5: reminders after four hours, twelve and a day, and no more; the writer is told whose day is over', () => {
  open()
  permits('cared-for')
  settles()
  const { notice } = writes({ closest: [person('nell')] })
  widens(notice)
  const due = () => sees(cm)?.notices[0]?.telling?.due
  passes(2)
  expect(due()).toEqual({ closest: [], all: [], widen: false })
  passes(4)
  // Past midnight, where the house stands.
  expect(due()).toEqual({ closest: ['Nell'], all: [], widen: false })
  passes(18)
  expect(due()).toMatchObject({ closest: ['Nell'], widen: true })
  // Never to or about whoever it is about.
  expect(due()?.all).not.toContain('Mia')
  tells(notice, 'nell')
  widens(notice)
  const reminders = () => sees(dot)?.notices[0]?.reminders
  const counted = [3.9, 0.2, 8, 12, 100].map((hours) => {
    passes(hours)
    expect(reminders()).toBe(reminders())
    return reminders()
  })
  expect(counted).toEqual([0, 1, 2, 3, 3])
  expect([
    sees(aViewer('perf', { person: 'mia' }))?.unread,
    sees(aViewer('perf', { person: 'ivo' }))?.unread,
  ]).toEqual([0, 1])
  reads(notice, dot)
  expect([reminders(), due()?.all.includes('Dot')]).toEqual([0, false])
})

test('NOTICE-7: who asks for privacy says who answers instead', () => {
  const asks = (ask: string) => general('We open on Friday.', { privacy: 'not-all-told', ask }).told
  expect([asks(''), asks('Cleo')]).toEqual(['instead', 'done'])
})

test('NOTICE-8, NOTICE-9: what the rules refuse changes nothing, as a notice, as a permission and as a name', () => {
  open()
  for (const words of ['Do not speak to your union.', 'She collapsed.', 'Mia is in hospital.'])
    expect(general(words).told).toBe('wording')
  expect(general('Fine.', { ask: 'nobody: do not talk to the police' }).told).toBe('wording')
  expect(permits('condition', { words: 'After an overdose, stable.' })).toBe('wording')
  expect(permits('condition', { words: 'Stable, says the ward; visitors from Sunday.' })).toBe('done')
  expect(here.state.notices).toEqual([])
})

test('NOTICE-10: fixed words take nothing beside them, and after them no other says more', () => {
  open()
  settles('their-people-asked')
  permits('cared-for')
  permits('hospital')
  permits('name')
  expect(writes({ words: 'and more' }).told).toBe('wording')
  expect(writes({ template: 'survivor', items: ['cared-for', 'hospital'] }).told).toBe('locked')
  expect(writes({ template: 'death', items: ['cared-for'] }).told).toBe('locked')
  expect(writes({ template: 'survivor', items: ['name', 'cared-for'] }).told).toBe('done')
  expect(writes({ items: ['cared-for', 'hospital'] }).told).toBe('locked')
})

test('NOTICE-15: scenario 22: who reads that a cover is in effect, until when it is held, and which exit is blocked; and nobody a cause', () => {
  const covered = { what: 'Track 7', from: 'number 14', cover: person('ivo') }
  expect(lines('cover', covered, dot)).toBe('not-yours')
  expect(lines('cover', covered)).toBe('done')
  expect([lines('held'), lines('held', { nextMinutes: 15 })]).toEqual(['when', 'done'])
  expect(lines('exit', { what: 'stage left' })).toBe('done')
  const hear = (kind: string) =>
    roleNames.filter((role) => sees(aViewer(role))?.lines.some(({ text }) => text === `the words of ${kind}`))
  const leads = ['caller', 'SM', 'CM']
  expect(hear('cover').toSorted()).toEqual([...leads, 'FOH', 'dir', 'prod'].toSorted())
  expect(hear('held').toSorted()).toEqual([...leads, 'chap', 'FOH', 'dir', 'prod'].toSorted())
  const deck = ['ASM', 'dept', 'dresser', 'MD', 'DC', 'perf', 'chap', 'FOH']
  expect(hear('exit').toSorted()).toEqual([...leads, ...deck].toSorted())
  for (const what of ['Track 7, who is unwell', 'the part of Mia, in hospital', 'Track 7, who collapsed'])
    expect([what, lines('cover', { ...covered, what })]).toEqual([what, 'wording'])
  expect(lines('exit', { what: 'stage left: she fainted there' })).toBe('wording')
  // The newest of its kind, until it is taken back, and never of yesterday.
  lines('held', { nextMinutes: 30 })
  expect(sees(director)?.lines).toHaveLength(2)
  const held = here.state.lines.at(-1)?.id ?? ''
  expect(says({ name: 'line.end', line: held }, dot)).toBe('not-yours')
  says({ name: 'line.end', line: held }, sm)
  expect(sees(director)?.lines).toHaveLength(1)
  passes(6)
  expect(sees(director)?.lines).toEqual([])
  const [line] = here.state.lines
  if (!line) throw new Error('no line')
  const full = (length: number) => {
    here.state = { ...here.state, lines: Array.from({ length }, () => line) }
    return lines('exit', { what: 'stage left' })
  }
  expect([full(LINES_MAX - 1), full(LINES_MAX)]).toEqual(['done', 'full'])
})

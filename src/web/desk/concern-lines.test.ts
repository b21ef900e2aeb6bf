// The concerns of the quiet strip: which presses most, whose name is said, and what became of an ask.

import { expect, test } from 'vitest'
import type { OpenLine } from '../../core/incident/open-lines.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import type { ConcernLine } from '../../core/night/presence-sections.ts'
import { words } from '../speech/speech.ts'
import {
  askWords,
  byUrgency,
  countWords,
  isNamed,
  isTroubled,
  nextWords,
  placeWords,
  silenceOf,
  silenceWords,
  skippedWords,
  wellWords,
  whyWords,
} from './concern-lines.ts'
import { actionFor } from './keys.ts'

const at = (minutes: number) => instant(Date.UTC(2026, 8, 17, 19, minutes))

const aConcern = (concern: number, known: Partial<ConcernLine> = {}): ConcernLine => ({
  concern,
  version: 1,
  person: id<'person'>(`p${concern}`),
  name: `Person ${concern}`,
  rung: 1,
  state: 'asking',
  dueAt: null,
  due: null,
  place: null,
  lastSeen: null,
  because: [],
  nextAt: null,
  next: null,
  asked: [],
  skipped: [],
  looking: null,
  keyHolder: null,
  with: null,
  covers: [],
  ...known,
})

test('WHERE-2: the highest rung stands first, then whoever is due first; the strip says how many are in its state', () => {
  const lines = byUrgency([
    aConcern(1),
    aConcern(2, { dueAt: at(9) }),
    aConcern(3, { dueAt: at(4), place: 'SR2', next: 3 }),
    aConcern(4, { rung: 3, state: 'searching' }),
  ])
  expect(lines.map(({ concern }) => concern)).toEqual([4, 3, 2, 1])
  const [first, second] = lines
  if (!first || !second) throw new Error('four concerns')
  expect(countWords(lines, first)).toBe('1 being looked for · and 3 more')
  expect(countWords(lines, second)).toBe('3 being asked · and 1 more')
  // Two who are asked about are two, and not two and one more.
  expect(countWords([aConcern(1), aConcern(2)], aConcern(1))).toBe('2 being asked')
  expect([placeWords(second), nextWords(second)]).toEqual(['due SR2', 'then someone goes to look'])
})

test('WHERE-2: below the third rung a name is not said unasked; whoever stepped out is named', () => {
  expect([1, 2, 3, 4].map((rung) => isNamed(aConcern(1, { rung: rung as 1 | 2 | 3 | 4 })))).toEqual([
    false,
    false,
    true,
    true,
  ])
  expect(isNamed(aConcern(1, { state: 'cannot go on' }))).toBe(true)
})

test('WHERE-10, CONCERN-95: all is well only where a side would be heard; which is not, and a night that is only written down, is said', () => {
  const night = { blind: [], mode: 'quiet', logging: null, full: false } as const
  expect([wellWords(night, false), silenceWords(night)]).toEqual(['All well', ''])
  const silent = { ...night, blind: ['stage left', 'stage right'] }
  expect(wellWords(silent, false)).toBe('Not heard from everywhere')
  expect(silenceWords(silent)).toContain('Nothing is heard from stage left and stage right')
  expect(silenceWords({ ...silent, mode: 'logging' })).toContain('only written down')
  // Once no act is left nobody is due anywhere: what was so is not said any more.
  const over = silenceOf(silent, true)
  expect([wellWords(over, false), silenceWords(over)]).toEqual(['All well', ''])
  expect(silenceOf(silent, false)).toEqual(silent)
  const full = { ...night, full: true }
  expect([wellWords(full, true), silenceWords(full)]).toEqual([
    'Not heard from everywhere',
    expect.stringContaining('nobody more'),
  ])
})

test('WHERE-14: while somebody is down, asks for help or is called for, and while nobody looks, it is not said that all is well', () => {
  const night = { blind: [], mode: 'quiet', logging: null, full: false } as const
  const lookedAt = at(1)
  const watching = { lookedAt, failingSince: null, stale: false }
  const rollCall = { going: null }
  expect(isTroubled({ incidents: { open: [] }, quietHelp: { lines: [], more: 0 }, rollCall, watching })).toBe(
    false,
  )
  const down = { id: 'i1', drill: false, at: at(1), place: null, by: null }
  const asks = { id: 'q1', at: at(1), place: null, by: null, going: [], mine: false, over: null }
  const over = { at: at(2), who: 'Sam' }
  expect([
    // `as`: of these only that there is one.
    isTroubled({ incidents: { open: [down as unknown as OpenLine] } }),
    isTroubled({ quietHelp: { lines: [asks], more: 0 } }),
    isTroubled({ quietHelp: { lines: [{ ...asks, over }], more: 0 } }),
    isTroubled({ rollCall: { going: { at: at(1), of: 3, seen: 1, notSeen: 2 } } }),
    isTroubled({ watching: { ...watching, stale: true } }),
    isTroubled({ watching: { ...watching, lookedAt: null } }),
  ]).toEqual([true, true, false, true, true, true])
  const nobody = 'Nobody is being asked about.'
  expect([wellWords(night, false), wellWords(night, true)]).toEqual(['All well', nobody])
  expect(wellWords({ ...night, mode: 'logging' }, false)).toBe(nobody)
  expect(wellWords({ ...night, logging: { performances: 1, of: 3 } }, false)).toBe(nobody)
})

test('WHERE-12: the way to the sign-in sheet says who waits and how many are not yet in, and else nothing', () => {
  const { signIn } = words().desk
  expect(signIn({ waits: 0, notYet: 0 })).toBe('Sign-in')
  expect(signIn({ waits: 1, notYet: 2 })).toBe('Sign-in · 1 at the stage door · 2 not yet in')
})

test('WHERE-11: without an entrance the place is where it is asked around; who was passed over is said once for each reason', () => {
  const wondered = aConcern(1, { place: 'SR3' })
  expect(placeWords(wondered)).toBe('asked around SR3')
  expect(placeWords({ ...wondered, dueAt: at(4) })).toBe('due SR3')
  expect(placeWords(aConcern(1))).toBe('')
  const skip = (name: string, because: string) => ({ person: id<'person'>(name), name, because })
  const skipped = [skip('Mei', 'on stage'), skip('Ruth', 'asked just now'), skip('Tunde', 'on stage')]
  expect(skippedWords(skipped)).toBe('Passed over: Mei and Tunde, on stage; Ruth, asked just now')
})

test('CONCERN-55: why is said in words: what is due, and what was not written down; what says nothing is left out', () => {
  const silence = { kind: 'silence', name: 'The duel', surprise: 0 }
  const missed = { kind: 'usual', name: 'Lamp', surprise: 0.9 }
  const never = { kind: 'usual', name: 'Shawl', surprise: 0.001 }
  const unmet = { kind: 'unmet', name: '', surprise: 0.5 }
  expect(whyWords({ due: 'The duel', because: [silence] })).toBe('needed for “The duel”')
  expect(whyWords({ due: 'The duel', because: [silence, missed, never] })).toBe(
    'needed for “The duel” · not written down, as it usually is: Lamp',
  )
  expect(whyWords({ due: null, because: [{ ...silence, name: '' }, unmet] })).toBe(
    'not seen for a long time · nobody has come across them',
  )
})

test('WHERE-3: an ask was sent, shown, read or answered, and never more than that', () => {
  const ask = {
    ask: 1,
    name: 'Jo',
    rung: 1,
    how: 'screen',
    at: at(0),
    shownAt: null,
    readAt: null,
    answer: null,
    answeredAt: null,
  } as const
  expect([
    askWords(ask),
    askWords({ ...ask, shownAt: at(1) }),
    askWords({ ...ask, shownAt: at(1), readAt: at(1) }),
    askWords({ ...ask, answer: 'not here' }),
    askWords({ ...ask, how: 'spoken' }),
    askWords({ ...ask, rung: 3, shownAt: at(1) }),
  ]).toEqual(['sent, not shown yet', 'shown', 'read', 'not here', 'on cans', 'to go there: shown'])
})

test('WHERE-4: w and q open what they name from the strip alone; in a field they are letters', () => {
  const stroke = { ctrl: false, alt: false, meta: false, shift: false, repeat: false }
  const on = (key: string, strip: boolean) => actionFor({ ...stroke, key, strip, typing: !strip })
  expect([on('w', true), on('q', true), on('w', false), on('q', false)]).toEqual([
    'where',
    'concern',
    null,
    null,
  ])
})

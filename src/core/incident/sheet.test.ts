// The sheet for the crew: bounds and not guesses, words as they were said, UNKNOWN where nobody knows.

import { expect, test } from 'vitest'
import { NOON, only, said, told } from '../../../test/kit/incidents.ts'
import { formatClock } from '../kit/time.ts'
import { type About, abouts, type What } from './record.ts'
import {
  FIRST_LETTERS_MAX,
  FIRST_WORDS_MAX,
  firstBlock,
  handOver,
  timeWords,
  UNKNOWN,
  wordsIn,
} from './sheet.ts'

const clock = (at: Parameters<typeof formatClock>[0]) => formatClock(at, 'UTC', false)
const words = (about: About, text: string, witness: string | null = 'Tom Ash'): What => ({
  kind: 'words',
  about,
  text,
  witness,
})
const known = (bound: 'last-seen' | 'found', witness: string, doing: string): What => ({
  kind: 'known',
  bound,
  witness,
  doing,
})

test('INCIDENT-15: both orders come from the same records, and what nobody said is UNKNOWN', () => {
  const { records } = only(
    told([said(words('signs', 'breathing, does not answer')), said(words('age', 'about 40'))]),
  )
  const read = (order: 'ATMIST' | 'IMIST-AMBO') => firstBlock(handOver(records, order))
  expect(read('ATMIST')).toEqual([
    { what: 'Age', text: 'about 40' },
    { what: 'Mechanism', text: UNKNOWN },
    { what: 'Injuries', text: UNKNOWN },
    { what: 'Signs', text: 'breathing, does not answer' },
    { what: 'Treatment', text: UNKNOWN },
  ])
  expect(read('IMIST-AMBO').map(({ text }) => text)).toEqual([
    'about 40',
    ...[UNKNOWN, UNKNOWN],
    'breathing, does not answer',
    ...[UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN],
  ])
  // Said to be none is not the same as unsaid.
  const none = only(told([said(words('allergies', 'no known allergies'))])).records
  expect(firstBlock(handOver(none, 'IMIST-AMBO'))[5]).toEqual({
    what: 'Allergies',
    text: 'no known allergies',
  })
})

test('INCIDENT-16: at most ninety words are read aloud, and a quotation is whole or below', () => {
  const long = Array.from({ length: 60 }, (_each, index) => `word${index}`).join(' ')
  const all = abouts.map((about) => said(words(about, long)))
  for (const order of ['ATMIST', 'IMIST-AMBO'] as const) {
    const sheet = handOver(only(told(all)).records, order)
    const read = firstBlock(sheet)
    const count = read.reduce((sum, { what, text }) => sum + wordsIn(what) + wordsIn(text), 0)
    expect(count).toBeLessThanOrEqual(FIRST_WORDS_MAX)
    for (const { text } of read) expect([long, `${long}; ${long}`, 'below']).toContain(text)
    expect(sheet.facts[0]?.said[0]?.text).toBe(long)
  }
})

test('INCIDENT-16: what is written without blanks is read aloud up to nine hundred letters, and longer stands below, whole', () => {
  for (const [letters, isRead] of [
    [FIRST_LETTERS_MAX, true],
    [FIRST_LETTERS_MAX + 1, false],
  ] as const) {
    const text = 'x'.repeat(letters)
    const sheet = handOver(only(told([said(words('age', text))])).records, 'ATMIST')
    expect(firstBlock(sheet)[0]).toEqual({ what: 'Age', text: isRead ? text : 'below' })
    expect(sheet.facts[0]?.said[0]?.text).toBe(text)
  }
})

test('INCIDENT-16: what was read, smelt or said stands word for word, whatever the words are', () => {
  const quoted =
    'two empty bottles beside her, labels read “Zopiclone 7.5 mg”; she said she was drunk and ill'
  const { found, facts } = handOver(
    only(told([said(words('found-beside', quoted)), said(words('what-happened', quoted))])).records,
    'ATMIST',
  )
  expect(found.said).toMatchObject([{ text: quoted, witness: 'Tom Ash' }])
  expect(facts[1]?.said[0]?.text).toBe(quoted)
})

test('INCIDENT-17: last seen, an entrance nobody confirmed, found: three times, three witnesses, no other', () => {
  const minute = (count: number) => NOON + count * 60_000
  const entered = said({ ...known('last-seen', 'the plan', 'entrance unflagged') }, minute(40), {
    happened: { from: minute(8), to: minute(8) },
    certainty: 'not-confirmed',
  })
  const seen = said(known('last-seen', 'the ASM', 'leaving the stage'), minute(41), {
    happened: { from: minute(0), to: minute(2) },
  })
  const found = said(known('found', 'Tom Ash', 'going to look'), minute(33))
  const made = said({ kind: 'done', deed: 'call-made' }, minute(34))
  const handed = said({ kind: 'handed-over', to: 'Crew 12' }, minute(50))
  const { times, to } = handOver(only(told([entered, found, handed, seen, made])).records, 'ATMIST')
  expect(times.map(({ what }) => what)).toEqual([
    ...['Last seen', 'Last spoken with', 'Found', 'Emergency call', 'cpr-started', 'aed-on', 'Shock'],
    ...['Breathing normally', 'Crew at patient', 'Hand-over'],
  ])
  const at = (count: number) => clock(minute(count) as Parameters<typeof clock>[0])
  expect(times[0]?.known.map((one) => [timeWords(one, clock), one.words, one.record])).toEqual([
    [`between ${at(0)} and ${at(2)}`, 'by the ASM, leaving the stage', seen.id],
    [`${at(8)}, not confirmed`, 'by the plan, entrance unflagged', entered.id],
  ])
  expect(times[2]?.known[0]).toMatchObject({ words: 'by Tom Ash, going to look', record: found.id })
  expect([times[1]?.known, times[9]?.known[0]?.record, to]).toEqual([[], handed.id, 'Crew 12'])
  expect(JSON.stringify(times)).not.toMatch(/collaps/i)
})

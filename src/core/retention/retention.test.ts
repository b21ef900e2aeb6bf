// The clocks are whole and named; names are found, replaced and left out as words, and nothing else is.

import { expect, test } from 'vitest'
import { endOf, keptKinds, keptWords, kindOf, retentionClocks } from './clocks.ts'
import { isAbout, isTyped, withoutOthers, withRoles } from './names.ts'

const DAY = 24 * 3_600_000
const mia = { id: 'p1', names: ['Mia Quarrel', 'Mia'], as: 'a performer' }
const sam = { id: 'p12', names: ['Sam O’Hara', 'Sam'], as: 'stage management' }

test('PRIVACY-4: every kind has a time, a reason and an end; an entry is of one kind; who says no country keeps the longest', () => {
  for (const kind of keptKinds) {
    const { days, why, types } = retentionClocks[kind]
    expect(Math.min(days.GB, days.US)).toBeGreaterThanOrEqual(30)
    expect(why.length).toBeGreaterThan(20)
    expect(keptWords(kind)).toMatch(/days|year/)
    for (const type of types) expect(kindOf(retentionClocks[kind].where, type)).toBe(kind)
    expect(endOf(kind, 0, null)).toBe(Math.max(days.GB, days.US) * DAY)
  }
  expect(kindOf('performances', 'cue.called')).toBeNull()
  // An accident in January is in a year that ends in December: five more have to pass.
  expect(endOf('incidents', 0, 'US')).toBeGreaterThan((366 + 5 * 365) * DAY)
  expect(endOf('incidents', 0, 'GB')).toBeGreaterThanOrEqual(3 * 365 * DAY)
})

test('PRIVACY-5: a name is found as a word, by its id as a whole, and not within another word or id', () => {
  for (const text of ['seen by Mia.', 'MIA', 'p1', 'person:p1', 'Mia’s shoes', 'to mia quarrel'])
    expect([text, isAbout({ deep: [{ text }] }, mia)]).toEqual([text, true])
  for (const text of ['Miami', 'p12', 'xp1', 'person:p12', '']) expect(isAbout([text], mia)).toBe(false)
  expect(isTyped({ text: 'Mia' }, mia)).toBe(false)
  expect(isTyped({ who: { person: 'p1' } }, mia)).toBe(true)
})

test('PRIVACY-5: roles stand for names, somebody for whoever is not known; what names nobody stays as it is', () => {
  const said = {
    person: 'p12',
    words: { text: 'Mia Quarrel fell, Sam called; Miami heat', who: 'A. Visitor', place: 'SL', by: '' },
    people: [
      { who: 'name:a friend', name: 'A Friend' },
      { who: 'person:p1', name: 'Mia Quarrel' },
      { who: 'visitor:4' },
    ],
    at: 7,
    not: null,
  }
  expect(withRoles(said, [mia, sam])).toEqual({
    person: 'forgotten',
    words: {
      text: 'a performer fell, stage management called; Miami heat',
      ...{ who: 'somebody', place: 'SL', by: '' },
    },
    people: [
      { who: 'name:somebody', name: 'somebody' },
      { who: 'name:a performer', name: 'a performer' },
      { who: 'visitor:4' },
    ],
    at: 7,
    not: null,
  })
})

test('PRIVACY-3: handed to one of them, of the others it says only that there was somebody', () => {
  const held = { author: 'p12', fields: { person: 'p1' }, text: 'Sam saw Mia' }
  expect(withoutOthers(held, [mia, sam], 'p1')).toEqual({
    author: 'somebody else',
    fields: { person: 'p1' },
    text: 'somebody else saw Mia',
  })
})

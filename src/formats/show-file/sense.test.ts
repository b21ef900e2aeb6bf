// The sense of a show file: what is named exists, what is called is called once, what follows ends.

import { expect, test } from 'vitest'
import { showText, withValue } from '../../../test/nights/show-files.ts'
import { readShowFile } from './read.ts'

const full = showText('every-noun')

/** The show file with each value put at its pointer, read. */
const read = (...changes: readonly (readonly [string, unknown])[]) =>
  readShowFile(changes.reduce((text, [pointer, value]) => withValue(text, pointer, value), full))

const errors = (...changes: readonly (readonly [string, unknown])[]) => {
  const reading = read(...changes)
  return reading.ok ? [] : reading.errors.map(({ pointer, message }) => `${pointer} ${message}`)
}

const warnings = (...changes: readonly (readonly [string, unknown])[]) => {
  const reading = read(...changes)
  return reading.ok ? reading.warnings.map(({ pointer, message }) => `${pointer} ${message}`) : ['refused']
}

test.each([
  '/venue/travel/0/from',
  '/venue/travel/0/to',
  '/people/2/chaperone',
  '/engagements/0/person',
  '/engagements/3/department',
  '/tracks/0/owner',
  '/tracks/0/covers/0',
  '/tracks/0/roles/0',
  '/obligations/0/track',
  '/obligations/0/role',
  '/obligations/0/anchor/item',
  '/obligations/0/byCue/cue',
  '/obligations/0/placeIn',
  '/obligations/0/placeOut',
  '/obligations/0/costume',
  '/obligations/0/mic',
  '/obligations/0/props/0',
  '/obligations/0/partners/0',
  '/items/1/parent',
  '/editions/0/items/2',
  '/editions/1/approvedBy',
  '/cues/0/department',
  '/cues/0/anchor/item',
  '/cues/1/warn/item',
  '/cues/1/standby/item',
  '/cues/3/trigger/after',
  '/cues/4/trigger/after',
  '/cues/5/spotter',
  '/vamps/0/anchor/item',
  '/costumes/0/role',
  '/changes/0/track',
  '/changes/0/from',
  '/changes/0/to',
  '/changes/0/anchor/item',
  '/changes/0/place',
  '/changes/0/dressers/0',
  '/handOffs/0/prop',
  '/handOffs/0/from',
  '/handOffs/0/to',
  '/handOffs/0/anchor/item',
  '/handOffs/0/place',
  '/props/0/start',
  '/props/0/end',
  '/presets/0/place',
  '/presets/0/prop',
  '/presets/1/department',
  '/presets/0/before',
  '/mics/0/track',
  '/standings/0/piece',
  '/standings/0/item',
  '/rules/0/people/0',
  '/rules/2/first',
  '/rules/2/next',
  '/script/1/item',
  '/script/1/role',
])('SHOWFILE-13: %s must name something of the show', (pointer) => {
  expect(errors([pointer, 'lx-99'])).toContainEqual(
    expect.stringMatching(new RegExp(`^${pointer} .*“lx-99”, which is not in the show\\.$`)),
  )
})

test('SHOWFILE-13: the sentence says who names what', () => {
  expect(errors(['/cues/3/trigger/after', 'lx-99'])).toEqual([
    '/cues/3/trigger/after Cue LX 2.5 follows cue “lx-99”, which is not in the show.',
  ])
})

test.each([
  ...['/venue/places', '/people', '/roles', '/tracks', '/obligations', '/items', '/editions', '/departments'],
  ...['/cues', '/costumes', '/props', '/presets', '/mics', '/pieces', '/rules'],
])('SHOWFILE-14: an id stands once in %s', (list) => {
  const first: unknown = list
    .split('/')
    .slice(1)
    .reduce<unknown>((at, step) => Reflect.get(Object(at), step), JSON.parse(full))
  const taken: unknown = Reflect.get(Object(Array.isArray(first) ? first[0] : undefined), 'id')
  expect(errors([`${list}/1/id`, taken])).toContainEqual(
    expect.stringMatching(new RegExp(`^${list}/1/id .* has an id that another one before it has`)),
  )
})

test('SHOWFILE-14: changes and hand-offs have their own ids too', () => {
  const parsed: { changes: unknown[]; handOffs: unknown[] } = JSON.parse(full)
  expect(errors(['/changes/1', parsed.changes[0]])).toHaveLength(1)
  expect(errors(['/handOffs/1', parsed.handOffs[0]])).toHaveLength(1)
})

test('SHOWFILE-15: a number is called for one cue of its department only', () => {
  expect(errors(['/cues/3/number', '2'])).toEqual([
    '/cues/3/number Cue LX 2 is there twice; a number is called for one cue only.',
  ])
  expect(errors(['/cues/4/number', '16 a'])).toHaveLength(1)
  expect(errors(['/cues/5/number', '2'])).toEqual([])
  expect(errors(['/departments/1/short', 'lx'])).toEqual([
    '/departments/1/short Department Sound: another department is called “lx” too, and both would move on one call.',
  ])
})

test('SHOWFILE-16: an edition lists an item once, and an item in none is a warning', () => {
  expect(errors(['/editions/1/items/1', 'i1'])).toEqual([
    '/editions/1/items/1 Edition No storm lists item “i1” twice.',
  ])
  expect(warnings(['/editions/0/items/1', undefined])).toEqual([
    '/items/1 Item 1a is in no edition and would never be played.',
  ])
})

test('SHOWFILE-17: cues may follow each other, but not in a circle', () => {
  const circle = 'follows other cues in a circle, so that none of them would ever go.'
  expect(errors()).toEqual([])
  expect(errors(['/cues/3/trigger/after', 'c5'])).toEqual([`/cues/3/trigger/after Cue LX 2.5 ${circle}`])
  expect(errors(['/cues/3/trigger/after', 'c4'])).toEqual([`/cues/3/trigger/after Cue LX 2.5 ${circle}`])
  const three = { kind: 'follow-on', after: 'c5' }
  expect(errors(['/cues/1/trigger', three])).toEqual([`/cues/1/trigger/after Cue LX 2 ${circle}`])
})

test('SHOWFILE-18: the cues of one group lie in one item', () => {
  expect(errors(['/cues/6/group', 'lamp'])).toEqual([
    '/cues/6/group Cue LX 3 is in group “lamp” with cues of another item; one GO cannot be in two items.',
  ])
})

test('SHOWFILE-29: the cues of one group are called from one list', () => {
  expect(errors(['/cues/1/playhead', 'pit'])).toEqual([
    '/cues/2/playhead Cue SND 16A is in group “lamp” with cues of another list; one GO cannot be on two lists.',
  ])
  expect(errors(['/cues/1/playhead', 'deck'])).toEqual([])
})

test('SHOWFILE-19: warn and standby come before their cue', () => {
  expect(errors(['/cues/1/standby/seconds', 121])).toEqual([
    '/cues/1/standby Cue LX 2: its standby comes after the cue itself.',
  ])
  expect(errors(['/cues/1/standby/seconds', 120])).toEqual([])
  expect(errors(['/cues/1/warn', { item: 'i4', seconds: 0 }])).toHaveLength(1)
  expect(errors(['/cues/5/warn', { item: 'i4', seconds: 0 }])).toHaveLength(1)
})

test('SHOWFILE-20: an anchor beyond its item’s length is a warning', () => {
  expect(warnings(['/cues/6/anchor/seconds', 401])).toEqual([
    '/cues/6/anchor/seconds Cue LX 3 is 401 s into item 2, which lasts 400 s.',
  ])
  expect(warnings(['/cues/6/anchor/seconds', 400])).toEqual([])
  for (const pointer of ['/obligations/0', '/changes/0', '/handOffs/0'])
    expect(warnings([`${pointer}/anchor/seconds`, 9_999])).toHaveLength(1)
  expect(warnings(['/items/0/secondsLate', 200])).toHaveLength(1)
})

test('SHOWFILE-21: a minor has a chaperone, who is somebody else and grown up', () => {
  expect(errors(['/people/2/chaperone', undefined])).toEqual([
    '/people/2 Person Kit is a minor and has no chaperone.',
  ])
  expect(errors(['/people/4/minor', true], ['/people/4/chaperone', 'p6'])).toEqual([
    '/people/2/chaperone Person Kit has a chaperone who is a minor; a child cannot look after a child.',
  ])
  expect(errors(['/people/0/chaperone', 'p1'])).toEqual([
    '/people/0/chaperone Person Ines cannot be their own chaperone.',
  ])
})

test('SHOWFILE-22: nobody hands over to, dresses or partners themselves', () => {
  expect(errors(['/handOffs/0/to', 't1'])).toHaveLength(1)
  expect(errors(['/changes/0/dressers/0', 't1'])).toHaveLength(1)
  expect(errors(['/obligations/0/partners/0', 't1'])).toHaveLength(1)
})

test('SHOWFILE-23: each direction of a way is told once', () => {
  const told = 'is already told; it counts both ways unless “oneWay” is true.'
  expect(errors(['/venue/travel/4', { from: 'x', to: 'sl1', seconds: 9 }])).toEqual([
    `/venue/travel/4 Way no. 5 from “x” to “sl1” ${told}`,
  ])
  expect(errors(['/venue/travel/4', { from: 'x', to: 'sl1', seconds: 9, oneWay: true }])).toHaveLength(1)
  expect(errors(['/venue/travel/3/oneWay', false])).toHaveLength(1)
  expect(errors(['/venue/travel/0/to', 'sl1'])).toContain(
    '/venue/travel/0 Way no. 1 leads from a place to itself.',
  )
})

test('SHOWFILE-24: no item is part of itself, and every item can be called something', () => {
  expect(errors(['/items/1/parent', 'i2'])).toEqual(['/items/1/parent Item 1a is part of itself.'])
  expect(errors(['/items/0/parent', 'i2'])).toHaveLength(1)
  expect(errors(['/items/3/code', ''], ['/items/3/title', ''])).toEqual([
    '/items/3 Item i4 needs a code or a title to be called by.',
  ])
})

test('SHOWFILE-25: what shares the name it is called by is a warning', () => {
  expect(warnings(['/people/1/callName', 'INES'])).toEqual([
    '/people/1/callName Person INES shares its “callName” with another; nobody can tell them apart by it.',
  ])
  expect(warnings(['/venue/places/1/code', 'SL1'])).toHaveLength(1)
  expect(warnings(['/tracks/1/code', 'k'])).toHaveLength(1)
  expect(warnings(['/items/1/code', '1'])).toHaveLength(1)
  expect(warnings(['/items/1/code', ''])).toEqual([])
  expect(warnings(['/mics/1/pack', '1'])).toHaveLength(1)
})

test('SHOWFILE-31: a vamp lasts usually no longer than at most, in an item that is played, and is named by its bar', () => {
  expect(errors(['/vamps/0/secondsMax', 9])).toEqual([
    '/vamps/0/secondsMax Vamp at bar 41 usually lasts 10 s, which is longer than the 9 s it may last.',
  ])
  expect(errors(['/vamps/0/secondsMax', 10])).toEqual([])
  expect(errors(['/vamps/1/anchor/item', 'i3'])).toEqual([
    '/vamps/1/anchor/item Vamp v2 is in an interval, where nobody plays.',
  ])
})

test('SHOWFILE-33: a passage that may be left out lies in its item', () => {
  const says = 'Item 1a: “Without the second gust” begins 110 s into it and ends at'
  expect(errors(['/items/1/shorter/0/to', 181])).toEqual([
    `/items/1/shorter/0/to ${says} 181 s, and it lasts 180 s.`,
  ])
  expect(errors(['/items/1/shorter/0/to', 180])).toEqual([])
  expect(errors(['/items/1/shorter/0/to', 110])).toHaveLength(1)
})

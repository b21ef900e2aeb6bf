// The shape of a show file: fields, defaults, bounds, and the sentences about what does not fit.

import { expect, test } from 'vitest'
import { showText, withValue } from '../../../test/nights/show-files.ts'
import { readShowFile } from './read.ts'
import { jsonSchemaText } from './schema.ts'
import { writeShowFile } from './write.ts'

const full = showText('every-noun')

const errorsWith = (pointer: string, value: unknown) => {
  const reading = readShowFile(withValue(full, pointer, value))
  return reading.ok ? [] : reading.errors
}
const reads = (pointer: string, value: unknown) => readShowFile(withValue(full, pointer, value)).ok

test('SHOWFILE-2: errors have pointer, line, column and sentence, in the order of the file', () => {
  const text = withValue(withValue(full, '/title', 5), '/cues/0/anchor/seconds', 'soon')
  const reading = readShowFile(text)
  expect(reading.ok || reading.errors).toEqual([
    { pointer: '/title', line: 4, column: 12, message: 'The show: “title” must be text, and is 5.' },
    {
      pointer: '/cues/0/anchor/seconds',
      line: text.slice(0, text.indexOf('"soon"')).split('\n').length,
      column: 20,
      message: 'Cue LX 1: “anchor” → “seconds” must be a number, and is “soon”.',
    },
  ])
})

test('SHOWFILE-2: two hundred complaints are shown, and the last says how many more there are', () => {
  const people = (count: number) => Array.from({ length: count }, () => 0)
  expect(errorsWith('/people', people(200))).toHaveLength(200)
  const errors = errorsWith('/people', people(900))
  expect(errors).toHaveLength(200)
  expect(errors.at(-1)?.message).toBe('… and 701 more from here on.')
})

test('SHOWFILE-5: a newer version is refused in one sentence, whatever else is in the file', () => {
  const reading = readShowFile('{\n"formatVersion": 2,\n"title": 5, "cues": "many"}')
  expect(reading.ok || reading.errors).toEqual([
    {
      pointer: '/formatVersion',
      line: 2,
      column: 18,
      message:
        'This show file is version 2; this Ghostlight reads version 1. Open it with a newer Ghostlight, or save it there for this one.',
    },
  ])
  expect(readShowFile('{"formatVersion": 0, "title": "x"}').ok).toBe(false)
})

test('SHOWFILE-6: a title is enough, and everything else has its usual meaning', () => {
  const reading = readShowFile('{ "title": "Nearly nothing" }')
  expect(reading.ok && reading.show).toEqual({
    format: 'ghostlight-show',
    formatVersion: 1,
    title: 'Nearly nothing',
    language: 'en-GB',
    country: 'GB',
    timeZone: 'Europe/London',
    venue: { name: '', places: [], travel: [] },
    ...{ people: [], engagements: [], roles: [], tracks: [], obligations: [], items: [] },
    editions: [{ id: 'full', title: 'Full show', items: [] }],
    ...{
      departments: [],
      cues: [],
      vamps: [],
      costumes: [],
      changes: [],
      handOffs: [],
      props: [],
      presets: [],
      mics: [],
    },
    script: [],
  })
  expect(reading.ok && reading.warnings.map(({ message }) => message)).toEqual([
    'The file does not say its “formatVersion”; it was read as version 1.',
  ])
  expect(readShowFile('{}').ok).toBe(false)
  expect(readShowFile('[]').ok).toBe(false)
})

test('SHOWFILE-32: without items there is an edition without items; an address and a guess are read', () => {
  const text = JSON.stringify({
    title: 'Nearly nothing',
    venue: { name: 'Barn', address: '1 Lane\nTown' },
    items: [{ id: 'a', title: 'A', seconds: 5 }],
    cues: [{ id: 'c', department: 'LX', number: '1', anchor: { item: 'a', seconds: 1, guessed: true } }],
  })
  const reading = readShowFile(text)
  expect(reading.ok && reading.show.venue.address).toBe('1 Lane\nTown')
  expect(reading.ok && reading.show.cues[0]?.anchor.guessed).toBe(true)
  const nothing = readShowFile('{ "title": "Nearly nothing" }')
  expect(nothing.ok && nothing.show.editions).toEqual([{ id: 'full', title: 'Full show', items: [] }])
})

test('SHOWFILE-42: a word a cue lies on, ids and pages of lines, notes, open questions and the lock are read and written as they are', () => {
  const at = { line: 'l1', word: 2, words: 'the tide' }
  const text = JSON.stringify({
    title: 'Nearly nothing',
    items: [{ id: 'a', title: 'A', seconds: 5 }],
    cues: [{ id: 'c', department: 'LX', number: '1', anchor: { item: 'a', seconds: 1, at }, remark: 'late' }],
    script: [
      { item: 'a', seconds: 0, text: 'Out goes the tide', id: 'l1', page: '4' },
      { item: 'a', seconds: 1, text: 'x' },
    ],
    questions: [{ id: 'q1', line: 'l1', kind: 'speaker', text: 'Who speaks?' }],
    locked: true,
  })
  const reading = readShowFile(text)
  expect(reading.ok && reading.show).toMatchObject({ locked: true, questions: [{ id: 'q1', line: 'l1' }] })
  expect(reading.ok && reading.show.cues[0]).toMatchObject({ remark: 'late', anchor: { at } })
  expect(reading.ok && reading.show.script[0]).toMatchObject({ id: 'l1', page: '4' })
  expect(reading.ok && Object.keys(reading.show.script[1] ?? {})).not.toContain('id')
  const again = reading.ok ? readShowFile(writeShowFile(reading.show)) : reading
  expect(again).toMatchObject({ ok: true, show: reading.ok ? reading.show : null })
})

test('SHOWFILE-6: title, items and cues make a show that can be called', () => {
  const reading = readShowFile(showText('little'))
  expect(reading.ok).toBe(true)
  if (!reading.ok) return
  expect(reading.show.items[0]).toEqual({
    ...{ id: 'opening', code: '', title: 'Opening', kind: 'scene', act: 1, seconds: 180 },
  })
  expect(reading.show.cues[0]).toMatchObject({ title: '', trigger: { kind: 'called' } })
})

test('SHOWFILE-7: departments come from the cues and the edition from the items where the file is silent', () => {
  const reading = readShowFile(showText('little'))
  expect(reading.ok && reading.show.departments).toEqual([
    { id: 'LX', name: 'Lights', short: 'LX', kind: 'lights' },
    { id: 'SND', name: 'Sound', short: 'SND', kind: 'sound' },
  ])
  expect(reading.ok && reading.show.editions).toEqual([
    { id: 'full', title: 'Full show', items: ['opening', 'letter', 'bows'] },
  ])
  expect(reading.ok && reading.warnings.at(-1)?.message).toContain('the cues name LX, SND')
  const unusual = readShowFile(withValue(showText('little'), '/cues/0/department', 'smoke'))
  expect(unusual.ok && unusual.show.departments[0]).toEqual({
    ...{ id: 'smoke', name: 'smoke', short: 'SMOKE', kind: 'other' },
  })
})

test('SHOWFILE-9: the sentence names the entity, the field, what it must be and what it is', () => {
  const sentences = (pointer: string, value: unknown) =>
    errorsWith(pointer, value).map(({ message }) => message)
  expect(sentences('/cues/1/number', undefined)).toEqual(['Cue no. 2 has no “number”, which it needs.'])
  expect(sentences('/items/0/seconds', undefined)).toEqual(['Item 1 has no “seconds”, which it needs.'])
  expect(sentences('/items/0/seconds', -5)).toEqual(['Item 1: “seconds” must be at least 0; it is -5.'])
  expect(sentences('/people/2/minor', 'yes')).toEqual([
    'Person Kit: “minor” must be true or false, and is “yes”.',
  ])
  expect(sentences('/venue/places/1/code', '')).toContain(
    'Place Stage right, first wing: “code” must be one line of text and not blank.',
  )
  expect(sentences('/cues/2/trigger/kind', 'shouted')).toEqual([
    'Cue SND 16A: “trigger” → “kind” must be “called”, “visual”, “timed”, “follow-on” or “auto-follow”, and is “shouted”.',
  ])
  expect(sentences('/country', 'FR')).toEqual(['The show: “country” must be “GB” or “US”, and is “FR”.'])
  expect(sentences('/tracks/0/roles/0', 7)).toEqual(['Track K: “roles” no. 1 must be text, and is 7.'])
  expect(sentences('/props/0', null)).toEqual(['Prop no. 1 must be an entry in braces, and is null.'])
  expect(sentences('/cues', 'none')).toEqual([
    'The show: “cues” must be a list in square brackets, and is “none”.',
  ])
})

test.each([
  ['/title', 200],
  ['/by', 200],
  ['/items/0/code', 20],
  ['/venue/places/0/code', 20],
  ['/cues/0/title', 200],
  ['/cues/0/group', 20],
  ['/changes/0/notes', 4000],
  ['/script/0/text', 4000],
  ['/people/0/id', 80],
])('SHOWFILE-10: %s holds %i characters and not one more', (pointer, longest) => {
  const longErrors = (length: number) =>
    errorsWith(pointer, 'x'.repeat(length)).filter(({ message }) => message.includes('longer'))
  expect(longErrors(longest)).toEqual([])
  expect(longErrors(longest + 1)).toHaveLength(1)
})

test.each([
  ['places', '/venue/places', 1_000],
  ['travel', '/venue/travel', 10_000],
  ['people', '/people', 2_000],
  ['engagements', '/engagements', 5_000],
  ['roles', '/roles', 2_000],
  ['tracks', '/tracks', 2_000],
  ['obligations', '/obligations', 30_000],
  ['items', '/items', 2_000],
  ['editions', '/editions', 200],
  ['departments', '/departments', 100],
  ['cues', '/cues', 10_000],
  ['vamps', '/vamps', 1_000],
  ['costumes', '/costumes', 5_000],
  ['changes', '/changes', 5_000],
  ['handOffs', '/handOffs', 5_000],
  ['props', '/props', 5_000],
  ['presets', '/presets', 5_000],
  ['mics', '/mics', 1_000],
  ['pieces', '/pieces', 1_000],
  ['standings', '/standings', 10_000],
  ['rules', '/rules', 1_000],
  ['script', '/script', 50_000],
  ['questions', '/questions', 2_000],
  ['dressers of a change', '/changes/0/dressers', 200],
])('SHOWFILE-10: %s have a bound, and beyond it are refused', (_noun, pointer, most) => {
  const boundErrors = (length: number) => {
    const reading = readShowFile(
      withValue('{"title":"t","venue":{},"changes":[{}]}', pointer, Array(length).fill(0)),
    )
    return reading.ok ? [] : reading.errors.filter(({ message }) => message.includes('more than'))
  }
  expect(boundErrors(most)).toEqual([])
  expect(boundErrors(most + 1).map(({ message }) => message)).toEqual([
    expect.stringContaining(`has more than ${most} entries`),
  ])
})

test('SHOWFILE-10: numbers have a range and texts only what can be shown', () => {
  expect([reads('/items/0/seconds', 86_400), reads('/items/0/seconds', 86_400.5)]).toEqual([true, false])
  expect([reads('/items/0/act', 99), reads('/items/0/act', 100)]).toEqual([true, false])
  expect([reads('/items/0/act', 0), reads('/items/0/act', 1.5)]).toEqual([true, false])
  expect([reads('/obligations/1/cutCost', 100), reads('/obligations/1/cutCost', 101)]).toEqual([true, false])
  expect([reads('/title', 'Zoë’s 夜 🎭'), reads('/title', 'two\nlines')]).toEqual([true, false])
  expect([reads('/title', '   '), reads('/title', '\ud83d')]).toEqual([false, false])
  expect([reads('/changes/0/notes', 'two\nlines'), reads('/changes/0/notes', 'bell\u0007')]).toEqual([
    true,
    false,
  ])
})

test('SHOWFILE-33: pieces, standings and rules may be missing, and are then written as they were: not at all', () => {
  const reading = readShowFile('{ "title": "Nearly nothing" }')
  expect(reading.ok && [reading.show.pieces, reading.show.standings, reading.show.rules]).toEqual([
    ...[undefined, undefined, undefined],
  ])
  expect([reads('/rules/0/by', '23:59'), reads('/rules/0/by', '24:00')]).toEqual([true, false])
  expect([reads('/rules/1/kind', 'before'), reads('/rules/1/kind', 'rest')]).toEqual([false, true])
})

test('SHOWFILE-11: ids are letters, digits and three marks, and no word of the language', () => {
  const ids = ['7a', 'SOLDIERS.Captain_Mac', 'königin', '夜', 'x-1']
  for (const id of ids) expect([id, reads('/props/1/id', id)]).toEqual([id, true])
  const others = ['', '-x', '_x', 'a b', 'a/b', 'a\u0000', 'constructor', 'toString', 'hasOwnProperty']
  for (const id of others) expect([id, reads('/props/1/id', id)]).toEqual([id, false])
})

test('SHOWFILE-12: country, time zone and language are ones the system knows', () => {
  expect([reads('/country', 'US'), reads('/country', 'gb')]).toEqual([true, false])
  expect([reads('/timeZone', 'America/New_York'), reads('/timeZone', 'Europe/Lodon')]).toEqual([true, false])
  expect([reads('/timeZone', '+01:00'), reads('/timeZone', '')]).toEqual([false, false])
  expect([reads('/language', 'de-CH'), reads('/language', 'a language')]).toEqual([true, false])
})

test('SHOWFILE-27: docs/show-file.schema.json is printed from the shape that is read', async () => {
  await expect(jsonSchemaText()).toMatchFileSnapshot('../../../docs/show-file.schema.json')
})

// Whatever a stage manager makes of a show by editing it is a show that can be opened.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newShow } from '../../core/editing/details.ts'
import { type CueRow, coverWords, type Edit, type NewPerson, type OrderRow } from '../../core/editing/edit.ts'
import { editShow } from '../../core/editing/edits.ts'
import { id } from '../../core/kit/ids.ts'
import type { Show } from '../../core/show/show.ts'
import { timeline } from '../../core/show/timeline.ts'
import { readShowFile } from './read.ts'
import { writeShowFile } from './write.ts'

const house = {
  title: 'Sorrel Head',
  venue: 'Corn Hall',
  address: '4 Tannery Lane',
  country: 'GB',
  timeZone: 'Europe/London',
} as const
const empty = newShow(house)
const person = (name: string, does = ''): NewPerson => ({ name, does, kind: 'ensemble' })
const row = (code: string, title: string, more: Partial<OrderRow> = {}): OrderRow => ({
  ...{ code, title, act: 1, seconds: 60, kind: 'scene', ...more },
})
const cue = (department: string, words: string, more: Partial<CueRow> = {}): CueRow => ({
  ...{ department, words, number: '', title: '', item: null, together: false, ...more },
})

/** Each edit done in its turn; a refusal is the test's mistake. */
const edited = (show: Show, ...edits: readonly Edit[]): Show =>
  edits.reduce((before, edit) => {
    const result = editShow(before, edit)
    if (!result.ok) throw new Error(result.refusal.sentence)
    return result.value
  }, show)

const why = (show: Show, edit: Edit): string => {
  const result = editShow(show, edit)
  return result.ok ? 'done' : result.refusal.sentence
}

const opens = (show: Show) => readShowFile(writeShowFile(show)).ok

test('EDIT-15: a new production is a title and a house, and opens; without a title it is Untitled', () => {
  expect(opens(empty)).toBe(true)
  expect(timeline(empty).acts).toEqual([{ act: 1, seconds: 0, intervalSeconds: 0 }])
  expect(newShow({ ...house, title: ' ' }).title).toBe('Untitled')
  const moved = edited(empty, {
    name: 'details.change',
    details: { ...house, venue: 'Barn', country: 'US', address: '' },
  })
  expect(moved).toMatchObject({ venue: { name: 'Barn' }, country: 'US', language: 'en-US' })
  expect(why(empty, { name: 'details.change', details: { ...house, title: '' } })).toMatch(/title/)
})

const few = fc.nat({ max: 5 })
const someWords = fc.constantFrom('', 'a bell', 'run', 'snd: x', '“quoted”', 'Ünïcode')
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.array(fc.constantFrom('Ana Lopes', 'Ben', 'Sam Reed', 'Sam Ito', ''), { maxLength: 3 }).map(
    (names): Edit => ({
      name: 'people.add',
      people: names.map((name) => person(name)),
    }),
  ),
  few.map((at): Edit => ({ name: 'person.remove', person: id<'person'>(`p${at}`) })),
  fc
    .array(fc.tuple(fc.constantFrom('1', '2', '3', ''), fc.constantFrom('Lamp', 'Boat', ''), few), {
      maxLength: 5,
    })
    .map(
      (rows): Edit => ({
        name: 'order.set',
        rows: rows.map(([code, title, act]) =>
          row(code, title, { act, kind: act === 5 ? 'interval' : 'scene' }),
        ),
      }),
    ),
  fc
    .record({
      department: fc.constantFrom('LX', 'snd', 'Fog', ''),
      words: someWords,
      at: fc.option(few),
      together: fc.boolean(),
      old: fc.option(few),
    })
    .map(
      ({ department, words, at, together, old }): Edit => ({
        name: 'cue.put',
        cue: old === null ? null : id<'cue'>(`c${old}`),
        row: cue(department, words, { together, item: at === null ? null : `i${at}` }),
      }),
    ),
  few.map((at): Edit => ({ name: 'cue.remove', cue: id<'cue'>(`c${at}`) })),
  few.map((at): Edit => ({ name: 'cue.move', cue: id<'cue'>(`c${at}`), by: at % 2 === 0 ? 1 : -1 })),
  fc
    .constantFrom('LX', 'snd', 'fog')
    .map((short): Edit => ({ name: 'department.remove', department: id<'department'>(short) })),
  fc
    .constantFrom('LX', 'SND', 'X')
    .map((short): Edit => ({ name: 'department.put', department: null, short, title: '' })),
)

const anyPlot: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .array(
      fc.record({
        code: fc.constantFrom('K', 'k', 'B', ''),
        title: fc.constantFrom('', 'Keeper'),
        kind: fc.constantFrom('cast', 'dresser'),
        owner: fc.constantFrom('', 'Ana', 'Ben', 'Zoe'),
        covers: fc.array(fc.constantFrom('Sam Reed', 'Ana Lopes', ''), { maxLength: 2 }),
      }),
      { maxLength: 3 },
    )
    .map((rows): Edit => ({ name: 'tracks.put', track: null, rows })),
  few.map((at): Edit => ({ name: 'track.remove', track: id<'track'>(`t${at}`) })),
  fc
    .record({
      kind: fc.constantFrom('appear', 'carry'),
      track: fc.constantFrom('K', 'B'),
      item: fc.constantFrom('', '1', 'Boat'),
      at: fc.constantFrom('', '0:40', '40', 'LX 1', '0:10 before LX 1', '5 s after snd 1', '9:00:00'),
      from: fc.constantFrom('', 'SL1', 'USR', 'x'),
      length: fc.constantFrom('', '1:00', 'x'),
      to: fc.constantFrom('', 'SL1'),
      what: someWords,
    })
    .map((one): Edit => ({ name: 'entrances.put', entrance: null, rows: [one] })),
  few.map((at): Edit => ({ name: 'entrance.remove', entrance: id<'obligation'>(`o${at}`) })),
  fc
    .record({
      what: fc.constantFrom(...coverWords),
      who: fc.constantFrom('Ana', 'Ben', 'Zoe'),
      track: fc.constantFrom('K', 'B'),
      item: fc.constantFrom('', 'Boat', 'Lamp'),
      entrance: fc.constantFrom('', 'run'),
      other: fc.constantFrom('', 'Ana', 'Ben'),
      level: fc.constantFrom('', 'put-in', 'x'),
      words: fc.constantFrom('', 'trap'),
      on: fc.constant(''),
      until: fc.constantFrom('', '2031-02-30', '2031-02-28'),
      number: fc.constantFrom('', '2'),
    })
    .map((one): Edit => ({ name: 'covers.put', was: null, rows: [one] })),
)

test('EDIT-16: whatever is edited in whatever order opens, its times climb, and a refused edit changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyEdit, anyPlot), { maxLength: 30 }), (edits) => {
      let show = empty
      for (const edit of edits) {
        const before = JSON.stringify(show)
        const result = editShow(show, edit)
        expect(JSON.stringify(show)).toBe(before)
        if (result.ok) show = result.value
      }
      const read = readShowFile(writeShowFile(show))
      expect(read.ok ? [] : read.errors.map(({ message }) => message)).toEqual([])
      expect(timeline(show).moments.flatMap((moment) => moment.cues).length).toBe(show.cues.length)
    }),
    { numRuns: 500 },
  )
})

// Edits as somebody makes them who does not look: of people, the order, cues, tracks, entrances and covers.

import fc from 'fast-check'
import {
  type CueRow,
  coverWords,
  type Edit,
  type NewPerson,
  type OrderRow,
} from '../../src/core/editing/edit.ts'
import { id } from '../../src/core/kit/ids.ts'

const person = (name: string, does = ''): NewPerson => ({ name, does, kind: 'ensemble' })
export const row = (code: string, title: string, more: Partial<OrderRow> = {}): OrderRow => ({
  ...{ code, title, act: 1, seconds: 60, kind: 'scene', ...more },
})
export const cue = (department: string, words: string, more: Partial<CueRow> = {}): CueRow => ({
  ...{ department, words, number: '', title: '', item: null, together: false, ...more },
})

const few = fc.nat({ max: 5 })
const someWords = fc.constantFrom('', 'a bell', 'run', 'snd: x', '“quoted”', 'Ünïcode')
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
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
  few.map(
    (at): Edit => ({ name: 'cues.renumber', department: id<'department'>('lx'), from: at, step: at + 1 }),
  ),
  few.map((at): Edit => ({ name: 'cue.move', cue: id<'cue'>(`c${at}`), by: at % 2 === 0 ? 1 : -1 })),
  fc
    .constantFrom('LX', 'snd', 'fog')
    .map((short): Edit => ({ name: 'department.remove', department: id<'department'>(short) })),
  fc
    .constantFrom('LX', 'SND', 'X')
    .map((short): Edit => ({ name: 'department.put', department: null, short, title: '' })),
)

export const anyPlot: fc.Arbitrary<Edit> = fc.oneof(
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

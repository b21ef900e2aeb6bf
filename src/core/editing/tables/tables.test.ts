// Tables of a show: what stands in them comes back as it was, what is wrong is told in its cell, and what comes out opens.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demoShow } from '../../../../test/kit/demo-show.ts'
import { callsBefore } from '../../show/call-tables.ts'
import { OWN_CALLS_MAX } from '../../show/own-calls.ts'
import type { Show } from '../../show/show.ts'
import { timeline } from '../../show/timeline.ts'
import { newShow } from '../details.ts'
import { type Cells, type Edit, type TableName, tableNames } from '../edit.ts'
import { editShow } from '../edits.ts'
import { layRows, linesOf } from './tables.ts'

const house = { title: 'Night', venue: '', address: '', country: 'GB', timeZone: 'Europe/London' } as const
const begun = [
  {
    name: 'people.add',
    people: ['Ana Lopes', 'Ben Ito'].map((name) => ({ name, does: '', kind: 'principal' as const })),
  },
  {
    name: 'order.set',
    rows: ['Lamp', 'Boat'].map((title, at) => ({
      ...{ code: String(at + 1), title, act: 1, seconds: 300, kind: 'scene' as const },
    })),
  },
  {
    name: 'tracks.put',
    track: null,
    rows: ['K', 'B', 'D1'].map((code) => ({ code, title: '', kind: 'cast' as const, owner: '', covers: [] })),
  },
] satisfies readonly Edit[]
const show = begun.reduce<Show>((before, edit) => made(before, edit), newShow(house))

function made(before: Show, edit: Edit): Show {
  const result = editShow(before, edit)
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

const put = (before: Show, table: TableName, ...rows: readonly Cells[]): Show =>
  made(before, { name: 'table.put', table, row: null, rows })

const change = {
  track: 'K',
  item: '1 Lamp',
  at: '2:10',
  place: 'SL1',
  from: 'coat',
  to: 'oilskin',
  seconds: '0:40',
}
const rows = {
  changes: [change, { ...change, at: '0:05', dressers: 'D1', under: 'yes', notes: 'hat last' }],
  'hand-offs': [{ prop: 'lamp', from: 'K', to: 'B', item: 'Boat', at: '', place: 'SR1' }],
  presets: [{ title: 'lamp on its hook', place: 'SL1', prop: 'lamp', department: '', before: '2' }],
  mics: [
    { pack: '7', track: 'K', seconds: '90 s' },
    { pack: '8', track: '', seconds: '' },
  ],
  company: [
    { name: 'Cy Amari', called: 'Cyril', does: 'Boy', kind: 'swing', phone: '020 7946 0000', email: '' },
  ],
  calls: [{ act: '1', words: 'The ten', before: '15' }],
} satisfies Record<TableName, readonly Cells[]>

const filled = tableNames.reduce((before, table) => put(before, table, ...rows[table]), show)

test('EDIT-50: rows make what they name where it is not there: costumes, props, wings', () => {
  expect(filled.costumes.map(({ name }) => name)).toEqual(['coat', 'oilskin'])
  expect(filled.props.map(({ name }) => name)).toEqual(['lamp'])
  expect(filled.venue.places.map(({ code }) => code)).toEqual(['SL1', 'SR1'])
  expect(
    filled.changes.map(({ seconds, underdressed, dressers }) => [seconds, underdressed, dressers.length]),
  ).toEqual([
    [40, undefined, 0],
    [40, true, 1],
  ])
  expect(filled.people.at(-1)).toMatchObject({
    name: 'Cy Amari',
    callName: 'Cyril',
    phone: '020 7946 0000',
  })
})

test('EDIT-50: the rows of a table put into it again change nothing, and none is new', () => {
  for (const one of [filled, demoShow()])
    for (const table of tableNames) {
      const cells = linesOf(one, table).map((line) => line.cells)
      const laid = layRows(one, table, cells)
      expect([table, [...laid.wrong.values()]]).toEqual([table, []])
      expect(laid.show).toEqual(one)
    }
})

test('EDIT-50: a row about the same as one that is there is that one, and keeps what no cell of it says', () => {
  const again = put(filled, 'mics', { pack: '7', seconds: '2:00' })
  expect(again.mics).toEqual([{ ...filled.mics[0], seconds: 120 }, filled.mics[1]])
  const later = put(filled, 'changes', { ...change, at: '130 s', item: 'lamp', to: 'nightshirt' })
  expect(later.changes).toHaveLength(2)
  expect(later.costumes.map(({ name }) => name)).toContain('nightshirt')
})

test('EDIT-50: a row is changed where it stands and removed; one that something hangs on is not', () => {
  const [first] = linesOf(filled, 'hand-offs')
  if (!first) throw new Error('there is one')
  const cells = { ...first.cells, to: 'D1' }
  const other = made(filled, { name: 'table.put', table: 'hand-offs', row: first.id, rows: [cells] })
  expect(other.handOffs).toHaveLength(1)
  expect(linesOf(other, 'hand-offs')[0]?.cells['to']).toBe('D1')
  expect(made(other, { name: 'table.remove', table: 'hand-offs', row: first.id }).handOffs).toEqual([])
  const gone = editShow(other, { name: 'table.remove', table: 'hand-offs', row: 'nothing' })
  expect(gone.ok).toBe(false)
  const demo = demoShow()
  const worn = demo.obligations.find(({ mic }) => mic !== undefined)?.mic
  if (worn !== undefined)
    expect(editShow(demo, { name: 'table.remove', table: 'mics', row: worn }).ok).toBe(false)
})

test('EDIT-50: what is wrong is told with its column, every row of them, and nothing is kept', () => {
  const wrong = (table: TableName, cells: Cells) => layRows(filled, table, [cells]).wrong.get(1)?.column
  expect(wrong('changes', { ...change, track: 'Z' })).toBe('track')
  expect(wrong('changes', { ...change, item: 'Sea', at: '9:00' })).toBe('item')
  expect(wrong('changes', { ...change, at: '40' })).toBe('at')
  expect(wrong('changes', { ...change, at: '3:00', place: 'cellar' })).toBe('place')
  expect(wrong('changes', { ...change, at: '3:00', to: '' })).toBe('to')
  expect(wrong('changes', { ...change, at: '3:00', seconds: 'quick' })).toBe('seconds')
  expect(wrong('changes', { ...change, at: '3:00', dressers: 'D1; K' })).toBe('dressers')
  expect(wrong('hand-offs', { prop: 'rope', from: 'K', to: 'K', item: '1', at: '', place: 'SL1' })).toBe('to')
  expect(wrong('presets', { title: 'x', place: 'SL1', before: 'Sea' })).toBe('before')
  expect(wrong('presets', { title: 'x', place: 'SL1', before: '1', department: 'Fog' })).toBe('department')
  expect(wrong('mics', { pack: '' })).toBe('pack')
  expect(wrong('company', { name: 'Di', kind: 'juggler' })).toBe('kind')
  expect(wrong('company', { name: 'Di', phone: 'at home' })).toBe('phone')
  expect(wrong('company', { name: 'Di', email: 'di at home' })).toBe('email')
  const two = layRows(filled, 'mics', [{ pack: '9' }, { pack: ' 9 ' }, { pack: '10', track: 'Q' }])
  expect([...two.wrong.keys()]).toEqual([2, 3])
  expect(
    editShow(filled, { name: 'table.put', table: 'mics', row: null, rows: [{ pack: '9' }, { pack: '9' }] })
      .ok,
  ).toBe(false)
})

test('EDIT-50: whatever stands in the cells, what comes out can be edited on and a refused row changes nothing', () => {
  const word = fc.constantFrom(
    '',
    'K',
    'B',
    'D1',
    '1',
    'Boat',
    'SL1',
    '0:40',
    '40',
    'lamp',
    'yes',
    'Ana Lopes',
    'swing',
  )
  const some = fc.record({
    table: fc.constantFrom(...tableNames),
    rows: fc.array(fc.dictionary(fc.constantFrom(...columnsOfAll), word), { minLength: 1, maxLength: 4 }),
  })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 8 }), (edits) => {
      let now = filled
      for (const { table, rows: typed } of edits) {
        const before = JSON.stringify(now)
        const result = editShow(now, { name: 'table.put', table, row: null, rows: typed })
        expect(JSON.stringify(now)).toBe(before)
        if (result.ok) now = result.value
        const again = layRows(
          now,
          table,
          linesOf(now, table).map((line) => line.cells),
        )
        expect([...again.wrong]).toEqual([])
        expect(again.show).toEqual(now)
      }
    }),
    { numRuns: 100 },
  )
})

const columnsOfAll = [
  ...new Set(
    tableNames.flatMap((table) => linesOf(filled, table).flatMap(({ cells }) => Object.keys(cells))),
  ),
]

test('EDIT-52: a number is kept with whose it is, stays while they are changed elsewhere, and is gone when its cell is emptied', () => {
  const cy = filled.people.at(-1)
  if (!cy) throw new Error('Cy is there')
  const to = { name: 'Cy Amari', does: 'The boy', kind: 'swing' } as const
  const changed = made(filled, { name: 'person.change', person: cy.id, to })
  expect(changed.people.at(-1)?.phone).toBe('020 7946 0000')
  const without = put(changed, 'company', { name: 'cy amari', phone: '' })
  expect(without.people.at(-1)).not.toHaveProperty('phone')
  expect(put(changed, 'company', { name: 'Cy Amari' }).people.at(-1)?.phone).toBe('020 7946 0000')
})

test('EDIT-53: a house calls what it calls: the half and beginners stay, the others are its own, and tonight goes by them', () => {
  const first = (one: Show) =>
    timeline(one).calls?.first.map(({ id, words, secondsBeforeUp }) => [id, words, secondsBeforeUp / 60])
  expect(first(filled)).toEqual([
    ['half', 'The half', 35],
    ['quarter', 'The quarter', 20],
    ['the-ten', 'The ten', 15],
    ['five', 'The five', 10],
    ['beginners', 'Beginners', 5],
  ])
  expect(callsBefore('GB', 1, 1, timeline(filled).calls).map(({ id }) => id)).toContain('the-ten')
  expect(callsBefore('US', 1, 1, timeline(filled).calls)).toEqual(callsBefore('US', 1))
  expect(timeline(show).calls).toBeUndefined()
  const remove = (row: string) => editShow(filled, { name: 'table.remove', table: 'calls', row })
  expect(remove('first the-ten').ok).toBe(true)
  expect(remove('first half').ok).toBe(false)
  expect(remove('later beginners').ok).toBe(false)
  const late = {
    name: 'table.put',
    table: 'calls',
    row: null,
    rows: [{ act: '1', words: 'Go', before: '2' }],
  } as const
  expect(editShow(filled, late).ok).toBe(false)
  const moved = put(filled, 'calls', { act: 'first act', words: 'the half', before: '40' })
  expect(first(moved)?.[0]).toEqual(['half', 'the half', 40])
  const many = Array.from({ length: OWN_CALLS_MAX + 1 }, (_, at) => ({
    act: '1',
    words: `Call ${at}`,
    before: '50',
  }))
  expect(editShow(show, { name: 'table.put', table: 'calls', row: null, rows: many }).ok).toBe(false)
  expect(put(show, 'calls', ...many.slice(0, OWN_CALLS_MAX - 4)).calls?.first).toHaveLength(OWN_CALLS_MAX)
})

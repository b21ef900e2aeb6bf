// Lists: which row is the head, what the rows say, what is asked, and the way out and back.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { row, workbook } from '../../../test/kit/packed.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { sourceOf } from '../../../test/kit/source.ts'
import { onOneLine } from '../finding.ts'
import { importFile } from '../import-file.ts'
import { readShowFile } from '../show-file/read.ts'
import { writeShowFile } from '../show-file/write.ts'
import { HEAD_ROWS_MAX } from './columns.ts'
import { escapedCell } from './escape.ts'
import type { CueSaid, SheetEvent } from './events.ts'
import { readTextSheet, type SheetAsked } from './import.ts'
import { questionLine } from './question-line.ts'
import { type TableName, tableOf } from './tables.ts'
import { readWorkbook } from './workbook.ts'
import { writeCsv, writeWorkbook } from './write.ts'

function list(name: string, content: string | Uint8Array, asked: SheetAsked = {}) {
  const read = importFile(sourceOf(name, content), asked)
  if (!read.ok) throw new Error(read.errors.map(({ line, message }) => `${line}: ${message}`).join('\n'))
  if (read.what !== 'list') throw new Error('it is a list')
  return read
}
const refusal = (name: string, content: string | Uint8Array, asked: SheetAsked = {}) => {
  const read = importFile(sourceOf(name, content), asked)
  return read.ok ? 'read' : `${read.errors[0]?.line}: ${read.errors[0]?.message}`
}
const asks = ({ questions }: ReturnType<typeof list>) => questions.map(questionLine)
const cues = (events: readonly SheetEvent[]) => events.filter((one): one is CueSaid => one.kind === 'cue')

const noScenes =
  'row 2: This list has no scenes: what is in it lies in the show as one, taken to last an hour. What is its running order?'

describe('the head of a list', () => {
  test('SHEET-5: below instructions and beside an empty column it is found, and what is not understood is told', () => {
    const book = workbook({
      sheets: {
        Read: row(1, 'Fill in the next sheet.'),
        Plan: [
          row(2, '', 'Harbour Lights: rundown'),
          row(4, '', 'Write one row for each item, and leave the head as it is.'),
          row(6, '', 'Time Start', 'Time End', 'Cue', 'Title', 'Note', 'Colour'),
          row(7, '', '19:30:00', '19:42:30', '1', 'Opening', '', 'red'),
          row(8, '', '19:42:30', '19:57:30', '2', 'Interval', 'bar open', ''),
        ].join(''),
      },
    })
    const read = list('harbour.xlsx', book)
    expect([read.kind, read.sheet, read.head]).toEqual(['rundown', 'Plan', 6])
    expect(read.events).toMatchObject([
      { kind: 'item', line: 7, code: '1', title: 'Opening', act: 1, seconds: 750, item: 'scene' },
      { kind: 'item', line: 8, code: '2', title: 'Interval', act: 1, seconds: 900, item: 'interval' },
    ])
    expect(asks(read)).toEqual(['Sheet “Plan”, G6: The column “Colour” is not understood, and was left out.'])
  })

  test('SHEET-5: where two rows may be it, or none is, it is asked, and a person can say', () => {
    const two = 'Number,Title,Line,Page\n1,Dawn,now,2\nCue,What,On,Page\nNo.,Name,Text,Page\n'
    expect(refusal('two.csv', two)).toMatch('1: Rows 1 and 4 may each say what the columns are')
    expect(list('two.csv', `${two}5,Dusk,then,4\n`, { head: 4 }).events).toMatchObject([
      { number: '5', title: 'Dusk' },
    ])
    const below = (rows: number) => `${'Read this,first\n'.repeat(rows)}Number,Title,Line\n1,Dawn,now\n`
    expect(list('below.csv', below(HEAD_ROWS_MAX - 1)).head).toBe(HEAD_ROWS_MAX)
    expect(refusal('below.csv', below(HEAD_ROWS_MAX))).toMatch('1: No row says')
    const none = 'one,two\n3,four\n'
    expect(refusal('none.csv', none)).toMatch('1: No row says what its columns are')
    expect(refusal('none.csv', none, { head: 2 })).toMatch('2: Row 2 does not say')
    const unclear = 'Title,Page\nDawn,2\n'
    expect(refusal('unclear.csv', unclear)).toMatch('No row says')
    expect(list('unclear.csv', 'Title,Note\nDawn,x\n', { as: 'rundown', head: 1 }).kind).toBe('rundown')
  })

  test('SHEET-5: another sheet that may be a list is told, one that is named is read, a hidden one only by name', () => {
    const sheet = (title: string) => row(1, 'No.', 'Title', 'Length') + row(2, '1', title, '4:00')
    const book = workbook({ sheets: { One: sheet('first'), Two: sheet('second') } })
    expect(asks(list('b.xlsx', book))[0]).toBe(
      'Sheet “One”, row 1: This sheet was read; “Two” may be a list too, and can be read by itself.',
    )
    expect(list('b.xlsx', book, { sheet: 'Two' }).events).toMatchObject([{ title: 'second' }])
    expect(refusal('b.xlsx', book, { sheet: 'Three' })).toMatch('There is no sheet “Three”')
  })
})

describe('cues', () => {
  test('SHEET-6: departments by column, by the word before the number and by the sheet; scenes by column or by row', () => {
    const read = list(
      'cues.csv',
      'Cue,Dept,Description,Line,Page,Scene\n12,LX,Dawn,“At last”,3,1.1\n5,SND,Gulls,,3,1.1\n13,LX,Noon,,4,1.2\n',
    )
    expect(
      cues(read.events).map(({ department, number, words, page, item }) => [
        department,
        number,
        words,
        page,
        item,
      ]),
    ).toEqual([
      ['LX', '12', '“At last”', '3', '1.1'],
      ['SND', '5', '', '3', '1.1'],
      ['LX', '13', '', '4', '1.2'],
    ])
    expect(read.show.items.map(({ code }) => code)).toEqual(['1.1', '1.2'])
    expect(read.show.departments.map(({ short, kind }) => [short, kind])).toEqual([
      ['LX', 'lights'],
      ['SND', 'sound'],
    ])
    const book = workbook({
      sheets: {
        'Sound cues':
          row(1, 'Q', 'What', 'Page') +
          row(2, 'The quay') +
          row(3, '7', 'Bell', '2') +
          row(4, 'LX 8', 'Dim', '2'),
      },
    })
    const inRows = list('s.xlsx', book)
    expect(cues(inRows.events).map(({ department, number }) => `${department} ${number}`)).toEqual([
      'SOUND 7',
      'LX 8',
    ])
    expect(inRows.show.items.map(({ title }) => title)).toEqual(['The quay'])
  })

  test('SHEET-6: what a playing program exports: its types are departments, and rows without one are asked about', () => {
    const read = list(
      'sound.csv',
      'Type,Number,Name,Notes,Continue Mode,Target\naudio,1,Gulls,,1,\nfade,2,Gulls out,,0,1\nlight,3,Dim,,,\ngroup,4,Storm,,,\nmemo,,Remember,,,\n',
    )
    expect(
      cues(read.events).map(({ department, number, follows }) => [
        department,
        number,
        follows?.seconds ?? null,
      ]),
    ).toEqual([
      ['SND', '1', null],
      ['SND', '2', 0],
      ['LX', '3', null],
      ['SND', '4', null],
    ])
    expect(asks(read)).toEqual([
      'F1: The column “Target” is not understood, and was left out.',
      noScenes,
      'row 5: One cue has no department of its own and was put down under SND; whose is it?',
      'B6: This row has no cue number, and was left out; is it called?',
    ])
  })

  test('SHEET-6: a number that is there twice is left out with a question', () => {
    const read = list('c.csv', 'Cue,Dept,Title\n1,LX,a\n1,LX,b\n1,SND,c\n')
    expect(read.show.cues.map(({ title }) => title)).toEqual(['a', 'c'])
    expect(asks(read)).toEqual([
      noScenes,
      'row 3: LX 1 stands in row 2 already; this one was left out. What is its number?',
    ])
  })

  test('SHEET-7: a cue follows as each kind of list says it; what is not clear is asked', () => {
    const read = list(
      'c.csv',
      'Cue,Dept,Title,Follow\n1,LX,a,F3\n2,LX,b,\n3,LX,c,A/F\n4,SND,d,follow 2 s after LX 1\n5,SND,e,sometimes\n',
    )
    expect(read.show.cues.map(({ trigger }) => trigger)).toEqual([
      { kind: 'called' },
      { kind: 'auto-follow', after: 'c1', seconds: 3 },
      { kind: 'follow-on', after: 'c2' },
      { kind: 'auto-follow', after: 'c1', seconds: 2 },
      { kind: 'called' },
    ])
    expect(asks(read)).toEqual([
      noScenes,
      'D6: “sometimes”: what does this cue follow? It is put down as called.',
    ])
  })
})

test('SHEET-8: a rundown by lengths, acts in rows, what is skipped, and a length that is too long to be one', () => {
  const read = list(
    'r.csv',
    'No.,Title,Duration,Skip\n,Act One,,\n1,Opening,4:30,\n2,Duet,3:00,x\n,Act Two,,\n3,Storm,4:30:00,\n4,Bows,soon,\n',
  )
  expect(read.show.items.map(({ title, act, seconds, kind }) => [title, act, seconds, kind])).toEqual([
    ['Opening', 1, 270, 'scene'],
    ['Storm', 2, 16_200, 'scene'],
    ['Bows', 2, 300, 'bows'],
  ])
  expect(asks(read)).toEqual([
    'D4: This row is marked to be skipped, and was.',
    'C6: “4:30:00” is read as hours and minutes; were minutes and seconds meant?',
    'row 7: One item has no length: five minutes are taken, twenty for an interval. How long are they?',
    'C7: “soon” is not a length: write 4:30, or 4 for minutes.',
  ])
})

test('SHEET-9: a running sheet is tracks and tasks, in their scenes and places, in the order of the list', () => {
  const read = list(
    'run.csv',
    'Who,Scene,When,Action,From,To,Duration\nAnna,Quay,at “Now”,Take the lamp,SL1,SR,0:30\nBen,Quay,,Open the trap,,,\nAnna,Storm,,Fly the sail,,,\n,Storm,,Nobody,,,\n',
  )
  expect(read.kind).toBe('tasks')
  const { tracks, obligations, venue, items } = read.show
  expect(tracks.map(({ title }) => title)).toEqual(['Anna', 'Ben'])
  expect(
    obligations.map(({ title, seconds, anchor }) => [title, seconds, anchor.item, anchor.line ?? null]),
  ).toEqual([
    ['Take the lamp', 30, items[0]?.id, 'at “Now”'],
    ['Open the trap', 60, items[0]?.id, null],
    ['Fly the sail', 60, items[1]?.id, null],
  ])
  expect(venue.places.map(({ code }) => code)).toEqual(['SL1', 'SR'])
  expect(asks(read)).toContain('row 5: This row has nobody who does it, and was left out.')
})

describe('the way out', () => {
  const cell = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(
        '=1+1',
        "'=1+1",
        "''-x",
        '-3',
        '+44',
        '@me',
        '"q"',
        'a;b;c',
        'a,b',
        '_x0041_',
        '_X0041_',
        "'",
        '16.50',
        '&amp;',
      ),
    )
    .map(onOneLine)
  const table = fc
    .array(fc.array(cell, { minLength: 3, maxLength: 6 }), { minLength: 1, maxLength: 20 })
    .map((rows) => rows.map((cells) => ['x', 'y', ...cells]))
  const trimmed = (cells: readonly string[]) => cells.slice(0, cells.findLastIndex((one) => one !== '') + 1)

  test('SHEET-12: whatever stands in the cells, a table comes back from both as it went out', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const wanted = rows.map(trimmed)
        const back = [
          readTextSheet(writeCsv({ name: 'T', rows })),
          readWorkbook(writeWorkbook([{ name: 'T', rows }])),
        ]
        for (const read of back)
          expect(read.ok && read.sheets[0]?.rows.map(({ cells }) => trimmed(cells))).toEqual(wanted)
      }),
      { numRuns: 40 },
    )
  })

  test('SHEET-12: no cell of the CSV begins as a formula does', () => {
    for (const text of ['=HYPERLINK("x")', '+1', '-1', '@x', "'=x", '＝1+1', '＋1', '－1', '＠x']) {
      expect(escapedCell(text)).toBe(`'${text}`)
      expect(writeCsv({ name: 'T', rows: [[text, 'b']] })).not.toMatch(/(?:^\uFEFF?|,)"?[=+@＝＋－＠-]/)
    }
  })

  test('SHEET-12: the cues and the running order of a show come back as they went', () => {
    const show = littleShow()
    const known = (name: TableName, content: string | Uint8Array, file: string) =>
      tableOf(list(file, content).show, name).rows
    for (const name of ['cues', 'rundown'] as const) {
      const out = tableOf(show, name)
      expect(known(name, writeCsv(out), 'show.csv')).toEqual(out.rows)
      expect(known(name, writeWorkbook([out]), 'show.xlsx')).toEqual(out.rows)
    }
  })
})

test('SHEET-11: of any table reading never throws, and what it proposes is a show', () => {
  const words = fc.constantFrom(
    'Cue',
    'Dept',
    'Title',
    'Length',
    'Scene',
    'Who',
    'Follow',
    'Act',
    'Skip',
    'x',
    '1',
    '4:30',
    'LX',
    'Act Two',
    '',
    'F3',
    'follow after LX 1',
  )
  const rows = fc.array(fc.array(words, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(rows, fc.constantFrom('cues', 'rundown', 'tasks', undefined), (cells, as) => {
      const read = importFile(sourceOf('any.csv', cells.map((one) => one.join(',')).join('\n')), { as })
      if (read.ok) expect(readShowFile(writeShowFile(read.show)).ok).toBe(true)
      else expect(read.errors.length).toBeGreaterThan(0)
    }),
    { numRuns: 80 },
  )
})

// Lists as the programs write them that people keep them in: Ontime, QLab, Excel in several languages, a running sheet by hand.

import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { row, workbook } from '../../../test/kit/packed.ts'
import { sourceOf } from '../../../test/kit/source.ts'
import { importFile } from '../import-file.ts'
import type { CueSaid, ItemSaid } from './events.ts'
import { TOP_ROWS_SHOWN } from './import.ts'
import { questionLine } from './question-line.ts'

function list(name: string, content: string | Uint8Array) {
  const read = importFile(sourceOf(name, content))
  if (!read.ok || read.what !== 'list') throw new Error(JSON.stringify(read))
  const items = read.events.filter((one): one is ItemSaid => one.kind === 'item')
  const cues = read.events.filter((one): one is CueSaid => one.kind === 'cue')
  return { ...read, items, cues, asked: read.questions.map(questionLine).join('\n') }
}

/** A row from column A on: texts, and numbers as a time of day. */
const timed = (line: number, ...cells: readonly (string | number)[]): string =>
  `<row r="${line}">${cells
    .map((cell, at) => {
      const place = `${String.fromCharCode(65 + at)}${line}`
      if (cell === '') return ''
      return typeof cell === 'number'
        ? `<c r="${place}" s="1"><v>${cell}</v></c>`
        : `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`
    })
    .join('')}</row>`
const at = (hours: number, minutes: number, seconds = 0) => (hours * 3_600 + minutes * 60 + seconds) / 86_400
const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="21"/></cellXfs>'

test('SHEET-15: a rundown of Ontime’s third version: blocks are acts or asked about, skipped rows are, midnight is passed', () => {
  const rows = [
    timed(1, 'Rundown template') + timed(2, 'Event name', 'Harbour'),
    timed(
      4,
      'Time Start',
      'Time End',
      'Duration',
      'Cue',
      'Title',
      'Skip?',
      'Note',
      'Timer Type',
      'End Action',
    ),
    timed(5, '', '', '', '', 'Act Two', '', '', 'block'),
    timed(6, at(19, 30), at(19, 42, 30), at(0, 12, 30), '1', 'Opening', '', 'bar shut', 'count-down', 'none'),
    timed(7, at(19, 42, 30), at(20, 5), at(0, 22, 30), '2', 'Storm', 'x', '', 'count-down'),
    timed(8, '', '', '', '', 'Late part', '', '', 'block'),
    timed(9, at(23, 50), at(0, 20), '', '3', 'Late show', '', '', 'count-up', 'none'),
  ]
  const read = list('v3.xlsx', workbook({ styles, sheets: { 'event schedule': rows.join('') } }))
  expect(read.items.map(({ code, title, act, seconds }) => [code, title, act, seconds])).toEqual([
    ['1', 'Opening', 2, 750],
    ['3', 'Late show', 2, 1_800],
  ])
  expect(read.asked).toMatch('H8: “Late part” stands above a group of rows, and was left out')
  expect(read.asked).toMatch('F7: This row is marked to be skipped, and was.')
})

test('SHEET-15: a rundown of Ontime’s fourth version: ids are not numbers, moments and ends of groups are not played', () => {
  const head = ['ID', 'Flag', 'Timer type', 'Cue', 'Title', 'Time start', 'Link start', 'Duration', 'Skip']
  const rows = [
    timed(1, ...head),
    timed(2, 'a0b1', '', 'group', '', 'Part One'),
    timed(3, 'a0b2', 'x', 'count-down', '1', 'Welcome', at(10, 0), '', at(0, 5), 'false'),
    timed(4, 'a0b3', '', 'count-down', '2', 'Duet', '', 'x', at(0, 45), ''),
    timed(5, '', '', 'group-end'),
    timed(6, 'a0b4', '', 'milestone', 'M1', 'Doors'),
  ]
  const read = list('v4.xlsx', workbook({ styles, sheets: { Sheet1: rows.join('') } }))
  expect(read.items.map(({ code, title, act, seconds }) => [code, title, act, seconds])).toEqual([
    ['1', 'Welcome', 1, 300],
    ['2', 'Duet', 1, 2_700],
  ])
  expect(read.asked).toMatch('C6: “Doors” is a moment between two rows')
  expect(read.asked).not.toMatch('neither a number nor a title')
})

test('SHEET-7: of QLab’s cues one goes with the row before whoever’s it is, with the waits between; an end nobody knows is asked', () => {
  const read = list(
    'sound.csv',
    [
      'Number,Type,Name,Pre Wait,Duration,Post Wait,Continue Mode',
      '1,Audio,Thunder,0,12.5,2,Auto-continue',
      '2,Light,Flash,0.5,0,0,Do not continue',
      'PRE,Audio,Rain,0,00:01:00.0,0,Auto-follow',
      ',Audio,Wind,0,30,0,1',
      'H-1,Audio,Sea,0,,0,2',
      '5,Stop,All,0,0,0,0',
    ].join('\r\n'),
  )
  expect(read.show.cues.map(({ number, trigger }) => [number, trigger])).toEqual([
    ['1', { kind: 'called' }],
    ['2', { kind: 'auto-follow', after: 'c1', seconds: 2.5 }],
    ['PRE', { kind: 'called' }],
    ['H-1', { kind: 'auto-follow', after: 'c3', seconds: 60 }],
    ['5', { kind: 'follow-on', after: 'c4' }],
  ])
  expect(read.asked).toMatch('G6: The cue after H-1 goes when H-1 has ended')
  expect(read.asked).toMatch('row 5: This row has no cue number')
})

test('SHEET-7: F3 of a desk waits for the next cue of that desk, whatever others stand between', () => {
  const read = list('c.csv', 'Cue,Dept,Title,Follow\n1,LX,a,F3\n5,SND,b,\n2,LX,c,H1\n6,SND,d,\n3,LX,e,\n')
  expect(read.show.cues.map(({ trigger }) => trigger)).toEqual([
    { kind: 'called' },
    { kind: 'called' },
    { kind: 'auto-follow', after: 'c1', seconds: 3 },
    { kind: 'called' },
    { kind: 'auto-follow', after: 'c3', seconds: 1 },
  ])
  expect(read.asked).toMatch('D4: The cue after 2 goes 1 s after 2 has ended')
})

test('SHEET-6: a number as it is called; a day of the spreadsheet’s and several in one are asked', () => {
  const read = list(
    'c.csv',
    'Cue,Dept,What\nLX Q 5,LX,a\nLXQ6,LX,b\nlx7,LX,c\nSnd Q 4a,Sound,d\nCue 8,LX,e\nSQ 9,,f\nFLY Q 2,,g\n10-12,LX,h\n2026-01-02,LX,i\n',
  )
  expect(read.cues.map(({ department, number }) => `${department} ${number}`)).toEqual([
    ...['LX 5', 'LX 6', 'LX lx7', 'Sound 4a', 'LX 8', 'SQ 9', 'FLY 2', 'LX 10-12', 'LX 2026-01-02'],
  ])
  expect(read.asked).toMatch('row 9: “10-12” may be several cues')
  expect(read.asked).toMatch('row 10: “2026-01-02” is a day by the spreadsheet’s reckoning')
})

test('SHEET-5: heads in German and French, with a mark that says which sign parts the cells, and as “Unicode Text”', () => {
  const german =
    '\uFEFFsep=;\r\nNr.;Abteilung;Titel;Stichwort;Seite;Szene\r\n1;LX;Saallicht aus;"Guten Abend; meine Damen";3;1\r\n'
  const french = 'No.\tService\tTitre\tRéplique\tPage\r\n1\tSND\tMer\tEnfin\t3\r\n'
  expect(list('de.csv', german).cues).toMatchObject([
    {
      line: 3,
      department: 'LX',
      title: 'Saallicht aus',
      words: 'Guten Abend; meine Damen',
      page: '3',
      item: '1',
    },
  ])
  const bytes = (mark: readonly number[], text: Buffer) =>
    new Uint8Array(Buffer.concat([Buffer.from(mark), text]))
  const small = Buffer.from(french, 'utf16le')
  for (const file of [bytes([0xff, 0xfe], small), bytes([0xfe, 0xff], Buffer.from(small).swap16())])
    expect(list('fr.txt', file).cues).toMatchObject([{ department: 'SND', title: 'Mer', words: 'Enfin' }])
})

test('PASTE-1: a row with a line break in a cell keeps the line it begins on', () => {
  const read = list('c.csv', 'Cue,Dept,What\n1,LX,"two\nlines"\n2,LX,b\n')
  expect(read.cues.map(({ line, title }) => [line, title])).toEqual([
    [2, 'two lines'],
    [4, 'b'],
  ])
})

test('SHEET-16: a cell put together over several rows is said in each that says something; texts set in pieces are one', () => {
  const rows = [
    '<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>HARBOUR</t></r><r><t xml:space="preserve"> LIGHTS</t></r></is></c></row>',
    row(3, 'Who', 'Scene', 'Action') + row(4, 'Ana', '1.1', 'Lamp on') + row(5, '', '', 'Lamp off'),
    `${row(7, 'Ben', '1.2', 'Trap')}</sheetData><mergeCells count="3"><mergeCell ref="A4:A6"/><mergeCell ref="B4:B5"/><mergeCell ref="A1:C1"/></mergeCells><sheetData>`,
  ]
  const read = list('run.xlsx', workbook({ sheets: { Run: rows.join('') } }))
  expect(read.events).toMatchObject([
    { line: 4, who: 'Ana', item: '1.1', title: 'Lamp on' },
    { line: 5, who: 'Ana', item: '1.1', title: 'Lamp off' },
    { line: 7, who: 'Ben', item: '1.2', title: 'Trap' },
  ])
})

test('SHEET-17: several who do something together are each of them where each does something alone, else they are asked about', () => {
  const read = list(
    'run.csv',
    'Who;What;Scene\nAna;Lamp;1\nBen;Trap;1\nAna + Ben;Truck;1\nAll;Clear;1\nCy/Dee;Rope;1\n',
  )
  const { tracks, obligations } = read.show
  expect(tracks.map(({ title }) => title)).toEqual(['Ana', 'Ben', 'All', 'Cy/Dee'])
  expect(obligations.filter(({ title }) => title === 'Truck')).toHaveLength(2)
  expect(read.asked).toMatch('row 5: “All” may be several')
  expect(read.asked).toMatch('row 6: “Cy/Dee” may be several')
})

test('IMPORT-5: no row under a head is passed over silently', () => {
  const words = fc.constantFrom(
    ...[
      '',
      '',
      'LX',
      '1',
      'A',
      '4:30',
      'x',
      'Act Two',
      'block',
      'group-end',
      'milestone',
      'Interval',
      'Ana',
      'Ana + Ben',
      'F3',
      '2',
    ],
  )
  const heads = fc.constantFrom<readonly string[]>(
    ['Cue', 'Dept', 'What', 'Follow', 'Scene', 'Colour'],
    ['Cue', 'Title', 'Timer type', 'Duration', 'Skip', 'Colour'],
    ['Who', 'Action', 'Scene', 'From', 'Skip', 'Colour'],
  )
  const rows = fc.array(fc.array(words, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(heads, rows, (head, cells) => {
      const read = importFile(sourceOf('any.csv', [head, ...cells].map((one) => one.join(',')).join('\n')))
      if (!read.ok || read.what !== 'list') return
      const said = new Set([...read.events, ...read.questions].map(({ line }) => line))
      for (const [at, row] of cells.entries()) {
        const full = row.filter((cell) => cell !== '')
        const kind = row[head.indexOf('Timer type')] ?? ''
        const isKnown =
          full.length === 0 ||
          (full.length === 1 && full[0] === 'Act Two') ||
          (read.kind === 'rundown' && kind === 'block' && row[head.indexOf('Title')] === 'Act Two') ||
          (read.kind === 'rundown' &&
            /^(?:block|group-end|milestone)$/.test(kind) &&
            row[head.indexOf('Title')] === '')
        if (!isKnown) expect([at + 2, row, said.has(at + 2)]).toEqual([at + 2, row, true])
      }
    }),
    { numRuns: 150 },
  )
})

test('SHEET-5: where no row is understood as the head, the first are there to be pointed at, and the one that is is read', () => {
  const lines = Array.from({ length: TOP_ROWS_SHOWN + 3 }, (_, at) => `Alpha ${at},Beta ${'x'.repeat(200)}`)
  const unclear = importFile(sourceOf('run.csv', `Harbour\n${lines.join('\n')}\n`))
  if (unclear.ok) throw new Error('no row of it is a head')
  expect(unclear.rows).toHaveLength(TOP_ROWS_SHOWN)
  expect(unclear.rows?.[0]).toMatchObject({
    sheet: '',
    line: 2,
    text: expect.stringMatching(/^Alpha 0 · Beta x{100}/),
  })
  const again = importFile(sourceOf('run.csv', 'Harbour,2026\nWho,Cue,What\nAna,1,Lamp\n'), {
    head: 2,
    as: 'tasks',
  })
  expect(again.ok && again.what === 'list' && again.events).toMatchObject([{ who: 'Ana', title: 'Lamp' }])
  const still = importFile(sourceOf('run.csv', 'Alpha,Beta\nAna,Lamp\n'), { head: 2 })
  expect(!still.ok && still.rows?.length).toBe(2)
  // Pointed at wrongly: it says that another row may be the head, and they stand there again.
  const wrongly = importFile(sourceOf('run.csv', 'Alpha,Beta\nAna,Lamp\n'), { head: 1, as: 'cues' })
  expect(wrongly).toMatchObject({ ok: false, rows: [{ line: 1 }, { line: 2 }] })
  expect(!wrongly.ok && wrongly.errors[0]?.message).toMatch(/another row is its head/)
})

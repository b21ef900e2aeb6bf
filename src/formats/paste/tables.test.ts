// Tables and cue sheets as they are pasted: which line has the headings, which columns are what, what was put right since.

import { expect, test } from 'vitest'
import { cueSheet, itemsOfSheet, SHEET_ROWS, WRONG_ROWS, wrongCells } from '../../../test/kit/cue-sheet.ts'
import { changesBetween, makeChanges } from '../../core/editing/changes.ts'
import { layCueRows } from '../../core/editing/cue-rows.ts'
import { newShow } from '../../core/editing/details.ts'
import { editShow } from '../../core/editing/edits.ts'
import { readRows, tableHeads } from './tables.ts'

const empty = newShow({ title: 'Night', venue: '', address: '', country: 'GB', timeZone: 'Europe/London' })
const ordered = editShow(empty, { name: 'order.set', rows: itemsOfSheet })
if (!ordered.ok) throw new Error(ordered.refusal.sentence)
const show = ordered.value

function pasted(...[text, how]: [string, Parameters<typeof readRows>[3]?]) {
  const read = readRows(text, null, 'cues', how)
  if (!read.ok) throw new Error('it is a table')
  const laid = layCueRows(
    show,
    read.rows.map(({ row }) => row),
  )
  const wrong = [...laid.wrong].map(([at, { column = '', sentence }]) => {
    const line = read.rows[at - 1]?.line ?? 0
    return { line, column: read.columns.indexOf(column), sentence }
  })
  return { read, laid, wrong }
}

test('EDIT-51: of two hundred cues in a spreadsheet the twelve that are wrong are told, each with row, column and why', () => {
  const { read, laid, wrong } = pasted(cueSheet())
  expect(read.head).toBe(3)
  expect(read.rows).toHaveLength(SHEET_ROWS)
  expect(wrong.map(({ line, column }) => [line, column])).toEqual(
    wrongCells.map(({ row, column }) => [row, column]),
  )
  for (const [at, { why }] of wrongCells.entries()) expect(wrong[at]?.sentence).toMatch(why)
  expect(laid.show.cues).toHaveLength(SHEET_ROWS - WRONG_ROWS)
  // Nothing is kept while one is wrong.
  expect(editShow(show, { name: 'cues.put', rows: read.rows.map(({ row }) => row) }).ok).toBe(false)
})

test('EDIT-51: with twelve left out or put right the others are kept in one edit, and that is taken back as one', () => {
  const left = pasted(cueSheet(), { left: wrongCells.map(({ row }) => row) })
  expect(left.wrong).toEqual([])
  const right = cueSheet(false).split('\n')
  const put = wrongCells.map(({ row }) => ({ line: row, cells: (right[row - 1] ?? '').split('\t') }))
  expect(pasted(cueSheet(), { put }).laid.show.cues).toHaveLength(SHEET_ROWS)
  const kept = editShow(show, { name: 'cues.put', rows: left.read.rows.map(({ row }) => row) })
  if (!kept.ok) throw new Error(kept.refusal.sentence)
  expect(kept.value.cues).toHaveLength(SHEET_ROWS - WRONG_ROWS)
  expect(kept.value.cues.filter(({ trigger }) => trigger.kind === 'auto-follow').length).toBeGreaterThan(5)
  const back = makeChanges(kept.value, changesBetween(kept.value, show))
  expect(back.ok && back.value.cues).toEqual([])
  expect(back.ok && back.value.departments).toEqual([])
})

test('EDIT-51: pasted again the sheet changes nothing; a scene alone in a row stands for the cues under it', () => {
  const once = pasted(cueSheet(false)).laid.show
  const { read } = pasted(cueSheet(false))
  const again = layCueRows(
    once,
    read.rows.map(({ row }) => row),
  )
  expect([...again.wrong]).toEqual([])
  expect(again.show).toEqual(once)
  const { laid, wrong } = pasted('Dept\tCue\tTitle\n2 The boat\nLX\t1\tdusk\n\tSND 4\tsea\n3\nLX\t2\tnight')
  expect(wrong).toEqual([])
  const items = new Map(laid.show.items.map(({ id, title }) => [id, title]))
  expect(laid.show.cues.map(({ number, anchor }) => [number, items.get(anchor.item)])).toEqual([
    ['1', 'The boat'],
    ['4', 'The boat'],
    ['2', 'The tide'],
  ])
})

test('PASTE-13: the headings are found below a title, or are in the line that somebody points at, or in none', () => {
  const text = 'Our microphones\nPack\tTrack\n7\tK\n8\tB'
  const found = readRows(text, null, 'mics')
  expect(found.ok && [found.head, found.rows.map(({ row }) => row)]).toEqual([
    2,
    [
      { pack: '7', track: 'K' },
      { pack: '8', track: 'B' },
    ],
  ])
  const unclear = readRows('Nummer\tWer\n7\tK', null, 'mics')
  expect(unclear.ok && [unclear.head, unclear.rows.length, unclear.top.length]).toEqual([null, 2, 2])
  const pointed = readRows('Nummer\tWer\n7\tK', null, 'mics', { head: 1 })
  expect(pointed.ok && pointed.rows).toHaveLength(1)
  const named = readRows('Nummer\tWer\n7\tK', ['pack', 'track'], 'mics', { head: 1 })
  expect(named.ok && named.rows[0]?.row).toEqual({ pack: '7', track: 'K' })
  const none = readRows('Pack\tTrack', null, 'mics', { head: 0 })
  expect(none.ok && none.rows).toHaveLength(1)
})

test('PASTE-13: a row that was put right is read so, one that is left out is not there, and the lines stay those of the sheet', () => {
  const read = readRows('Pack\tTrack\n7\tK\n8\tB\n9\tB', null, 'mics', {
    left: [2],
    put: [{ line: 4, cells: ['10', 'C'] }],
  })
  expect(read.ok && read.rows.map(({ line, row }) => [line, row['pack']])).toEqual([
    [3, '8'],
    [4, '10'],
  ])
})

test('PASTE-13: our own headings are understood, each as its column', () => {
  for (const heads of Object.values(tableHeads))
    for (const [column, heading] of heads)
      expect(heads.find(([, , words]) => words.test(heading))?.[0]).toBe(column)
})

// A file that was saved says which copy it is, and says the same as before when it is read again.

import { expect, test } from 'vitest'
import { shortShow } from '../../test/kit/short-show.ts'
import { isCopyMark, markedCsv, markedJson, markSheet, withoutCopyMark } from './copy-mark.ts'
import { readTable } from './paste/table.ts'
import { importSheet, readTextSheet } from './sheet/import.ts'
import { readWorkbook } from './sheet/workbook.ts'
import { writeWorkbook } from './sheet/write.ts'
import { readKeptShow, readShowFile } from './show-file/read.ts'

const words = 'Copy 12, saved by Sal "Sally" Somebody, 27 November 2026, 08:20'
const csv = '\uFEFFcue,department,title\r\nLX 1,LX,House out\r\nLX 2,LX,Preset\r\n'

test('KEEP-24: a show file with its mark opens as the same show, and each line keeps its number', () => {
  const text = shortShow().text
  const marked = markedJson(text, words)
  expect(JSON.parse(marked)).toMatchObject({ copy: words })
  expect(readShowFile(marked)).toEqual(readShowFile(text))
  expect(readKeptShow(marked)).toEqual(readKeptShow(text))
  expect(withoutCopyMark(marked).split('\n')).toHaveLength(marked.split('\n').length)
  expect(withoutCopyMark(text)).toBe(text)
  // What only looks like one is what it was: somebody’s own field, and refused as such.
  const other = text.replace('{\n', '{\n  "copy": "of mine",\n')
  expect(withoutCopyMark(other)).toBe(other)
})

test('KEEP-24: a list as CSV or as a workbook says in its last row or sheet which copy it is, and reads as before', () => {
  const marked = markedCsv(csv, words)
  expect(marked).toContain('# Copy 12')
  const read = importSheet(readTextSheet(marked), 'cues', {})
  expect(read).toMatchObject({ ok: true })
  expect(read).toEqual(importSheet(readTextSheet(csv), 'cues', {}))
  // Pasted into its table again it is no row of it.
  expect(readTable(marked)).toEqual(readTable(csv))
  const table = {
    name: 'Cues',
    rows: csv
      .slice(1)
      .trim()
      .split('\r\n')
      .map((row) => row.split(',')),
  }
  const book = (...tables: readonly (typeof table)[]) =>
    importSheet(readWorkbook(writeWorkbook(tables)), 'cues', {})
  expect(book(table, { ...markSheet(words), rows: markSheet(words).rows.map((row) => [...row]) })).toEqual(
    book(table),
  )
  expect([isCopyMark(['', '# Copy 1, x', '']), isCopyMark(['# Copy', 'x']), isCopyMark(['#12'])]).toEqual([
    true,
    false,
    false,
  ])
})

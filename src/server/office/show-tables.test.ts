// The lists of a show on their way to a spreadsheet and back.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demoShow } from '../../../test/kit/demo-show.ts'
import { layCueRows } from '../../core/editing/cue-rows.ts'
import type { CoverRow, EntranceRow, TrackRow } from '../../core/editing/edit.ts'
import { coverWords, tableNames } from '../../core/editing/edit.ts'
import { layRows } from '../../core/editing/tables/tables.ts'
import { obligationKinds, type Show } from '../../core/show/show.ts'
import { readCovers } from '../../formats/paste/covers.ts'
import { readEntrances, readTracks } from '../../formats/paste/plot.ts'
import { readRows } from '../../formats/paste/tables.ts'
import { coversTable, entrancesTable, tracksTable } from '../../formats/sheet/plot-tables.ts'
import type { Table } from '../../formats/sheet/tables.ts'
import { readWorkbook } from '../../formats/sheet/workbook.ts'
import { writeCsv, writeWorkbook } from '../../formats/sheet/write.ts'
import { coverRows } from './cover-rows.ts'
import { entranceLines, trackLines } from './plot-lines.ts'
import { showTable } from './show-tables.ts'

type Pasted = { readonly ok: true; readonly rows: readonly object[] } | { readonly ok: false }

/** As whoever opens the workbook copies it: tabs, and what needs it in quotation marks. */
function copied(table: Table): string {
  const book = readWorkbook(writeWorkbook([table]))
  if (!book.ok) throw new Error('it is a workbook')
  const cell = (text: string) => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return (book.sheets[0]?.rows ?? []).map(({ cells }) => cells.map(cell).join('\t')).join('\n')
}

function comesBack(table: Table, rows: readonly object[], read: (text: string) => Pasted): void {
  for (const text of [writeCsv(table), copied(table)]) {
    const back = read(text)
    expect(back.ok && back.rows.map((row) => ({ ...row, line: undefined, cells: undefined }))).toEqual(
      rows.map((row) => ({ ...row, line: undefined, cells: undefined })),
    )
  }
}

/** What a spreadsheet would take for a formula, or take apart. */
const oddCells = ['=1+1', '+44 20', '-', '@x', 'a "b" c', 'x; y', 'x, y', '1', '0:40', 'Ærø']

/** What may stand in a cell and is not trimmed away there. */
const cell = fc
  .oneof(
    fc.constantFrom('', '=1+1', '+44', '-', '@x', 'a "b" c', 'x; y', 'x, y', '1', '0:40', 'Ærø'),
    fc.string({ maxLength: 12, unit: 'grapheme' }),
  )
  .map((text) => text.replaceAll(/\s+/g, ' ').trim())
  // The mark of a formula made text is taken off where it is pasted, as from the CSV.
  .filter((text) => !/^'+[=+\-@]/.test(text))
const name = cell.map((text) =>
  text
    .replaceAll(/[,;/]|^\d+[.)]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim(),
)
const filled = name.filter((text) => /\p{L}/u.test(text) && !/^\d/.test(text))

const trackRow: fc.Arbitrary<TrackRow> = fc.record({
  code: fc.constantFrom('A', 'B2', 'Δ'),
  title: cell,
  kind: fc.constantFrom('cast', 'swing', 'crew', 'dresser', 'music', 'stage management'),
  owner: cell,
  covers: fc.array(filled, { maxLength: 3 }),
})
const entranceRow: fc.Arbitrary<EntranceRow> = fc.record({
  kind: fc.constantFrom(...obligationKinds),
  track: fc.constantFrom('A', 'B2'),
  ...{ item: cell, at: cell, from: cell, length: cell, to: cell, what: cell },
})
const coverRow: fc.Arbitrary<CoverRow> = fc.record({
  what: fc.constantFrom(...coverWords),
  who: fc.constantFrom('Ana Lopes', 'Bo'),
  level: fc.constantFrom('', 'performed', 'rehearsed', 'never', 'our own'),
  ...{
    track: cell,
    item: cell,
    entrance: cell,
    other: cell,
    words: cell,
    on: cell,
    until: cell,
    number: cell,
  },
})

test('SHEET-13: tracks, times on and who can do what come back as they went, whatever stands in them', () => {
  const some = <Row>(row: fc.Arbitrary<Row>) => fc.array(row, { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(some(trackRow), some(entranceRow), some(coverRow), (tracks, entrances, covers) => {
      comesBack(tracksTable(tracks), tracks, (text) => readTracks(text, null))
      comesBack(entrancesTable(entrances), entrances, (text) => readEntrances(text, null))
      comesBack(coversTable(covers), covers, (text) => readCovers(text, null))
    }),
    { numRuns: 20 },
  )
  const marked = { code: 'A', title: "'=x", kind: 'cast', owner: '', covers: [] } as const
  expect(readTracks(writeCsv(tracksTable([marked])), null)).toMatchObject({ rows: [{ title: "'=x" }] })
})

test('SHEET-14: changes, hand-offs, presets, microphones and company come back from both kinds of file and change nothing', () => {
  const written: Show = demoShow()
  const odd = written.presets.map((one, at) => ({
    ...one,
    title: oddCells[at % oddCells.length] ?? one.title,
  }))
  const people = written.people.map((one, at) =>
    at < oddCells.length ? { ...one, name: `${one.name} ${oddCells[at] ?? ''}`.trim() } : one,
  )
  const show: Show = { ...written, presets: odd, people }
  for (const name of tableNames) {
    const table = showTable(show, name)
    expect(table.rows.length).toBeGreaterThan(1)
    for (const text of [writeCsv(table), copied(table)]) {
      const back = readRows(text, null, name)
      if (!back.ok) throw new Error(back.errors[0]?.message)
      const laid = layRows(
        show,
        name,
        back.rows.map(({ row }) => row),
      )
      expect([name, [...laid.wrong.values()]]).toEqual([name, []])
      expect(laid.show).toEqual(show)
    }
  }
})

test('SHEET-14: the cues of a show come back on the page of the cues and change nothing', () => {
  const show: Show = demoShow()
  for (const text of [writeCsv(showTable(show, 'cues')), copied(showTable(show, 'cues'))]) {
    const back = readRows(text, null, 'cues')
    if (!back.ok) throw new Error(back.errors[0]?.message)
    const laid = layCueRows(
      show,
      back.rows.map(({ row }) => row),
    )
    expect([...laid.wrong.values()]).toEqual([])
    expect(laid.show).toEqual(show)
  }
})

test('SHEET-13: those of a whole show come back as its editors have them', () => {
  const show: Show = demoShow()
  const typed = <Row extends object>(rows: readonly Row[], keys: readonly (keyof Row)[]) =>
    rows.map((row) => Object.fromEntries(keys.map((key) => [key, row[key]])))
  const tracks = trackLines(show)
  const entrances = entranceLines(show)
  comesBack(tracksTable(tracks), typed(tracks, ['code', 'title', 'kind', 'owner', 'covers']), (text) =>
    readTracks(text, null),
  )
  comesBack(
    entrancesTable(entrances),
    typed(entrances, ['kind', 'track', 'item', 'at', 'from', 'length', 'to', 'what']),
    (text) => readEntrances(text, null),
  )
  comesBack(coversTable(coverRows(show)), coverRows(show), (text) => readCovers(text, null))
})

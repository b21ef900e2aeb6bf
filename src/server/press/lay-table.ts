// Tables on paper: heads on every page, rows that stay whole, and ruled room for the pencil.

import type { Block, Column, Fact } from '../../core/paperwork/sheets/sheet.ts'
import { PAD, widthsOf } from './columns.ts'
import type { Font, Mark } from './page.ts'
import { lineHeight, type Pen, rule } from './pen.ts'

const HAIR = 0.4

type TableBlock = Extract<Block, { kind: 'table' }>
type Place = { readonly column: Column; readonly x: number; readonly width: number }

export function layTable(pen: Pen, { columns, rows, none }: TableBlock): void {
  if (rows.length === 0) {
    pen.write('P', none, 'plain', pen.look.body)
    return
  }
  const places = placesOf(pen, columns, rows)
  const table = pen.table()
  head(pen, places, table)
  for (const row of rows) layRow(pen, places, row, table)
}

function placesOf(
  pen: Pen,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): readonly Place[] {
  const widths = widthsOf(pen, columns, rows)
  let x = pen.left
  return columns.map((column, index) => {
    const width = widths[index] ?? 0
    const place = { column, x, width }
    x += width
    return place
  })
}

/** `table`: null for a head that is repeated at the top of a page, which is read only once. */
function head(pen: Pen, places: readonly Place[], table: number | null): void {
  const size = pen.look.body - 1
  const cells = places.map(({ column, width }) => pen.lines(column.head, width - 2 * PAD, 'bold', size))
  const height = Math.max(...cells.map((lines) => lines.length)) * lineHeight(size) + PAD
  pen.need(height + pen.look.rowMin)
  const row = table === null ? null : pen.row()
  for (const [index, place] of places.entries())
    pen.put(
      table === null ? 'artifact' : 'TH',
      texts(pen, place, cells[index] ?? [], 'bold', size, 0),
      table,
      row,
    )
  pen.y += height
  pen.put('artifact', [rule(pen.left, pen.y, pen.right, pen.y, 0.8)])
}

function layRow(pen: Pen, places: readonly Place[], row: readonly string[], table: number): void {
  const size = pen.look.body
  const cells = places.map(({ width }, index) => pen.lines(row[index] ?? '', width - 2 * PAD, 'plain', size))
  const most = Math.max(1, ...cells.map((lines) => lines.length))
  const fits = Math.floor((pen.bottom - 120) / lineHeight(size))
  // A row that fits on no page is divided; all others stay whole.
  for (let from = 0; from < most; from += fits) {
    const part = cells.map((lines) => lines.slice(from, from + fits))
    const height = Math.max(pen.look.rowMin, Math.min(fits, most - from) * lineHeight(size) + 2 * PAD)
    if (pen.need(height)) head(pen, places, null)
    layCells(pen, places, part, { table, height })
    pen.y += height
  }
}

function layCells(
  pen: Pen,
  places: readonly Place[],
  cells: readonly (readonly string[])[],
  { table, height }: { readonly table: number; readonly height: number },
): void {
  const id = pen.row()
  for (const [index, place] of places.entries())
    pen.put('TD', texts(pen, place, cells[index] ?? [], 'plain', pen.look.body, PAD), table, id)
  const foot = pen.y + height
  pen.put('artifact', [
    rule(pen.left, foot, pen.right, foot, HAIR),
    ...places.flatMap(({ column, x, width }) =>
      column.pencil === true
        ? [rule(x, pen.y, x, foot, HAIR), rule(x + width, pen.y, x + width, foot, HAIR)]
        : [],
    ),
  ])
}

function texts(
  pen: Pen,
  { column, x, width }: Place,
  lines: readonly string[],
  font: Font,
  size: number,
  pad: number,
): readonly Mark[] {
  return lines.map((text, index) => ({
    kind: 'text',
    x: column.right === true ? x + width - PAD - pen.measure(text, font, size) : x + PAD,
    y: pen.y + pad + index * lineHeight(size),
    text,
    font,
    size,
  }))
}

const LABEL_SHARE = 0.3

/** What is not set says so in words: an empty line on an incident card looks like one that was forgotten. */
export function layFacts(pen: Pen, facts: readonly Fact[]): void {
  const { body } = pen.look
  const label = pen.width * LABEL_SHARE
  const table = pen.table()
  for (const { what, said, missing } of facts) {
    const names = pen.lines(what, label - 2 * PAD, 'bold', body)
    const mark = said === null ? 'NOT SET' : ''
    const words = pen.lines(said ?? missing, pen.width - label - 2 * PAD, 'plain', body)
    const lines = Math.max(names.length, words.length + (mark === '' ? 0 : 1))
    const height = lines * lineHeight(body) + 2 * PAD
    pen.need(height)
    const row = pen.row()
    const at = (x: number, line: number, text: string, font: Font): Mark => ({
      ...{ kind: 'text', x: x + PAD, y: pen.y + PAD + line * lineHeight(body), text, font, size: body },
    })
    const beside = pen.left + label
    pen.put(
      'TH',
      names.map((text, index) => at(pen.left, index, text, 'bold')),
      table,
      row,
    )
    pen.put(
      'TD',
      [
        ...(mark === '' ? [] : [at(beside, 0, mark, 'bold')]),
        ...words.map((text, index) => at(beside, index + (mark === '' ? 0 : 1), text, 'plain')),
      ],
      table,
      row,
    )
    pen.y += height
    pen.put('artifact', [rule(pen.left, pen.y, pen.right, pen.y, HAIR)])
  }
}

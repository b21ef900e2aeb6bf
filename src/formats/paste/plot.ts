// Tracks and entrances in whatever columns a spreadsheet has them: by its headings, else in the order of the screen.

import type { EntranceRow, TrackKind, TrackRow } from '../../core/editing/edit.ts'
import { type ObligationKind, obligationKinds } from '../../core/show/show.ts'
import type { Finding } from '../finding.ts'
import { unescapedCell } from '../sheet/escape.ts'
import { type Row, readTable } from './table.ts'

/** What somebody said of it: which line has the headings (0: none has), which rows they wrote anew, which they leave out. */
export type PasteSaid = {
  readonly head?: number | null | undefined
  readonly put?: readonly Row[] | undefined
  readonly left?: readonly number[] | undefined
}

type TrackColumn = keyof TrackRow | 'nothing'
type EntranceColumn = keyof EntranceRow | 'nothing'

export type PlotReading<Column, Read> =
  | {
      readonly ok: true
      readonly columns: readonly Column[]
      /** As they were pasted, a few of them, so that a person sees what a column holds. */
      readonly sample: readonly (readonly string[])[]
      /** The line with the headings; null where none has. */
      readonly head: number | null
      /** The first lines, among which somebody can point at that one. */
      readonly top: readonly Row[]
      readonly rows: readonly (Read & Row)[]
    }
  | { readonly ok: false; readonly errors: readonly Finding[] }

const SAMPLE_ROWS = 3
/** Instructions and a logo stand before a table; as many lines are offered to point at. */
const TOP_ROWS = 12

export type Plot<Column extends string, Read> = {
  readonly heads: readonly (readonly [Column, RegExp])[]
  /** Where no row says what its columns are. */
  readonly usual: readonly Column[]
  readonly nothing: Column
  readonly read: (cell: (column: Column) => string) => Read
  /** As much of a cell as a row can hold. */
  readonly longest?: number
}

export function readPlot<Column extends string, Read>(
  text: string,
  chosen: readonly Column[] | null,
  { heads, usual, nothing, read, longest = 200 }: Plot<Column, Read>,
  said: PasteSaid = {},
): PlotReading<Column, Read> {
  const table = readTable(text)
  if (!table.ok) return table
  const named = ({ cells }: Row) => cells.map((cell) => heads.find(([, words]) => words.test(cell))?.[0])
  const head = headAmong(table.rows, (row) => named(row).filter((one) => one !== undefined).length, said.head)
  const put = new Map((said.put ?? []).map((row) => [row.line, row]))
  const left = new Set(said.left ?? [])
  const body = table.rows
    .filter(({ line }) => line > (head?.line ?? 0) && !left.has(line))
    .map((row) => put.get(row.line) ?? row)
  const width = Math.max(0, ...body.map(({ cells }) => cells.length))
  const found = head ? once(named(head)) : usual
  const columns = Array.from({ length: width }, (_, index) => (chosen ?? found)[index] ?? nothing)
  return {
    ok: true,
    columns,
    sample: body.slice(0, SAMPLE_ROWS).map(({ cells }) => cells),
    head: head?.line ?? null,
    top: table.rows.slice(0, TOP_ROWS),
    rows: body.map(({ line, cells }) => {
      // As our own tables are written for spreadsheets (SHEET-13).
      const at = (column: Column) => unescapedCell(cells[columns.indexOf(column)] ?? '')
      const cell = (column: Column) => (columns.includes(column) ? at(column) : '').slice(0, longest)
      return { line, cells, ...read(cell) }
    }),
  }
}

/** The line somebody points at; else the first among the top ones that has the most headings, two at least. */
function headAmong(
  rows: readonly Row[],
  named: (row: Row) => number,
  said: number | null | undefined,
): Row | undefined {
  if (typeof said === 'number') return rows.find(({ line }) => line === said)
  const counted = rows.slice(0, TOP_ROWS).map((row) => ({ row, many: named(row) }))
  const most = Math.max(0, ...counted.map(({ many }) => many))
  return most < 2 ? undefined : counted.find(({ many }) => many === most)?.row
}

/** The first column of a name counts. */
const once = <Column>(names: readonly (Column | undefined)[]): readonly (Column | undefined)[] =>
  names.map((name, index) => (names.indexOf(name) === index ? name : undefined))

export const readTracks = (
  text: string,
  chosen: readonly TrackColumn[] | null,
  said: PasteSaid = {},
): PlotReading<TrackColumn, TrackRow> => readPlot<TrackColumn, TrackRow>(text, chosen, trackPlot, said)

const trackPlot: Plot<TrackColumn, TrackRow> = {
  heads: [
    ['code', /^(track|code|no\.?|id)$/i],
    ['title', /^(title|name|part|role|character|what)$/i],
    ['kind', /^(kind|type)$/i],
    ['owner', /^(owner|whose|who|performer|played by|actor|person)$/i],
    ['covers', /^(covers?|covered by|understudy|understudies|swings?|standbys?)$/i],
  ],
  usual: ['code', 'title', 'owner', 'covers'],
  nothing: 'nothing',
  read: (cell) => ({
    code: cell('code').slice(0, 20),
    title: cell('title'),
    kind: trackKindOf(cell('kind')),
    owner: cell('owner'),
    covers: namesIn(cell('covers')),
  }),
}

/** "Bo, Cy; Di": the first one first. */
const namesIn = (text: string): readonly string[] =>
  text
    .split(/[,;/]/)
    .map((name) => name.replace(/^\s*\d+[.)]\s*/, '').trim())
    .filter((name) => name !== '')

const trackKinds: readonly (readonly [TrackKind, RegExp])[] = [
  ['swing', /swing/i],
  ['dresser', /dress|wardrobe|wig/i],
  ['stage management', /stage man|^(sm|asm|dsm)$/i],
  ['music', /music|band|orchestra/i],
  ['crew', /crew|deck|fly|stagehand|automation|props|spot/i],
]

const trackKindOf = (said: string): TrackKind =>
  trackKinds.find(([, words]) => words.test(said))?.[0] ?? 'cast'

export const readEntrances = (
  text: string,
  chosen: readonly EntranceColumn[] | null,
  said: PasteSaid = {},
): PlotReading<EntranceColumn, EntranceRow> =>
  readPlot<EntranceColumn, EntranceRow>(text, chosen, entrancePlot, said)

const entrancePlot: Plot<EntranceColumn, EntranceRow> = {
  heads: [
    ['track', /^(track|who|code|character|part|role)$/i],
    ['item', /^(item|scene|number|no\.?|song|in)$/i],
    ['at', /^(at|when|time|cue|moment|seconds)$/i],
    ['from', /^(from|enters?|entrance|on|comes on( from)?|place|side|place in)$/i],
    ['length', /^(length|duration|for|how long)$/i],
    ['to', /^(to|exits?|off|goes off( to)?|place out)$/i],
    ['what', /^(what|title|does|notes?|description|business)$/i],
    ['kind', /^(kind|type)$/i],
  ],
  usual: ['track', 'item', 'at', 'from', 'length', 'to', 'what'],
  nothing: 'nothing',
  read: (cell) => ({
    kind: entranceKindOf(cell('kind')),
    track: cell('track'),
    item: cell('item'),
    at: cell('at'),
    from: cell('from'),
    length: cell('length'),
    to: cell('to'),
    what: cell('what'),
  }),
}

const entranceKindOf = (said: string): ObligationKind =>
  obligationKinds.find((kind) => kind === said.trim().toLowerCase()) ?? 'appear'

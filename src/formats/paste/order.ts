// A running order in whatever columns it was kept: what each column is, and what each row then says.

import type { OrderRow } from '../../core/editing/edit.ts'
import type { ItemKind } from '../../core/show/show.ts'
import type { Finding } from '../finding.ts'
import { readLength } from './length.ts'
import { type Row, readTable } from './table.ts'

const columnNames = ['code', 'title', 'act', 'length', 'kind', 'nothing'] as const
export type ColumnName = (typeof columnNames)[number]

/** `note`: what was made of it beyond the letter, in a sentence. */
type ReadRow = OrderRow & { readonly line: number; readonly note: string | null }

export type OrderReading =
  | {
      readonly ok: true
      readonly columns: readonly ColumnName[]
      /** As they were pasted, a few of them, so that a person sees what a column holds. */
      readonly sample: readonly (readonly string[])[]
      readonly rows: readonly ReadRow[]
      readonly left: readonly Finding[]
    }
  | { readonly ok: false; readonly errors: readonly Finding[] }

const SAMPLE_ROWS = 3

/** `chosen`: what somebody said the columns are; null to work it out. */
export function readOrder(text: string, chosen: readonly ColumnName[] | null): OrderReading {
  const table = readTable(text)
  if (!table.ok) return table
  const split = table.rows.every(({ cells }) => cells.length === 1) ? table.rows.map(inOneCell) : table.rows
  const head = split.find((row) => headOf(row) !== null)
  const body = split.filter((row) => row !== head)
  const width = Math.max(0, ...body.map(({ cells }) => cells.length))
  const columns = padded(chosen ?? (head && headOf(head)) ?? guessed(body, width), width)
  const left: Finding[] = []
  return {
    ok: true,
    columns,
    sample: body.slice(0, SAMPLE_ROWS).map(({ cells }) => cells),
    rows: rowsOf(body, columns, left),
    left,
  }
}

const padded = (columns: readonly ColumnName[], width: number): readonly ColumnName[] =>
  Array.from({ length: width }, (_, index) => columns[index] ?? 'nothing')

/** "7  Duet  4:30", "7. Duet (4')": a number in front and a length behind, in one line of text. */
function inOneCell({ line, cells: [cell = ''] }: Row): Row {
  const [, rest = cell, length = ''] =
    /^(.*?)[\s,(–—-]+(\d{1,3}:\d{2}(?::\d{2})?|\d{1,3}\s*(?:['’′]|min(?:utes|s)?\.?|m)(?:\s*\d{1,2}\s*(?:["”″]|s))?)\)?\s*$/i.exec(
      cell,
    ) ?? []
  if (isActLine(rest) || itemKindOf(rest) === 'interval') return { line, cells: ['', rest, length] }
  const [, code = '', title = rest] =
    /^#?(\d{1,3}(?:\.\d{1,2})?[A-Za-z]?|[A-Z]\d{1,2})[.):]?[\s–—-]+(.+)$/.exec(rest) ?? []
  return { line, cells: [code, title, length] }
}

const heads: readonly (readonly [ColumnName, RegExp])[] = [
  ['code', /^(no\.?|nr\.?|number|#|code|item|cue|scene no\.?|id)$/i],
  ['title', /^(title|name|scene|song|number title|description|what|item name)$/i],
  ['act', /^(act|part|half)$/i],
  ['length', /^(length|duration|time|mins?|minutes|running time|timing|dur\.?)$/i],
  ['kind', /^(kind|type)$/i],
]

/** The columns of a row of headings; null for any other row. */
function headOf({ cells }: Row): readonly ColumnName[] | null {
  const named = cells.map((cell) => heads.find(([, words]) => words.test(cell))?.[0] ?? 'nothing')
  const known = named.filter((name) => name !== 'nothing')
  // "Item" alone may be a title and "No." may too: the first of a name counts.
  const once = named.map((name, index) => (named.indexOf(name) === index ? name : 'nothing'))
  if (known.length < 2) return null
  return once.includes('title')
    ? once
    : once.map((name) => (name === 'code' && !once.includes('title') ? 'title' : name))
}

function guessed(rows: readonly Row[], width: number): readonly ColumnName[] {
  const columns: ColumnName[] = Array.from({ length: width }, () => 'nothing')
  const share = (index: number, is: (cell: string) => boolean): number => {
    const cells = rows.map((row) => row.cells[index] ?? '').filter((cell) => cell !== '')
    return cells.length === 0 ? 0 : cells.filter(is).length / cells.length
  }
  const free = () => columns.flatMap((name, index) => (name === 'nothing' ? [index] : []))
  const claim = (name: ColumnName, least: number, is: (cell: string) => boolean, last = false) => {
    const fit = free().filter((index) => share(index, is) >= least)
    const found = last ? fit.at(-1) : fit[0]
    if (found !== undefined) columns[found] = name
  }
  claim('act', 0.9, (cell) => /^act\b/i.test(cell))
  claim('length', 0.6, (cell) => /\d\s*(['’′]|min|:\d\d)/i.test(cell), true)
  const longest = free().toSorted((a, b) => letters(rows, b) - letters(rows, a))[0]
  if (longest !== undefined) columns[longest] = 'title'
  const ascends = (index: number) => new Set(rows.map((row) => row.cells[index] ?? '')).size > rows.length / 2
  const codes = free().filter((index) => share(index, isCode) >= 0.6 && ascends(index))
  if (codes[0] !== undefined) columns[codes[0]] = 'code'
  if (!columns.includes('length'))
    claim('length', 0.6, (cell) => /^\d{1,3}([.,]\d)?$/.test(cell) && cell !== '', true)
  if (!columns.includes('act')) claim('act', 0.9, (cell) => /^([1-5]|I{1,3}|IV|V)$/.test(cell))
  return columns
}

const letters = (rows: readonly Row[], index: number): number =>
  rows.reduce((sum, { cells }) => sum + (cells[index] ?? '').replaceAll(/[^\p{L}]/gu, '').length, 0)

const isCode = (cell: string): boolean => /^#?([A-Za-z]{0,2}\d{1,3}([.-]\d{1,2})?[A-Za-z]?)\.?$/.test(cell)

const words = ['one', 'two', 'three', 'four', 'five']
const romans = ['i', 'ii', 'iii', 'iv', 'v']

/** "Act Two", "II", "2": which act; null where it says none. */
export function actOf(text: string): number | null {
  const word = text
    .toLowerCase()
    .replace(/^(act|part)\s*/, '')
    .replace(/[.:]$/, '')
    .trim()
  if (/^\d{1,2}$/.test(word)) return Number(word)
  const place = Math.max(words.indexOf(word), romans.indexOf(word))
  return place === -1 ? null : place + 1
}

export const isActLine = (text: string): boolean =>
  /^(act|part)\s+\S+[.:]?$/i.test(text.trim()) && actOf(text.trim()) !== null

const kinds: readonly (readonly [ItemKind, RegExp])[] = [
  ['interval', /^(\d+\s*min\w*\s*)?(interval|intermission|pause|break)\b/i],
  ['overture', /^(overture|prologue music)\b/i],
  ["entr'acte", /^entr['’]?acte\b/i],
  ['bows', /^(bows?|curtain call|calls)\b/i],
  ['playout', /^(play ?out|exit music)\b/i],
  ['dance', /^(dance|ballet|pas de)\b/i],
]

export const itemKindOf = (title: string): ItemKind | null =>
  kinds.find(([, is]) => is.test(title))?.[0] ?? null

function rowsOf(body: readonly Row[], columns: readonly ColumnName[], left: Finding[]): readonly ReadRow[] {
  let act = 1
  const hasActs = columns.includes('act')
  let passedInterval = false
  return body.flatMap(({ line, cells }) => {
    const cell = (name: ColumnName) => cells[columns.indexOf(name)] ?? ''
    const title = cell('title')
    const only = cells.filter((one) => one !== '')
    if (only.length === 1 && isActLine(only[0] ?? '')) {
      act = actOf(only[0] ?? '') ?? act
      passedInterval = false
      return []
    }
    const said = cell('length')
    const length = said === '' ? null : readLength(said)
    if (said !== '' && length === null)
      left.push({ line, column: 1, message: `“${said}” is not a length: write 4:30, or 4 for minutes.` })
    const kind = itemKindOf(cell('kind')) ?? itemKindOf(title) ?? 'scene'
    const inAct = hasActs ? actOf(cell('act')) : null
    if (inAct !== null) act = inAct
    else if (passedInterval && !hasActs) act += 1
    passedInterval = kind === 'interval'
    const code = cell('code').replace(/^#/, '').replace(/\.$/, '')
    if (code === '' && title === '') {
      left.push({ line, column: 1, message: 'This row has neither a number nor a title.' })
      return []
    }
    return [
      {
        line,
        code: code.slice(0, 20),
        title: title.slice(0, 200),
        act,
        seconds: length,
        kind,
        note: noteOf(kind, length),
      },
    ]
  })
}

function noteOf(kind: ItemKind, length: number | null): string | null {
  if (length !== null) return null
  return kind === 'interval'
    ? 'No length given: 20 minutes are taken.'
    : 'No length given: 5 minutes are taken.'
}

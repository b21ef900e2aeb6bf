// A show beside the text of its file, so that the next version is written and looked at only where it differs.

import { rowsAfter, type rowsLeft } from '../../core/kit/list-change.ts'
import type { Show } from '../../core/show/show.ts'
import { isRows, type ShowChange, showAfter } from '../../core/show/show-change.ts'
import { bytesOf } from '../finding.ts'
import { staysRight } from './checks/touched.ts'
import { JSON_VALUES_MAX, SHOW_FILE_BYTES_MAX } from './limits.ts'
import { scan } from './scan.ts'
import { fieldNames, fieldSchema, rowsMax } from './schema.ts'
import { fieldText, listText, rowText, wholeText } from './write.ts'

/** Counted as a whole file is: so many bytes, so many commas and brackets. */
type Size = { readonly bytes: number; readonly values: number }
type Row = Size & { readonly text: string }
/** A field of the show as it is written; `rows` of a list of entities. */
type Part = Size & { readonly text: string; readonly rows: readonly Row[] | null }

export type ShowText = { readonly show: Show; readonly parts: ReadonlyMap<string, Part> }

/** Of a show that was read from a show file; null where it is beyond what one may be. */
export function textOf(show: Show): ShowText | null {
  const parts = new Map<string, Part>()
  for (const [name, value] of Object.entries(show)) {
    const part = isRows(value) ? listPart(name, value.map(rowOf)) : fieldPart(name, value)
    if (part === null) return null
    if (value !== undefined) parts.set(name, part)
  }
  return fits(parts) ? { show, parts } : null
}

export const wholeOf = ({ parts }: ShowText): string => wholeText(inOrder(parts).map(({ text }) => text))

/** The whole text in pieces, most of which are the very pieces of the version before. */
export const piecesOf = ({ parts }: ShowText): readonly Piece[] => inOrder(parts)
export type Piece = Pick<Part, 'text'>

const splitBefore = new WeakMap<Part, readonly string[]>()

/** Its lines; those of a field that is as it was are the very lines of the version before. */
export function linesOf({ parts }: ShowText): readonly string[] {
  const ordered = inOrder(parts)
  const lines = ['{']
  for (const [at, part] of ordered.entries()) {
    const known = splitBefore.get(part) ?? part.text.split('\n')
    splitBefore.set(part, known)
    for (const line of known) lines.push(line)
    if (at + 1 < ordered.length) lines.push(`${lines.pop()},`)
  }
  lines.push('}', '')
  return lines
}

/**
 * The next version, as it is read back from its file, and what of it is another as it stands there. Null where anything
 * of it is wrong, or its file would have to be looked at as a whole: whoever does that says what it is.
 */
export function nextText(
  before: ShowText,
  asked: ShowChange,
): { readonly text: ShowText; readonly change: ShowChange } | null {
  const change = asWritten(asked)
  const show = change && showAfter(before.show, change)
  // What a file leaves out is filled in where it is read.
  if (!change || !show || leavesOut(show)) return null
  const parts = new Map(before.parts)
  for (const [name, value] of change.fields) {
    const part =
      value === undefined ? null : isRows(value) ? listPart(name, value.map(rowOf)) : fieldPart(name, value)
    if (part) parts.set(name, part)
    else if (value === undefined) parts.delete(name)
    else return null
  }
  for (const [name, { steps, own }] of change.rows) {
    const part = nextList(name, parts.get(name)?.rows ?? null, { steps, own: own.map(rowOf) })
    if (part === null) return null
    parts.set(name, part)
  }
  return fits(parts) && staysRight(before.show, show, change) ? { text: { show, parts }, change } : null
}

const leavesOut = ({ departments, cues, editions }: Show): boolean =>
  editions.length === 0 || (departments.length === 0 && cues.length > 0)

/** Through the schema, the file and the schema again, as a whole show goes. */
function asWritten({ rows, fields }: ShowChange): ShowChange | null {
  const written = { rows: new Map(rows), fields: new Map(fields) }
  for (const [name, { steps, own }] of rows) {
    const read = readBack(name, own)
    if (!isRows(read)) return null
    written.rows.set(name, { steps, own: read })
  }
  for (const [name, value] of fields) {
    const read = value === undefined ? undefined : readBack(name, value)
    if (read === null || (read === undefined && value !== undefined)) return null
    written.fields.set(name, read)
  }
  return written
}

function readBack(name: string, value: unknown): unknown {
  const schema = fieldSchema(name)
  const ordered = schema?.safeParse(value)
  if (!schema || !ordered?.success) return null
  // As at the edge: the schema has just given it.
  const read = schema.safeParse(JSON.parse(`{${fieldText(name, ordered.data)}}`)[name])
  return read.success ? read.data : null
}

/** Null where it cannot be looked at by itself. */
function rowOf(row: unknown): Row | null {
  const text = rowText(row)
  const found = scan(text, 2)
  return found.fit && !found.open ? { text, bytes: bytesOf(text), values: found.values - 1 } : null
}

function fieldPart(name: string, value: unknown): Part | null {
  const text = fieldText(name, value)
  const found = scan(text, 1)
  return found.fit ? { text, rows: null, bytes: bytesOf(text), values: found.values - 1 } : null
}

function listPart(name: string, rows: readonly (Row | null)[]): Part | null {
  const own = rows.filter((row) => row !== null)
  return own.length === rows.length ? listOf(name, own, sizeOf(own)) : null
}

function nextList(
  name: string,
  was: readonly Row[] | null,
  {
    steps,
    own,
  }: { readonly steps: Parameters<typeof rowsLeft>[1]['steps']; readonly own: readonly (Row | null)[] },
): Part | null {
  const sound = own.filter((row) => row !== null)
  const rows = was && sound.length === own.length ? rowsAfter(was, { steps, own: sound }) : null
  return rows && listOf(name, rows, sizeOf(rows))
}

function sizeOf(rows: readonly Row[]): Size {
  let [bytes, values] = [0, 0]
  for (const row of rows) {
    bytes += row.bytes
    values += row.values
  }
  return { bytes, values }
}

function listOf(name: string, rows: readonly Row[], size: Size): Part | null {
  if (rows.length > (rowsMax(name) ?? 0)) return null
  const text = listText(
    name,
    rows.map((row) => row.text),
  )
  // Between two rows a comma and a new line; around them the field, its brackets and a line for the last of these.
  const around = bytesOf(listText(name, [])) + (rows.length === 0 ? 0 : 4 + (rows.length - 1) * 2)
  const between = 1 + Math.max(0, rows.length - 1)
  return { text, rows, bytes: size.bytes + around, values: size.values + between }
}

/** As `scan` counts the whole file. */
function fits(parts: ReadonlyMap<string, Part>): boolean {
  const all = [...parts.values()]
  const between = Math.max(0, all.length - 1)
  const bytes = all.reduce((sum, part) => sum + part.bytes, '{\n\n}\n'.length + between * 2)
  const values = all.reduce((sum, part) => sum + part.values, 2 + between)
  return bytes <= SHOW_FILE_BYTES_MAX && values <= JSON_VALUES_MAX
}

const place = new Map(fieldNames.map((name, at) => [name, at]))

/** In the order of the schema; what it does not know comes last, as it came. */
function inOrder(parts: ReadonlyMap<string, Part>): readonly Part[] {
  const at = (name: string) => place.get(name) ?? Number.MAX_SAFE_INTEGER
  return [...parts].toSorted(([one], [other]) => at(one) - at(other)).map(([, part]) => part)
}

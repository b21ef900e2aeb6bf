// What one version of a show has that the one before it has not: rows where a list of rows differs, else the whole field.

import { changeBetween, type ListChange, rowsAfter } from '../kit/list-change.ts'
import type { Show } from './show.ts'

export type ShowChange = {
  readonly rows: ReadonlyMap<string, ListChange<unknown>>
  /** Undefined: it is not there any more. */
  readonly fields: ReadonlyMap<string, unknown>
}

const fieldOf = (show: object, name: string): unknown => Object.getOwnPropertyDescriptor(show, name)?.value

export const isRows = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null)

/** By what is the very same in both: an edit leaves alone what it does not touch. */
export function changeOf(before: Show, after: Show): ShowChange {
  const rows = new Map<string, ListChange<unknown>>()
  const fields = new Map<string, unknown>()
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [fieldOf(before, name), fieldOf(after, name)]
    if (was === is) continue
    if (isRows(was) && isRows(is)) rows.set(name, changeBetween(was, is))
    else fields.set(name, is)
  }
  return { rows, fields }
}

/** Null where the change is of another version. */
export function showAfter(before: Show, { rows, fields }: ShowChange): Show | null {
  const parts = new Map<string, unknown>(Object.entries(before))
  for (const [name, value] of fields) {
    if (value === undefined) parts.delete(name)
    else parts.set(name, value)
  }
  for (const [name, change] of rows) {
    const was = parts.get(name)
    const is = isRows(was) ? rowsAfter(was, change) : null
    if (is === null) return null
    parts.set(name, is)
  }
  // `as`: each part was that of a show.
  return Object.fromEntries(parts) as Show
}

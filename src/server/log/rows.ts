// What a database gives and takes, and the narrow door through which its values become ours.

import type { Json } from '../../core/kit/json.ts'
import { DriverError } from './trouble.ts'

export type Value = null | number | bigint | string | Uint8Array
export type Row = { readonly [column: string]: Value }

/**
 * The little that the store asks of SQLite, so that the same SQL runs on node:sqlite and in the power-cut simulator.
 * All of it throws DriverError for what the world did, and Mistake for what we did.
 */
export type Driver = {
  exec(sql: string): void
  run(sql: string, values: readonly Value[]): void
  get(sql: string, values: readonly Value[]): Row | null
  all(sql: string, values: readonly Value[]): readonly Row[]
  close(): void
}

export function text(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw odd(column)
  return value
}

export function whole(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw odd(column)
  return value
}

export const textOrNull = (row: Row, column: string): string | null =>
  row[column] === null ? null : text(row, column)

export function bytesOrNull(row: Row, column: string): Uint8Array | null {
  const value = row[column]
  if (value !== null && !(value instanceof Uint8Array)) throw odd(column)
  return value
}

// As at the edge: what is parsed here was written by `canonical` and has passed its hash.
export const parsed = (canonicalText: string): Json => JSON.parse(canonicalText) as Json

/** The tables are STRICT, so a value of another kind was not written by us. */
const odd = (column: string) => new DriverError('corrupt', `the column ${column} holds something else`)

// A file made of files (a workbook, a document): what lies in it, each unpacked piece by piece within its bounds.

import { DecodeUTF8, Inflate, strFromU8 } from 'fflate'

export const ARCHIVE_BYTES_MAX = 8 * 1024 * 1024
export const ENTRIES_MAX = 1_000
/** Of one file in it, unpacked: five thousand full rows of fifty columns are less. */
export const UNPACKED_BYTES_MAX = 16 * 1024 * 1024
/** What is packed as tightly as it can be is a thousand times as long: no piece of it becomes more than half a megabyte. */
const PIECE_BYTES = 512

const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END = 0x06054b50
const END_LENGTH = 22
const COMMENT_LENGTH_MAX = 65_535
const STORED = 0
const DEFLATED = 8
/** A size that stands elsewhere, in files beyond four gigabytes. */
const ELSEWHERE = 0xffffffff

type Entry = {
  readonly at: number
  readonly packed: number
  readonly size: number
  readonly method: number
  readonly isLocked: boolean
}

export type Archive = { readonly bytes: Uint8Array; readonly entries: ReadonlyMap<string, Entry> }

/** What cannot be unpacked, as a sentence for whoever sent it. */
export class Unpacking extends Error {}

export const isArchive = (bytes: Uint8Array): boolean => numberAt(bytes, 0, 4) === LOCAL

/** Throws `Unpacking` where it is none, or larger than its bounds. */
export function openArchive(bytes: Uint8Array): Archive {
  if (bytes.length > ARCHIVE_BYTES_MAX)
    throw new Unpacking(`The file is larger than ${ARCHIVE_BYTES_MAX / 1024 / 1024} MB; no list or play is.`)
  const end = endOf(bytes)
  const count = numberAt(bytes, end + 10, 2)
  if (count > ENTRIES_MAX) throw new Unpacking(`The file holds more than ${ENTRIES_MAX} files.`)
  const entries = new Map<string, Entry>()
  let at = numberAt(bytes, end + 16, 4)
  for (let number = 0; number < count; number += 1) {
    if (numberAt(bytes, at, 4) !== ENTRY) throw new Unpacking(damaged)
    const nameLength = numberAt(bytes, at + 28, 2)
    const name = strFromU8(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.set(name, {
      at: numberAt(bytes, at + 42, 4),
      packed: numberAt(bytes, at + 20, 4),
      size: numberAt(bytes, at + 24, 4),
      method: numberAt(bytes, at + 10, 2),
      isLocked: (numberAt(bytes, at + 8, 2) & 1) === 1,
    })
    at += 46 + nameLength + numberAt(bytes, at + 30, 2) + numberAt(bytes, at + 32, 2)
  }
  return { bytes, entries }
}

const damaged = 'The file is damaged: what lies in it cannot be unpacked. Save it anew and try again.'

/** Little end first; nought beyond the end of the file. */
function numberAt(bytes: Uint8Array, at: number, length: number): number {
  let number = 0
  for (let place = length - 1; place >= 0; place -= 1) number = number * 256 + (bytes[at + place] ?? 0)
  return number
}

function endOf(bytes: Uint8Array): number {
  const last = bytes.length - END_LENGTH
  for (let at = last; at >= Math.max(0, last - COMMENT_LENGTH_MAX); at -= 1)
    if (numberAt(bytes, at, 4) === END) return at
  throw new Unpacking(damaged)
}

/**
 * The text of one file, handed on piece by piece, so that nothing is kept that is not wanted. Throws `Unpacking` before
 * anything is handed on beyond the bound, whatever the file says of its own length. False where it is not there.
 */
export function unpack({ bytes, entries }: Archive, name: string, take: (text: string) => void): boolean {
  const entry = entries.get(name)
  if (!entry) return false
  const packed = packedOf(bytes, entry)
  let length = 0
  const text = new DecodeUTF8((words) => take(words))
  const hand = (piece: Uint8Array, isLast: boolean) => {
    length += piece.length
    if (length > entry.size) throw new Unpacking(damaged)
    text.push(piece, isLast)
  }
  try {
    if (entry.method === STORED) pieces(packed, hand)
    else inflate(packed, hand)
  } catch (error) {
    // The unpacker throws errors of its own, with a number; ours and the reader's go on as they are.
    if (error instanceof Error && 'code' in error && typeof error.code === 'number')
      throw new Unpacking(damaged)
    throw error
  }
  if (length !== entry.size) throw new Unpacking(damaged)
  return true
}

function packedOf(bytes: Uint8Array, entry: Entry): Uint8Array {
  const { at, packed, size, method, isLocked } = entry
  if (isLocked) throw new Unpacking('The file is locked with a password. Save it without one and try again.')
  if (size === ELSEWHERE || size > UNPACKED_BYTES_MAX)
    throw new Unpacking(
      `Unpacked it is larger than ${UNPACKED_BYTES_MAX / 1024 / 1024} MB; no list or play is.`,
    )
  if (method !== STORED && method !== DEFLATED) throw new Unpacking(damaged)
  if (numberAt(bytes, at, 4) !== LOCAL) throw new Unpacking(damaged)
  const from = at + 30 + numberAt(bytes, at + 26, 2) + numberAt(bytes, at + 28, 2)
  if (from + packed > bytes.length) throw new Unpacking(damaged)
  return bytes.subarray(from, from + packed)
}

type Hand = (piece: Uint8Array, isLast: boolean) => void

function pieces(packed: Uint8Array, hand: Hand): void {
  for (let from = 0; from === 0 || from < packed.length; from += PIECE_BYTES)
    hand(packed.subarray(from, from + PIECE_BYTES), from + PIECE_BYTES >= packed.length)
}

function inflate(packed: Uint8Array, hand: Hand): void {
  const stream = new Inflate(hand)
  pieces(packed, (piece, isLast) => stream.push(piece, isLast))
}

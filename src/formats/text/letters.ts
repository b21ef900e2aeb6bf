// The letters of a file by its bytes: UTF-8 as it is handed on, and UTF-16, which spreadsheets call “Unicode Text”.

import type { Finding } from '../finding.ts'

/** A page of two bytes for each letter; null where the file does not begin with the mark of one. */
export function unicodeIn(bytes: Uint8Array): string | null {
  const isSmallFirst = bytes[0] === 0xff && bytes[1] === 0xfe
  if (!isSmallFirst && !(bytes[0] === 0xfe && bytes[1] === 0xff)) return null
  const [low, high] = isSmallFirst ? [0, 1] : [1, 0]
  const pieces: string[] = []
  for (let from = 2; from < bytes.length; from += PIECE_BYTES) {
    const units: number[] = []
    const to = Math.min(from + PIECE_BYTES, bytes.length - 1)
    for (let at = from; at < to; at += 2) units.push((bytes[at + low] ?? 0) | ((bytes[at + high] ?? 0) << 8))
    pieces.push(String.fromCharCode(...units))
  }
  return pieces.join('')
}

/** No more letters than a call takes arguments. */
const PIECE_BYTES = 16_384

/** Where bytes are no UTF-8: the line of the first that is none, and what to do in the program that wrote them. */
export function notLetters(bytes: Uint8Array): Finding {
  const end = firstWrong(bytes)
  let line = 1
  for (let at = 0; at < end; at += 1) if (bytes[at] === 0x0a) line += 1
  const message =
    'This line is not written in UTF-8, so its letters cannot be told apart. Save the file as UTF-8 (in Excel: “CSV UTF-8”) and try again.'
  return { line, column: 1, message }
}

/** By how many bytes each letter says it has: enough to find the place, not to judge a file. */
function firstWrong(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0
    const more =
      first < 0x80 ? 0 : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1
    if (more === -1) return at
    for (let next = 1; next <= more; next += 1) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return at
    at += more + 1
  }
  return bytes.length
}

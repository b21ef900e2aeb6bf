// A file's text, refused in a sentence where it is none.

import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'

/** Bytes that are no UTF-8 would come out as other letters, and nobody would notice in whose name. */
export function readText(file: string): string {
  const text = textIn(readFileSync(file))
  if (text === null) throw new Error(`${file} is not written in UTF-8. Save it as UTF-8 and try again.`)
  return text
}

/** Null where the bytes are no letters. Not TextDecoder: that is thirty milliseconds of every start. */
export const textIn = (bytes: Buffer): string | null => (isUtf8(bytes) ? bytes.toString('utf8') : null)

// A file's text, refused in a sentence where it is none.

import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'

/** Bytes that are no UTF-8 would come out as other letters, and nobody would notice in whose name. */
export function readText(file: string): string {
  const bytes = readFileSync(file)
  // Not TextDecoder: that is thirty milliseconds of every start.
  if (!isUtf8(bytes)) throw new Error(`${file} is not written in UTF-8. Save it as UTF-8 and try again.`)
  return bytes.toString('utf8')
}

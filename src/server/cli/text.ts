// A file's text, refused in a sentence where it is none.

import { readFileSync } from 'node:fs'

/** Bytes that are no UTF-8 would come out as other letters, and nobody would notice in whose name. */
export function readText(file: string): string {
  const text = textIn(readFileSync(file))
  if (text === null) throw new Error(`${file} is not written in UTF-8. Save it as UTF-8 and try again.`)
  return text
}

/** Null where the bytes are no letters. */
export function textIn(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

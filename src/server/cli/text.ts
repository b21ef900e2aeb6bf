// A file's text, refused in a sentence where it is none.

import { readFileSync } from 'node:fs'

/** Bytes that are no UTF-8 would come out as other letters, and nobody would notice in whose name. */
export function readText(file: string): string {
  const bytes = readFileSync(file)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Error(`${file} is not written in UTF-8. Save it as UTF-8 and try again.`)
  }
}

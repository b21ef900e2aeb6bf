// A play in whatever format it comes: told apart by how it begins, read into one kind of play, proposed as one kind of show.

import { withoutMark } from './finding.ts'
import { readFountain } from './fountain/read-play.ts'
import { type Answer, brokenDown, type Import, proposed, type Read, withPresence } from './play/imported.ts'
import { breakDownTei, importTei } from './tei/import.ts'

/** What begins with an angle is XML; what begins otherwise is plain text with the conventions of Fountain. */
const isXml = (text: string): boolean => withoutMark(text).trimStart().startsWith('<')

function read(text: string): Read {
  const found = readFountain(text)
  return found.ok ? withPresence(found.play, true) : { ok: false, errors: [found.error] }
}

/** `name` is the file's own, the title of last resort. */
export const importPlay = (text: string, name: string): Import =>
  isXml(text) ? importTei(text, name) : proposed(read(text), name)

/** What the play holds, for a machine. `textOnly`: in TEI, as if no direction said its kind or whose it is. */
export const breakDownPlay = (text: string, name: string, textOnly = false): Answer =>
  isXml(text) ? breakDownTei(text, name, textOnly) : brokenDown(read(text), name)

// From the text of a play in TEI to a proposed show, with questions about whatever the file left open.

import { type Answer, brokenDown, type Import, proposed, type Read, withPresence } from '../play/imported.ts'
import { readXml } from '../xml/tree.ts'
import { readPlay } from './read-play.ts'

/** `name` is the file's own, the title of last resort. */
export const importTei = (text: string, name: string): Import => proposed(readTei(text), name)

/** What the play holds, for a machine. */
export const breakDownTei = (text: string, name: string, textOnly = false): Answer =>
  brokenDown(readTei(text, textOnly), name)

function readTei(text: string, textOnly = false): Read {
  const xml = readXml(text)
  if (!xml.ok) return { ok: false, errors: [xml.error] }
  const play = readPlay(xml.root, textOnly)
  if (typeof play === 'string') {
    const { line, column } = xml.root
    return { ok: false, errors: [{ line, column, message: play }] }
  }
  return withPresence(play, textOnly)
}

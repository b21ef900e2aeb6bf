// From the text of a play in TEI to a proposed show, with questions about whatever the file left open.

import type { Show } from '../../core/show/show.ts'
import { bounded, type Finding } from '../finding.ts'
import { readShowFile } from '../show-file/read.ts'
import { writeShowFile } from '../show-file/write.ts'
import type { Question } from './play.ts'
import { presenceIn } from './presence.ts'
import { proposeShow } from './propose.ts'
import { readPlay } from './read-play.ts'
import { readXml } from './xml.ts'

export type Import =
  | { readonly ok: true; readonly show: Show; readonly questions: readonly Question[] }
  | { readonly ok: false; readonly errors: readonly Finding[] }

/** `name` is the file's own, the title of last resort. */
export function importTei(text: string, name: string): Import {
  const xml = readXml(text)
  if (!xml.ok) return { ok: false, errors: [xml.error] }
  const play = readPlay(xml.root)
  if (typeof play === 'string') {
    const { line, column } = xml.root
    return { ok: false, errors: [{ line, column, message: play }] }
  }
  const presence = presenceIn(play)
  // What is proposed is held to the same rules as what people write, and comes out as it will be opened again.
  const proposed = readShowFile(writeShowFile(proposeShow(play, presence.appearances, name)))
  if (!proposed.ok) {
    const message = `The play does not fit into a show: ${proposed.errors[0]?.message ?? ''}`
    return { ok: false, errors: [{ line: 1, column: 1, message }] }
  }
  const questions = bounded(
    [...play.questions, ...presence.questions].map((each) => ({ ...each, column: 1 })),
  )
  return {
    ok: true,
    show: proposed.show,
    questions: questions.map(({ line, message }) => ({ line, message })),
  }
}

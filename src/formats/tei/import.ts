// From the text of a play in TEI to a proposed show, with questions about whatever the file left open.

import type { Show } from '../../core/show/show.ts'
import { bounded, type Finding } from '../finding.ts'
import { readShowFile } from '../show-file/read.ts'
import { writeShowFile } from '../show-file/write.ts'
import { type Breakdown, breakdownOf } from './breakdown.ts'
import { type OnStage, onStageIn } from './on-stage.ts'
import type { Play, Question } from './play.ts'
import { type Presence, presenceIn } from './presence.ts'
import { proposeShow } from './propose.ts'
import { readPlay } from './read-play.ts'
import { readXml } from './xml.ts'

/** As many as a machine is told; people read no more than a finding's bound. */
export const QUESTIONS_MAX = 10_000

type Refused = { readonly ok: false; readonly errors: readonly Finding[] }

export type Import =
  | { readonly ok: true; readonly show: Show; readonly questions: readonly Question[] }
  | Refused

export type Answer =
  | { readonly ok: true; readonly breakdown: Breakdown; readonly onStage: () => OnStage }
  | Refused

type Read = { readonly ok: true; readonly play: Play; readonly presence: Presence } | Refused

/** `name` is the file's own, the title of last resort. */
export function importTei(text: string, name: string): Import {
  const read = readTei(text)
  if (!read.ok) return read
  const { play, presence } = read
  // What is proposed is held to the same rules as what people write, and comes out as it will be opened again.
  const proposed = readShowFile(writeShowFile(proposeShow(play, presence.appearances, name)))
  if (!proposed.ok) {
    const message = `The play does not fit into a show: ${proposed.errors[0]?.message ?? ''}`
    return { ok: false, errors: [{ line: 1, column: 1, message }] }
  }
  const questions = bounded(asked(read).map((each) => ({ ...each, column: 1 })))
  return {
    ok: true,
    show: proposed.show,
    questions: questions.map(({ line, kind, message }) => ({ line, kind, message })),
  }
}

/** What the play holds, for a machine. */
export function breakDownTei(text: string, name: string): Answer {
  const read = readTei(text)
  if (!read.ok) return read
  const breakdown = breakdownOf(read.play, name, asked(read).slice(0, QUESTIONS_MAX))
  return { ok: true, breakdown, onStage: () => onStageIn(read.play, read.presence) }
}

function readTei(text: string): Read {
  const xml = readXml(text)
  if (!xml.ok) return { ok: false, errors: [xml.error] }
  const play = readPlay(xml.root)
  if (typeof play === 'string') {
    const { line, column } = xml.root
    return { ok: false, errors: [{ line, column, message: play }] }
  }
  return { ok: true, play, presence: presenceIn(play) }
}

/** In the order of the file. */
const asked = ({
  play,
  presence,
}: {
  readonly play: Play
  readonly presence: Presence
}): readonly Question[] => [...play.questions, ...presence.questions].sort((a, b) => a.line - b.line)

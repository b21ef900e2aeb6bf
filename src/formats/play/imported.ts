// What becomes of a play, whatever it was read from: a proposed show, or an answer for machines, with the questions it leaves open.

import type { Show } from '../../core/show/show.ts'
import { bounded, type Finding } from '../finding.ts'
import { readWritten } from '../show-file/read.ts'
import { writeShowFile } from '../show-file/write.ts'
import { type Breakdown, breakdownOf } from './breakdown.ts'
import { groupsOf } from './groups.ts'
import { withNames } from './names.ts'
import { type OnStage, onStageIn } from './on-stage.ts'
import { withQuestions } from './open-questions.ts'
import type { Play, Question } from './play.ts'
import { type Presence, presenceIn } from './presence.ts'
import { proposeShow } from './propose.ts'

/** As many as a machine is told; people read no more than a finding's bound. */
export const QUESTIONS_MAX = 10_000

type Refused = { readonly ok: false; readonly errors: readonly Finding[] }

export type Import =
  | { readonly ok: true; readonly show: Show; readonly questions: readonly Question[] }
  | Refused

export type Answer =
  | { readonly ok: true; readonly breakdown: Breakdown; readonly onStage: () => OnStage | undefined }
  | Refused

export type Read = { readonly ok: true; readonly play: Play; readonly presence: Presence } | Refused

/** The show that a play proposes, whatever it was read from. */
export function proposed(read: Read, name: string): Import {
  if (!read.ok) return read
  const { play, presence } = read
  // What is proposed is held to the same rules as what people write, and comes out as it will be opened again.
  const open = asked(read)
  const show = withQuestions(proposeShow(play, presence.appearances, name), play, open)
  const again = readWritten(writeShowFile(show))
  if (!again.ok) {
    const message = `The play does not fit into a show: ${again.errors[0]?.message ?? ''}`
    return { ok: false, errors: [{ line: 1, column: 1, message }] }
  }
  const questions = bounded(open.map((each) => ({ ...each, column: 1 })))
  return {
    ok: true,
    show: again.show,
    questions: questions.map(({ line, kind, message }) => ({ line, kind, message })),
  }
}

export function brokenDown(read: Read, name: string): Answer {
  if (!read.ok) return read
  const breakdown = breakdownOf(read.play, name, asked(read).slice(0, QUESTIONS_MAX))
  return { ok: true, breakdown, onStage: () => onStageIn(read.play, read.presence) }
}

export function withPresence(play: Play, textOnly: boolean): Read {
  const presence = presenceIn(play, textOnly)
  return { ok: true, play: withWhoeverIsMet(play, presence), presence }
}

const metIn = ({ stretches, moves }: Presence): ReadonlySet<string> =>
  new Set([...stretches.map(({ who }) => who), ...moves.flatMap(({ who }) => who)])

/** With crowds that are in no list and come on; without those of whom only members do. */
function withWhoeverIsMet(play: Play, presence: Presence): Play {
  const met = metIn(presence)
  const known = new Set(play.characters.map(({ id }) => id))
  const groups = new Set([...met].flatMap(groupsOf))
  const listed = play.characters.filter(({ id }) => met.has(id) || !groups.has(id))
  const unlisted = [...met].filter((id) => !known.has(id))
  const added = unlisted.map((id) => ({ id, name: id, line: 1, isGroup: true }))
  return { ...play, characters: [...listed, ...withNames(added, new Map())] }
}

type Asked = { readonly play: Play; readonly presence: Presence }

/** In the order of the file. */
const asked = ({ play, presence }: Asked): readonly Question[] =>
  [...play.questions, ...presence.questions, ...silent(play, presence)].sort((a, b) => a.line - b.line)

function* silent({ characters }: Play, presence: Presence): Generator<Question> {
  const met = metIn(presence)
  for (const { id, name, line } of characters)
    if (!met.has(id))
      yield {
        line,
        kind: 'person',
        message: `${name} is in the cast and never speaks or enters by name; when are they on?`,
      }
}

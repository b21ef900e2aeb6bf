// Who may take a line note and say what became of it, and what cannot be one.

import { may, sees, type Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { PersonId } from '../show/show.ts'
import {
  LINE_NOTE_WORDS_MAX,
  LINE_NOTES_MAX,
  LINE_QUOTED_MAX,
  type LineNoteCommand,
  type LineNoteEvent,
  type LineNotesState,
} from './line-notes.ts'

export type LineNoteContext = {
  readonly by: Viewer
  readonly open: boolean
  /** Null for a line that is not there; of one that nobody speaks the person is null. */
  readonly lineAt: (line: number) => { readonly text: string; readonly person: PersonId | null } | null
  readonly isOfCompany: (person: PersonId) => boolean
}

type Decision = Result<readonly LineNoteEvent[]>

export function decideLineNotes(
  state: LineNotesState,
  command: LineNoteCommand,
  context: LineNoteContext,
): Decision {
  if (!may(context.by, 'write a line note') || sees(context.by, 'line notes') !== 'all')
    return refused('not-yours', 'Whoever is on the book takes line notes.')
  if (!context.open) return refused('not-open', 'No performance is open.')
  return command.name === 'line.note' ? write(state, command, context) : settle(state, command)
}

function write(
  state: LineNotesState,
  { line, person, mark, words }: Extract<LineNoteCommand, { name: 'line.note' }>,
  { lineAt, isOfCompany }: LineNoteContext,
): Decision {
  const found = line === null ? null : lineAt(line)
  if (line !== null && found === null) return refused('no-such-line', 'That line is not in today’s script.')
  const whose = person ?? found?.person ?? null
  if (whose === null)
    return refused('nobody-speaks', 'Nobody is known to speak that line: say whose note it is.')
  if (!isOfCompany(whose)) return refused('nobody', 'Nobody of that name is in this show.')
  const said = words.trim()
  if (mark === null && said === '') return refused('empty-note', 'The note is empty.')
  if (said.length > LINE_NOTE_WORDS_MAX)
    return refused(
      'long-note',
      `A line note holds ${LINE_NOTE_WORDS_MAX} characters; this one has ${said.length}.`,
    )
  if (state.notes.length >= LINE_NOTES_MAX)
    return refused('many-notes', `A performance holds ${LINE_NOTES_MAX} line notes.`)
  const quoted = found === null ? null : found.text.slice(0, LINE_QUOTED_MAX).replace(/[\uD800-\uDBFF]$/, '')
  const body = { person: whose, mark }
  return accepted([{ type: 'line-note.written', v: 1, body, detail: { line: quoted, words: said } }])
}

function settle(
  { notes }: LineNotesState,
  { note, as }: Extract<LineNoteCommand, { name: 'line.settle' }>,
): Decision {
  const known = notes.find((one) => one.note === note)
  if (!known) return refused('no-such-note', 'There is no such line note.')
  if (known.state === as) return refused('same', 'That is written down already.')
  return accepted([{ type: 'line-note.settled', v: 1, body: { note, as } }])
}

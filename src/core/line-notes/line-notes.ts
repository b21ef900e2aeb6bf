// Notes on lines, for whoever said them and for nobody else: taken on the book, handed over on a slip, and then forgotten.

import type { Instant } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'

/** What happened to a line, in the words of whoever is on the book. */
export const lineMarks = ['dropped', 'paraphrased', 'wrong order', 'added', 'jumped', 'prompted'] as const
export type LineMark = (typeof lineMarks)[number]

/** Handed over, or of no use after all. */
export const lineNoteStates = ['open', 'given', 'not needed'] as const
export type LineNoteState = (typeof lineNoteStates)[number]

export const LINE_NOTES_MAX = 1_000
export const LINE_NOTE_WORDS_MAX = 200
/** As much of a line as somebody needs to know it again. */
export const LINE_QUOTED_MAX = 120

type LineNote = {
  /** From 1, as they were taken. */
  readonly note: number
  readonly at: Instant
  /** Null once it was erased: then nothing of it is left. */
  readonly person: PersonId | null
  readonly mark: LineMark | null
  readonly line: string | null
  readonly words: string | null
  readonly state: LineNoteState
}

export type LineNotesState = { readonly notes: readonly LineNote[] }
export const emptyLineNotes: LineNotesState = { notes: [] }

export type LineNoteCommand =
  | {
      readonly name: 'line.note'
      /** Its place in the script as screens are sent it; null where there is none. */
      readonly line: number | null
      /** Null: whoever speaks that line today. */
      readonly person: PersonId | null
      readonly mark: LineMark | null
      readonly words: string
    }
  | { readonly name: 'line.settle'; readonly note: number; readonly as: LineNoteState }

type Event<Type extends string, Body, Detail = undefined> = {
  readonly type: Type
  readonly v: 1
  readonly body: Body
} & (Detail extends undefined ? { readonly detail?: undefined } : { readonly detail: Detail })

export type LineNoteEvent =
  | Event<
      'line-note.written',
      { readonly person: PersonId; readonly mark: LineMark | null },
      { readonly line: string | null; readonly words: string }
    >
  | Event<'line-note.settled', { readonly note: number; readonly as: LineNoteState }>
export type LineNoteEventType = LineNoteEvent['type']

export const lineNoteTypes: ReadonlySet<string> = new Set<LineNoteEventType>([
  'line-note.written',
  'line-note.settled',
])

const names: ReadonlySet<string> = new Set<LineNoteCommand['name']>(['line.note', 'line.settle'])
export const isOfLineNotes = <Command extends { readonly name: string }>(
  command: Command | LineNoteCommand,
): command is LineNoteCommand => names.has(command.name)

/** Folds one recorded event in. What was erased leaves that a note was taken, and when. */
export function applyLineNotes(state: LineNotesState, event: LineNoteEvent, at: Instant): LineNotesState {
  if (event.type === 'line-note.settled') {
    const { note, as } = event.body
    return { notes: state.notes.map((one) => (one.note === note ? { ...one, state: as } : one)) }
  }
  const erased = event.detail === null || event.detail === undefined
  const written: LineNote = {
    ...{ note: state.notes.length + 1, at, state: 'open' },
    ...(erased
      ? { person: null, mark: null, line: null, words: null }
      : { ...event.body, line: event.detail.line, words: event.detail.words }),
  }
  return { notes: [...state.notes, written] }
}

// The accident book and the near misses: what somebody wrote down afterwards, and what a named person decided about reporting it.

import { may, sees, type Viewer } from '../disclosure/policy.ts'
import type { Json } from '../kit/json.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import { type Instant, instant } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'

/** In the whole of a house's life. */
export const ENTRIES_MAX = 2_000
/** As much as somebody writes on a page of a book. */
export const ENTRY_TEXT_MAX = 1_000
export const ENTRY_NAME_MAX = 80
/** Of one entry: a decision may be taken again. */
export const DECISIONS_MAX = 20

export const entryKinds = ['accident', 'near-miss'] as const
export type EntryKind = (typeof entryKinds)[number]

/** Word for word, whatever the words are. Of a near miss nobody is hurt: `who` and what was done for them stay empty. */
export type EntryWords = {
  readonly who: string
  readonly place: string
  readonly happened: string
  readonly seen: string
  readonly done: string
  readonly by: string
}
export const entryFields = ['who', 'place', 'happened', 'seen', 'done', 'by'] as const

/** A person decides; the book neither proposes one of these nor counts days for it. */
export const decisions = ['reported', 'not-reportable', 'asks-advice'] as const
export type DecisionName = (typeof decisions)[number]

type Decision = { readonly is: DecisionName; readonly by: string; readonly at: Instant }
type Entry = {
  readonly id: string
  readonly kind: EntryKind
  readonly at: Instant
  readonly device: string
  readonly person: PersonId | null
  readonly words: EntryWords
  readonly decisions: readonly Decision[]
}
export type AccidentBook = { readonly entries: readonly Entry[] }
export const emptyBook: AccidentBook = { entries: [] }

export type BookCommand =
  | {
      readonly name: 'accident.write'
      readonly id: string
      readonly kind: EntryKind
      readonly words: EntryWords
    }
  | {
      readonly name: 'accident.decide'
      readonly id: string
      readonly entry: string
      readonly is: DecisionName
      readonly by: string
    }

export type BookEvent = {
  readonly type: 'accident.written' | 'accident.decided'
  readonly v: 1
  readonly body: Json
  readonly detail: Json
}

type Context = { readonly at: Instant; readonly by: Viewer }

export function decideBook(
  book: AccidentBook,
  command: BookCommand,
  context: Context,
): Result<readonly BookEvent[]> {
  return command.name === 'accident.write' ? write(book, command, context) : decide(book, command, context)
}

/** Anybody who is of this house may write; sent again it is there once. */
function write(
  { entries }: AccidentBook,
  { id, kind, words }: Extract<BookCommand, { name: 'accident.write' }>,
  { at, by }: Context,
): Result<readonly BookEvent[]> {
  if (entries.some((one) => one.id === id)) return accepted([])
  if (words.happened.trim() === '')
    return refused('empty', 'Write down what happened, in the words of whoever saw it.')
  if (words.by.trim() === '') return refused('nobody', 'Say who writes this.')
  if (words.by.length > ENTRY_NAME_MAX || words.who.length > ENTRY_NAME_MAX)
    return refused('too-long', `Not more than ${ENTRY_NAME_MAX} letters in a name.`)
  if (entryFields.some((field) => words[field].length > ENTRY_TEXT_MAX))
    return refused('too-long', `Not more than ${ENTRY_TEXT_MAX} letters in one field.`)
  if (entries.length >= ENTRIES_MAX)
    return refused(
      'full',
      `This book has ${ENTRIES_MAX} entries and no room for more: go on in the one on paper.`,
    )
  const body = { id, kind, at, device: by.device }
  return accepted([
    { type: 'accident.written', v: 1, body, detail: { person: by.person, words: { ...words } } },
  ])
}

function decide(
  { entries }: AccidentBook,
  { id, entry, is, by }: Extract<BookCommand, { name: 'accident.decide' }>,
  { at, by: viewer }: Context,
): Result<readonly BookEvent[]> {
  const found = entries.find((one) => one.id === entry)
  if (!may(viewer, 'decide about a report') || !found)
    return refused('not-yours', 'There is no such entry for this device to decide about.')
  if (by.trim() === '' || by.length > ENTRY_NAME_MAX)
    return refused('nobody', `Say who decides, in at most ${ENTRY_NAME_MAX} letters.`)
  if (found.decisions.length >= DECISIONS_MAX)
    return refused('full', 'So much was decided about this entry already: go on on paper.')
  return accepted([{ type: 'accident.decided', v: 1, body: { id, entry, is, at }, detail: { by } }])
}

type Logged = Pick<BookEvent, 'body'> & { readonly type: string; readonly detail: Json | null }

/** Erased by retention: that something was written down, and when, stays. */
const ERASED = '(erased)'
const blank: EntryWords = {
  who: ERASED,
  place: ERASED,
  happened: ERASED,
  seen: ERASED,
  done: ERASED,
  by: ERASED,
}

export function applyBook(book: AccidentBook, { type, body, detail }: Logged): AccidentBook {
  // `as`: the log gives back what `decideBook` put in, checked by its hash chain.
  if (type === 'accident.written') {
    const said = body as unknown as Pick<Entry, 'id' | 'kind' | 'at' | 'device'>
    const kept = detail as { person: PersonId | null; words: EntryWords } | null
    const entry: Entry = { ...said, person: kept?.person ?? null, words: kept?.words ?? blank, decisions: [] }
    return { entries: [...book.entries, entry] }
  }
  const { entry, is, at } = body as unknown as { entry: string; is: DecisionName; at: number }
  const by = (detail as { by: string } | null)?.by ?? ERASED
  const decision = { is, by, at: instant(at) }
  return {
    entries: book.entries.map((one) =>
      one.id === entry ? { ...one, decisions: [...one.decisions, decision] } : one,
    ),
  }
}

/** With its names replaced by roles: in its place. */
export function replaceBook(book: AccidentBook, event: Logged): AccidentBook {
  if (event.type === 'accident.decided') return { entries: book.entries.map((one) => decidedAs(one, event)) }
  const [written] = applyBook(emptyBook, event).entries
  const inPlace = (one: Entry): Entry =>
    one.id === written?.id ? { ...written, decisions: one.decisions } : one
  return { entries: book.entries.map(inPlace) }
}

function decidedAs(one: Entry, { body, detail }: Logged): Entry {
  const { entry, is, at } = body as unknown as { entry: string; is: DecisionName; at: number }
  if (one.id !== entry) return one
  const by = (detail as { by: string } | null)?.by ?? ERASED
  const decisions = one.decisions.map((each) => (each.at === at && each.is === is ? { ...each, by } : each))
  return { ...one, decisions }
}

export type BookSection = {
  /** `own`: what one wrote oneself. */
  readonly scope: 'all' | 'own' | 'numbers'
  /** The newest first. */
  readonly entries: readonly Omit<Entry, 'device' | 'person'>[]
  readonly numbers: Readonly<Record<EntryKind, number>> | null
  readonly mayDecide: boolean
}

/** Whoever reads all of it, whoever reads what they wrote, whoever reads how many; null: no book. */
export function bookSection({ entries }: AccidentBook, viewer: Viewer): BookSection | null {
  const scope = sees(viewer, 'accident book')
  if (scope === 'side') return { ...nothing, numbers: numbersOf(entries) }
  if (scope === null) return null
  const seen = scope === 'all' ? entries : entries.filter((one) => isOwn(one, viewer))
  const shown = seen.map(({ device: _device, person: _person, ...rest }) => rest).toReversed()
  return { scope, entries: shown, numbers: null, mayDecide: may(viewer, 'decide about a report') }
}

const nothing: BookSection = { scope: 'numbers', entries: [], numbers: null, mayDecide: false }

/** By the person where the device is somebody's; a device of a place has what was written on it. */
const isOwn = ({ device, person }: Entry, viewer: Viewer): boolean =>
  viewer.person === null ? person === null && device === viewer.device : person === viewer.person

const numbersOf = (entries: readonly Entry[]): BookSection['numbers'] => ({
  accident: entries.filter(({ kind }) => kind === 'accident').length,
  'near-miss': entries.filter(({ kind }) => kind === 'near-miss').length,
})

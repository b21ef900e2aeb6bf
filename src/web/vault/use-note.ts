// One’s own note on one’s own phone: opened by the code that lies here, changed, sealed again, taken back.

import { useCallback, useEffect, useState } from 'react'
import { confirmedSince, emptyNote, KEEPERS_NEEDED, type Note, withoutNobody } from '../../core/vault/note.ts'
import { newCode, openByCode, readCode } from '../../sealing/code.ts'
import { openNote, sealNote, wrapFor } from '../../sealing/sealed-note.ts'
import type { OwnAnswer } from '../../wire/vault.ts'
import { words } from '../speech/speech.ts'
import { askSealed, canSeal, deviceKeys } from './ask.ts'
import { type Span, sealedSince, takenBack } from './sealed-here.ts'
import { drop, put, take } from './shelf.ts'

type NoteState =
  | { readonly kind: 'looking' | 'unsafe' }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'closed'; readonly own: OwnAnswer; readonly said: string | null }
  | {
      readonly kind: 'open'
      readonly own: OwnAnswer
      readonly code: string
      readonly note: Note
      readonly fresh: boolean
    }

export type NoteDesk = {
  readonly state: NoteState
  readonly begin: () => void
  readonly typeCode: (typed: string) => Promise<void>
  /** The sentence of why not, or null once it is kept. */
  readonly keep: (note: Note) => Promise<string | null>
  readonly remove: () => Promise<void>
}

async function lookUp(): Promise<NoteState> {
  if (!canSeal()) return { kind: 'unsafe' }
  const { key } = await deviceKeys()
  const told = await askSealed<OwnAnswer>('own', { key })
  if (told === null) return { kind: 'refused', sentence: words().myNote.unreached }
  if (!told.ok) return { kind: 'refused', sentence: told.sentence }
  const own = told.value
  const code = await take<string>('code')
  const note = code === null ? null : await opened(own, code)
  if (code === null || note === null) return { kind: 'closed', own, said: null }
  await keepSpans((spans) => sealedSince(spans, 0))
  await sealForNewcomers(own, code, note)
  return { kind: 'open', own, code, note, fresh: false }
}

/** What lay sealed when, as this phone knows it: nobody else can say whether there was anything to open (VAULT-28). */
const keepSpans = async (change: (spans: readonly Span[]) => readonly Span[]): Promise<void> =>
  put('sealed-spans', change((await take<readonly Span[]>('sealed-spans')) ?? []))

async function opened({ sealed, person }: OwnAnswer, code: string): Promise<Note | null> {
  const key = await openByCode(sealed.byCode, code, person)
  return key && openNote(sealed, key, person)
}

/** A duty device that came in since is sealed to as soon as this page is open. */
async function sealForNewcomers(own: OwnAnswer, code: string, note: Note): Promise<void> {
  if (await hasNewcomers(own)) await seal(own, code, note)
}

async function hasNewcomers({ duty }: OwnAnswer): Promise<boolean> {
  const before = (await take<readonly string[]>('sealed-for')) ?? []
  return duty.some(({ key }) => !before.includes(key))
}

/** The same from another page of this phone; a phone without a code has nothing to seal. */
export async function sealAhead(): Promise<void> {
  const code = await take<string>('code')
  if (code === null) return
  const { key } = await deviceKeys()
  const told = await askSealed<OwnAnswer>('own', { key })
  if (told?.ok !== true || !(await hasNewcomers(told.value))) return
  const note = await opened(told.value, code)
  if (note !== null) await seal(told.value, code, note)
}

/** The note as it was sealed, or why not in a sentence. */
async function seal(own: OwnAnswer, code: string, note: Note): Promise<Note | string> {
  const { person, duty } = own
  const chosen = own.keepers.filter((one) => note.keepers.some((keeper) => keeper === one.person))
  // One phone each: of somebody’s two the first.
  const each = chosen.filter((one, at) => chosen.findIndex((other) => other.person === one.person) === at)
  const keeperKeys = each.length < KEEPERS_NEEDED ? [] : each.map((one) => one.key)
  const made = await sealNote(note, { person, code, keeperKeys })
  if (made === null) return words().myNote.tooLong({ field: words().myNote.parts })
  const wraps = []
  for (const device of duty) {
    const sealed = await wrapFor(device, { note, key: made.key, person })
    if (sealed !== null) wraps.push({ device: device.device, sealed })
  }
  const told = await askSealed('keep', { sealed: made.sealed, telling: made.telling, wraps })
  if (told === null) return words().myNote.unreached
  if (!told.ok) return told.sentence
  await put('code', code)
  await put('confirmed-since', confirmedSince(note))
  await keepSpans((spans) => sealedSince(spans, Date.now()))
  await put(
    'sealed-for',
    duty.map(({ key }) => key),
  )
  return made.note
}

export function useNote(): NoteDesk {
  const [state, set] = useState<NoteState>({ kind: 'looking' })
  useEffect(() => {
    void lookUp().then(set, () => set({ kind: 'refused', sentence: words().myNote.unreached }))
  }, [])
  const begin = useCallback(() => {
    set((now) =>
      now.kind === 'closed'
        ? { kind: 'open', own: now.own, code: newCode(), note: emptyNote, fresh: true }
        : now,
    )
  }, [])
  const typeCode = async (typed: string) => {
    if (state.kind !== 'closed') return
    const code = readCode(typed)
    const note = code === null ? null : await opened(state.own, code)
    if (code === null || note === null) return set({ ...state, said: words().myNote.codeWrong })
    await put('code', code)
    await keepSpans((spans) => sealedSince(spans, 0))
    await sealForNewcomers(state.own, code, note)
    set({ kind: 'open', own: state.own, code, note, fresh: false })
  }
  const keep = async (note: Note) => {
    if (state.kind !== 'open') return null
    // What its keepers were given stays theirs, however often it is changed while this page is open.
    const { telling } = state.note
    const sealed = await seal(state.own, state.code, withoutNobody({ ...note, ...(telling && { telling }) }))
    if (typeof sealed === 'string') return sealed
    set({ ...state, note: sealed })
    return null
  }
  /** Also by whoever has no code any more: it is theirs, and nobody needs to open it for that. */
  const remove = async () => {
    if (state.kind !== 'open' && state.kind !== 'closed') return
    const told = await askSealed('remove', {})
    if (told?.ok !== true)
      return set({ kind: 'refused', sentence: told === null ? words().myNote.unreached : told.sentence })
    await drop('code')
    await drop('sealed-for')
    await drop('confirmed-since')
    await keepSpans((spans) => takenBack(spans, Date.now()))
    // What was here a moment ago is not asked any more, not even from memory.
    const now = await lookUp()
    set(now.kind === 'closed' ? { ...now, said: words().myNote.removed } : now)
  }
  return { state, begin, typeCode, keep, remove }
}

// The book as the server has it: read once, looked after every few seconds, each edit sent in its turn and taken back by whoever made it.

import { useCallback, useEffect, useRef, useState } from 'react'
import type { BookLine, TextSlice } from '../../core/book/text.ts'
import type { CalledAt, Edit, NamedCue } from '../../core/editing/edit.ts'
import type { BookAnswer, BookPage } from '../../wire/book.ts'
import { type Came, unreached } from '../answers/rounds.ts'
import { askOffice, cameOf, freshKey, sendFile, type Told } from '../show/office.ts'
import { keepStacks, readStacks, type Stacks, UNDO_MAX } from '../show/undo-kept.ts'
import { words } from '../speech/speech.ts'
import { useRounds } from '../ui/use-rounds.ts'
import { forgetBook, keepBook, keepLines, readBook, readLines } from './kept-book.ts'

const LOOK_EVERY_MS = 4_000

/** A cue on its way to the record; `why`: it was not taken. */
export type Sent = {
  readonly key: string
  readonly row: NamedCue
  readonly at: CalledAt
  readonly why: string | null
}

export type Pages = {
  /** Undefined until it was read; null where there is none for this device. */
  readonly page: BookPage | null | undefined
  readonly lines: readonly BookLine[]
  readonly sent: readonly Sent[]
  /** Edits that are on their way. */
  readonly waiting: number
  /** The house is not reached; `at`: when what is shown was read, where it comes from this device. */
  readonly away: { readonly at: number | null } | null
  /** Why the last one was not done. */
  readonly trouble: string | null
  /** Somebody else changed the same: the edit waits for a person to say which stays. */
  readonly question: { readonly sentence: string; readonly edit: Edit } | null
  /** Whether it was taken. */
  readonly edit: (edit: Edit) => Promise<boolean>
  readonly place: (row: NamedCue, at: CalledAt) => void
  readonly drop: (key: string) => void
  readonly answer: (mine: boolean) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly revise: (file: File) => Promise<Told<BookAnswer>>
}

export function usePages(): Pages {
  const [sent, setSent] = useState<readonly Sent[]>([])
  const [question, setQuestion] = useState<Pages['question']>(null)
  const told = useTold()
  const { send, step, inTurn } = useSending(told)
  const ask = async (edit: Edit, on: 'shown' | 'newest') => {
    const answer = await send(edit, on)
    if (!answer.ok && answer.code === 'meanwhile') setQuestion({ sentence: answer.sentence, edit })
    return answer.ok
  }
  return {
    ...{ page: told.page, waiting: told.waiting, trouble: told.trouble, away: told.away, sent, question },
    lines: useText(told.page ?? null),
    edit: (edit) => ask(edit, 'shown'),
    place: (row, at) => {
      const key = freshKey()
      setSent((all) => [...all, { key, row, at, why: null }])
      void send({ name: 'cue.place', row, at }, 'newest').then((answer) =>
        setSent((all) =>
          answer.ok
            ? all.filter((one) => one.key !== key)
            : all.map((one) => (one.key === key ? { ...one, why: answer.sentence } : one)),
        ),
      )
    },
    drop: (key) => setSent((all) => all.filter((one) => one.key !== key)),
    answer: (mine) => {
      setQuestion(null)
      told.forgetTrouble()
      if (mine && question) void ask(question.edit, 'newest')
    },
    undo: () => step('undo', 'redo'),
    redo: () => step('redo', 'undo'),
    revise: async (file) => {
      const path = `revision-take?id=${freshKey()}&name=${encodeURIComponent(file.name)}`
      const answer = await inTurn(() => sendFile<BookAnswer>(path, file), 'undo')
      // With its marks, which an edit’s answer leaves out.
      const all = answer.ok ? await askOffice<BookAnswer>('book') : answer
      if (all.ok) told.take(all.value)
      return answer
    },
  }
}

/** What the server said last, and how often it was somebody else’s work. */
function useTold() {
  const [page, setPage] = useState<BookPage | null | undefined>(undefined)
  const [waiting, setWaiting] = useState(0)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [away, setAway] = useState<Pages['away']>(null)
  const shown = useRef<BookPage | null>(null)
  const others = useRef(0)
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  const take = useCallback((answer: BookAnswer) => {
    setAway(null)
    if (answer.same) return
    const { page: told, done } = answer
    if (shown.current !== null && done?.before !== shown.current.version) others.current += 1
    shown.current = told && { ...told, marks: told.marks ?? shown.current?.marks ?? null }
    setPage(shown.current)
    if (shown.current) void keepBook(shown.current, Date.now())
  }, [])
  // Without the house the book of this device stands in, to be read and not to be changed.
  const stand = async () => {
    const own = shown.current === null ? await readBook() : null
    if (shown.current === null && own) setPage({ ...own.page, mayEdit: false })
    else if (shown.current === null) setTrouble(words().office.unreached)
    setAway({ at: own?.at ?? null })
  }
  const look = async (signal: AbortSignal): Promise<Came<BookAnswer>> => {
    // Waited for in its turn longer than anybody waits.
    if (signal.aborted) return unreached
    const known = shown.current?.version
    const query = known === undefined ? '' : `?known=${known}`
    const told = await askOffice<BookAnswer>(`book${query}`, undefined, signal)
    if (told.ok) take(told.value)
    else if (told.code === '') await stand()
    else void forgetBook()
    // Whoever signed out, or was taken off, leaves nothing of it on the screen.
    if (!told.ok && told.code === 'not-paired') {
      shown.current = null
      setPage(undefined)
    }
    if (!told.ok && told.code !== '' && shown.current === null) setTrouble(told.sentence)
    return cameOf(told)
  }
  useRounds<BookAnswer>({
    about: 'book',
    everyMs: LOOK_EVERY_MS,
    // In its turn with what is edited: no look says how it stood before.
    ask: (signal) => {
      const looked = turn.current.then(() => look(signal))
      turn.current = looked
      return looked
    },
  })
  const forgetTrouble = () => setTrouble(null)
  return { page, away, waiting, setWaiting, trouble, setTrouble, forgetTrouble, shown, others, turn, take }
}

type Stack = keyof Stacks

/** Edits one after the other, in the order of the presses, and what each can be taken back by. */
function useSending({ setWaiting, setTrouble, shown, others, turn, take }: ReturnType<typeof useTold>) {
  const [first] = useState(readStacks)
  const stacks = useRef(first)
  const put = (onto: Stack, dones: Stacks[Stack]) => {
    stacks.current = { ...stacks.current, [onto]: dones }
    keepStacks(stacks.current)
  }
  const inTurn = (ask: () => Promise<Told<BookAnswer>>, onto: Stack): Promise<Told<BookAnswer>> => {
    setWaiting((many) => many + 1)
    const asked = turn.current.then(ask).then((told) => {
      setWaiting((many) => many - 1)
      setTrouble(told.ok ? null : told.sentence)
      if (!told.ok || told.value.same) return told
      take(told.value)
      if (told.value.done !== null) put(onto, [...stacks.current[onto], told.value.done].slice(-UNDO_MAX))
      return told
    })
    turn.current = asked
    return asked
  }
  const send = (edit: Edit, on: 'shown' | 'newest'): Promise<Told<BookAnswer>> => {
    const seen = { version: shown.current?.version ?? null, others: others.current }
    return inTurn(() => {
      // What this screen itself did since then is no surprise to whoever sits at it.
      const own = seen.others === others.current ? (shown.current?.version ?? null) : seen.version
      put('redo', [])
      return askOffice<BookAnswer>('book-edit', { id: freshKey(), on: on === 'newest' ? null : own, edit })
    }, 'undo')
  }
  const step = (from: Stack, onto: Stack) => {
    void inTurn(async () => {
      const last = stacks.current[from].at(-1)
      if (!last) return { ok: true, value: { same: true } }
      put(from, stacks.current[from].slice(0, -1))
      return askOffice<BookAnswer>('book-undo', { id: freshKey(), ...last })
    }, onto)
  }
  return { send, step, inTurn }
}

/** The script in slices, one after the other; the first is on the screen while the others come. */
function useText(page: BookPage | null): readonly BookLine[] {
  const [lines, setLines] = useState<readonly BookLine[]>([])
  const text = page?.text ?? null
  useEffect(() => {
    if (text === null) return
    let left = false
    const read = async () => {
      const all: BookLine[] = []
      for (;;) {
        const told = await askOffice<TextSlice>(`book-text?from=${all.length}`)
        // Another version meanwhile: the page says so, and it is read anew.
        if (!told.ok && told.code === '' && all.length === 0) {
          const own = await readLines(text)
          if (!left) setLines(own)
        }
        if (left || !told.ok || told.value.text !== text) return
        all.push(...told.value.lines)
        setLines([...all])
        if (all.length < told.value.total && told.value.lines.length > 0) continue
        void keepLines(text, all)
        return
      }
    }
    void read()
    return () => {
      left = true
    }
  }, [text])
  return lines
}

// The show that is being edited: read once, and after each edit as the server has it then.

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Edit } from '../../core/editing/edit.ts'
import type { BookAnswer as UndoAnswer } from '../../wire/book.ts'
import type { ShowBook } from '../../wire/office.ts'
import { askOffice, type BookAnswer, freshKey, type Told } from './office.ts'
import { keepStacks, readStacks, type Stacks, UNDO_MAX } from './undo-kept.ts'

export type Book = {
  /** Undefined until it was read; null where there is no show yet. */
  readonly show: ShowBook | null | undefined
  /** Why it could not be read. */
  readonly trouble: string | null
  /** One after the other, in the order of the presses. Null when it is done, else why not. */
  readonly edit: (edit: Edit) => Promise<string | null>
  readonly takeTonight: () => Promise<string | null>
  /** What this tab did last is taken back, or done again. Null when it is done, else why not. */
  readonly step: (from: keyof Stacks) => Promise<string | null>
  /** How much can be. */
  readonly steps: Readonly<Record<keyof Stacks, number>>
}

export function useBook(): Book {
  const [show, setShow] = useState<ShowBook | null | undefined>(undefined)
  const [trouble, setTrouble] = useState<string | null>(null)
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  const { stacks, put, counts } = useStacks()
  const take = useCallback((told: Told<BookAnswer>): string | null => {
    if (told.ok) setShow(told.value.show)
    return told.ok ? null : told.sentence
  }, [])
  const ask = useCallback(
    (path: string, body?: unknown): Promise<string | null> => {
      const asked = turn.current.then(async () => take(await askOffice<BookAnswer>(path, body)))
      turn.current = asked
      return asked
    },
    [take],
  )
  const edit = async (asked: Edit) => {
    const told = turn.current.then(async () => {
      const answer = await askOffice<BookAnswer>('edit', { id: freshKey(), edit: asked })
      if (answer.ok && answer.value.done) {
        put('redo', [])
        put('undo', [...stacks.current.undo, answer.value.done])
      }
      return take(answer)
    })
    turn.current = told
    return told
  }
  const step = (from: keyof Stacks) => {
    const stepped = turn.current.then(async () => {
      const last = stacks.current[from].at(-1)
      if (!last) return null
      put(from, stacks.current[from].slice(0, -1))
      const told = await askOffice<UndoAnswer>('book-undo', { id: freshKey(), ...last })
      if (!told.ok) return told.sentence
      const onto = from === 'undo' ? 'redo' : 'undo'
      if (!told.value.same && told.value.done) put(onto, [...stacks.current[onto], told.value.done])
      return take(await askOffice<BookAnswer>('show'))
    })
    turn.current = stepped
    return stepped
  }
  useEffect(() => {
    void ask('show').then(setTrouble)
    // Somebody else may have edited it while this page lay behind another.
    const again = () => document.visibilityState === 'visible' && void ask('show')
    document.addEventListener('visibilitychange', again)
    return () => document.removeEventListener('visibilitychange', again)
  }, [ask])
  return {
    show,
    trouble,
    edit,
    takeTonight: () => ask('tonight', {}),
    step,
    steps: counts,
  }
}

/** The same as the book keeps: which versions, on this tab. */
function useStacks() {
  const [first] = useState(readStacks)
  const stacks = useRef(first)
  const [counts, count] = useState({ undo: first.undo.length, redo: first.redo.length })
  const put = (onto: keyof Stacks, dones: Stacks['undo']) => {
    stacks.current = { ...stacks.current, [onto]: dones.slice(-UNDO_MAX) }
    keepStacks(stacks.current)
    count({ undo: stacks.current.undo.length, redo: stacks.current.redo.length })
  }
  return { stacks, put, counts }
}

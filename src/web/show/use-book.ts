// The show that is being edited: read once, and after each edit as the server has it then.

import { useRef, useState } from 'react'
import type { Edit } from '../../core/editing/edit.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { BookAnswer as UndoAnswer } from '../../wire/book.ts'
import type { ShowBook } from '../../wire/office.ts'
import { words } from '../speech/speech.ts'
import { useRounds } from '../ui/use-rounds.ts'
import { askOffice, type BookAnswer, cameOf, freshKey, type Told } from './office.ts'
import { keepStacks, readStacks, type Stacks, UNDO_MAX } from './undo-kept.ts'

export type Book = {
  /** Undefined until it was read; null where there is no show yet. */
  readonly show: ShowBook | null | undefined
  /** Why it could not be read, or not anew. */
  readonly trouble: string | null
  readonly asOf: Instant | null
  /** One after the other, in the order of the presses. Null when it is done, else why not. */
  readonly edit: (edit: Edit) => Promise<string | null>
  readonly takeTonight: () => Promise<string | null>
  /** What this tab did last is taken back, or done again. Null when it is done, else why not. */
  readonly step: (from: keyof Stacks) => Promise<string | null>
  /** How much can be. */
  readonly steps: Readonly<Record<keyof Stacks, number>>
}

export function useBook(): Book {
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  const { stacks, put, counts } = useStacks()
  const page = useRounds({
    about: 'show',
    ask: async (signal) => cameOf(await askOffice<BookAnswer>('show', undefined, signal)),
  })
  /** In its turn. Null: there was nothing to press. */
  const press = (sent: () => Promise<Told<BookAnswer>> | null): Promise<string | null> => {
    const pressed = turn.current.then(async () => {
      const asked = sent()
      const came = asked && (await page.press(async () => cameOf(await asked)))
      return came === null || came.is === 'told' ? null : (came.sentence ?? words().office.unreached)
    })
    turn.current = pressed
    return pressed
  }
  const edit = (asked: Edit) =>
    press(async () => {
      const answer = await askOffice<BookAnswer>('edit', { id: freshKey(), edit: asked })
      if (answer.ok && answer.value.done) {
        put('redo', [])
        put('undo', [...stacks.current.undo, answer.value.done])
      }
      return answer
    })
  const step = (from: keyof Stacks) =>
    press(() => {
      const last = stacks.current[from].at(-1)
      if (!last) return null
      put(from, stacks.current[from].slice(0, -1))
      return stepped(last, (done) => {
        const onto = from === 'undo' ? 'redo' : 'undo'
        put(onto, [...stacks.current[onto], done])
      })
    })
  const { told, why, asOf } = page
  return {
    show: told?.show,
    trouble: why === null ? null : (why.sentence ?? words().office.unreached),
    asOf,
    edit,
    takeTonight: () => press(() => askOffice<BookAnswer>('tonight', {})),
    step,
    steps: counts,
  }
}

type Done = Stacks['undo'][number]

async function stepped(last: Done, done: (done: Done) => void): Promise<Told<BookAnswer>> {
  const told = await askOffice<UndoAnswer>('book-undo', { id: freshKey(), ...last })
  if (!told.ok) return told
  if (!told.value.same && told.value.done) done(told.value.done)
  return askOffice<BookAnswer>('show')
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

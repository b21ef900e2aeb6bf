// The show that is being edited: read once, and after each edit as the server has it then.

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Edit } from '../../core/editing/edit.ts'
import type { ShowBook } from '../../wire/office.ts'
import { askOffice, type BookAnswer, freshKey, type Told } from './office.ts'

export type Book = {
  /** Undefined until it was read; null where there is no show yet. */
  readonly show: ShowBook | null | undefined
  /** Why it could not be read. */
  readonly trouble: string | null
  /** One after the other, in the order of the presses. Null when it is done, else why not. */
  readonly edit: (edit: Edit) => Promise<string | null>
  readonly takeTonight: () => Promise<string | null>
}

export function useBook(): Book {
  const [show, setShow] = useState<ShowBook | null | undefined>(undefined)
  const [trouble, setTrouble] = useState<string | null>(null)
  const turn = useRef<Promise<unknown>>(Promise.resolve())
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
    edit: (edit) => ask('edit', { id: freshKey(), edit }),
    takeTonight: () => ask('tonight', {}),
  }
}

// The row under the cue list as it is typed: kept in its turn, put back when it was refused.

import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { id } from '../../core/kit/ids.ts'
import { type CueLine, firstTyped, playedItems, rowOf, type Typed, withLine } from './cue-row.ts'
import { freshKey } from './office.ts'
import type { Editing } from './show.tsx'

/** On its way, or refused with its sentence. */
type Sent = { readonly key: string; readonly row: Typed; readonly why: string | null }

export type TypedCue = {
  readonly typed: Typed
  readonly write: (to: Partial<Typed>) => void
  readonly wordsField: RefObject<HTMLInputElement | null>
  readonly keep: (together: boolean) => void
  readonly keys: (event: KeyboardEvent) => void
  readonly sent: readonly Sent[]
  readonly putBack: (one: Sent) => void
  readonly drop: (one: Sent) => void
}

export function useTypedCue({ show, edit }: Editing, changing: CueLine | null, done: () => void): TypedCue {
  const [typed, set] = useState<Typed>(() => firstTyped(show, changing))
  const [sent, setSent] = useState<readonly Sent[]>([])
  const wordsField = useRef<HTMLInputElement>(null)
  const write = (to: Partial<Typed>) => set({ ...typed, ...to })
  const drop = ({ key }: Pick<Sent, 'key'>) => setSent((all) => all.filter((one) => one.key !== key))
  const keep = async (together: boolean) => {
    const key = freshKey()
    const row = withLine(
      typed,
      show.departments.map(({ short }) => short),
    )
    setSent((all) => [...all, { key, row, why: null }])
    if (!changing) set({ ...row, number: '', words: '', title: '' })
    wordsField.current?.focus()
    const cue = changing === null ? null : id<'cue'>(changing.id)
    const why = await edit({ name: 'cue.put', cue, row: rowOf(row, together) })
    if (why === null) drop({ key })
    else setSent((all) => all.map((one) => (one.key === key ? { ...one, why } : one)))
    if (changing && why === null) done()
  }
  const turn = (by: 1 | -1) => {
    const items = playedItems(show)
    const next = items[items.findIndex((item) => item.id === typed.item) + by]
    if (next) write({ item: next.id })
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.ctrlKey) void keep(true)
    else if (event.key === 'PageDown') turn(1)
    else if (event.key === 'PageUp') turn(-1)
    else return
    event.preventDefault()
  }
  const putBack = (one: Sent) => {
    set(one.row)
    drop(one)
    wordsField.current?.focus()
  }
  return { typed, write, wordsField, keep: (together) => void keep(together), keys, sent, putBack, drop }
}

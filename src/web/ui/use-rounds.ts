// A page, or a line of one, that asks the house again and again: what it told last, since when nothing newer came, and why.

import { useCallback, useEffect, useRef, useState } from 'react'
import { type Instant, instant } from '../../core/kit/time.ts'
import { type Came, type Rounds, unreached } from '../answers/rounds.ts'
import { type Around, type Ask, type Asking, askAgain } from './ask-again.ts'

type How<T> = {
  /** What is asked; with another it begins anew, and nothing of the one before is shown. Null: nothing is asked. */
  readonly about: string | null
  readonly ask: Ask<T>
  /** Changed as it goes on, too. */
  readonly everyMs?: number | null
  readonly alsoHidden?: boolean
}

export type RoundsPage<T> = {
  /** As the house told it last; null until it did. */
  readonly told: T | null
  /** Where the house is not reached: as of when what is shown is. */
  readonly asOf: Instant | null
  /** What came of the newest round that was not told. */
  readonly why: Rounds<T>['why']
  /** Of the last press alone; null where nothing was pressed. */
  readonly pressed: Came<T> | 'sending' | null
  readonly press: (ask: Ask<T>) => Promise<Came<T>>
  readonly again: () => void
}

export function useRounds<T>({ about, ask, everyMs = null, alsoHidden = false }: How<T>): RoundsPage<T> {
  const [state, set] = useState<{ readonly about: string; readonly rounds: Rounds<T> } | null>(null)
  const newest = useRef(ask)
  newest.current = ask
  const first = useRef(everyMs)
  first.current = everyMs
  const asking = useRef<Asking<T> | null>(null)
  useEffect(() => {
    if (about === null) return
    const tell = (rounds: Rounds<T>) => set({ about, rounds })
    const pace = { everyMs: first.current, alsoHidden }
    const begun = askAgain<T>({ pace, ask: (signal) => newest.current(signal), tell }, around())
    asking.current = begun
    return () => {
      asking.current = null
      begun.end()
    }
  }, [about, alsoHidden])
  useEffect(() => asking.current?.pace(everyMs), [everyMs])
  const press = useCallback(
    (pressed: Ask<T>): Promise<Came<T>> => asking.current?.press(pressed) ?? Promise.resolve(unreached),
    [],
  )
  const again = useCallback(() => asking.current?.again(), [])
  const rounds = state !== null && state.about === about ? state.rounds : null
  const { shown = null, why = null } = rounds ?? {}
  return {
    told: shown?.told ?? null,
    asOf: shown !== null && why?.is === 'unreached' ? instant(shown.at) : null,
    why,
    pressed: rounds?.press ? (rounds.press.came ?? 'sending') : null,
    press,
    again,
  }
}

/** Said at the foot of a page, of the last press alone; else why nothing is there. */
export function pageSentence<T>(
  page: RoundsPage<T>,
  said: { readonly kept: string; readonly failed: string },
) {
  const { pressed, why, told } = page
  if (pressed === 'sending') return ''
  const trouble = why === null || why.is === 'unreached' ? null : why.sentence
  if (trouble !== null) return trouble
  if (pressed !== null) return pressed.is === 'told' ? said.kept : (pressed.sentence ?? said.failed)
  // What stands there says itself as of when it is.
  return why === null || told !== null ? '' : (why.sentence ?? said.failed)
}

export const around = (): Around => ({
  now: () => performance.now(),
  clock: Date.now,
  wait: (ms, then) => {
    const timer = setTimeout(then, ms)
    return () => clearTimeout(timer)
  },
  page: document,
  network: window,
})

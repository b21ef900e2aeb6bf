// Two presses of the same control, the second within a few seconds: for what cannot be undone.

import { useEffect, useRef, useState } from 'react'

/** After the first press of a guarded control, the second must come within this. */
const ARMED_MS = 4_000
/** Two presses closer than this are one hand shaking, or a double click. */
export const SECOND_PRESS_MS = 500
/** For this long after a guarded deed no other is begun: what stands on the control now is another one. */
export const REST_MS = 1_000

/** `press(what)` answers true when it was the second press for the same thing. */
export function useArmed(): { readonly armed: string | null; readonly press: (what: string) => boolean } {
  const [armed, setArmed] = useState<string | null>(null)
  const current = useRef<string | null>(null)
  const armedAt = useRef(0)
  const doneAt = useRef(Number.NEGATIVE_INFINITY)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const set = (what: string | null) => {
    current.current = what
    setArmed(what)
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = what === null ? null : setTimeout(() => set(null), ARMED_MS)
  }
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
  const press = (what: string): boolean => {
    const now = performance.now()
    if (now - doneAt.current < REST_MS) return false
    if (current.current !== what) {
      armedAt.current = now
      set(what)
      return false
    }
    if (now - armedAt.current < SECOND_PRESS_MS) return false
    doneAt.current = now
    set(null)
    return true
  }
  return { armed, press }
}

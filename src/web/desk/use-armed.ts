// Two presses of the same control, the second within a few seconds: for what cannot be undone.

import { useEffect, useRef, useState } from 'react'
import { ARMED_MS } from './acts.ts'

/** `press(what)` answers true when it was the second press for the same thing. */
export function useArmed(): { readonly armed: string | null; readonly press: (what: string) => boolean } {
  const [armed, setArmed] = useState<string | null>(null)
  const current = useRef<string | null>(null)
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
    const second = current.current === what
    set(second ? null : what)
    return second
  }
  return { armed, press }
}

// A press often takes its own button away: whoever had the keyboard in here keeps it in here.

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** Looks after every drawing: nothing has the keyboard, and it was in here a moment ago, so it is here again. */
export function useKeptKeyboard(place: RefObject<HTMLElement | null>): void {
  const within = useRef(false)
  useEffect(() => {
    const look = ({ target }: FocusEvent) => {
      within.current = target instanceof Node && place.current?.contains(target) === true
    }
    window.addEventListener('focusin', look)
    return () => window.removeEventListener('focusin', look)
  }, [place])
  useLayoutEffect(() => {
    const { activeElement, body } = document
    if (within.current && (activeElement === null || activeElement === body)) place.current?.focus()
  })
}

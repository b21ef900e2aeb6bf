// Single keys of a department's screen: only while nothing that is typed into holds the keyboard.

import { useEffect, useRef } from 'react'

export function useKeys(deeds: Readonly<Record<string, () => void>>): void {
  const latest = useRef(deeds)
  latest.current = deeds
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // A button that was touched keeps the keyboard, and no letter or digit means anything to it.
      const place = document.activeElement
      const idle = place === null || place === document.body || place instanceof HTMLButtonElement
      if (!idle || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
      const deed = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined
      if (!deed) return
      event.preventDefault()
      deed()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

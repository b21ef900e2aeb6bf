// Single keys of a department's screen: only while no control and no field holds the keyboard.

import { useEffect, useRef } from 'react'

export function useKeys(deeds: Readonly<Record<string, () => void>>): void {
  const latest = useRef(deeds)
  latest.current = deeds
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const idle = document.activeElement === null || document.activeElement === document.body
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

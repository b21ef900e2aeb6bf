// Space and Enter answer from anywhere on a department's screen, unless they are at work in a control.

import { useEffect, useRef } from 'react'

export function useTouch(touch: () => void): void {
  const latest = useRef(touch)
  latest.current = touch
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const idle = document.activeElement === null || document.activeElement === document.body
      if (!idle || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
      if (event.key !== ' ' && event.key !== 'Enter') return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

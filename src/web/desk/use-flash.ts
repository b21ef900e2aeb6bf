// Something that lights up for a moment and goes out by itself.

import { useEffect, useRef, useState } from 'react'

/** A press must be seen within 100 ms, also where the answer comes before the next picture is drawn. */
const FLASH_MS = 150

export function useFlash<T>(): readonly [T | null, (what: T) => void] {
  const [lit, setLit] = useState<T | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const flash = (what: T) => {
    clearTimeout(timer.current)
    setLit(() => what)
    timer.current = setTimeout(() => setLit(null), FLASH_MS)
  }
  return [lit, flash]
}

// A press that stays down is another than a tap: it opens what else can be said, and taps nothing.

import { type MouseEvent, useEffect, useRef } from 'react'

const LONG_PRESS_MS = 500

export type LongPress = {
  readonly onPointerDown: () => void
  readonly onPointerUp: () => void
  readonly onPointerLeave: () => void
  readonly onPointerCancel: () => void
  readonly onContextMenu: (event: MouseEvent) => void
  readonly onClick: () => void
}

export function useLongPress(tap: () => void, long: () => void): LongPress {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const wasLong = useRef(false)
  const latest = useRef(long)
  latest.current = long
  const stop = () => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
  }
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
  return {
    onPointerDown: () => {
      stop()
      wasLong.current = false
      timer.current = setTimeout(() => {
        wasLong.current = true
        latest.current()
      }, LONG_PRESS_MS)
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    // What a held finger opens of its own would lie over it.
    onContextMenu: (event) => event.preventDefault(),
    onClick: () => {
      if (!wasLong.current) tap()
      wasLong.current = false
    },
  }
}

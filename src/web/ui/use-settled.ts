// What has only just appeared under a finger was not what the finger meant.

import { useRef } from 'react'

const SETTLED_MS = 700

/**
 * Wraps a press: it counts only when this has stood there for a while. `key`: what stands there. `early`: what is done
 * of a press that came too soon, where whoever pressed is told.
 */
export function useSettled(key: string, early?: () => void): (press: () => void) => () => void {
  const shown = useRef({ key, at: performance.now() })
  if (shown.current.key !== key) shown.current = { key, at: performance.now() }
  return (press) => () => {
    if (performance.now() - shown.current.at >= SETTLED_MS) press()
    else early?.()
  }
}

// Press and hold for a second: for controls that one slip must not fire.

import { useCallback, useEffect, useRef, useState } from 'react'

const HOLD_PRESS_MS = 1_000

export type HoldPress = {
  readonly holding: boolean
  readonly start: () => void
  readonly stop: () => void
}

/** `meant` is asked when the press begins; `done` is told of that, however the world has changed since. */
export function useHoldPress<Meant>(meant: () => Meant | null, done: (meant: Meant) => void): HoldPress {
  const [holding, setHolding] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const latest = useRef({ meant, done })
  latest.current = { meant, done }
  const stop = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    setHolding(false)
  }, [])
  const start = useCallback(() => {
    if (timer.current !== null) return
    const wanted = latest.current.meant()
    if (wanted === null) return
    setHolding(true)
    timer.current = setTimeout(() => {
      setHolding(false)
      latest.current.done(wanted)
      // The timer stays set until the finger lifts: one hold, one act.
    }, HOLD_PRESS_MS)
  }, [])
  useEffect(() => stop, [stop])
  return { holding, start, stop }
}

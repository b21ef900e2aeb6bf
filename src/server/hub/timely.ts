// Sections that change as time passes: computed again step by step, while anybody is looking at one.

import { SECTION_STEP_MS } from '../../core/night/seen.ts'
import type { Clock } from '../clock/clock.ts'

export type Steps = {
  /** Somebody looks from now on; what stands there may be old. */
  look(): void
  /** Somebody has left. */
  left(): void
}

export function timelySteps(clock: Clock, isWatched: () => boolean, again: () => void): Steps {
  let cancel: (() => void) | null = null
  const next = () => {
    const wait = SECTION_STEP_MS - (clock.now() % SECTION_STEP_MS)
    cancel = clock.after(wait, () => {
      cancel = null
      if (!isWatched()) return
      again()
      next()
    })
  }
  return {
    look: () => {
      if (cancel !== null || !isWatched()) return
      again()
      next()
    },
    left: () => {
      if (isWatched()) return
      cancel?.()
      cancel = null
    },
  }
}

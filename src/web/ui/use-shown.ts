// What every screen that only shows the running night is made of, and the one line it has until that is there.

import type { Instant } from '../../core/kit/time.ts'
import type { OrderSection, PositionSection } from '../../core/night/sections.ts'
import { showTime, useLink, useNothingOpen, useSession, useStale } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { useEverySecond } from './ticker.ts'
import { useWakeLock } from './wake.ts'

export type Shown = {
  readonly position: PositionSection
  readonly order: OrderSection
  /** When what is shown was true; drawn again each second, and the screen is kept awake for it. */
  readonly now: Instant
  readonly stale: boolean
}

export function useShown(): Shown | { readonly lacks: string } {
  useEverySecond()
  useWakeLock()
  const { frame } = useWords()
  const link = useLink()
  const { position, order } = useSession((state) => state.sections)
  const stale = useStale()
  const nothingOpen = useNothingOpen()
  const now = showTime(link)
  if (nothingOpen || position === null) return { lacks: frame.nothingOpen }
  // Whoever sees where the show is sees the running order too: both come in one frame.
  if (!position || !order || now === null) return { lacks: frame.waiting }
  return { position, order, now, stale }
}

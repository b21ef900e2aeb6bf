// How the watch's last look reaches screens: at a pace of its own, never within a GO, and to most only when it changes.

import { sees, type Viewer } from '../../core/disclosure/policy.ts'
import { type Beat, watchingSection } from '../../core/presence/watching.ts'
import type { Clock } from '../clock/clock.ts'
import type { Posting } from './board.ts'
import type { Stage } from './stage.ts'

/** The desk is told so often; a phone only where it becomes another. */
export const BEAT_MS = 5_000

export type Beats = {
  /** What this viewer is to be shown of it. */
  postings(viewer: Viewer): readonly Posting[]
  /** Somebody is there from now on. */
  look(): void
}

type Heart = {
  readonly stage: Stage
  readonly clock: Clock
  /** None: nobody is told. */
  readonly beat: (() => Beat) | undefined
  readonly isWatched: () => boolean
  readonly send: () => void
  /** What stands on the board is what was taken last, before anybody reads it. */
  readonly renew: () => void
}

export function openBeats({ beat, ...heart }: Heart): Beats {
  return beat === undefined ? { postings: () => [], look: () => {} } : beating({ ...heart, beat })
}

type Beating = Omit<Heart, 'beat'> & { readonly beat: () => Beat }

function beating({ stage, clock, beat, isWatched, send, renew }: Beating): Beats {
  let waits = false
  let at = clock.now()
  let last = beat()
  const take = () => {
    at = clock.now()
    last = beat()
  }
  const next = () => {
    waits = true
    clock.after(BEAT_MS, () => {
      waits = false
      if (!isWatched()) return
      take()
      send()
      next()
    })
  }
  // Written from what was taken at the last beat: whatever else makes a frame finds it as it was.
  const write = (whole: boolean) => () =>
    JSON.stringify(watchingSection(last, { now: at, running: isRunning(stage), whole }))
  return {
    postings: (viewer) => {
      const scope = sees(viewer, 'watching')
      if (scope === null) return []
      const whole = scope === 'all'
      const key = whole ? 'watching' : 'watching:whether'
      return [{ section: 'watching', key, fixed: false, write: write(whole) }]
    },
    look: () => {
      if (waits) return
      take()
      // Nobody was there for a while: whoever comes back is not told how old it had become before they left.
      renew()
      next()
    },
  }
}

function isRunning(stage: Stage): boolean {
  const calling = stage.night()?.owner.state().calling
  return calling !== undefined && calling.opened !== null && calling.closedAt === null
}

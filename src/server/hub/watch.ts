// Watches the time for presence: asks the night, again and again, whether something is due, and has it written down.

import { theMachine } from '../../core/installation/installation.ts'
import type { Instant } from '../../core/kit/time.ts'
import { presenceDue } from '../../core/night/concerns.ts'
import type { Clock } from '../clock/clock.ts'
import type { Stage } from './stage.ts'

export const WATCH_MS = 1_000

export type Watch = {
  /** When it last looked; null before it did. */
  readonly lookedAt: () => Instant | null
  readonly stop: () => void
}

/** Nothing is remembered here: after a restart the same record and the same time demand the same. */
export function openWatch({ stage, clock }: { readonly stage: Stage; readonly clock: Clock }): Watch {
  let lookedAt: Instant | null = null
  let stopped = false
  let cancel = () => {}
  const look = async (): Promise<void> => {
    try {
      lookedAt = await lookOnce(stage, clock)
    } catch {
      // A mistake of ours in one look: the next may go well, and until one does, the line at the desk grows old.
    }
    if (!stopped) cancel = clock.after(WATCH_MS, () => void look())
  }
  cancel = clock.after(WATCH_MS, () => void look())
  return {
    lookedAt: () => lookedAt,
    stop: () => {
      stopped = true
      cancel()
    },
  }
}

/** Most looks find nothing, and leave no row in the record. */
async function lookOnce(stage: Stage, clock: Clock): Promise<Instant> {
  const now = clock.now()
  const night = stage.night()
  if (!night) return now
  const state = night.owner.state()
  if (presenceDue(night.plan, state, now).length === 0) return now
  const id = `presence:${state.seq}:${now}`
  await night.owner.submit({ id, by: theMachine, madeAt: now, command: { name: 'presence.due' } })
  return now
}

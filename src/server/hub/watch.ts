// Watches the time for presence: asks the night, again and again, whether something is due, and has it written down.

import { theMachine } from '../../core/installation/installation.ts'
import type { Instant } from '../../core/kit/time.ts'
import { presenceDue } from '../../core/night/concerns.ts'
import { clockSetNow } from '../../core/night/show-clock.ts'
import type { ClockSet } from '../../core/presence/clock-set.ts'
import type { Beat, SetBack } from '../../core/presence/watching.ts'
import type { Clock } from '../clock/clock.ts'
import { tellMistake } from '../clock/mistakes.ts'
import type { OwnerAnswer } from '../owner/owner.ts'
import { openLeaps } from './clock-leaps.ts'
import type { Stage } from './stage.ts'
import { UNHEARD_MS } from './unheard.ts'

export const WATCH_MS = 1_000
/** So long between two looks, and the machine slept or its clock was set: no device could be heard meanwhile. */
export const SLEPT_MS = 10_000

export type Watch = {
  readonly beat: () => Beat
  readonly close: () => void
}

type Watched = {
  readonly stage: Stage
  readonly clock: Clock
  /** Sides of the stage whose screens have not been heard for a while. */
  readonly unheard?: () => readonly string[]
}

/**
 * Nothing is remembered here but since when it has been awake: after a restart the same record and the same time demand
 * the same. Nobody is unheard before they could have been heard.
 */
export function openWatch(watched: Watched): Watch {
  const { clock } = watched
  let beat: Beat = { lookedAt: clock.now(), failingSince: null }
  let [awakeSince, triedAt] = [beat.lookedAt, beat.lookedAt]
  const unheard = (): readonly string[] => {
    const now = clock.now()
    const slept = now - triedAt
    if (slept >= SLEPT_MS || slept < 0) awakeSince = now
    triedAt = now
    return now - awakeSince < UNHEARD_MS ? [] : (watched.unheard?.() ?? [])
  }
  const leaps = openLeaps(clock)
  let untold: ClockSet | null = null
  const noticeSet = (): ClockSet | null => {
    const set = leaps.look()
    if (set !== null) untold = untold === null ? set : { ms: untold.ms + set.ms, before: untold.before }
    return untold
  }
  const lookWhole = async (): Promise<Instant | null> => {
    const set = noticeSet()
    // Before anything else of this look: until it is in the record, nobody is missed.
    if (set !== null && !(await isSetWritten(watched, set))) return null
    untold = null
    return lookOnce({ ...watched, unheard })
  }
  let stopped = false
  let cancel = () => {}
  const look = async (): Promise<void> => {
    const lookedAt = await lookWhole().catch((error) => {
      // A mistake of ours in one look: the next may go well.
      tellMistake(error)
      return null
    })
    if (lookedAt !== null) beat = { lookedAt, failingSince: null, ...ofClocks(watched.stage, leaps.back()) }
    // Until one goes well the desk is told since when.
    else beat = { ...beat, failingSince: beat.failingSince ?? clock.now() }
    if (!stopped) cancel = clock.after(WATCH_MS, () => void look())
  }
  cancel = clock.after(WATCH_MS, () => void look())
  return {
    beat: () => beat,
    close: () => {
      stopped = true
      cancel()
    },
  }
}

/** What the desk is told of a clock that was set. */
function ofClocks(stage: Stage, back: SetBack | null): Pick<Beat, 'back' | 'forward'> {
  const night = stage.night()
  const forward = night ? clockSetNow(night.owner.state()) : null
  return { ...(back ? { back } : {}), ...(forward ? { forward: { ms: forward.ms } } : {}) }
}

/** Where no performance is on there is nothing to move. */
async function isSetWritten({ stage, clock }: Watched, clockSet: ClockSet): Promise<boolean> {
  const night = stage.night()
  if (!night) return true
  const id = `presence:set:${clockSet.ms}:${clockSet.before}`
  const command = { name: 'presence.due', clockSet } as const
  return isKept(await night.owner.submit({ id, by: theMachine, madeAt: clock.now(), command }))
}

/** What was not kept was not done; that nothing is due any more is no failure. */
const isKept = (answer: OwnerAnswer): boolean => answer.ok || !('failure' in answer)

/** When it was looked; null where what was due could not be kept. Most looks find nothing, and leave no row in the record. */
async function lookOnce({ stage, clock, unheard: sides = () => [] }: Watched): Promise<Instant | null> {
  const now = clock.now()
  const night = stage.night()
  if (!night) return now
  const state = night.owner.state()
  const unheard = sides()
  if (presenceDue(night.plan, state, now, new Set(unheard)).length === 0) return now
  const id = `presence:${state.seq}:${now}`
  const command = { name: 'presence.due', unheard } as const
  return isKept(await night.owner.submit({ id, by: theMachine, madeAt: now, command })) ? now : null
}

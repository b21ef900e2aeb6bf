// That a roll call goes on, for whoever would take part in it: on the screen they have before them, as a number.

import { sees, type Viewer } from '../disclosure/policy.ts'
import type { Instant } from '../kit/time.ts'
import { rollOf } from './roll.ts'
import { begunAt, openRollCall, type RollCallState } from './roll-call.ts'

/** Null: none goes on. */
export type RollCallGoing = {
  readonly going: {
    readonly at: Instant
    readonly of: number
    readonly seen: number
    /** Neither seen nor known to be elsewhere. */
    readonly notSeen: number
  } | null
}

/** By role, and not only once they have opened its page: a beginning that nobody reads finds nobody. */
export const hearsOfRollCalls = (viewer: Viewer): boolean => {
  const scope = sees(viewer, 'roll call')
  return scope === 'all' || scope === 'side'
}

export function rollCallGoing(state: RollCallState, now: Instant): RollCallGoing {
  const open = openRollCall(state, now) ?? []
  const [first] = open
  const at = first ? begunAt(first) : null
  if (at === null) return { going: null }
  const { of, seen, told, ended } = rollOf(open.flatMap(({ records }) => records))
  // Its page goes on while somebody is not seen (ROLLCALL-13); no other screen is covered once a person has ended it.
  if (ended !== null) return { going: null }
  return { going: { at, of, seen, notSeen: of - seen - told } }
}

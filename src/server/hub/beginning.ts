// Another night, or tonight with another version of the show, reaches the screens: one after the other, and whoever
// presses in between. Laid out all at once a large show kept a GO waiting for a fifth of a second.

import type { Clock } from '../clock/clock.ts'
import type { Session } from './session.ts'

/** So long are screens laid out before whoever presses has a turn; one screen is always laid out whole. */
export const BEGIN_SLICE_MS = 10

export type Beginning = { begin(sessions: readonly Session[]): void }

/** Whoever calls is shown first what there is to call. */
const callsFirst = ({ viewer }: Session): number => (viewer.roles.includes('caller') ? 0 : 1)

/** `show` gives a session its whole new view; until then it is sent nothing of it. */
export function openBeginning(clock: Clock, show: (session: Session) => void): Beginning {
  let takeBack: (() => void) | null = null
  const some = (sessions: readonly Session[]): void => {
    const from = clock.now()
    for (const [index, session] of sessions.entries()) {
      if (index > 0 && clock.now() - from >= BEGIN_SLICE_MS) {
        takeBack = clock.after(0, () => some(sessions.slice(index)))
        return
      }
      // What has said hello since has it already.
      if (session.begins) show(session)
    }
    takeBack = null
  }
  return {
    begin: (sessions) => {
      takeBack?.()
      for (const session of sessions) session.begins = true
      some(sessions.toSorted((one, other) => callsFirst(one) - callsFirst(other)))
    },
  }
}

// That the desk is elsewhere than straight on, as each screen is told: stepped back, or put at another cue.

import type { CallingState } from '../calling/state.ts'
import type { Instant } from '../kit/time.ts'
import type { Count } from './own-moments.ts'

export type Turned = { readonly back: boolean; readonly at: Instant }

export function steppedBackLine(
  { steppedBack: back }: CallingState,
  mine: (moment: number) => boolean,
  count: Count,
): CallingState['steppedBack'] {
  if (back === null || !mine(back.to)) return null
  return { from: count.before(back.from), to: count.placeOf(back.to), at: back.at }
}

/** Nothing to a screen that has the same cue next as before: how many cues of others lie between is not its business. */
export function turnedLine({ turned }: CallingState, count: Count): Turned | null {
  if (turned === null) return null
  const [was, is] = [count.before(turned.from), count.before(turned.to)]
  return was === is ? null : { back: is < was, at: turned.at }
}

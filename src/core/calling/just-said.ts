// What one touch says and the same touch takes back: changed a moment ago, it is not changed again by a press that was
// already on its way (CALLING-49).

import { refused } from '../kit/result.ts'
import { between, type Instant } from '../kit/time.ts'
import type { CallingState } from './state.ts'

/** Nobody reads a word, thinks better of it and presses within this; a double tap and two hands at once do. */
export const JUST_SAID_MS = 500

export const clearWord = (moment: number, spotter: string): string => `clear ${moment} ${spotter}`
export const houseWord = (act: number): string => `house ${act}`
/** The band is in one vamp at a time: to be out of one is not to begin the next with the same tap. */
export const vampWord = 'vamp'

/** Written down with each change of such a word; what is older than the moment it is asked for is dropped. */
export function changedWord(words: CallingState['justSaid'], about: string, at: Instant) {
  const fresh = words.filter((one) => one.about !== about && between(one.at, at) < JUST_SAID_MS)
  return [...fresh, { about, at }]
}

export const isJustSaid = ({ justSaid }: CallingState, about: string, at: Instant): boolean =>
  justSaid.some((one) => one.about === about && between(one.at, at) < JUST_SAID_MS)

export const saidStands = refused(
  'just-said',
  'That was said a moment ago and stands: press again to take it back.',
)
export const takenBackStands = refused(
  'just-said',
  'That was taken back a moment ago: press again to say it.',
)

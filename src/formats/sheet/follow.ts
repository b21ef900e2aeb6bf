// How lists say that a cue goes by itself: some on the cue that leads, some on the cue that follows.

export type Follow =
  | { readonly kind: 'called' }
  /** This row makes the next one go. */
  | { readonly kind: 'leads'; readonly seconds: number }
  /** This row goes with, or after, the one before it. */
  | { readonly kind: 'follows'; readonly seconds: number; readonly after: string | null }
  | { readonly kind: 'unclear' }

const called = /^(?:|0|no|none|do not continue|manual|false|called|-)$/i
/** As the programs that play cues write it: 1 goes on at once, 2 when this one has ended. */
const leads = /^(?:1|2|auto[- ]?continue|auto[- ]?follow)$/i
/** As people write it beside the cue that goes by itself. */
const follows = /^(?:auto|a\/?f|af|f\/?o|follow(?:[- ]?on)?|yes|x|true)$/i
/** As we write it: “follow 3 s after SND 12”. */
const follow = /^(?:auto|follow)(?: (\d{1,5}(?:\.\d{1,2})?) ?s)?(?: after (\S.*))?$/i
/** As lighting desks write it: F3 makes the next cue go three seconds after this one began. */
const timed = /^[fh]\s*(\d{1,4}(?:\.\d{1,2})?)$/i

export function followOf(said: string): Follow {
  const text = said.trim()
  if (called.test(text)) return { kind: 'called' }
  if (leads.test(text)) return { kind: 'leads', seconds: 0 }
  if (follows.test(text)) return { kind: 'follows', seconds: 0, after: null }
  const [whole, late = '0', after = null] = follow.exec(text) ?? []
  if (whole !== undefined) return { kind: 'follows', seconds: Number(late), after }
  const seconds = timed.exec(text)?.[1]
  return seconds === undefined ? { kind: 'unclear' } : { kind: 'leads', seconds: Number(seconds) }
}

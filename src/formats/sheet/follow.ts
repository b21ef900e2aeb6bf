// How lists say that a cue goes by itself: some on the cue that leads, some on the cue that follows.

/** What follows: the next row of what one program plays, or the next cue of one desk among those of others. */
type Next = 'in the list' | 'in its department'

export type Follow =
  | { readonly kind: 'called' }
  /** This row makes the next one go: so long after it began, or after it has ended. */
  | { readonly kind: 'leads'; readonly seconds: number; readonly atEnd: boolean; readonly next: Next }
  /** This row goes with, or after, the one before it. */
  | { readonly kind: 'follows'; readonly seconds: number; readonly after: string | null }
  | { readonly kind: 'unclear' }

const called = /^(?:|0|no|none|do not continue|manual|false|called|-)$/i
/** As the programs that play cues write it: 1 goes on at once, 2 when this one has ended. */
const continues = /^(?:1|auto[- ]?continue)$/i
const atEnd = /^(?:2|auto[- ]?follow)$/i
/** As people write it beside the cue that goes by itself. */
const follows = /^(?:auto|a\/?f|af|f\/?o|follow(?:[- ]?on)?|yes|x|true)$/i
/** As we write it: “follow 3 s after SND 12”. */
const follow = /^(?:auto|follow)(?: (\d{1,5}(?:\.\d{1,2})?) ?s)?(?: after (\S.*))?$/i
/** As lighting desks write it: F3 makes the next cue go three seconds after this one began, H3 after it has ended. */
const timed = /^([fh])\s*(\d{1,4}(?:\.\d{1,2})?)$/i

export function followOf(said: string): Follow {
  const text = said.trim()
  if (called.test(text)) return { kind: 'called' }
  if (continues.test(text)) return { kind: 'leads', seconds: 0, atEnd: false, next: 'in the list' }
  if (atEnd.test(text)) return { kind: 'leads', seconds: 0, atEnd: true, next: 'in the list' }
  if (follows.test(text)) return { kind: 'follows', seconds: 0, after: null }
  const [whole, late = '0', after = null] = follow.exec(text) ?? []
  if (whole !== undefined) return { kind: 'follows', seconds: Number(late), after }
  const [, sign = '', seconds] = timed.exec(text) ?? []
  if (seconds === undefined) return { kind: 'unclear' }
  return { kind: 'leads', seconds: Number(seconds), atEnd: /h/i.test(sign), next: 'in its department' }
}

/** Asked where the next cue waits for the end of one whose length nobody says. */
export const endUnknown = (number: string, seconds: number): string =>
  `The cue after ${number} goes ${seconds === 0 ? 'when' : `${seconds} s after`} ${number} has ended, and is put down as ${seconds} s after it began; how long does ${number} take?`

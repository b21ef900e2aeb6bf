// Everything that a change of the order brings with it, before anybody accepts it: what was not so before, or not so badly.

import { accepted, type Result } from '../kit/result.ts'
import type { Change } from './change.ts'
import { broughtBy, type Consequence } from './consequence.ts'
import { cueing } from './cueing.ts'
import { dueEarlier, ruled, setEarlier } from './hours.ts'
import { type Ordered, orderedShow } from './in-force.ts'
import { Laid } from './laid.ts'
import { changes, travels } from './people.ts'
import type { Base } from './slots.ts'
import { microphones, pieces, props } from './things.ts'

/** `curtain`: seconds of the day at which the first act goes up, by the venue's wall; null where nobody knows. */
export type Asked = {
  readonly inForce: readonly Change[]
  readonly proposed: readonly Change[]
  readonly curtain: number | null
}

export function consequences(base: Base, asked: Asked): Result<readonly Consequence[]> {
  const was = orderedShow(base, asked.inForce)
  if (!was.ok) return was
  const is = orderedShow(base, asked.proposed)
  if (!is.ok) return is
  const [before, after] = [new Laid(was.value, base), new Laid(is.value, base)]
  return accepted(
    broughtBy(troubles(before, was.value, asked), [
      ...troubles(after, is.value, asked),
      ...dueEarlier(before, after),
      ...setEarlier(before, after),
    ]),
  )
}

/** Whatever does not fit in one order, however it came to be; and every step from cue to cue. */
const troubles = (laid: Laid, { cutCues }: Ordered, { curtain }: Asked): Consequence[] => [
  ...travels(laid),
  ...changes(laid),
  ...props(laid),
  ...microphones(laid),
  ...pieces(laid),
  ...cueing(laid, cutCues),
  ...ruled(laid, curtain),
]

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
  const before = inForceOf(base, was.value, asked)
  const after = new Laid(is.value, base)
  return accepted(
    broughtBy(before.troubles, [
      ...troubles(after, is.value, asked),
      ...dueEarlier(before.laid, after),
      ...setEarlier(before.laid, after),
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

type InForce = {
  readonly laid: Laid
  readonly curtain: number | null
  readonly troubles: readonly Consequence[]
}

/** What is in force is looked at once, however many changes of it are tried. */
const known = new WeakMap<Base['show'], WeakMap<readonly Change[], InForce>>()

function inForceOf(base: Base, ordered: Ordered, asked: Asked): InForce {
  const ofShow = known.get(base.show) ?? new WeakMap<readonly Change[], InForce>()
  known.set(base.show, ofShow)
  const found = ofShow.get(asked.inForce)
  if (found && found.curtain === asked.curtain) return found
  const laid = new Laid(ordered, base)
  const made = { laid, curtain: asked.curtain, troubles: troubles(laid, ordered, asked) }
  ofShow.set(asked.inForce, made)
  return made
}

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
  const steps = consequencesInSteps(base, asked)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** One kind of trouble a step, so that whoever has to do something else meanwhile can. */
export type Steps<Of> = Generator<undefined, Of, undefined>

export function* consequencesInSteps(base: Base, asked: Asked): Steps<Result<readonly Consequence[]>> {
  const was = orderedShow(base, asked.inForce)
  if (!was.ok) return was
  const is = orderedShow(base, asked.proposed)
  if (!is.ok) return is
  yield
  const before = yield* inForceOf(base, was.value, asked)
  const after = new Laid(is.value, base)
  yield
  const found = yield* troubles(after, is.value, asked)
  return accepted(
    broughtBy(before.troubles, [
      ...found,
      ...dueEarlier(before.laid, after),
      ...setEarlier(before.laid, after),
    ]),
  )
}

const kindsOfTrouble: readonly ((laid: Laid, ordered: Ordered, asked: Asked) => readonly Consequence[])[] = [
  (laid) => travels(laid),
  (laid) => changes(laid),
  (laid) => props(laid),
  (laid) => microphones(laid),
  (laid) => pieces(laid),
  (laid, { cutCues }) => cueing(laid, cutCues),
  (laid, _ordered, { curtain }) => ruled(laid, curtain),
]

/** Whatever does not fit in one order, however it came to be; and every step from cue to cue. */
function* troubles(laid: Laid, ordered: Ordered, asked: Asked): Steps<readonly Consequence[]> {
  const found: Consequence[] = []
  for (const kind of kindsOfTrouble) {
    found.push(...kind(laid, ordered, asked))
    yield
  }
  return found
}

type InForce = {
  readonly laid: Laid
  readonly curtain: number | null
  readonly troubles: readonly Consequence[]
}

/** What is in force is looked at once, however many changes of it are tried. */
const known = new WeakMap<Base['show'], WeakMap<readonly Change[], InForce>>()

function* inForceOf(base: Base, ordered: Ordered, asked: Asked): Steps<InForce> {
  const ofShow = known.get(base.show) ?? new WeakMap<readonly Change[], InForce>()
  known.set(base.show, ofShow)
  const found = ofShow.get(asked.inForce)
  if (found && found.curtain === asked.curtain) return found
  const laid = new Laid(ordered, base)
  const made = { laid, curtain: asked.curtain, troubles: yield* troubles(laid, ordered, asked) }
  ofShow.set(asked.inForce, made)
  return made
}

// Old events read as new ones: pure steps by type and version, kept for ever. What is stored never changes.

import { assert } from '../../core/kit/assert.ts'
import type { StoredEvent } from './log.ts'

type Past = Pick<StoredEvent, 'type' | 'v' | 'body' | 'detail'>

/** One step forward, from this type in this version; to the next version, or to another type. */
export type Upcast = {
  readonly type: string
  readonly v: number
  readonly step: (past: Past) => Past
}

/** From a version to the newest; more is a circle of renamed types. */
export const UPCAST_STEPS_MAX = 100

/**
 * An event that no step knows is passed on as it is, whether it is current or unknown: never dropped. seq, time and
 * hash stay those of the bytes in the log.
 */
export function upcasting(upcasts: readonly Upcast[]): (event: StoredEvent) => StoredEvent {
  const steps = new Map(upcasts.map((each) => [keyOf(each), each.step]))
  assert(steps.size === upcasts.length, 'there is one step from each version of a type')
  return (event) => {
    let now: Past = event
    for (let taken = 0; ; taken += 1) {
      const step = steps.get(keyOf(now))
      if (step === undefined) return now === event ? event : { ...event, ...now }
      assert(taken < UPCAST_STEPS_MAX, `the steps from ${event.type} ${event.v} go round in a circle`)
      now = forward(now, step(now))
    }
  }
}

function forward(before: Past, { type, v, body, detail }: Past): Past {
  assert(type !== before.type || v > before.v, `a step from ${before.type} ${before.v} goes forward`)
  return { type, v, body, detail }
}

const keyOf = ({ type, v }: { readonly type: string; readonly v: number }) => `${v} ${type}`

// The versions of the show that a performance is played from, read by hand: which one is on at which number of events.

import type { Plan } from '../../src/core/night/night.ts'
import type { StoredEvent } from '../../src/server/log/log.ts'

type From = { readonly seq: number; readonly plan: Plan }

/** Of one performance, fed with its events as the log takes them. */
export class Versions {
  readonly #byHash: ReadonlyMap<string, Plan>
  readonly #froms: From[] = []
  readonly #first: Plan

  constructor(byHash: ReadonlyMap<string, Plan>, first: Plan) {
    this.#byHash = byHash
    this.#first = first
  }

  take({ type, seq, body }: StoredEvent): void {
    if (type !== 'performance.opened' && type !== 'show.taken') return
    // `as`: what these two events have in common.
    const plan = this.#byHash.get((body as { readonly show?: string }).show ?? '')
    if (plan !== undefined) this.#froms.push({ seq, plan })
  }

  /** At the very event that took another one, the old one is still shown for a moment. */
  at(seq: number): readonly Plan[] {
    const now = this.#froms.findLastIndex((one) => one.seq <= seq)
    const from = this.#froms[now]
    if (from === undefined) return [this.#first]
    const before = from.seq === seq ? this.#froms[now - 1] : undefined
    return before === undefined ? [from.plan] : [from.plan, before.plan]
  }

  /** After the event that took it, before it is opened with it: nothing is decided. */
  isTaking(seq: number): boolean {
    return this.#froms.some((one, index) => index > 0 && one.seq === seq)
  }

  /** Each with the numbers of events from and up to which it was on. */
  spans(head: number): readonly { readonly plan: Plan; readonly from: number; readonly to: number }[] {
    return this.#froms.map(({ plan, seq }, index) => ({
      plan,
      from: index === 0 ? 0 : seq,
      to: this.#froms[index + 1]?.seq ?? head,
    }))
  }
}

// What the server knows of the network it is in, for the page that looks for what is wrong with it.

import type { Instant } from '../core/kit/time.ts'

export type NetworkFacts = {
  readonly now: Instant
  /** Others may come in at all. */
  readonly letsIn: boolean
  readonly openedAt: Instant
  readonly addresses: readonly string[]
  readonly name: string | null
  readonly moved: { readonly at: Instant; readonly before: readonly string[] } | null
  /** Does this machine reach itself at its numbers? */
  readonly reached: readonly { readonly address: string; readonly ok: boolean }[]
  readonly others: readonly { readonly name: string; readonly addresses: readonly string[] }[]
  /** When another machine was last heard by multicast. */
  readonly heardAt: Instant | null
  /** When another machine last came to the door. */
  readonly visitedAt: Instant | null
  /** Links for other devices that nobody has used. */
  readonly unused: number
}

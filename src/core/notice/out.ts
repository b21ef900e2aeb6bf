// What left by a permission: when, to whom, which way.

import type { Instant } from '../kit/time.ts'
import type { Audience, Channel, Item, Matter, Notice, Permission } from './state.ts'

/** What left by a permission before it was withdrawn, or since it was given. */
export type Out = { readonly at: Instant; readonly audience: Audience; readonly channel: Channel | 'notice' }

export function outOf(
  { item, audience, at, withdrawnAt }: Permission,
  matter: Matter,
  notices: readonly Notice[],
): readonly Out[] {
  const until = withdrawnAt ?? Number.POSITIVE_INFINITY
  const isIts = (when: number, said: readonly Item[]) => said.includes(item) && when >= at && when <= until
  const statements = matter.statements
    .filter((one) => one.audience === audience && isIts(one.at, one.items))
    .map(({ at: when, audience: whom, channel }): Out => ({ at: when, audience: whom, channel }))
  const put = notices
    .filter(
      (one) => audience === 'company' && one.matter === matter.id && isIts(one.at, one.said?.items ?? []),
    )
    .map(({ at: when }): Out => ({ at: when, audience: 'company', channel: 'notice' }))
  return [...statements, ...put]
}

// What left by a permission: when, to whom, which way; and what of it was taken back since.

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

/** When what this notice says stopped being permitted; null while all of it may still be said. */
export function takenBackAt(notice: Notice, matters: readonly Matter[]): Instant | null {
  const permissions = matters.find(({ id }) => id === notice.matter)?.permissions ?? []
  const gone = (notice.said?.items ?? []).flatMap((item) => {
    const its = permissions.filter(
      (one) =>
        one.item === item &&
        one.audience === 'company' &&
        one.at <= notice.at &&
        (one.withdrawnAt ?? notice.at) >= notice.at,
    )
    // It was said in the words of the last; another who let the same be said still does.
    const used = its.at(-1)
    const stands = its.some(({ words, withdrawnAt }) => words === used?.words && withdrawnAt === null)
    return stands ? [] : (used?.withdrawnAt ?? [])
  })
  return gone.toSorted((one, other) => one - other)[0] ?? null
}

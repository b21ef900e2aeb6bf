// What a person's own phone is, from what the show engaged them as.

import type { RoleName } from '../disclosure/policy.ts'
import type { Engagement, PersonId, Show } from '../show/show.ts'

/**
 * Whoever looks after a child is a chaperone, also where their contract says something else. A role that sees or does
 * more than its own part (a stage manager's, a conductor's) is given by hand and never by being called so in a file.
 */
export function personRoles(
  show: Pick<Show, 'people' | 'engagements'>,
  person: PersonId,
): readonly RoleName[] {
  const kinds = show.engagements.filter((one) => one.person === person).map(({ kind }) => roleOf(kind))
  const cares = show.people.some((one) => one.chaperone === person)
  const roles = [...new Set<RoleName>([...kinds, ...(cares ? (['chap'] as const) : [])])]
  return roles.length === 0 ? ['perf'] : roles
}

function roleOf(kind: Engagement['kind']): RoleName {
  if (kind === 'chaperone') return 'chap'
  return kind === 'dresser' ? 'dresser' : 'perf'
}

// More performers than are needed: whoever has the most parts gives some away, until everybody has one.

import type { RoleId } from '../show/show.ts'

type Doubling = readonly (readonly RoleId[])[]

/** Any part of what one performer can do is what one performer can do, so that nothing has to be looked at again. */
export function shareOut(fewest: Doubling, performers: number): Doubling {
  const shared = fewest.map((parts) => [...parts])
  while (shared.length < performers) {
    const fullest = shared.reduce((most, one) => (one.length > most.length ? one : most), [])
    if (fullest.length < 2) return shared
    // The first stays with what is played first and most; a part that is whole stays whole.
    shared.push(fullest.splice(Math.ceil(fullest.length / 2)))
  }
  return shared
}

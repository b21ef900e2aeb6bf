// Who belongs to tonight, from the show alone; whoever else comes signs in all the same.

import type { EngagementKind, Person, PersonId, Show } from '../show/show.ts'
import type { NotCalled } from '../show/understudied.ts'

/** They come when they come: nobody waits for them at the half. */
const asTheyPlease: readonly EngagementKind[] = ['creative', 'management']

/** Whoever has a track, is engaged to work a performance, or is not engaged as anything: a list of names is a company. */
export function isExpected(
  { tracks, engagements, notCalled = [] }: Pick<Show, 'tracks' | 'engagements'> & NotCalled,
  person: PersonId,
): boolean {
  if (tracks.some((track) => track.owner === person)) return true
  if (notCalled.includes(person)) return false
  const kinds = engagements.filter((one) => one.person === person).map(({ kind }) => kind)
  return kinds.length === 0 || kinds.some((kind) => !asTheyPlease.includes(kind))
}

/** As what they stand on the sheet; null where the show does not say. */
export function groupOf(show: Show, { id, minor }: Person): EngagementKind | null {
  const kinds = show.engagements.filter((one) => one.person === id).map(({ kind }) => kind)
  if (minor === true) return 'child'
  return kinds[0] ?? null
}

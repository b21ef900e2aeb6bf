// Where nobody goes in alone: to a child, and into a children's room, a shower or a toilet.

import type { PersonId, PlaceId, Show } from '../show/show.ts'

/** By what the places of a venue are called; a dressing room that is a child's is named so on its door. */
const PRIVATE =
  /\b(?:showers?|toilets?|lavator(?:y|ies)|wcs?|loos?|restrooms?|washrooms?|bathrooms?|child|child’s|child's|children\w*|kids?|juniors?|nursery|chaperones?)\b/i

export function goesInTwos({ people, venue }: Show, person: PersonId, place: PlaceId | null): boolean {
  if (people.some(({ id, minor }) => id === person && minor === true)) return true
  const found = venue.places.find(({ id }) => id === place)
  return found !== undefined && (PRIVATE.test(found.name) || PRIVATE.test(found.zone ?? ''))
}

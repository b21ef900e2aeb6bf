// Whom a duty device has in its list, where a show has more people than a device holds.

/** At one device; some twenty kilobytes each. */
export const LENT_MAX = 500

type Listed<P> = { readonly listed: readonly P[]; readonly here: readonly P[] }

/**
 * In the order of the company. Whoever is in the building comes before whoever is not: that nobody reads off the list
 * who is in holds as long as all have room in it, and somebody who may be found on a floor goes first (standing rule 1).
 */
export function listedFor<P extends { readonly id: string }>(
  people: readonly P[],
  isIn: (person: P['id']) => boolean,
): Listed<P> {
  const here = people.filter(({ id }) => isIn(id)).slice(0, LENT_MAX)
  const first = [...here, ...people.filter(({ id }) => !isIn(id))].slice(0, LENT_MAX)
  const chosen = new Set(first)
  return { listed: people.filter((one) => chosen.has(one)), here }
}

// Whom a duty device has in its list, and which duty devices a note is sealed to, where there are more than fit.

import { WRAPS_MAX } from '../../wire/vault.ts'

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
  return { listed: firstOf(people, ({ id }) => isIn(id), LENT_MAX), here }
}

/** One more than a note is sealed to would refuse all of it: whoever could open it here and now comes first. */
export const sealedTo = <D>(devices: readonly D[], isHere: (device: D) => boolean): readonly D[] =>
  firstOf(devices, isHere, WRAPS_MAX)

/** So many of them, in their order; the first of them whatever their place. */
function firstOf<T>(all: readonly T[], isFirst: (one: T) => boolean, most: number): readonly T[] {
  const chosen = new Set([...all.filter(isFirst), ...all.filter((one) => !isFirst(one))].slice(0, most))
  return all.filter((one) => chosen.has(one))
}

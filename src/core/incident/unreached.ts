// Whom the house asks for something in an incident and reaches on no screen: a locked phone is silent, so they are told by voice.

import { type Instant, later, seconds } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import { functionsOf } from './functions.ts'
import type { Incident } from './incident.ts'
import { isGoing, wholes } from './whole.ts'

/** Asked so long ago and not heard of on any screen: the desk is told whom to fetch. */
export const REACH_MS = seconds(5)
/** More names than these nobody calls out. */
export const UNREACHED_MAX = 8

/** `more`: so many besides, for whom somebody has to look at the card. */
export type UnreachedSection = { readonly names: readonly string[]; readonly more: number }

/** `isReached`: a screen of theirs is there and answers. Whoever has no screen at all is not reached either. */
export function unreachedSection(
  all: readonly Incident[],
  isReached: (person: PersonId) => boolean,
  now: Instant,
): UnreachedSection {
  const offered = wholes(all)
    .filter((one) => isGoing(one, now))
    .flatMap(({ records }) => functionsOf(records).flatMap((line) => line.offered))
  const names = offered.flatMap(({ who, at, person }) =>
    person !== undefined && now >= later(at, REACH_MS) && !isReached(person) ? [who] : [],
  )
  const each = [...new Set(names)]
  return { names: each.slice(0, UNREACHED_MAX), more: Math.max(0, each.length - UNREACHED_MAX) }
}

// Who is not of the company any more: which of their devices and passkeys end, and which screens are left alone all the same.

import { may } from '../disclosure/policy.ts'
import { type Instant, instant } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import { asViewer, type Device, type InstallationState, type Performance } from './installation.ts'
import type { Production } from './productions.ts'

/** Another show of this house, played within so long, has a company too: houses play two by turns. */
export const OTHER_SHOW_MS = 30 * 24 * 60 * 60_000

/** Whose names stand under which ids in one show. */
export type Names = ReadonlyMap<string, string>

export type Company = {
  /** The show that is on, and the newest version of it, until the night that began with the other is closed. */
  readonly here: readonly Names[]
  /** By production, of every show that this house played. */
  readonly shows: ReadonlyMap<Production, Names>
  /** Those of other shows that were played lately. */
  readonly lately: ReadonlySet<Production>
}

/** One person is one in two shows where both say the same name: “p3” of one is nobody’s “p3” of another. */
export function isOfCompany(
  { here, shows, lately }: Company,
  { person, production }: { readonly person: PersonId; readonly production: Production | null },
  current: Production,
): boolean {
  const now = here.flatMap((names) => names.get(person) ?? [])
  if (now.length === 0)
    return production !== null && lately.has(production) && shows.get(production)?.has(person) === true
  if (production === null || production === current) return true
  const then = shows.get(production)?.get(person)
  return then === undefined || now.includes(then)
}

/** The last performance of each other show that is not long ago. */
export function playedLately(
  performances: readonly Performance[],
  current: Production,
  now: Instant,
): ReadonlySet<Production> {
  const since = instant(now - OTHER_SHOW_MS)
  return new Set(
    performances
      .filter(({ production, curtainAt }) => production !== current && curtainAt >= since)
      .map(({ production }) => production),
  )
}

export type Leaving = { readonly devices: readonly Device[]; readonly passkeys: readonly PersonId[] }

/**
 * `playing`: nobody is sent away from where the show is called while it is. The last screens that pair others stay too:
 * a house that nobody can run looks after nobody.
 */
export function leavers(
  { devices, passkeys = [] }: InstallationState,
  stays: (of: { readonly person: PersonId; readonly production: Production | null }) => boolean,
  { playing }: { readonly playing: boolean },
): Leaving {
  const isGone = ({ person, production }: Pick<Device, 'person' | 'production'>): boolean =>
    person !== null && !stays({ person, production: production ?? null })
  const live = devices.filter(({ revokedAt }) => revokedAt === null)
  const gone = live.filter(isGone)
  const pairs = live.filter((one) => one.pairedAt !== null && may(asViewer(one), 'pair devices'))
  const isLast = pairs.length > 0 && pairs.every((one) => gone.includes(one))
  const isSpared = (one: Device): boolean =>
    (playing && may(asViewer(one), 'call the show')) || (isLast && pairs.includes(one))
  return {
    devices: gone.filter((one) => !isSpared(one)),
    passkeys: [...new Set(passkeys.filter(isGone).map(({ person }) => person))],
  }
}

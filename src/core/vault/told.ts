// What the owner of a note is told of every opening, and what in an opening somebody else than the opener should look at.

import { sees, type Viewer } from '../disclosure/policy.ts'
import type { Incident } from '../incident/incident.ts'
import { inOrder, openedAt } from '../incident/order.ts'
import { type Instant, minutes } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import { mayReview, type Opening, type OpeningsState, type Way } from './openings.ts'

const flags = ['no-right', 'stood-down-soon', 'by-who-raised-it'] as const
type Flag = (typeof flags)[number]

/** An incident that was raised and stood down within this, with a note read in between. */
export const SOON_MS = 5 * 60_000

export type ToldOpening = {
  readonly id: string
  readonly at: Instant
  readonly how: Way
  readonly as: Opening['as']
  readonly offline: boolean
  /** A person of the company, else the device by its name. */
  readonly by: string
  /** When the incident was raised; null where there was none. */
  readonly incidentAt: Instant | null
  readonly fields: readonly string[]
  readonly flags: readonly Flag[]
  readonly looked: boolean
}
/** Not whose note it was: that is its owner's to know. */
type Review = Omit<ToldOpening, 'fields' | 'how' | 'as' | 'looked'>

/** `before`: so many of the owner’s own before those: all of them count, however many there is room for. */
export type Told = {
  readonly own: readonly ToldOpening[]
  readonly before: number
  readonly reviews: readonly Review[]
}

export const TOLD_MAX = 50

export type House = {
  readonly incidents: readonly Incident[]
  /** Of a person, or of a device. */
  readonly nameOf: (person: PersonId | null, device: string) => string
}

/** The newest first. Nothing on this list can be taken off it by anybody. */
export function toldTo(viewer: Viewer, state: OpeningsState, house: House): Told {
  const newest = state.openings.toReversed()
  const own =
    viewer.person !== null && sees(viewer, 'openings of own note') === 'own'
      ? newest.filter(({ who }) => who?.person === viewer.person)
      : []
  const open = newest.filter(
    (one) => mayReview(viewer, one) && one.who?.person !== viewer.person && !state.looked.includes(one.id),
  )
  const reviews = open.flatMap((one): readonly Review[] => {
    const { fields: _fields, how: _how, as: _as, looked: _looked, ...rest } = lineOf(one, state, house)
    return rest.flags.length === 0 ? [] : [rest]
  })
  return {
    own: own.slice(0, TOLD_MAX).map((one) => lineOf(one, state, house)),
    before: Math.max(0, own.length - TOLD_MAX),
    // One that was looked at makes room for the next.
    reviews: reviews.slice(0, TOLD_MAX),
  }
}

/** What whoever keeps a note with others is told: each time it was opened, and not what stood in it. Asking alone is its owner’s to know. */
export type KeeperLine = Pick<ToldOpening, 'at' | 'how' | 'as' | 'by' | 'incidentAt'>

/** A day in which its owner may read it for themself; after it whoever decides for them is told (C4). */
export const PROXY_AFTER_MS = minutes(24 * 60)

/** Asked of keepers alone: nobody else knows whom to tell. */
export const isProxyTold = (opened: readonly Pick<KeeperLine, 'at'>[], now: number): boolean =>
  opened.some(({ at }) => now - at >= PROXY_AFTER_MS)

/** The newest first. */
export const openedOf = (person: PersonId, state: OpeningsState, house: House): readonly KeeperLine[] =>
  state.openings
    .filter(({ who, how }) => who?.person === person && how !== 'asked')
    .toReversed()
    .map((one) => {
      const { at, how, as, by, incidentAt } = lineOf(one, state, house)
      return { at, how, as, by, incidentAt }
    })

function lineOf(opening: Opening, { looked }: OpeningsState, { incidents, nameOf }: House): ToldOpening {
  const { id, at, how, as, offline, who } = opening
  const incident = incidents.find((one) => one.id === opening.incident)
  return {
    ...{ id, at, how, as, offline, flags: flagsOf(opening, incident), looked: looked.includes(id) },
    by: nameOf(who?.by ?? null, who?.device ?? ''),
    incidentAt: incident ? openedAt(incident) : null,
    fields: who?.fields ?? [],
  }
}

function flagsOf(opening: Opening, incident: Incident | undefined): readonly Flag[] {
  if (opening.how !== 'one-hold') return []
  const right: readonly Flag[] = opening.as === null ? ['no-right'] : []
  if (!incident) return right
  const from = openedAt(incident)
  const down = inOrder(incident.records).find(({ what }) => what.kind === 'stood-down')?.happened.from
  const soon: readonly Flag[] =
    from !== null && down !== undefined && down >= opening.at && down - from < SOON_MS
      ? ['stood-down-soon']
      : []
  return [...right, ...soon, ...(isAlone(incident, opening) ? (['by-who-raised-it'] as const) : [])]
}

/** Nobody else wrote a word of this incident; what the house proposes by itself is nobody's. */
const isAlone = ({ records }: Incident, { who }: Opening): boolean =>
  who !== null &&
  records.every(({ author, evidence }) => evidence === 'proposed' || author.device === who.device)

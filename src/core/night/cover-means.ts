// What the show has so many of, as the cover optimiser sees it: hands and booths for quick changes, and packs of microphones.

import type { CoverObligation, Means } from '../cover/cover-night.ts'
import type { PlaceId, Show } from '../show/show.ts'
import type { Spot } from './cover-spots.ts'

/** Who has so many times what it takes with help gets changed alone. */
export const ALONE_TIMES = 3
/** To take a pack off one and fit it to another, where the show does not say. */
const PACK_SECONDS = 60
const PACKS = 'packs'

/** One of each dresser, as many booths as somebody counted, and as many packs as there are, whoever wears which. */
export function meansOf(show: Show): readonly Means[] {
  const dressers = new Set(show.changes.flatMap((one) => one.dressers))
  const hands = show.tracks
    .filter(({ id }) => dressers.has(id))
    .map(({ id, code }): Means => ({ id: `dresser ${id}`, title: code, many: 1 }))
  const booths = show.venue.places.flatMap(({ id, code, changing }): readonly Means[] =>
    changing === undefined ? [] : [{ id: boothOf(id), title: code, many: changing }],
  )
  if (show.mics.length === 0) return [...hands, ...booths]
  const swap = Math.max(...show.mics.map(({ seconds = PACK_SECONDS }) => Math.ceil(seconds)))
  return [...hands, ...booths, { id: PACKS, many: show.mics.length, swap }]
}

const boothOf = (place: PlaceId): string => `booth ${place}`

export function needsOf(show: Show, spot: Spot): Pick<CoverObligation, 'uses' | 'help'> {
  const change = show.changes.find(({ track, to }) => track === spot.track && to === spot.costume)
  const known = new Set(show.tracks.map(({ id }) => `dresser ${id}`))
  const hands = (change?.dressers ?? []).map((track) => `dresser ${track}`).filter((one) => known.has(one))
  const counted = show.venue.places.some(({ id, changing }) => id === change?.place && changing !== undefined)
  const help = change && counted ? [...hands, boothOf(change.place)] : hands
  const wired = show.mics.length > 0 && spot.obligations.some(({ mic }) => mic !== undefined)
  return {
    ...(change && help.length > 0
      ? { help: { alone: ALONE_TIMES * Math.ceil(change.seconds), means: help } }
      : {}),
    ...(wired ? { uses: [PACKS] } : {}),
  }
}

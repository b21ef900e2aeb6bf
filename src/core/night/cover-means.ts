// What the show has so many of, as the cover optimiser sees it: hands for quick changes and packs of microphones.

import type { CoverObligation, Means } from '../cover/cover-night.ts'
import type { Show } from '../show/show.ts'
import type { Spot } from './cover-spots.ts'

/** Who has so many times what it takes with help gets changed alone. */
export const ALONE_TIMES = 3
/** To take a pack off one and fit it to another, where the show does not say. */
const PACK_SECONDS = 60
const PACKS = 'packs'

/** One of each dresser, and as many packs as there are, whoever wears which. */
export function meansOf(show: Show): readonly Means[] {
  const dressers = new Set(show.changes.flatMap((one) => one.dressers))
  const hands = show.tracks
    .filter(({ id }) => dressers.has(id))
    .map(({ id, code }): Means => ({ id: `dresser ${id}`, title: code, many: 1 }))
  if (show.mics.length === 0) return hands
  const swap = Math.max(...show.mics.map(({ seconds = PACK_SECONDS }) => Math.ceil(seconds)))
  return [...hands, { id: PACKS, many: show.mics.length, swap }]
}

export function needsOf(show: Show, spot: Spot): Pick<CoverObligation, 'uses' | 'help'> {
  const change = show.changes.find(({ track, to }) => track === spot.track && to === spot.costume)
  const help = (change?.dressers ?? []).map((track) => `dresser ${track}`)
  const known = new Set(show.tracks.map(({ id }) => `dresser ${id}`))
  const wired = show.mics.length > 0 && spot.obligations.some(({ mic }) => mic !== undefined)
  return {
    ...(change && help.some((one) => known.has(one))
      ? {
          help: {
            alone: ALONE_TIMES * Math.ceil(change.seconds),
            means: help.filter((one) => known.has(one)),
          },
        }
      : {}),
    ...(wired ? { uses: [PACKS] } : {}),
  }
}

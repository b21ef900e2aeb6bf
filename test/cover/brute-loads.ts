// How much of others may be asked of somebody in one night, for every plan of a small night; see `brute.ts`.

import type { CoverNight, CoverObligation } from '../../src/core/cover/cover-night.ts'

type Who = ReadonlyMap<string, string | null>

export function told(night: CoverNight, { id, owner }: CoverObligation): string | null {
  const row = night.inForce.find((one) => one.obligation === id)
  return row ? row.person : owner
}

/** More tracks of others than may be asked of them, and one at least that they had not been told of. */
export function asksTooMuch(night: CoverNight, id: string, most: number, who: Who): boolean {
  const tracks = [...new Set(night.obligations.map(({ track }) => track))].filter((track) =>
    night.obligations.some((one) => one.track === track && one.owner !== id && who.get(one.id) === id),
  )
  const knew = (track: string) =>
    night.obligations.some((one) => one.track === track && one.owner !== id && told(night, one) === id)
  return tracks.length > most && !tracks.every(knew)
}

/** As many tracks of others as may be asked of them, this one among them, and the other would be one more. */
export function hasEnough(
  night: CoverNight,
  { id, most }: CoverNight['people'][number],
  own: CoverObligation,
  wanted: CoverObligation,
): boolean {
  if (most === undefined || own.owner === id || wanted.owner === id) return false
  const others = night.obligations.filter((one) => one.owner !== id && told(night, one) === id)
  const tracks = new Set(others.map(({ track }) => track))
  return tracks.size >= most && !tracks.has(wanted.track)
}

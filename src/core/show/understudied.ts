// An understudy run as a plan: whoever covers a part plays it, and nothing of that is different tonight.

import type { PersonId, Show } from './show.ts'

/** The first cover of each part who plays no other yet; a part without one stays with whoever has it and covers nobody. */
export function understudied(show: Show): Show {
  const plays = new Map<string, PersonId>()
  const taken = new Set<PersonId>()
  for (const { id, kind, covers = [] } of show.tracks) {
    const cover = kind === 'cast' ? covers.find((one) => !taken.has(one)) : undefined
    if (cover === undefined) continue
    plays.set(id, cover)
    taken.add(cover)
  }
  const tracks = show.tracks.map((track) => {
    const { owner: own, ...rest } = track
    const owner = plays.get(track.id) ?? (own !== undefined && taken.has(own) ? undefined : own)
    return owner === undefined ? rest : { ...rest, owner }
  })
  return { ...show, tracks }
}

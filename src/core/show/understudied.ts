// An understudy run as a plan: whoever covers a part plays it, and nothing of that is different tonight.

import type { PersonId, Show, Track } from './show.ts'

/** Whose parts are others’ today: they are not waited for. In no show file, and no part of a show otherwise. */
export type NotCalled = { readonly notCalled?: readonly PersonId[] }

/** The first cover of each part who plays no other yet; a part without one stays with whoever has it and covers nobody. */
export function understudied(show: Show): Show & NotCalled {
  const plays = new Map<string, PersonId>()
  const taken = new Set<PersonId>()
  for (const { id, kind, covers = [] } of show.tracks) {
    const cover = kind === 'cast' ? covers.find((one) => !taken.has(one)) : undefined
    if (cover === undefined) continue
    plays.set(id, cover)
    taken.add(cover)
  }
  const tracks: readonly Track[] = show.tracks.map((track) => {
    const { owner: own, ...rest } = track
    const owner = plays.get(track.id) ?? (own !== undefined && taken.has(own) ? undefined : own)
    return owner === undefined ? rest : { ...rest, owner }
  })
  const owns = (person: PersonId) => tracks.some(({ owner }) => owner === person)
  const notCalled = show.tracks.flatMap(({ owner }) => (owner === undefined || owns(owner) ? [] : [owner]))
  return { ...show, tracks, notCalled }
}

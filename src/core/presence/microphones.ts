// Who carries a microphone, by the plan, and whose screen may say that it is live.

import { may, type Viewer } from '../disclosure/policy.ts'
import type { PersonId, Show } from '../show/show.ts'

/** In the order of the packs. */
export function carriersOf({ mics, tracks, obligations }: Show): readonly {
  readonly person: PersonId
  readonly packs: readonly string[]
}[] {
  const packs = new Map<PersonId, string[]>()
  for (const { id, pack, track } of mics) {
    const used = obligations.filter(({ mic }) => mic === id).map((one) => one.track)
    const owners = [...(track === undefined ? [] : [track]), ...used].flatMap(
      (one) => tracks.find((each) => each.id === one)?.owner ?? [],
    )
    for (const person of new Set(owners)) packs.set(person, [...(packs.get(person) ?? []), pack])
  }
  return [...packs].map(([person, all]) => ({ person, packs: all }))
}

/** Sound's own screens: to every other department it is nothing they could hear. */
export function hearsMicrophones({ departments }: Show, viewer: Viewer): boolean {
  const own = departments.find(({ id }) => id === viewer.department)
  return own?.kind === 'sound' && may(viewer, 'say that a microphone is live')
}

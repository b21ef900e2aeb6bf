// How few performers can play a show by doubling, who plays what then, and the parts that prove that fewer cannot.

import type { RoleId, Show } from '../show/show.ts'
import { type Conflicts, fewestGroups, largestClique } from './graph.ts'

export type MinimumCast = {
  /** Parts that no performer can share with another of them: at least so many performers. */
  readonly together: readonly RoleId[]
  /** One list for each performer, in the order of the show’s parts: at most so many. */
  readonly doubling: readonly (readonly RoleId[])[]
  /** False where the search was given up before the two met. */
  readonly isProved: boolean
}

/** Somebody is busy for so long, in seconds of the show as one. */
type Busy = { readonly from: number; readonly to: number }

/** `changeSeconds`: what it takes to go off as one and come on as another. Parts that are in nothing are nobody’s. */
export function minimumCast(show: Show, changeSeconds: number): MinimumCast {
  const busy = busyOf(show)
  const roles = show.roles.map(({ id }) => id).filter((role) => (busy.get(role) ?? []).length > 0)
  const conflicts = conflictsOf(
    roles.map((role) => busy.get(role) ?? []),
    changeSeconds,
  )
  const { clique, isBest } = largestClique(conflicts)
  const { groups, isBest: isFewest } = fewestGroups(conflicts, clique.length)
  const named = (parts: readonly number[]) => parts.flatMap((part) => roles.slice(part, part + 1))
  return {
    together: named(clique),
    doubling: groups.map(named),
    isProved: groups.length === clique.length || (isBest && isFewest),
  }
}

/** As it is usually played: items one after another. */
function busyOf({ items, editions, tracks, obligations }: Show): ReadonlyMap<RoleId, readonly Busy[]> {
  const starts = new Map<string, number>()
  const lengths = new Map(items.map((item) => [item.id, item.seconds]))
  let now = 0
  for (const item of editions[0]?.items ?? items.map(({ id }) => id)) {
    starts.set(item, now)
    now += lengths.get(item) ?? 0
  }
  const rolesOf = new Map(tracks.map((track) => [track.id, track.roles ?? []]))
  const busy = new Map<RoleId, Busy[]>()
  for (const { role, track, anchor, seconds } of obligations) {
    const start = starts.get(anchor.item)
    if (start === undefined) continue
    const from = start + anchor.seconds
    for (const each of role === undefined ? (rolesOf.get(track) ?? []) : [role]) {
      const own = busy.get(each) ?? []
      own.push({ from, to: from + seconds })
      busy.set(each, own)
    }
  }
  return busy
}

/** In the order in which they begin, so that each is held against those alone that begin before it is over. */
function conflictsOf(all: readonly (readonly Busy[])[], gap: number): Conflicts {
  const rows = all.map(() => all.map(() => false))
  const inOrder = all
    .flatMap((own, part) => own.map((busy) => ({ busy, part, row: rows[part] ?? [] })))
    .sort((one, other) => one.busy.from - other.busy.from)
  for (const [at, { busy, part, row }] of inOrder.entries())
    for (let next = at + 1; next < inOrder.length; next += 1) {
      const other = inOrder[next]
      if (!other || other.busy.from > busy.to + gap) break
      if (other.part === part || !collide(busy, other.busy, gap)) continue
      row[other.part] = true
      other.row[part] = true
    }
  return rows
}

/** On at once, if only for a moment; or too soon after one another. */
function collide(one: Busy, other: Busy, gap: number): boolean {
  if (one.from < other.to + gap && other.from < one.to + gap) return true
  const isMoment = one.from === one.to || other.from === other.to
  return isMoment && one.from <= other.to && other.from <= one.to
}

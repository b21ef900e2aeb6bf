// Who plays which parts, in which items, and where one person has hardly any time from one track to another.

import { grouped } from '../kit/grouped.ts'
import type { Obligation, Track } from '../show/show.ts'
import { isOnStage, type LaidShow } from './laid-show.ts'
import { bandsIn, partsOf } from './scenes.ts'
import type { Span } from './spans.ts'

/** From going off as one part to coming on as another: with less than this it stands out. */
export const TURN_SECONDS = 60

/** On as `to` so many seconds after being on as `from`; below 0 both at once. */
type Turn = {
  readonly at: number
  readonly from: string
  readonly to: string
  readonly seconds: number
}

export type DoublingRow = {
  /** Who it is; empty where the track is nobody’s yet, and then the row is that track’s alone. */
  readonly owner: string
  readonly tracks: readonly string[]
  /** In the order in which they come on. `bands`: the items in which they do. */
  readonly parts: readonly { readonly part: string; readonly bands: readonly number[] }[]
  /** With less than `TURN_SECONDS`. */
  readonly turns: readonly Turn[]
}

type On = Span & { readonly track: string; readonly part: string; readonly bands: readonly number[] }

/** In the order of the tracks; whoever is never on has no row. */
export function doublingChart({ show, laid, bands }: LaidShow): readonly DoublingRow[] {
  const names = new Map(show.roles.map(({ id, name }) => [id, name]))
  const people = new Map(show.people.map(({ id, callName }) => [id, callName]))
  const parts = partsOf(show)
  const tracks = new Map(show.tracks.map((track) => [track.id, track]))
  const on = new Map<string, On[]>()
  for (const one of show.obligations) {
    const track = tracks.get(one.track)
    const from = track && isOnStage(one) ? laid.clock(one.anchor) : null
    if (!track || from === null || (track.kind !== 'cast' && track.kind !== 'swing')) continue
    const inside = bandsIn(bands, from, one.seconds)
    const times = { track: track.code, bands: inside, from, to: from + one.seconds }
    const mine = namesOf(one, track).map((part) => ({ ...times, part }))
    on.set(whose(track), [...(on.get(whose(track)) ?? []), ...mine])
  }
  function namesOf(one: Obligation, track: Track): readonly string[] {
    const named = parts(one).flatMap((role) => names.get(role) ?? [])
    return named.length === 0 ? [track.title] : named
  }
  return [...grouped(show.tracks, whose)].flatMap(([key, own]): DoublingRow[] => {
    const times = (on.get(key) ?? []).toSorted((one, other) => one.from - other.from)
    if (times.length === 0) return []
    const owner = own[0]?.owner
    return [
      {
        ...{ owner: (owner && people.get(owner)) ?? '', tracks: own.map(({ code }) => code) },
        ...{ parts: partsIn(times), turns: turnsIn(times) },
      },
    ]
  })
}

/** One person, or a track that is nobody’s yet. */
const whose = ({ id, owner }: Track): string => (owner === undefined ? `track ${id}` : `person ${owner}`)

const partsIn = (times: readonly On[]): DoublingRow['parts'] =>
  [...grouped(times, ({ part }) => part)].map(([part, own]) => ({
    part,
    bands: [...new Set(own.flatMap(({ bands }) => bands))].sort((one, other) => one - other),
  }))

/** Of two tracks alone: what one track is on as, one after another, the book has plotted so. */
function turnsIn(times: readonly On[]): readonly Turn[] {
  const last = new Map<string, On>()
  return times.flatMap((one): Turn[] => {
    const { track, part: to, from: at } = one
    const before = last.get(track)
    const others = [...last.values()].filter((other) => other.track !== track)
    const latest = others.reduce<On | null>(
      (most, other) => (most && most.to >= other.to ? most : other),
      null,
    )
    if (!before || one.to > before.to) last.set(track, one)
    const isOnAlready = before !== undefined && before.to >= at
    if (!latest || isOnAlready || at - latest.to >= TURN_SECONDS) return []
    return [{ at, from: latest.part, to, seconds: at - latest.to }]
  })
}

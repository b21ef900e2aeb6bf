// Places and the ways between them: how long each takes, how often somebody goes it in a show, and how much time is left.

import type { Place, PlaceId, TrackId } from '../show/show.ts'
import type { LaidShow } from './laid-show.ts'

/** Where a place is drawn, seen from the house. */
type PlotSide = 'right' | 'centre' | 'left' | 'above' | 'below' | 'front' | 'outside' | 'elsewhere'

const sides: Readonly<Record<NonNullable<Place['side']>, PlotSide>> = {
  ...{ 'stage right': 'right', 'stage left': 'left', centre: 'centre', above: 'above' },
  ...{ below: 'below', front: 'front', outside: 'outside' },
}

export type PlotPlace = {
  readonly code: string
  readonly name: string
  readonly side: PlotSide
  /** How many times in the show somebody begins something here. */
  readonly times: number
}

/** Both ways where it is walked both ways. `seconds` null: walked in the show, and nobody has said how long that takes. */
export type PlotWay = {
  readonly from: string
  readonly to: string
  readonly seconds: number | null
  readonly oneWay: boolean
  readonly times: number
  /** Seconds left over on the walk with the least; below 0 where they are late. Null where nobody walks it. */
  readonly spare: number | null
}

export function placesAndWays({ show, laid }: LaidShow): {
  readonly places: readonly PlotPlace[]
  readonly ways: readonly PlotWay[]
} {
  const codes = new Map(show.venue.places.map(({ id, code }) => [id, code]))
  const walked = walkedIn({ show, laid })
  const written = show.venue.travel.map(({ from, to, seconds, oneWay = false }): PlotWay => {
    const there = walked.get(key(from, to))
    const back = oneWay ? undefined : walked.get(key(to, from))
    walked.delete(key(from, to))
    if (!oneWay) walked.delete(key(to, from))
    const room = [there, back].flatMap((one) => one?.room ?? [])
    return {
      ...{ from: codes.get(from) ?? '', to: codes.get(to) ?? '', seconds, oneWay },
      ...{ times: room.length, spare: room.length === 0 ? null : Math.min(...room) - seconds },
    }
  })
  const others = [...walked.values()].map(({ from, to, room }): PlotWay => {
    const seconds = laid.walk(from, to)
    const known = Number.isFinite(seconds)
    return {
      ...{ from: codes.get(from) ?? '', to: codes.get(to) ?? '', seconds: known ? seconds : null },
      ...{ oneWay: true, times: room.length, spare: known ? Math.min(...room) - seconds : null },
    }
  })
  const times = new Map<PlaceId, number>()
  for (const { placeIn, anchor } of show.obligations)
    if (placeIn !== undefined && laid.clock(anchor) !== null)
      times.set(placeIn, (times.get(placeIn) ?? 0) + 1)
  return {
    places: show.venue.places.map(({ id, code, name, side }) => ({
      ...{ code, name, side: side ? sides[side] : 'elsewhere', times: times.get(id) ?? 0 },
    })),
    ways: [...written, ...others],
  }
}

/** `room`: seconds from the end of one thing to the beginning of the next, for each time it is gone. */
type Walked = { readonly from: PlaceId; readonly to: PlaceId; readonly room: number[] }

const key = (from: PlaceId, to: PlaceId): string => `${from}\n${to}`

function walkedIn({ show, laid }: Pick<LaidShow, 'show' | 'laid'>): Map<string, Walked> {
  const all = new Map<string, Walked>()
  const tracks: readonly TrackId[] = show.tracks.map(({ id }) => id)
  for (const track of tracks) {
    const stays = laid.stays(track)
    for (const [index, next] of stays.entries()) {
      const last = stays[index - 1]
      if (!last || last.to === next.from) continue
      const walk = all.get(key(last.to, next.from)) ?? { from: last.to, to: next.from, room: [] }
      walk.room.push(next.start - last.end)
      all.set(key(walk.from, walk.to), walk)
    }
  }
  return all
}

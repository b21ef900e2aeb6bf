// What of one track goes to somebody else with a thing in hand: who leaves it where, who takes it up where, and what is brought between them.

import { Laid } from '../reorder/laid.ts'
import { type Taking, takings } from '../reorder/things.ts'
import type { Anchor, Obligation, PersonId, PlaceId, PropId, Show, TrackId } from '../show/show.ts'
import type { Plan } from './night.ts'

/** Within one track nobody hands it over, because in the book it stays in one pair of hands. */
export type PassedOn = {
  readonly key: string
  readonly prop: PropId
  readonly from: TrackId
  readonly to: TrackId
  readonly left: PlaceId
  /** From when on it lies there. */
  readonly leftAt: Pick<Anchor, 'item' | 'seconds'>
  readonly place: PlaceId
  /** What it is taken up for. */
  readonly for: Obligation
  /** It lies on another side than the one on which it is taken up: somebody brings it. */
  readonly brought: boolean
}

const known = new WeakMap<Show, readonly PassedOn[]>()

/** Nothing in the book: there each track is one person's. */
export function passedOn(plan: Plan): readonly PassedOn[] {
  const found = known.get(plan.show) ?? find(plan)
  known.set(plan.show, found)
  return found
}

function find({ show, timeline }: Plan): readonly PassedOn[] {
  const owners = new Map(show.tracks.map(({ id, owner }) => [id, owner]))
  const book = (track: TrackId) => inBook(track, owners.get(track))
  if (show.tracks.every(({ id }) => book(id) === id)) return []
  const cut = new Set(timeline.items.flatMap((item) => (item.cut ? [item.id] : [])))
  const edition = timeline.edition.id
  const laid = new Laid({ show, cut, cutCues: new Set() }, { show, edition })
  const inTime = takings(laid).toSorted((a, b) => a.stay.start - b.stay.start)
  return inTime.flatMap((one): readonly PassedOn[] => {
    const { by, stay } = one
    const to = stay.of.track
    if (by === null || by === to || book(by) !== book(to)) return []
    const [leaves, takes] = [owners.get(by), owners.get(to)]
    return leaves === undefined || takes === undefined || leaves === takes ? [] : [passed(one, by)]
  })
}

function passed({ prop, stay, after, lies, there }: Taking, from: TrackId): PassedOn {
  const { anchor, seconds } = (after ?? stay).of
  return {
    ...{ key: `${prop.id}-${stay.of.id}`, prop: prop.id, from, to: stay.of.track },
    ...{ left: lies, place: stay.from, for: stay.of, brought: !there },
    leftAt: { item: anchor.item, seconds: anchor.seconds + (after === null ? 0 : seconds) },
  }
}

/** What somebody else does of a track is a track of its own, named after it and them. */
const inBook = (track: TrackId, owner: PersonId | undefined): string =>
  owner !== undefined && track.endsWith(`~${owner}`) ? track.slice(0, -owner.length - 1) : track

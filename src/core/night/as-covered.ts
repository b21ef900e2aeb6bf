// The show as a plan of tonight has it: who does what instead, as tracks and owners, so that everything that reads a show follows it.

import { type AbsenceState, emptyAbsence, isAway } from '../absence/absence.ts'
import { type CoverChange, shown, type Version } from '../covering/covering.ts'
import { grouped } from '../kit/grouped.ts'
import { id } from '../kit/ids.ts'
import { timed } from '../running/learned.ts'
import type {
  Anchor,
  CostumeChange,
  Cue,
  HandOff,
  Obligation,
  ObligationId,
  PersonId,
  Show,
  Track,
  TrackId,
} from '../show/show.ts'
import type { Timeline } from '../show/timeline.ts'
import { walkedThrough } from './lifts.ts'
import type { NightState, Plan } from './night.ts'
import { laidAgain, replotted } from './replotted.ts'

type Known = WeakMap<readonly CoverChange[], WeakMap<AbsenceState, Plan>>
const laidOut = new WeakMap<Timeline, Known>()

/** At the pace of earlier performances, who plays what as screens show it, and nothing for who is away; as rehearsed. */
export const asCast = <P extends Plan>(
  raw: P,
  { learned, covering, absence }: Pick<NightState, 'learned' | 'covering' | 'absence'>,
): P => {
  const { changes, replots, walked } = shown(covering) ?? book
  return asCovered(walkedThrough(replotted(timed(raw, learned), replots), walked), changes, absence)
}

/** What a plan is made of, as far as a show follows it. */
export type PlayedAs = Pick<Version, 'changes' | 'replots' | 'walked'>
export const book: PlayedAs = { changes: [], replots: [] }

/** The same plan where nothing is changed and nobody away. */
export function asCovered<P extends Plan>(
  plan: P,
  changes: readonly CoverChange[],
  absence: AbsenceState = emptyAbsence,
): P {
  if (changes.length === 0 && absence.people.length === 0) return plan
  const ofTimeline: Known = laidOut.get(plan.timeline) ?? new WeakMap()
  laidOut.set(plan.timeline, ofTimeline)
  const ofChanges = ofTimeline.get(changes) ?? new WeakMap<AbsenceState, Plan>()
  ofTimeline.set(changes, ofChanges)
  const found = ofChanges.get(absence) ?? layOut(plan, changes, absence)
  ofChanges.set(absence, found)
  return { ...plan, ...found }
}

function layOut(plan: Plan, changes: readonly CoverChange[], absence: AbsenceState): Plan {
  const cast = changes.length === 0 ? plan.show : new Recast(plan, changes).show()
  const show = { ...cast, tracks: cast.tracks.map((track) => vacated(track, absence)) }
  return { show, timeline: laidAgain(show, plan.timeline) }
}

/** What is not covered yet stands on every list as its part, and is nobody's: nobody waits for who is away. */
function vacated(track: Track, absence: AbsenceState): Track {
  if (track.owner === undefined || !isAway(absence, track.owner)) return track
  const { owner: _away, ...rest } = track
  return rest
}

/** What of a track somebody else does is a track of its own, with its code; the whole of it changes its owner. */
class Recast {
  readonly #show: Show
  readonly #starts: ReadonlyMap<string, number>
  readonly #tracks: Track[] = []
  /** Null: cut. Only of tracks that are not as in the book. */
  readonly #trackOf = new Map<ObligationId, TrackId | null>()
  readonly #changed = new Map<TrackId, readonly Obligation[]>()

  constructor({ show, timeline }: Plan, changes: readonly CoverChange[]) {
    this.#show = show
    // Items in the order of the evening are far enough apart for any of their seconds.
    this.#starts = new Map(timeline.items.map(({ id: item, index }) => [item, index * 1_000_000]))
    const doers = new Map(changes.map((one) => [one.obligation, one.person]))
    const byTrack = grouped(show.obligations, ({ track }) => track)
    for (const track of show.tracks) this.#cast(track, byTrack.get(track.id) ?? [], doers)
  }

  #cast(
    track: Track,
    obligations: readonly Obligation[],
    doers: ReadonlyMap<ObligationId, PersonId | null>,
  ): void {
    if (!obligations.some((one) => doers.has(one.id) && doers.get(one.id) !== track.owner)) {
      this.#tracks.push(track)
      return
    }
    const who = (one: Obligation) => (doers.has(one.id) ? (doers.get(one.id) ?? null) : (track.owner ?? null))
    const people = [...new Set(obligations.flatMap((one) => who(one) ?? []))]
    const keeps = people.length === 1 ? people[0] : track.owner
    this.#changed.set(
      track.id,
      obligations.toSorted((a, b) => this.#at(a.anchor) - this.#at(b.anchor)),
    )
    for (const one of obligations) {
      const person = who(one)
      this.#trackOf.set(one.id, person === null ? null : person === keeps ? track.id : partOf(track, person))
    }
    this.#tracks.push(keeps === undefined ? track : { ...track, owner: keeps })
    for (const person of people)
      if (person !== keeps) this.#tracks.push({ ...track, id: partOf(track, person), owner: person })
  }

  show(): Show {
    const show = this.#show
    return {
      ...show,
      tracks: this.#tracks,
      obligations: show.obligations.flatMap((one) => this.#obligation(one)),
      changes: show.changes.flatMap((one) => this.#change(one)),
      handOffs: show.handOffs.flatMap((one) => this.#handOff(one)),
      cues: show.cues.map((one) => this.#cue(one)),
    }
  }

  #obligation(one: Obligation): readonly Obligation[] {
    const track = this.#trackOf.has(one.id) ? (this.#trackOf.get(one.id) ?? null) : one.track
    if (track === null) return []
    const partners = this.#all(one.partners ?? [], one.anchor)
    return [{ ...one, track, ...(one.partners ? { partners } : {}) }]
  }

  /** Whoever does what the costume is for changes into it. */
  #change(one: CostumeChange): readonly CostumeChange[] {
    const at = this.#at(one.anchor)
    const worn = (this.#changed.get(one.track) ?? []).find(
      (each) => each.costume === one.to && this.#at(each.anchor) >= at,
    )
    const track = worn ? (this.#trackOf.get(worn.id) ?? null) : this.#doing(one.track, one.anchor)
    return track === null ? [] : [{ ...one, track, dressers: this.#all(one.dressers, one.anchor) }]
  }

  #handOff(one: HandOff): readonly HandOff[] {
    const [from, to] = [this.#end(one.from, one), this.#end(one.to, one)]
    return from === null || to === null ? [] : [{ ...one, from, to }]
  }

  /** Written as an obligation, it is whoever does that; else whoever is about then. */
  #end(track: TrackId, { prop, anchor }: HandOff): TrackId | null {
    const own = (this.#changed.get(track) ?? []).find(
      (one) =>
        one.kind === 'hand-off' &&
        one.props?.includes(prop) === true &&
        Math.abs(this.#at(one.anchor) - this.#at(anchor)) <= SAME_SECONDS,
    )
    return own ? (this.#trackOf.get(own.id) ?? null) : this.#doing(track, anchor)
  }

  /** Where whoever must say clear is cut, it still has to be said: by whose it is in the book. */
  #cue(one: Cue): Cue {
    if (one.spotter === undefined || !this.#changed.has(one.spotter)) return one
    return { ...one, spotter: this.#doing(one.spotter, one.anchor) ?? one.spotter }
  }

  #all(tracks: readonly TrackId[], anchor: Anchor): readonly TrackId[] {
    return [...new Set(tracks.flatMap((track) => this.#doing(track, anchor) ?? []))]
  }

  /** Who does this track at that point: what began last before it, else what comes next. */
  #doing(track: TrackId, anchor: Anchor): TrackId | null {
    const all = this.#changed.get(track)
    if (!all || all.length === 0) return track
    const at = this.#at(anchor)
    const now = all.find((one) => this.#at(one.anchor) <= at && at < this.#at(one.anchor) + one.seconds)
    const near = now ?? all.find((one) => this.#at(one.anchor) >= at) ?? all.at(-1)
    return near ? (this.#trackOf.get(near.id) ?? null) : track
  }

  #at({ item, seconds }: Pick<Anchor, 'item' | 'seconds'>): number {
    return (this.#starts.get(item) ?? 0) + seconds
  }
}

/** As near as a hand-off and its obligation may be written. */
const SAME_SECONDS = 10

const partOf = (track: Track, person: PersonId): TrackId => id<'track'>(`${track.id}~${person}`)

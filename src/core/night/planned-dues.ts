// What the plan asks people to be where for, by the plan alone: laid out once, however the evening runs.

import type { Due } from '../presence/due.ts'
import type { HandOff, Obligation, PersonId, Place, PlaceId, Show, TrackId } from '../show/show.ts'
import type { PlanPoint, Timeline } from '../show/timeline.ts'
import type { Plan } from './night.ts'
import { PlanWords, passes, tellsOf } from './owed-lines.ts'

/** A due without the evening: `index` is the place of its item in the running order, `act` and `seconds` its point. */
export type PlannedDue = Omit<Due, 'at' | 'spread'> & {
  readonly index: number
  readonly track: TrackId
  /** The place of the change or hand-off it belongs to, and who else is in it. */
  readonly with: readonly PersonId[]
}

/** An appearance that begins so soon after another has ended is the same time on stage. */
const STAYS_ON_SECONDS = 5

const known = new WeakMap<Timeline, readonly PlannedDue[]>()

/** In the order of the plan. */
export function plannedDues(plan: Plan): readonly PlannedDue[] {
  const found = known.get(plan.timeline)
  if (found) return found
  const made = new DueMaker(plan).dues()
  known.set(plan.timeline, made)
  return made
}

/** Minutes of the plan from the first act's up to this point. */
export function clockOf({ acts }: Pick<Timeline, 'acts'>, point: PlanPoint): number {
  const before = acts.filter(({ act }) => act < point.act)
  return before.reduce((total, act) => total + act.seconds + act.intervalSeconds, point.seconds) / 60
}

/** By the plan, at this minute of the show clock: who has come on and not gone off again. */
export function onStageAt(plan: Plan, clock: number): ReadonlySet<PersonId> {
  const words = new PlanWords(plan)
  const on = new Set<PersonId>()
  for (const { kind, track, anchor, seconds } of plan.show.obligations) {
    if (kind !== 'appear') continue
    const point = words.point(anchor)
    const from = point ? clockOf(plan.timeline, point) : Number.POSITIVE_INFINITY
    const person = from <= clock && clock < from + seconds / 60 ? words.person(track) : null
    if (person) on.add(person.id)
  }
  return on
}

class DueMaker {
  readonly #plan: Plan
  readonly #words: PlanWords
  readonly #places: ReadonlyMap<PlaceId, Place>
  readonly #index: ReadonlyMap<string, number>
  /** By track: of a large show a look through all of them for each of them holds a press. */
  readonly #appearances: ReadonlyMap<TrackId, readonly Obligation[]>

  constructor(plan: Plan) {
    this.#plan = plan
    this.#words = new PlanWords(plan)
    this.#places = new Map(plan.show.venue.places.map((place) => [place.id, place]))
    this.#index = new Map(plan.timeline.items.map(({ id, index }) => [id, index]))
    this.#appearances = appearancesIn(plan.show)
  }

  dues(): readonly PlannedDue[] {
    const { show } = this.#plan
    const all = [...this.#obligations(show), ...this.#changes(show), ...this.#handOffs(show)]
    return all.toSorted((a, b) => a.clock - b.clock)
  }

  #due(
    track: TrackId,
    anchor: Obligation['anchor'],
    parts: Pick<PlannedDue, 'key' | 'kind' | 'title' | 'place' | 'needed'> & { with?: readonly TrackId[] },
  ): PlannedDue[] {
    const person = this.#words.person(track)?.id
    const point = this.#words.point(anchor)
    if (!person || !point) return []
    const { with: others = [], ...rest } = parts
    return [
      {
        ...rest,
        person,
        track,
        item: this.#words.item(anchor.item),
        point,
        clock: clockOf(this.#plan.timeline, point),
        index: this.#index.get(anchor.item) ?? 0,
        with: others.flatMap((one) => this.#words.person(one)?.id ?? []),
      },
    ]
  }

  #obligations(show: Show): PlannedDue[] {
    return show.obligations.flatMap((one) => {
      const kind = this.#kindOf(one)
      if (kind === null) return []
      const { id: key, title, placeIn } = one
      const needed = kind === 'entrance' && this.#comesOn(one)
      const parts = { key, kind, title, place: placeIn ?? null, needed, with: one.partners ?? [] }
      return this.#due(one.track, one.anchor, parts)
    })
  }

  /** Null for what nobody is waited for: a line of whoever is on already, and what is told by a change or a hand-off. */
  #kindOf(one: Obligation): Due['kind'] | null {
    const { show } = this.#plan
    const from = one.placeIn === undefined ? undefined : this.#places.get(one.placeIn)
    if (one.kind === 'appear') return from === undefined || from.side === 'centre' ? null : 'entrance'
    if (one.kind === 'hand-off')
      return show.handOffs.some((hand) => passes(this.#words, one, hand)) ? null : 'hand-off'
    if (one.kind === 'dress' && show.changes.some((change) => tellsOf(this.#words, one, change))) return null
    if (from === undefined || from.side === 'centre') return null
    return tasks.includes(one.kind) ? 'task' : null
  }

  /** From the wings, and not because they are on already. */
  #comesOn(one: Obligation): boolean {
    const start = this.#words.point(one.anchor)
    if (!start) return false
    return !(this.#appearances.get(one.track) ?? []).some((other) => {
      if (other === one) return false
      const from = this.#words.point(other.anchor)
      if (!from || from.act !== start.act || from.seconds >= start.seconds) return false
      return from.seconds + other.seconds + STAYS_ON_SECONDS > start.seconds
    })
  }

  #changes(show: Show): PlannedDue[] {
    return show.changes.flatMap(({ id, track, to, anchor, place, dressers }) =>
      [track, ...dressers].flatMap((who) =>
        this.#due(who, anchor, {
          key: `change-${id}-${who}`,
          kind: 'change',
          title: this.#words.costume(to) ?? '',
          place,
          needed: false,
          with: [track, ...dressers].filter((one) => one !== who),
        }),
      ),
    )
  }

  #handOffs(show: Show): PlannedDue[] {
    return show.handOffs.flatMap((hand) =>
      ends(hand).flatMap((who) =>
        this.#due(who, hand.anchor, {
          key: `hand-off-${hand.id}-${who}`,
          kind: 'hand-off',
          title: this.#words.props([hand.prop])[0] ?? '',
          place: hand.place,
          needed: false,
          with: ends(hand).filter((one) => one !== who),
        }),
      ),
    )
  }
}

function appearancesIn({ obligations }: Show): ReadonlyMap<TrackId, readonly Obligation[]> {
  const of = new Map<TrackId, Obligation[]>()
  for (const one of obligations) {
    if (one.kind !== 'appear') continue
    const list = of.get(one.track)
    if (list) list.push(one)
    else of.set(one.track, [one])
  }
  return of
}

const ends = ({ from, to }: HandOff): readonly TrackId[] => [from, to]

/** Work off the stage at a place of its own. */
const tasks: readonly Obligation['kind'][] = [
  'carry',
  'set',
  'strike',
  'cue light',
  'dress',
  'fly',
  'spot',
  'task',
]

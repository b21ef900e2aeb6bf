// What the plan asks of tracks, as lines for a screen: their obligations, and the changes and hand-offs that nobody wrote down as one.

import type {
  Anchor,
  CostumeChange,
  DepartmentId,
  HandOff,
  ItemId,
  Obligation,
  PersonId,
  PlaceId,
  Preset,
  TrackId,
} from '../show/show.ts'
import type { PlanPoint } from '../show/timeline.ts'
import type { Plan } from './night.ts'
import { type PassedOn, passedOn } from './passed-on.ts'

export type OwedLine = {
  readonly id: string
  readonly title: string
  /** As in the show file; "change" and "preset" for what has nouns of its own there; "left" and "found" for a thing within a shared track. */
  readonly kind: string
  readonly track: string
  readonly item: string
  readonly at: PlanPoint
  readonly seconds: number
  readonly placeIn: string | null
  readonly placeOut: string | null
  readonly with: readonly string[]
  readonly carries: readonly string[]
  readonly costume: string | null
  readonly safety: boolean
  /** What whoever changes or dresses must know: worn under, left on, pinned. */
  readonly notes: string | null
}

/** How far from its time a hand-off may be written as an obligation and still be the same one. */
const SAME_HAND_OFF_SECONDS = 10

/** Names and points of the plan. A point is null for what is cut from this edition: nothing is owed there. */
export class PlanWords {
  readonly #plan: Plan
  readonly #items: ReadonlyMap<ItemId, Plan['timeline']['items'][number]>
  readonly #tracks: ReadonlyMap<TrackId, Plan['show']['tracks'][number]>
  readonly #people: ReadonlyMap<PersonId, Plan['show']['people'][number]>
  readonly #places: ReadonlyMap<PlaceId, string>

  constructor(plan: Plan) {
    this.#plan = plan
    this.#items = new Map(plan.timeline.items.map((item) => [item.id, item]))
    this.#tracks = new Map(plan.show.tracks.map((track) => [track.id, track]))
    this.#people = new Map(plan.show.people.map((person) => [person.id, person]))
    this.#places = new Map(plan.show.venue.places.map((place) => [place.id, place.code]))
  }

  point({ item, seconds }: Pick<Anchor, 'item' | 'seconds'>): PlanPoint | null {
    const found = this.#items.get(item)
    return found ? { act: found.act, seconds: found.starts.seconds + seconds } : null
  }

  item(id: ItemId): string {
    const found = this.#items.get(id)
    if (!found) return ''
    return found.code === '' ? found.title : `${found.code} ${found.title}`
  }

  place(id: PlaceId | undefined): string | null {
    return (id && this.#places.get(id)) ?? null
  }

  code(track: TrackId): string {
    return this.#tracks.get(track)?.code ?? ''
  }

  part(track: TrackId): string {
    return this.#tracks.get(track)?.title ?? ''
  }

  person(track: TrackId): Plan['show']['people'][number] | null {
    const owner = this.#tracks.get(track)?.owner
    return (owner && this.#people.get(owner)) ?? null
  }

  callNames(tracks: readonly TrackId[]): readonly string[] {
    return tracks.flatMap((track) => this.person(track)?.callName ?? [])
  }

  props(ids: Obligation['props']): readonly string[] {
    return (ids ?? []).flatMap((id) => this.#plan.show.props.find((one) => one.id === id)?.name ?? [])
  }

  costume(id: Obligation['costume']): string | null {
    return this.#plan.show.costumes.find((one) => one.id === id)?.name ?? null
  }

  department(id: DepartmentId | undefined): string | null {
    return this.#plan.show.departments.find((one) => one.id === id)?.name ?? null
  }
}

/** All that these tracks owe, in the order of the plan. */
export function owedBy(plan: Plan, tracks: ReadonlySet<TrackId>): readonly OwedLine[] {
  const { show } = plan
  const words = new PlanWords(plan)
  const obligations = show.obligations.filter((one) => tracks.has(one.track))
  return [
    ...obligations.flatMap((one) => obligationLine(plan, words, one)),
    ...show.changes
      .filter((change) => tracks.has(change.track))
      .flatMap((change) => changeLine(words, change)),
    ...show.changes.flatMap((change) =>
      change.dressers
        .filter((dresser) => tracks.has(dresser))
        .filter((dresser) => !obligations.some((one) => one.track === dresser && tellsOf(words, one, change)))
        .flatMap((dresser) => dressLine(words, change, dresser)),
    ),
    ...show.handOffs.flatMap((handOff) =>
      [handOff.from, handOff.to]
        .filter((end) => tracks.has(end))
        .filter((end) => !obligations.some((one) => one.track === end && passes(words, one, handOff)))
        .flatMap((end) => handOffLine(words, handOff, end)),
    ),
    ...passedOn(plan).flatMap((one) => [
      ...(tracks.has(one.from) ? leftLine(words, one) : []),
      ...(tracks.has(one.to) ? foundLine(words, one) : []),
    ]),
  ].sort(inPlanOrder)
}

export const inPlanOrder = (a: { readonly at: PlanPoint }, b: { readonly at: PlanPoint }): number =>
  a.at.act - b.at.act || a.at.seconds - b.at.seconds

/** What must stand ready before an item, for the people of its department. */
export function presetLines(plan: Plan, of: (preset: Preset) => boolean): readonly OwedLine[] {
  const words = new PlanWords(plan)
  return plan.show.presets.filter(of).flatMap((preset) => {
    const at = words.point({ item: preset.before, seconds: 0 })
    if (!at) return []
    const place = words.place(preset.place)
    return [
      {
        ...nothing,
        id: `preset-${preset.id}`,
        title: preset.title,
        kind: 'preset',
        item: words.item(preset.before),
        at,
        placeIn: place,
        placeOut: place,
      },
    ]
  })
}

const nothing = {
  track: '',
  seconds: 0,
  with: [],
  carries: [],
  costume: null,
  safety: false,
  notes: null,
} as const

function obligationLine(plan: Plan, words: PlanWords, obligation: Obligation): OwedLine[] {
  const at = words.point(obligation.anchor)
  if (!at) return []
  const dresses = plan.show.changes.find((change) => tellsOf(words, obligation, change))
  return [
    {
      id: obligation.id,
      title: obligation.title,
      kind: obligation.kind,
      track: words.code(obligation.track),
      item: words.item(obligation.anchor.item),
      at,
      seconds: obligation.seconds,
      placeIn: words.place(obligation.placeIn),
      placeOut: words.place(obligation.placeOut),
      with: words.callNames(obligation.partners ?? []),
      carries: words.props(obligation.props),
      costume: words.costume(obligation.costume),
      safety: obligation.safety === true,
      notes: dresses ? notesOf(dresses) : null,
    },
  ]
}

function ofChange(words: PlanWords, change: CostumeChange, track: TrackId): Omit<OwedLine, 'title'>[] {
  const at = words.point(change.anchor)
  const place = words.place(change.place)
  if (!at) return []
  return [
    {
      ...nothing,
      id: `change-${change.id}-${track}`,
      kind: track === change.track ? 'change' : 'dress',
      track: words.code(track),
      item: words.item(change.anchor.item),
      at,
      seconds: change.seconds,
      placeIn: place,
      placeOut: place,
      with: words.callNames([change.track, ...change.dressers].filter((one) => one !== track)),
      notes: notesOf(change),
    },
  ]
}

export const changeLine = (words: PlanWords, change: CostumeChange): OwedLine[] =>
  ofChange(words, change, change.track).map((line) => ({
    ...line,
    title: `Change into ${words.costume(change.to) ?? 'the next costume'}`,
  }))

const dressLine = (words: PlanWords, change: CostumeChange, dresser: TrackId): OwedLine[] =>
  ofChange(words, change, dresser).map((line) => ({
    ...line,
    title: `${words.callNames([change.track])[0] ?? words.part(change.track)} into ${words.costume(change.to) ?? 'the next costume'}`,
  }))

const notesOf = ({ underdressed, notes }: CostumeChange): string | null =>
  [...(underdressed ? ['worn underneath'] : []), ...(notes === undefined ? [] : [notes])].join(' · ') || null

function handOffLine(words: PlanWords, handOff: HandOff, end: TrackId): OwedLine[] {
  const at = words.point(handOff.anchor)
  const place = words.place(handOff.place)
  if (!at) return []
  const gives = end === handOff.from
  const other = words.callNames([gives ? handOff.to : handOff.from])
  const prop = words.props([handOff.prop])[0] ?? 'the prop'
  return [
    {
      ...nothing,
      id: `hand-off-${handOff.id}-${end}`,
      title: gives ? `Give: ${prop}` : `Take: ${prop}`,
      kind: 'hand-off',
      track: words.code(end),
      item: words.item(handOff.anchor.item),
      at,
      placeIn: place,
      placeOut: place,
      with: other,
    },
  ]
}

/** Where a track is shared, whoever has the thing first leaves it for the other. */
function leftLine(words: PlanWords, { key, prop, from, to, left, leftAt }: PassedOn): OwedLine[] {
  const at = words.point(leftAt)
  const place = words.place(left)
  if (!at) return []
  const taker = words.callNames([to])
  return [
    {
      ...nothing,
      ...{ id: `left-${key}`, title: `Leave for ${taker[0] ?? ''}: ${words.props([prop])[0] ?? ''}` },
      ...{ kind: 'left', track: words.code(from), item: words.item(leftAt.item), at },
      ...{ placeIn: place, placeOut: place, with: taker },
    },
  ]
}

function foundLine(words: PlanWords, one: PassedOn): OwedLine[] {
  const { key, prop, from, to, left, place } = one
  const at = words.point(one.for.anchor)
  if (!at) return []
  const lies = one.brought ? `, brought from ${words.place(left) ?? ''}` : ''
  return [
    {
      ...nothing,
      ...{ id: `found-${key}`, title: `Take up${lies}: ${words.props([prop])[0] ?? ''}`, kind: 'found' },
      ...{ track: words.code(to), item: words.item(one.for.anchor.item), at },
      ...{ placeIn: words.place(place), placeOut: words.place(place), with: words.callNames([from]) },
    },
  ]
}

/** Is this obligation the dresser's side of that change, written down by itself? */
export function tellsOf(words: PlanWords, obligation: Obligation, change: CostumeChange): boolean {
  if (obligation.kind !== 'dress' || !change.dressers.includes(obligation.track)) return false
  if (!obligation.partners?.includes(change.track)) return false
  const [own, its] = [words.point(obligation.anchor), words.point(change.anchor)]
  if (!own || !its || own.act !== its.act) return false
  return own.seconds < its.seconds + change.seconds && its.seconds < own.seconds + obligation.seconds
}

/** Is this obligation one end of that hand-off, written down by itself? */
export function passes(words: PlanWords, obligation: Obligation, handOff: HandOff): boolean {
  if (obligation.kind !== 'hand-off' || !obligation.props?.includes(handOff.prop)) return false
  if (obligation.track !== handOff.from && obligation.track !== handOff.to) return false
  const [own, its] = [words.point(obligation.anchor), words.point(handOff.anchor)]
  if (!own || !its || own.act !== its.act) return false
  const other = obligation.track === handOff.from ? handOff.to : handOff.from
  return (
    Math.abs(own.seconds - its.seconds) <= SAME_HAND_OFF_SECONDS &&
    (obligation.partners ?? [other]).includes(other)
  )
}

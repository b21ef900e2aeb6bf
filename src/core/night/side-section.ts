// What is due at one side of the stage tonight: the list of its wing tablet. From the plan alone; nobody's state is in it.

import { countryPack } from '../show/countries/packs.ts'
import type { Obligation, Place, PlaceId, TrackId } from '../show/show.ts'
import type { PlanPoint } from '../show/timeline.ts'
import type { Plan } from './night.ts'
import { changeLine, inPlanOrder, PlanWords, passes, presetLines, tellsOf } from './owed-lines.ts'

export type SideEntry = {
  readonly id: string
  /** The entrance, booth, table or bench where it is due. */
  readonly place: string
  readonly kind: string
  readonly title: string
  readonly item: string
  readonly at: PlanPoint
  /** How long it keeps them there; nought for who only comes by. */
  readonly seconds: number
  /** Null where it is a department's rather than somebody's. */
  readonly name: string | null
  /** The part or the job. */
  readonly as: string
  /** A child is never without the person who looks after them. */
  readonly child: { readonly chaperone: string | null } | null
  readonly with: readonly string[]
  readonly carries: readonly string[]
  readonly costume: string | null
  readonly safety: boolean
  readonly notes: string | null
}
export type SideSection = {
  readonly side: NonNullable<Place['side']>
  /** `PS`: where the prompt corner is; `OP`: across from it; null where the country or the place has no such side. */
  readonly prompt: 'PS' | 'OP' | null
  readonly places: readonly string[]
  readonly entries: readonly SideEntry[]
}

/** Null where the place is unknown, or on no side. */
export function sideSection(plan: Plan, place: PlaceId): SideSection | null {
  const { places } = plan.show.venue
  const side = places.find((one) => one.id === place)?.side
  if (side === undefined) return null
  const here = places.filter((one) => one.side === side)
  const maker = new SideMaker(plan, new Set(here.map((one) => one.id)))
  return { side, prompt: promptOf(plan, side), places: here.map((one) => one.code), entries: maker.entries() }
}

/** The country's, unless the house has its prompt corner on the other side. */
function promptOf({ show }: Plan, side: SideSection['side']): SideSection['prompt'] {
  const corner = show.venue.promptSide ?? countryPack(show.country).promptSide
  if (corner === 'none' || (side !== 'stage left' && side !== 'stage right')) return null
  return corner === side ? 'PS' : 'OP'
}

class SideMaker {
  readonly #plan: Plan
  readonly #words: PlanWords
  readonly #here: ReadonlySet<PlaceId>

  constructor(plan: Plan, here: ReadonlySet<PlaceId>) {
    this.#plan = plan
    this.#words = new PlanWords(plan)
    this.#here = here
  }

  entries(): readonly SideEntry[] {
    const { show } = this.#plan
    return [
      ...show.obligations.flatMap((one) => this.#obligation(one)),
      ...this.#changes(),
      ...this.#handOffs(),
      ...this.#presets(),
    ].sort(inPlanOrder)
  }

  /** A change and a hand-off are told once, with everybody in them, rather than by each. */
  #obligation(obligation: Obligation): SideEntry[] {
    const { show } = this.#plan
    const words = this.#words
    const due = this.#due(obligation)
    if (!due) return []
    if (show.changes.some((change) => tellsOf(words, obligation, change))) return []
    if (show.handOffs.some((one) => this.#here.has(one.place) && passes(words, obligation, one))) return []
    return [
      {
        ...this.#who(obligation.track),
        ...due,
        id: obligation.id,
        kind: obligation.kind,
        title: obligation.title,
        item: words.item(obligation.anchor.item),
        with: words.callNames(obligation.partners ?? []),
        carries: words.props(obligation.props),
        costume: words.costume(obligation.costume),
        safety: obligation.safety === true,
        notes: null,
      },
    ]
  }

  /** Where it begins here; or where it leads here from elsewhere, at its end. Who comes off stage is not due. */
  #due({
    kind,
    anchor,
    seconds,
    placeIn,
    placeOut,
  }: Obligation): Pick<SideEntry, 'place' | 'at' | 'seconds'> | null {
    const at = this.#words.point(anchor)
    if (!at || placeIn === undefined) return null
    if (this.#here.has(placeIn)) return { place: this.#words.place(placeIn) ?? '', at, seconds }
    const from = this.#plan.show.venue.places.find((one) => one.id === placeIn)
    if (placeOut === undefined || !this.#here.has(placeOut)) return null
    // On from the other side and off at this one, or from the stage itself: comes off.
    if (kind === 'appear' || from?.side === 'centre') return null
    const arrives = { act: at.act, seconds: at.seconds + seconds }
    return { place: this.#words.place(placeOut) ?? '', at: arrives, seconds: 0 }
  }

  #who(track: TrackId): Pick<SideEntry, 'name' | 'as' | 'child'> {
    const { people } = this.#plan.show
    const person = this.#words.person(track)
    const chaperone = people.find((one) => one.id === person?.chaperone)?.callName ?? null
    return {
      name: person?.callName ?? null,
      as: this.#words.part(track),
      child: person?.minor === true ? { chaperone } : null,
    }
  }

  #changes(): SideEntry[] {
    const words = this.#words
    return this.#plan.show.changes
      .filter((change) => this.#here.has(change.place))
      .flatMap((change) =>
        changeLine(words, change).map(({ track: _track, placeIn, placeOut: _out, ...line }) => ({
          ...line,
          ...this.#who(change.track),
          place: placeIn ?? '',
        })),
      )
  }

  #handOffs(): SideEntry[] {
    const words = this.#words
    return this.#plan.show.handOffs.flatMap((one) => {
      const at = words.point(one.anchor)
      if (!at || !this.#here.has(one.place)) return []
      return [
        {
          ...this.#who(one.from),
          id: `hand-off-${one.id}`,
          place: words.place(one.place) ?? '',
          kind: 'hand-off',
          title: `Hand over: ${words.props([one.prop])[0] ?? 'the prop'}`,
          item: words.item(one.anchor.item),
          at,
          seconds: 0,
          with: words.callNames([one.to]),
          carries: [],
          costume: null,
          safety: false,
          notes: null,
        },
      ]
    })
  }

  #presets(): SideEntry[] {
    const department = new Map(
      this.#plan.show.presets.map((one) => [`preset-${one.id}`, this.#words.department(one.department)]),
    )
    return presetLines(this.#plan, (one) => this.#here.has(one.place)).map(
      ({ track: _track, placeIn, placeOut: _out, ...line }) => ({
        ...line,
        place: placeIn ?? '',
        name: null,
        as: department.get(line.id) ?? '',
        child: null,
      }),
    )
  }
}

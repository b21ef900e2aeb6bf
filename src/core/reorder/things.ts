// Whether things are where they are needed: props followed from hand to hand, presets, microphones, what is built.

import type { HandOff, MicId, PlaceId, Preset, Prop, TrackId } from '../show/show.ts'
import type { Consequence } from './consequence.ts'
import type { Laid, Stay } from './laid.ts'

/** How far from its time either end of a hand-off may be written and still be there for it. */
export const REACH_SECONDS = 15
/** What fitting a microphone takes where the show does not say. */
const MICROPHONE_SECONDS = 60

export const props = (laid: Laid): Consequence[] =>
  laid.show.props.flatMap((prop) => new Path(laid, prop).told())

/** Something is taken up that nobody gives: who had it last, after what of theirs, and where it lies. */
export type Taking = {
  readonly prop: Prop
  readonly stay: Stay
  readonly by: TrackId | null
  readonly after: Stay | null
  readonly lies: PlaceId
  /** It lies on the side on which it is taken. */
  readonly there: boolean
}

export const takings = (laid: Laid): readonly Taking[] =>
  laid.show.props.flatMap((prop) => new Path(laid, prop).takings())

type Step =
  | { readonly kind: 'preset'; readonly at: number; readonly preset: Preset }
  | { readonly kind: 'hold'; readonly at: number; readonly stay: Stay }
  | { readonly kind: 'hand-off'; readonly at: number; readonly handOff: HandOff }

/** At one moment: set first, then taken up, then passed on. */
const rank: Readonly<Record<Step['kind'], number>> = { preset: 0, hold: 1, 'hand-off': 2 }

/** One thing through the evening: whose hands it was in last, where it was left, and from when on it is free. */
class Path {
  readonly #laid: Laid
  readonly #prop: Prop
  readonly #steps: readonly Step[]
  readonly #told: Consequence[] = []
  readonly #takings: Taking[] = []
  #by: TrackId | null = null
  #after: Stay | null = null
  #place: PlaceId
  #free = 0

  constructor(laid: Laid, prop: Prop) {
    this.#laid = laid
    this.#prop = prop
    this.#place = prop.start
    this.#steps = this.#find()
    this.#follow()
  }

  told(): readonly Consequence[] {
    return this.#told
  }

  takings(): readonly Taking[] {
    return this.#takings
  }

  #follow(): void {
    for (const step of this.#steps)
      if (step.kind === 'preset') this.#set(step)
      else if (step.kind === 'hold') this.#take(step)
      else this.#pass(step)
  }

  #find(): Step[] {
    const laid = this.#laid
    const { id } = this.#prop
    const steps: Step[] = [
      ...laid.show.presets.flatMap((preset) => {
        const at = preset.prop === id ? laid.item(preset.before)?.start : undefined
        return at === undefined ? [] : [{ kind: 'preset' as const, at, preset }]
      }),
      ...laid.tracks().flatMap((track) =>
        laid
          .stays(track)
          .filter(({ of }) => of.props?.includes(id))
          .map((stay) => ({ kind: 'hold' as const, at: stay.start, stay })),
      ),
      ...laid.show.handOffs.flatMap((handOff) => {
        const at = handOff.prop === id ? laid.clock(handOff.anchor) : null
        return at === null ? [] : [{ kind: 'hand-off' as const, at, handOff }]
      }),
    ]
    return steps.toSorted((a, b) => a.at - b.at || rank[a.kind] - rank[b.kind])
  }

  /** Left on one side it is found on that side. */
  #isAt(place: PlaceId): boolean {
    return this.#laid.side(this.#place) === this.#laid.side(place)
  }

  #carried(to: PlaceId): number {
    const seconds = this.#laid.walk(this.#place, to)
    return Number.isFinite(seconds) ? seconds : 0
  }

  #set({ at, preset }: Extract<Step, { kind: 'preset' }>): void {
    const there = this.#isAt(preset.place)
    const lacks = this.#free > at || !there ? this.#free + (there ? 0 : this.#carried(preset.place)) - at : 0
    if (lacks > 0 || !there)
      this.#told.push(
        this.#laid.told('preset', `${preset.id} from ${this.#laid.side(this.#place)}`, {
          ...{ at, department: preset.department ?? null, place: preset.place, from: this.#place },
          ...{ about: preset.id, other: this.#by, lacks: Math.max(0, lacks) },
        }),
      )
    this.#leave(null, null, preset.place, at)
  }

  #take({ at, stay }: Extract<Step, { kind: 'hold' }>): void {
    const { track } = stay.of
    const given = this.#handOffs(({ to }) => to === track, at - REACH_SECONDS, stay.end)
    if (given.length > 0) return
    const lies = this.#isAt(stay.from)
    const [by, after] = [this.#by, this.#after]
    this.#takings.push({ prop: this.#prop, stay, by, after, lies: this.#place, there: lies })
    const there = by === track || lies
    const busy = this.#by !== track && this.#free > at
    if (!there || busy)
      this.#told.push(
        this.#laid.told('prop', `${stay.of.id} ${this.#prop.id} from ${this.#laid.side(this.#place)}`, {
          ...{ at, track, place: stay.from, from: this.#place, about: this.#prop.id, other: this.#by },
          lacks: Math.max(0, this.#free + (there ? 0 : this.#carried(stay.from)) - at),
        }),
      )
    this.#leave(track, stay, stay.to, stay.end)
  }

  #pass({ at, handOff }: Extract<Step, { kind: 'hand-off' }>): void {
    const { id, from, to, place } = handOff
    for (const track of [from, to])
      if (!this.#laid.stays(track).some(({ start, end }) => start - REACH_SECONDS <= at && at <= end))
        this.#told.push(this.#broken(handOff, at, `${id} ${track} not there`, track))
    if (this.#by !== from) this.#told.push(this.#broken(handOff, at, `${id} empty`, from))
    const taker = this.#laid
      .stays(to)
      .find(
        ({ start, end, of }) => of.props?.includes(this.#prop.id) && start - REACH_SECONDS <= at && at <= end,
      )
    this.#leave(to, taker ?? null, taker?.to ?? place, taker?.end ?? at)
  }

  #broken(handOff: HandOff, at: number, key: string, track: TrackId): Consequence {
    return this.#laid.told('hand-off', key, {
      ...{ at, track, place: handOff.place, from: this.#place, about: this.#prop.id },
      ...{ other: track === handOff.from ? handOff.to : handOff.from, lacks: 0 },
    })
  }

  #handOffs(is: (handOff: HandOff) => boolean, from: number, to: number): Step[] {
    return this.#steps.filter(
      (step) => step.kind === 'hand-off' && is(step.handOff) && step.at >= from && step.at <= to,
    )
  }

  #leave(by: TrackId | null, after: Stay | null, place: PlaceId, free: number): void {
    this.#by = by
    this.#after = after
    this.#place = place
    this.#free = free
  }
}

/** One pack on two people needs the time to take it off one and fit it to the other. */
export function microphones(laid: Laid): Consequence[] {
  return laid.show.mics.flatMap(({ id, seconds = MICROPHONE_SECONDS }) => {
    const worn = wearing(laid, id)
    return worn.slice(1).flatMap((after, index) => {
      const before = worn[index]
      if (!before || before.of.track === after.of.track) return []
      const lacks = before.end + seconds - after.start
      if (lacks <= 0) return []
      return [
        laid.told('microphone', after.of.id, {
          ...{ at: after.start, track: after.of.track, place: after.from, from: before.to },
          ...{ about: id, other: before.of.track, lacks },
        }),
      ]
    })
  })
}

const wearing = (laid: Laid, mic: MicId): Stay[] =>
  laid
    .tracks()
    .flatMap((track) => laid.stays(track).filter(({ of }) => of.mic === mic))
    .toSorted((a, b) => a.start - b.start || a.index - b.index)

/** What is built stands as the last item that moved it left it. */
export function pieces(laid: Laid): Consequence[] {
  return (laid.show.pieces ?? []).flatMap((piece) => {
    const told: Consequence[] = []
    let stands = piece.starts
    for (const { id, start } of laid.items)
      for (const one of laid.show.standings ?? []) {
        if (one.item !== id || one.piece !== piece.id) continue
        if (one.begins !== undefined && one.begins !== stands)
          told.push(
            laid.told('piece', `${piece.id} ${id} ${stands}`, { at: start, about: piece.id, other: stands }),
          )
        stands = one.ends ?? one.begins ?? stands
      }
    return told
  })
}

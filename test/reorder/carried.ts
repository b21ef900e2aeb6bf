// One thing through a slow evening, event after event: somebody takes it, holds it, passes it on, puts it down.

import type { Show } from '../../src/core/show/show.ts'
import { TICKS, ticks } from './paces.ts'
import type { Body, Evening } from './walk-through.ts'

type Thing = { hands: string; lies: string; heldUntil: number }

export const carry = (evening: Evening, prop: string, start: string): void =>
  new Carrying(evening).carry(prop, start)

class Carrying {
  readonly #evening: Evening

  constructor(evening: Evening) {
    this.#evening = evening
  }

  carry(prop: string, start: string): void {
    const thing: Thing = { hands: '', lies: start, heldUntil: 0 }
    const events = this.#eventsOf(prop)
    for (const event of events) event.happens(thing)
  }

  #eventsOf(prop: string): { when: number; first: number; happens: (thing: Thing) => void }[] {
    const passed = this.#evening.show.handOffs
      .filter((one) => one.prop === prop)
      .flatMap((one) => {
        const when = this.#evening.at(one.anchor.item, one.anchor.seconds)
        return when === null ? [] : [{ ...one, when }]
      })
    const sets = this.#evening.show.presets.flatMap((one) => {
      const when = one.prop === prop ? this.#evening.at(one.before, 0) : null
      const happens = (thing: Thing) => this.#presetAt(thing, one, when ?? 0)
      return when === null ? [] : [{ when, first: 0, happens }]
    })
    const takes = [...this.#evening.bodies.values()].flat().flatMap((body) => {
      if (!body.what.props?.some((one) => one === prop)) return []
      const isGiven = passed.some(
        (one) => one.to === body.what.track && one.when >= body.begins - ticks(15) && one.when <= body.ends,
      )
      const happens = (thing: Thing) => this.#takenBy(thing, body, prop)
      return isGiven ? [] : [{ when: body.begins, first: 1, happens }]
    })
    const passes = passed.map((one) => ({
      when: one.when,
      first: 2,
      happens: (thing: Thing) => this.#passedOn(thing, one, prop),
    }))
    return [...sets, ...takes, ...passes].sort((a, b) => a.when - b.when || a.first - b.first)
  }

  #sideOf(place: string): string {
    return this.#evening.show.venue.places.find((one) => one.id === place)?.side ?? place
  }

  /** How long until somebody has let go of it and somebody has brought it here. */
  #untilHere(thing: Thing, place: string, when: number): number {
    const way = this.#sideOf(thing.lies) === this.#sideOf(place) ? 0 : this.#evening.steps(thing.lies, place)
    let waited = 0
    while (when + waited < thing.heldUntil + way) waited += 1
    return waited / TICKS
  }

  #presetAt(thing: Thing, preset: Show['presets'][number], when: number): void {
    const there = this.#sideOf(thing.lies) === this.#sideOf(preset.place)
    if (!there || thing.heldUntil > when)
      this.#evening.say({
        ...{ kind: 'preset', same: `preset ${preset.id} ${this.#sideOf(thing.lies)}` },
        ...{ who: preset.department ?? '', place: preset.place, about: preset.id, with: thing.hands },
        ...{ at: when / TICKS, lacks: this.#untilHere(thing, preset.place, when) },
      })
    Object.assign(thing, { hands: '', lies: preset.place, heldUntil: when })
  }

  #takenBy(thing: Thing, body: Body, prop: string): void {
    const { track, id } = body.what
    const hasIt = thing.hands === track
    const lyingHere = this.#sideOf(thing.lies) === this.#sideOf(body.in)
    const anothers = !hasIt && thing.heldUntil > body.begins
    if (anothers || !(hasIt || lyingHere))
      this.#evening.say({
        ...{ kind: 'prop', same: `prop ${id} ${prop} ${this.#sideOf(thing.lies)}`, who: track },
        ...{ place: body.in, about: prop, with: thing.hands, at: body.begins / TICKS },
        lacks: this.#untilHere(thing, body.in, body.begins),
      })
    Object.assign(thing, { hands: track, lies: body.out, heldUntil: body.ends })
  }

  #passedOn(thing: Thing, one: Show['handOffs'][number] & { when: number }, prop: string): void {
    const present = (track: string) =>
      (this.#evening.bodies.get(track) ?? []).filter(
        ({ begins, ends }) => begins - ticks(15) <= one.when && one.when <= ends,
      )
    const broken = (why: string, who: string, other: string) =>
      this.#evening.say({
        ...{ kind: 'hand-off', same: `hand-off ${one.id} ${why} ${who}`, who, place: one.place },
        ...{ about: prop, with: other, at: one.when / TICKS },
      })
    if (present(one.from).length === 0) broken('not there', one.from, one.to)
    if (present(one.to).length === 0) broken('not there', one.to, one.from)
    if (thing.hands !== one.from) broken('has it not', one.from, one.to)
    const carried = present(one.to).find(({ what }) => what.props?.some((each) => each === prop))
    Object.assign(thing, {
      ...{ hands: one.to, lies: carried?.out ?? one.place, heldUntil: carried?.ends ?? one.when },
    })
  }
}

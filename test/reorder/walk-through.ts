// A slow evening of its own: every person walks, changes and carries, half a second at a time, and says what went wrong.
// Written from docs/specs/reorder.md. Of core it knows the nouns of the show and nothing else.

import type { Cue, Obligation, Show } from '../../src/core/show/show.ts'
import { carry } from './carried.ts'
import { paces, TICKS, ticks } from './paces.ts'

/** What went wrong. `same`: by this two evenings are compared. `at` and `lacks` in seconds. */
export type Mishap = {
  readonly kind: string
  readonly same: string
  readonly who: string
  readonly place: string
  readonly about: string
  readonly with: string
  readonly at: number
  readonly lacks: number | null
}

/** An entry of a running order: what is played, and what is waited before it. */
export type Turn = { readonly item: string; readonly wait?: number }

type Scene = { readonly item: string; readonly begins: number; readonly ends: number }
export type Body = {
  readonly what: Obligation
  readonly begins: number
  readonly ends: number
  readonly in: string
  readonly out: string
}

/** Everything that goes wrong in an evening played in this order, with all that was plotted for any of it. */
export function walkThrough(show: Show, order: readonly Turn[], curtain: number): Evening {
  return new Evening(show, order, curtain)
}

export class Evening {
  readonly mishaps: Mishap[] = []
  readonly scenes: readonly Scene[]
  readonly bodies = new Map<string, Body[]>()
  readonly show: Show
  readonly #curtain: number

  constructor(show: Show, order: readonly Turn[], curtain: number) {
    this.show = show
    this.#curtain = curtain
    this.scenes = this.#turnPages(order)
    for (const track of show.tracks) this.bodies.set(track.id, [])
    for (const what of show.obligations) {
      const begins = this.at(what.anchor.item, what.anchor.seconds)
      if (begins === null || what.placeIn === undefined || what.placeOut === undefined) continue
      const ends = begins + ticks(what.seconds)
      this.bodies.get(what.track)?.push({ what, begins, ends, in: what.placeIn, out: what.placeOut })
    }
    for (const [track, own] of this.bodies)
      this.bodies.set(
        track,
        [...own].sort((a, b) => a.begins - b.begins),
      )
    for (const track of show.tracks) this.#walk(track.id)
    this.#dress()
    for (const prop of show.props) carry(this, prop.id, prop.start)
    this.#fit()
    this.#build()
    this.#call()
    this.#keepRules()
  }

  #turnPages(order: readonly Turn[]): Scene[] {
    let clock = 0
    return order.map(({ item, wait = 0 }) => {
      const length = this.show.items.find((one) => one.id === item)?.seconds ?? 0
      const begins = clock + ticks(wait)
      clock = begins + ticks(length)
      return { item, begins, ends: clock }
    })
  }

  at(item: string, seconds: number): number | null {
    const scene = this.scenes.find((one) => one.item === item)
    return scene ? scene.begins + ticks(seconds) : null
  }

  say(mishap: Omit<Mishap, 'with' | 'place' | 'lacks'> & Partial<Mishap>): void {
    this.mishaps.push({ with: '', place: '', lacks: 0, ...mishap })
  }

  /** Everybody walks; whoever should stand somewhere and does not is waited for, tick by tick. */
  #walk(track: string): void {
    const own = this.bodies.get(track) ?? []
    for (const [index, body] of own.entries()) {
      const earlier = own.slice(0, index).filter((one) => !stayPut(one, body))
      let waited = 0
      const isComing = (tick: number) =>
        earlier.some((one) => tick < one.ends || tick - one.ends < this.steps(one.out, body.in))
      while (isComing(body.begins + waited)) waited += 1
      if (waited > 0)
        this.say({
          ...{ kind: 'travel', same: `travel ${body.what.id}`, who: track, place: body.in },
          ...{ about: body.what.id, at: body.begins / TICKS, lacks: waited / TICKS },
        })
    }
  }

  steps(from: string, to: string): number {
    const seconds = paces(this.show).get(from)?.get(to)
    return seconds === undefined ? 0 : ticks(seconds)
  }

  /** Each wardrobe rail by itself: who wears what next, which change that takes, and who holds the hooks. */
  #dress(): void {
    const windows: Window[] = []
    for (const { id: track } of this.show.tracks) {
      let last = -1
      const own = this.bodies.get(track) ?? []
      for (const [index, body] of own.entries()) {
        if (body.what.costume === undefined) continue
        const before = own[last]
        const from = last
        last = index
        if (!before || before.what.costume === body.what.costume) continue
        windows.push(...this.#change(track, own.slice(from, index + 1)))
      }
    }
    for (const [index, window] of windows.entries())
      for (const dresser of window.dressers) this.#dresserAt(window, index, windows, dresser)
  }

  #change(track: string, between: readonly Body[]): Window[] {
    const first = between[0]
    const last = between.at(-1)
    if (!first || !last) return []
    const into = this.show.changes.filter((one) => one.track === track && one.to === last.what.costume)
    const inTime = into.filter((one) => {
      const when = this.at(one.anchor.item, one.anchor.seconds)
      return when !== null && first.ends <= when && when < last.begins
    })
    const fromHere = into.filter((one) => one.from === first.what.costume)
    const change = inTime[0] ?? fromHere[0] ?? into[0]
    const said = { who: track, about: String(last.what.costume), at: last.begins / TICKS }
    if (!change) {
      const same = `change ${last.what.id} out of ${first.what.costume}`
      this.say({ kind: 'change', same, place: last.in, lacks: null, ...said })
      return []
    }
    const planned = this.at(change.anchor.item, change.anchor.seconds)
    let [least, begins, keepsTime] = [Number.POSITIVE_INFINITY, 0, false]
    for (let index = 1; index < between.length; index += 1) {
      const [off, on] = [between[index - 1], between[index]]
      if (!off || !on) continue
      const there = off.ends + this.steps(off.out, change.place)
      const back = there + ticks(change.seconds) + this.steps(change.place, on.in)
      const spare = on.begins - back
      if (planned !== null && planned >= there && planned - there <= spare) keepsTime = true
      if (-spare >= least) continue
      least = -spare
      begins = there
    }
    if (least > 0)
      this.say({
        ...{ kind: 'change', same: `change ${last.what.id}`, place: change.place },
        ...{ lacks: least / TICKS, ...said },
      })
    const start = keepsTime && planned !== null ? planned : begins
    return [
      {
        ...{ id: change.id, place: change.place, dressers: change.dressers },
        ...{ begins: start, ends: start + ticks(change.seconds) },
      },
    ]
  }

  /** Moves the change later, then earlier, until the dresser can do both: the less of the two is what lacks. */
  #dresserAt(window: Window, index: number, windows: readonly Window[], dresser: string): void {
    const dressesThem = (track: string) =>
      this.show.changes.some((one) => one.track === track && one.dressers.some((who) => who === dresser))
    const elsewhere = (this.bodies.get(dresser) ?? []).filter(
      ({ what, in: place, out }) =>
        !(what.kind === 'dress' && what.partners?.some(dressesThem)) &&
        !(place === window.place && out === window.place),
    )
    const hands = windows
      .filter(
        (other, place) =>
          other.dressers.some((who) => who === dresser) && isBefore(other, place, window, index),
      )
      .map((one) => ({ begins: one.begins, ends: one.ends, in: one.place, out: one.place }))
    let worst = 0
    for (const other of [...elsewhere, ...hands]) {
      const fits = (by: number) =>
        other.ends + this.steps(other.out, window.place) <= window.begins + by ||
        window.ends + by + this.steps(window.place, other.in) <= other.begins
      let by = 0
      while (!fits(by) && !fits(-by)) by += 1
      worst = Math.max(worst, by)
    }
    if (worst > 0)
      this.say({
        ...{ kind: 'dresser', same: `dresser ${window.id} ${dresser}`, who: dresser, place: window.place },
        ...{ about: window.id, at: window.begins / TICKS, lacks: worst / TICKS },
      })
  }

  #fit(): void {
    for (const mic of this.show.mics) {
      const wearers = [...this.bodies.values()]
        .flat()
        .filter(({ what }) => what.mic === mic.id)
        .sort((a, b) => a.begins - b.begins)
      let on: Body | undefined
      for (const body of wearers) {
        if (on && on.what.track !== body.what.track) {
          const ready = on.ends + ticks(mic.seconds ?? 60)
          if (ready > body.begins)
            this.say({
              ...{ kind: 'microphone', same: `microphone ${body.what.id}`, who: body.what.track },
              ...{ place: body.in, about: mic.id, with: on.what.track, at: body.begins / TICKS },
              lacks: (ready - body.begins) / TICKS,
            })
        }
        on = body
      }
    }
  }

  #build(): void {
    const stands = new Map((this.show.pieces ?? []).map(({ id, starts }) => [String(id), starts]))
    for (const { item, begins } of this.scenes)
      for (const one of this.show.standings ?? []) {
        if (one.item !== item) continue
        const is = stands.get(one.piece) ?? ''
        if (one.begins !== undefined && is !== one.begins)
          this.say({
            ...{ kind: 'piece', same: `piece ${one.piece} ${item} ${is}`, who: '', about: one.piece },
            ...{ with: is, at: begins / TICKS },
          })
        stands.set(one.piece, one.ends ?? one.begins ?? is)
      }
  }

  /** The caller turns the pages; each department hears what comes after what, and how long it stood by. */
  #call(): void {
    const heard = new Map<string, string>()
    const called = new Map<string, number>()
    for (const { item } of this.scenes) {
      const own = this.show.cues
        .filter((cue) => cue.anchor.item === item)
        .sort((a, b) => a.anchor.seconds - b.anchor.seconds)
      for (const cue of own) {
        const when = this.at(item, cue.anchor.seconds) ?? 0
        const said = { who: cue.department, about: cue.id, at: when / TICKS }
        const last = heard.get(cue.department)
        if (last !== undefined)
          this.say({ kind: 'sequence', same: `sequence ${last} to ${cue.id}`, with: last, ...said })
        heard.set(cue.department, cue.id)
        called.set(cue.id, when)
        this.#warnings(cue, when, said)
      }
    }
    for (const cue of this.show.cues) {
      const when = called.get(cue.id)
      if (when === undefined || !('after' in cue.trigger)) continue
      const root = called.get(cue.trigger.after)
      if (root === undefined || root > when)
        this.say({
          ...{ kind: 'follow', same: `follow ${cue.id}`, who: cue.department, about: cue.id },
          ...{ with: cue.trigger.after, at: when / TICKS },
        })
    }
  }

  #warnings(cue: Cue, when: number, said: { who: string; about: string; at: number }): void {
    for (const early of ['warn', 'standby'] as const) {
      const point = cue[early]
      if (!point || point.item === cue.anchor.item) continue
      const heard = this.at(point.item, point.seconds)
      const lead = heard === null ? 'none' : Math.round((when - heard) / TICKS)
      this.say({ kind: 'standby', same: `standby ${cue.id} ${early} ${lead}`, with: early, ...said })
    }
  }

  #keepRules(): void {
    for (const rule of this.show.rules ?? []) {
      if (rule.kind === 'before') {
        const order = this.scenes.map(({ item }) => item)
        const [first, next] = [order.indexOf(rule.first), order.indexOf(rule.next)]
        if (next >= 0 && (first < 0 || first > next))
          this.say({
            ...{ kind: 'story', same: `story ${rule.id}`, who: '', about: rule.id, with: rule.first },
            at: (this.scenes[next]?.begins ?? 0) / TICKS,
          })
      }
      for (const { id: track, owner } of this.show.tracks) {
        if (rule.kind === 'off by' && rule.people.some((one) => one === owner)) this.#home(rule, track)
        if (rule.kind === 'rest') this.#rest(rule, track)
      }
    }
  }

  #home(rule: { id: string; by: string }, track: string): void {
    let end = 0
    let place = ''
    for (const body of this.bodies.get(track) ?? []) if (body.ends > end) [end, place] = [body.ends, body.out]
    const minutes = Number(rule.by.slice(0, 2)) * 60 + Number(rule.by.slice(3))
    const limit = minutes * 60 < this.#curtain ? minutes * 60 + 86_400 : minutes * 60
    const over = this.#curtain + end / TICKS - limit
    if (over > 0)
      this.say({
        ...{ kind: 'off by', same: `off by ${rule.id} ${track}`, who: track, about: rule.id },
        ...{ place, with: rule.by, at: end / TICKS, lacks: over },
      })
  }

  #rest(rule: { id: string; needs: string; seconds: number }, track: string): void {
    const done = this.show.obligations
      .filter((one) => one.track === track && one.needs?.includes(rule.needs))
      .flatMap((one) => {
        const begins = this.at(one.anchor.item, one.anchor.seconds)
        return begins === null ? [] : [{ one, begins, ends: begins + ticks(one.seconds) }]
      })
      .sort((a, b) => a.begins - b.begins)
    let last: (typeof done)[number] | undefined
    for (const next of done) {
      const lacks = last ? last.ends + ticks(rule.seconds) - next.begins : 0
      if (last && lacks > 0)
        this.say({
          ...{ kind: 'rest', same: `rest ${rule.id} ${next.one.id}`, who: track, about: rule.id },
          ...{ place: next.one.placeIn ?? '', with: last.one.id, at: next.begins / TICKS },
          lacks: lacks / TICKS,
        })
      last = next
    }
  }
}

type Window = {
  readonly id: string
  readonly place: string
  readonly dressers: readonly string[]
  readonly begins: number
  readonly ends: number
}

const isBefore = (other: Window, place: number, window: Window, index: number): boolean =>
  other.begins < window.begins || (other.begins === window.begins && place < index)

const stayPut = (one: Body, other: Body): boolean =>
  one.in === one.out && other.in === other.out && one.in === other.in

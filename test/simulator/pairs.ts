// The prompt book read by hand, apart from core: which pairs of now and next there ever were, for the desk, for each
// department and for those who only see where the show is.

import type { Viewer } from '../../src/core/disclosure/policy.ts'
import { sees } from '../../src/core/disclosure/policy.ts'
import type { Plan } from '../../src/core/night/night.ts'
import type { Change } from '../../src/core/reorder/change.ts'
import type { Moment, Timeline } from '../../src/core/show/timeline.ts'
import type { StoredEvent } from '../../src/server/log/log.ts'
import type { Sections } from '../../src/wire/messages.ts'
import { type Laid, layByHand } from './by-hand.ts'

const DECK = 'deck'

/** The pairs of one performance, fed with its events as the log takes them. */
export class Pairs {
  readonly #plan: Plan
  readonly #were = new Set<string>()
  readonly #stands = new Map<string, number>()
  /** By name: places change with the order. */
  readonly #cut = new Set<string>()
  #laid: Laid
  #called: readonly Moment[] = []
  #item: number | null = null
  #act: number | null = null
  /** The bars the band is in. */
  #round: Timeline['vamps'][number] | null = null

  constructor(plan: Plan) {
    this.#plan = plan
    this.#laid = layByHand(plan, [])
    this.#write()
  }

  take({ type, body }: StoredEvent): void {
    // `as`: written by this server from the same types.
    const said = body as { moment?: string; to?: string; act?: number; item?: string; vamp?: string }
    const moment = this.#moment(said.moment ?? said.to)
    if (type === 'cue.called' && moment !== null) this.#call(moment)
    else if (type === 'cue.skipped' && moment !== null) this.#stands.set(moment.playhead, moment.index + 1)
    else if (type === 'desk.jumped' && moment !== null) this.#stands.set(moment.playhead, moment.index)
    else if (type === 'desk.stepped-back' && moment !== null) this.#stands.set(moment.playhead, moment.index)
    else if (type === 'cue.cut' && moment !== null) this.#cut.add(moment.id)
    else if (type === 'cue.restored' && moment !== null) this.#cut.delete(moment.id)
    else if (type === 'order.changed') this.#reorder(body)
    else if (type === 'act.up') this.#goUp(said.act ?? 0)
    else if (type === 'act.down') this.#goDown()
    else if (type === 'item.started') this.#start(said.item)
    else if (type === 'vamp.begun' || type === 'vamp.ended') this.#vamp(type, said.vamp)
    this.#write()
  }

  /** What this screen says is now and next; null where it says neither. */
  static shown(viewer: Viewer, { calling, position }: Sections): readonly string[] {
    const pairs: string[] = []
    const of = sees(viewer, 'cues') === 'all' ? 'all' : viewer.department
    if (calling !== undefined)
      pairs.push(pair(`cues of ${of}`, calling.now?.id ?? null, calling.upNext?.id ?? null))
    if (position != null) {
      const up = position.acts.find(({ downAt }) => downAt === null)?.act ?? null
      pairs.push(pair('show', position.item, up))
    }
    return pairs
  }

  were(shown: string): boolean {
    return this.#were.has(shown)
  }

  #write(): void {
    this.#were.add(pair('show', this.#item, this.#act))
    const deck = this.#laid.moments.filter((moment) => moment.playhead === DECK)
    this.#were.add(pair('cues of all', this.#called.at(-1)?.id ?? null, this.#next(deck)?.id ?? null))
    for (const { id } of this.#plan.show.departments) {
      const own = (moment: Moment) =>
        [...moment.cues, ...moment.followers].some(({ department }) => department === id)
      // To a department a moment is what its own first cue in it is called.
      const name = (moment: Moment | null | undefined) =>
        moment ? [...moment.cues, ...moment.followers].find(({ department }) => department === id)?.id : null
      const next = this.#next(this.#laid.moments.filter(own))
      this.#were.add(pair(`cues of ${id}`, name(this.#called.findLast(own)) ?? null, name(next) ?? null))
    }
  }

  #next(among: readonly Moment[]): Moment | null {
    const ahead = among.find(
      ({ id, index, playhead }) =>
        index >= (this.#stands.get(playhead) ?? 0) && !this.#cut.has(id) && !this.#laid.out.has(id),
    )
    return ahead ?? null
  }

  #call(moment: Moment): void {
    this.#called = [...this.#called, moment]
    this.#stands.set(moment.playhead, moment.index + 1)
    if (moment.playhead !== DECK || this.#act !== moment.at.act) return
    const bars = this.#round
    const after = bars === null ? Number.NaN : moment.at.seconds - bars.at.seconds
    if (bars !== null && after >= 0 && after <= bars.seconds) return
    this.#round = null
    this.#item = this.#place(moment.item)
  }

  #start(item: string | undefined): void {
    this.#round = null
    this.#item = this.#place(item)
  }

  /** What is named stays what it was; a list that was put further than both orders go together stays at its cue. */
  #reorder(body: unknown): void {
    const before = this.#laid
    // `as`: written by this server from the same types.
    this.#laid = layByHand(this.#plan, (body as { readonly changes: readonly Change[] }).changes)
    const together = before.moments.findIndex(({ id }, index) => this.#laid.moments[index]?.id !== id)
    for (const [list, stands] of this.#stands) {
      if (together === -1 || stands <= together) continue
      const cue = before.moments[stands]?.id
      const place = this.#laid.moments.findIndex(({ id }) => id === cue)
      this.#stands.set(list, place === -1 ? this.#laid.moments.length : place)
    }
    const item = this.#item === null ? undefined : before.items[this.#item]?.id
    this.#item = this.#place(item) ?? this.#item
    const bars = this.#round?.id
    this.#round = this.#laid.vamps.find(({ id }) => id === bars) ?? null
  }

  #goDown(): void {
    this.#round = null
    this.#act = null
  }

  #vamp(type: string, name: string | undefined): void {
    const bars = this.#laid.vamps.find(({ id }) => id === name) ?? null
    this.#round = type === 'vamp.begun' ? bars : null
    this.#item = this.#place(bars?.anchor.item)
  }

  #goUp(act: number): void {
    this.#act = act
    const first = this.#laid.items.findIndex(
      (item) => item.act === act && item.kind !== 'interval' && !item.out,
    )
    this.#item = first === -1 ? this.#item : first
  }

  #moment(id: string | undefined): Moment | null {
    return this.#laid.moments.find((moment) => moment.id === id) ?? null
  }

  #place(id: string | undefined): number | null {
    const place = this.#laid.items.findIndex((item) => item.id === id)
    return place === -1 ? null : place
  }
}

const pair = (of: string, now: string | number | null, next: string | number | null): string =>
  `${of}: now ${now ?? 'nothing'}, next ${next ?? 'nothing'}`

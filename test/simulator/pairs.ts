// The prompt book read by hand, apart from core: which pairs of now and next there ever were, for the desk, for each
// department and for those who only see where the show is.

import type { Viewer } from '../../src/core/disclosure/policy.ts'
import { sees } from '../../src/core/disclosure/policy.ts'
import type { Plan } from '../../src/core/night/night.ts'
import type { Moment, Timeline } from '../../src/core/show/timeline.ts'
import type { StoredEvent } from '../../src/server/log/log.ts'
import type { Sections } from '../../src/wire/messages.ts'

const DECK = 'deck'

/** The pairs of one performance, fed with its events as the log takes them. */
export class Pairs {
  readonly #plan: Plan
  readonly #were = new Set<string>()
  readonly #stands = new Map<string, number>()
  readonly #cut = new Set<number>()
  #called: readonly Moment[] = []
  #item: number | null = null
  #act: number | null = null
  /** The bars the band is in. */
  #round: Timeline['vamps'][number] | null = null

  constructor(plan: Plan) {
    this.#plan = plan
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
    else if (type === 'cue.cut' && moment !== null) this.#cut.add(moment.index)
    else if (type === 'cue.restored' && moment !== null) this.#cut.delete(moment.index)
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
    const deck = this.#plan.timeline.moments.filter((moment) => moment.playhead === DECK)
    this.#were.add(pair('cues of all', this.#called.at(-1)?.id ?? null, this.#next(deck)?.id ?? null))
    for (const { id } of this.#plan.show.departments) {
      const own = (moment: Moment) =>
        [...moment.cues, ...moment.followers].some(({ department }) => department === id)
      // To a department a moment is what its own first cue in it is called.
      const name = (moment: Moment | null | undefined) =>
        moment ? [...moment.cues, ...moment.followers].find(({ department }) => department === id)?.id : null
      const next = this.#next(this.#plan.timeline.moments.filter(own))
      this.#were.add(pair(`cues of ${id}`, name(this.#called.findLast(own)) ?? null, name(next) ?? null))
    }
  }

  #next(among: readonly Moment[]): Moment | null {
    const ahead = among.find(
      ({ index, playhead }) => index >= (this.#stands.get(playhead) ?? 0) && !this.#cut.has(index),
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

  #goDown(): void {
    this.#round = null
    this.#act = null
  }

  #vamp(type: string, name: string | undefined): void {
    const bars = this.#plan.timeline.vamps.find(({ id }) => id === name) ?? null
    this.#round = type === 'vamp.begun' ? bars : null
    this.#item = this.#place(bars?.anchor.item)
  }

  #goUp(act: number): void {
    this.#act = act
    const first = this.#plan.timeline.items.find((item) => item.act === act && item.kind !== 'interval')
    this.#item = first?.index ?? this.#item
  }

  #moment(id: string | undefined): Moment | null {
    return this.#plan.timeline.moments.find((moment) => moment.id === id) ?? null
  }

  #place(id: string | undefined): number | null {
    return this.#plan.timeline.items.find((item) => item.id === id)?.index ?? null
  }
}

const pair = (of: string, now: string | number | null, next: string | number | null): string =>
  `${of}: now ${now ?? 'nothing'}, next ${next ?? 'nothing'}`

// Proposals of who plays what: asked of the solver as the night changes, held apart from the record until somebody approves one.

import { absent } from '../../core/absence/absence.ts'
import type { CoverNight } from '../../core/cover/cover-night.ts'
import { newest } from '../../core/covering/covering.ts'
import { loadsOf } from '../../core/covering/history.ts'
import { may, sees, type Viewer } from '../../core/disclosure/policy.ts'
import { id } from '../../core/kit/ids.ts'
import type { Refusal } from '../../core/kit/result.ts'
import { changesOf, coverNightOf } from '../../core/night/cover-night-of.ts'
import type { NightCommand, NightState } from '../../core/night/night.ts'
import {
  type Proposal,
  proposalSection,
  type SettledCell,
  settledOf,
} from '../../core/night/proposal-section.ts'
import type { Answer, WireCommand } from '../../wire/messages.ts'
import { SETTLED_MAX } from '../../wire/plan-commands.ts'
import type { DraftSection } from '../../wire/proposed.ts'
import type { Clock } from '../clock/clock.ts'
import type { Covered } from '../cover/cover.ts'
import type { Posting } from './board.ts'
import { coveredBefore } from './covered.ts'
import type { Night, Stage } from './stage.ts'

export type Plans = (night: CoverNight) => Promise<Covered>

export type Drafts = {
  /** Something of the night may have changed: what was proposed is asked for again where it matters. */
  look(): void
  postings(viewer: Viewer): readonly Posting[]
  settle(by: Viewer, command: Extract<WireCommand, { name: 'plan.draft' }>): Answer
  /** The command of the night that approves what was on the screen; or why not. */
  taken(
    by: Viewer,
    command: Extract<WireCommand, { name: 'plan.take' }>,
  ): { readonly ok: true; readonly command: NightCommand } | { readonly ok: false; readonly refusal: Refusal }
  /** Resolves when nothing is being asked. */
  settled(): Promise<void>
}

type Desk = {
  readonly stage: Stage
  readonly clock: Clock
  readonly freshId: () => string
  readonly send: () => void
  /** None: nothing is ever proposed here. */
  readonly plans?: Plans | undefined
}

type Cells = { readonly locks: readonly SettledCell[]; readonly bans: readonly SettledCell[] }
const none: Cells = { locks: [], bans: [] }

const refusal = (code: string, sentence: string) => ({ ok: false, refusal: { code, sentence } }) as const

export const openDrafts = (desk: Desk): Drafts => new OpenDrafts(desk)

class OpenDrafts implements Drafts {
  readonly #desk: Desk
  #cells: Cells = none
  #night: Night | null = null
  #held: { readonly proposal: Proposal; readonly section: DraftSection['proposal'] } | null = null
  #asked: readonly unknown[] = []
  #asking: Promise<void> | null = null
  #trouble: string | null = null

  constructor(desk: Desk) {
    this.#desk = desk
  }

  look(): void {
    const night = this.#desk.stage.night()
    if (night !== this.#night) this.#begin(night)
    if (!night || !this.#desk.plans || this.#asking) return
    const state = night.owner.state()
    const of = this.#hangsOn(state)
    if (of.every((part, index) => part === this.#asked[index])) return
    this.#asked = of
    if (this.#isPlain(state)) {
      if (this.#held === null) return
      this.#held = null
      this.#desk.send()
      return
    }
    this.#asking = this.#ask(night, this.#desk.plans).finally(() => {
      this.#asking = null
      this.#desk.send()
      this.look()
    })
    this.#desk.send()
  }

  async settled(): Promise<void> {
    while (this.#asking) await this.#asking
  }

  #begin(night: Night | null): void {
    this.#night = night
    this.#cells = none
    this.#held = null
    this.#asked = []
    this.#trouble = null
  }

  /** What a proposal follows from: while each is the same, so is the proposal. */
  #hangsOn({ absence, covering, order, calling }: NightState): readonly unknown[] {
    const { reached, acts, opened, closedAt } = calling
    return [
      absence,
      covering.versions,
      order.versions,
      reached?.item,
      acts.length,
      opened,
      closedAt,
      this.#cells,
    ]
  }

  /** Everybody is there and the book stands: there is nothing to propose. */
  #isPlain({ absence, covering, calling }: NightState): boolean {
    if (calling.opened === null || calling.closedAt !== null) return true
    const settled = this.#cells.locks.length + this.#cells.bans.length
    return absent(absence).length === 0 && newest(covering) === null && settled === 0
  }

  async #ask(night: Night, plans: Plans): Promise<void> {
    const { clock, freshId } = this.#desk
    const state = night.owner.state()
    const began = clock.now()
    try {
      const settled = settledOf(night.plan, state, this.#cells)
      // Whoever took less on earlier nights is asked first; a past that cannot be read is no reason to plan nothing.
      const loads = loadsOf(await coveredBefore(this.#desk.stage).catch(() => []))
      const question = coverNightOf(night.plan, state, began, settled, loads)
      const { plan, worth, proved, fallback } = await plans(question)
      const proposal: Proposal = {
        ...{ id: `proposal-${freshId()}`, base: newest(state.covering)?.version ?? 0 },
        ...{ night: question, plan, changes: changesOf(night.plan, state, plan), worth, proved, fallback },
        ms: clock.now() - began,
      }
      this.#held = { proposal, section: proposalSection(night.plan, state, proposal) }
      this.#trouble = null
    } catch {
      // A mistake of ours: the night goes on, and whoever plans is told to go by the book.
      this.#held = null
      this.#trouble = 'No plan could be worked out. Plan by the book, and say who is told.'
    }
  }

  postings(viewer: Viewer): readonly Posting[] {
    if (!this.#desk.plans || sees(viewer, 'plans') !== 'all') return []
    return [{ section: 'draft', key: 'draft', fixed: false, write: () => JSON.stringify(this.#section()) }]
  }

  #section(): DraftSection {
    return {
      ...this.#cells,
      working: this.#asking !== null,
      trouble: this.#trouble,
      proposal: this.#held?.section ?? null,
    }
  }

  settle(by: Viewer, { locks, bans }: Extract<WireCommand, { name: 'plan.draft' }>): Answer {
    if (!may(by, 'draft a plan'))
      return refusal('not-yours', 'The dance captain, the caller and stage management draft who plays what.')
    if (locks.length > SETTLED_MAX || bans.length > SETTLED_MAX)
      return refusal(
        'many',
        `So much is settled at once at most: ${SETTLED_MAX} locks and ${SETTLED_MAX} bans.`,
      )
    this.#cells = { locks, bans }
    this.look()
    this.#desk.send()
    return { ok: true, seq: 0 }
  }

  taken(by: Viewer, { proposal: asked, why, told, override }: Extract<WireCommand, { name: 'plan.take' }>) {
    if (!may(by, 'approve a plan'))
      return refusal('not-yours', 'The dance captain or stage management approves who plays what.')
    const proposal = this.#held?.proposal
    if (!proposal || proposal.id !== asked)
      return refusal('older', 'Another plan is proposed since: look at that one first.')
    const { base, changes, proved } = proposal
    const { replots } = proposal.plan
    const named = told.map((one) => ({ person: id<'person'>(one.person), by: id<'person'>(one.by) }))
    const command: NightCommand = {
      ...{ name: 'plan.approve', base, why, changes, replots, proved, override },
      told: named,
    }
    return { ok: true, command } as const
  }
}

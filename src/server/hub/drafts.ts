// Proposals of who plays what: asked of the solver as the night changes, held apart from the record until somebody approves one.

import { absent } from '../../core/absence/absence.ts'
import type { CoverNight } from '../../core/cover/cover-night.ts'
import { newest } from '../../core/covering/covering.ts'
import { loadsOf } from '../../core/covering/history.ts'
import { may, sees, type Viewer } from '../../core/disclosure/policy.ts'
import { id } from '../../core/kit/ids.ts'
import type { Refusal } from '../../core/kit/result.ts'
import { changesOf } from '../../core/night/cover-night-of.ts'
import { askedNight, comings } from '../../core/night/cover-ready.ts'
import type { NightCommand, NightState } from '../../core/night/night.ts'
import {
  ASKED_MAX,
  type AskedCut,
  OTHERS_SHOWN_MAX,
  otherCells,
  priceSection,
  settledAs,
  takesLines,
} from '../../core/night/proposal-more.ts'
import { type Proposal, proposalSection, settledOf } from '../../core/night/proposal-section.ts'
import { whyMoved, whyNotGiven } from '../../core/night/settle-refusal.ts'
import {
  holds,
  isOfCell,
  nothingSettled,
  type SettledCell,
  type SettledCells,
  type Settling,
  settledWith,
} from '../../core/night/settling.ts'
import type { PersonId } from '../../core/show/show.ts'
import type { Answer, WireCommand } from '../../wire/messages.ts'
import { SETTLED_MAX } from '../../wire/plan-commands.ts'
import type { DraftSection } from '../../wire/proposed.ts'
import type { Clock } from '../clock/clock.ts'
import { tellMistake, toldAs } from '../clock/mistakes.ts'
import { type Alternatives, alternativesTo } from '../cover/alternatives.ts'
import type { Covered } from '../cover/cover.ts'
import type { Planning } from '../cover/planning.ts'
import { priceOf, whatItTakes } from '../cover/what-it-takes.ts'
import type { Posting } from './board.ts'
import { coveredBefore } from './covered.ts'
import type { Night, Stage } from './stage.ts'

/** One question to whoever plans, with so much time in all its rounds. */
export type Plans = (ms?: number) => Planning

/** So long plans that are as good are looked for, and what a cut would take: nobody waits longer for the next proposal. */
const LOOKED_TWICE_MS_MAX = 1_000

export type Drafts = {
  /** Something of the night may have changed: what was proposed is asked for again where it matters. */
  look(): void
  postings(viewer: Viewer): readonly Posting[]
  /** What is said of a draft: nothing of it is in the record. */
  said(by: Viewer, command: OfDrafts): Answer
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

export type OfDrafts = Extract<WireCommand, { name: 'plan.draft' | 'plan.other' | 'plan.ask' }>
const draftNames: ReadonlySet<string> = new Set<OfDrafts['name']>(['plan.draft', 'plan.other', 'plan.ask'])
export const isOfDrafts = (command: WireCommand): command is OfDrafts => draftNames.has(command.name)

type Held = {
  readonly proposal: Proposal
  readonly section: DraftSection['proposal']
  readonly others: Alternatives | null
  readonly asked: DraftSection['asked']
}

const refusal = (code: string, sentence: string) => ({ ok: false, refusal: { code, sentence } }) as const
const older = refusal('older', 'Another plan is proposed since: look at that one first.')
const tooMany = refusal(
  'many',
  `So much is settled at once at most: ${SETTLED_MAX} locks and ${SETTLED_MAX} bans.`,
)
const isMany = ({ locks, bans }: SettledCells): boolean =>
  locks.length > SETTLED_MAX || bans.length > SETTLED_MAX

export const openDrafts = (desk: Desk): Drafts => new OpenDrafts(desk)

class OpenDrafts implements Drafts {
  readonly #desk: Desk
  #cells: SettledCells = nothingSettled
  /** Who settled something of it last. */
  #drafter: PersonId | null = null
  #night: Night | null = null
  #held: Held | null = null
  /** Whatever is looked for beside the proposal, one after the other. */
  #looking: Promise<void> = Promise.resolve()
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
    const of = this.#hangsOn(night, state)
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
    await this.#looking
  }

  #begin(night: Night | null): void {
    this.#night = night
    this.#cells = nothingSettled
    this.#drafter = null
    this.#held = null
    this.#asked = []
    this.#trouble = null
  }

  /** What a proposal follows from: while each is the same, so is the proposal. */
  #hangsOn({ plan }: Night, state: NightState): readonly unknown[] {
    const { absence, covering, order, calling } = state
    const { reached, acts, opened, closedAt } = calling
    return [
      absence,
      comings(state, plan.show),
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
    const state = night.owner.state()
    const began = this.#desk.clock.now()
    try {
      const settled = settledOf(night.plan, state, this.#cells)
      // Whoever took less on earlier nights is asked first; a past that cannot be read is no reason to plan nothing.
      const loads = loadsOf(await coveredBefore(this.#desk.stage).catch(toldAs([])))
      const question = askedNight(night.plan, state, began, settled, loads)
      const covered = await plans().cover(question)
      // What was asked of a performance that is over is no answer to the next one.
      if (night !== this.#desk.stage.night()) return
      const proposal = this.#proposed(night, state, question, covered, began)
      this.#hold(night, proposal, null)
      this.#trouble = null
      this.#lookFor(proposal, plans)
      if (covered.fallback !== null) this.#askAgain(night, proposal, plans)
    } catch (error) {
      tellMistake(error)
      // The night goes on, and whoever plans is told to go by the book.
      this.#held = null
      this.#trouble = 'No plan could be worked out. Plan by the book, and say who is told.'
    }
  }

  #proposed(
    { plan: show }: Night,
    state: NightState,
    question: CoverNight,
    { plan, worth, proved, fallback }: Covered,
    began: number,
  ): Proposal {
    const { clock, freshId } = this.#desk
    return {
      ...{ id: `proposal-${freshId()}`, base: newest(state.covering)?.version ?? 0 },
      ...{ night: question, plan, changes: changesOf(show, state, plan), worth, proved, fallback },
      ms: clock.now() - began,
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
      others: this.#othersSection(),
      asked: this.#held?.asked ?? [],
    }
  }

  #othersSection(): DraftSection['others'] {
    const [night, held] = [this.#night, this.#held]
    if (!night || !held?.others) return null
    const { proposal, others } = held
    const state = night.owner.state()
    const plans = others.plans.map((one) => otherCells(night.plan, state, proposal.plan, one))
    return { plans, complete: others.complete }
  }

  said(by: Viewer, command: OfDrafts): Answer {
    const night = this.#desk.stage.night()
    if (!may(by, 'draft a plan') || !night)
      return refusal('not-yours', 'The dance captain, the caller and stage management draft who plays what.')
    const answer =
      command.name === 'plan.draft'
        ? this.#settle(night, command)
        : this.#held?.proposal.id !== command.proposal
          ? older
          : command.name === 'plan.other'
            ? this.#takeOver(night, this.#held, command.other)
            : this.#askOf(night, this.#held.proposal, command.cut)
    const isSettled = this.#cells.locks.length + this.#cells.bans.length > 0
    if (answer === null && command.name !== 'plan.ask') this.#drafter = isSettled ? by.person : null
    this.look()
    this.#desk.send()
    return answer ?? { ok: true, seq: 0 }
  }

  #settle(night: Night, settling: Settling): Answer | null {
    const state = night.owner.state()
    for (const lock of settling.settle.locks) {
      if (holds(this.#cells.locks, lock)) continue
      const why = whyNotGiven(night.plan, state, this.#desk.clock.now(), lock)
      if (why !== null) return refusal('cannot', why)
    }
    const next = settledWith(this.#cells, settling)
    if (!next.ok) return refusal('moved', whyMoved(night.plan, state, next.way))
    if (isMany(next.cells)) return tooMany
    this.#cells = next.cells
    return null
  }

  /** Also what the next question starts from, so that it is not lost with the next item. */
  #takeOver(night: Night, { proposal, others }: Held, at: number): Answer | null {
    const chosen = others?.plans[at]
    if (!chosen || !others) return older
    const state = night.owner.state()
    const { locks, bans } = settledAs(night.plan, state, proposal.plan, chosen)
    const cells = [...locks, ...bans]
    const stays = (one: SettledCell) => !cells.some((cell) => isOfCell(one, cell))
    const settled = {
      locks: [...this.#cells.locks.filter(stays), ...locks],
      bans: [...this.#cells.bans.filter(stays), ...bans],
    }
    if (isMany(settled)) return tooMany
    this.#cells = settled
    if (this.#asking === null) this.#asked = this.#hangsOn(night, state)
    const taken: Proposal = {
      ...proposal,
      ...{ id: `proposal-${this.#desk.freshId()}`, plan: chosen },
      changes: changesOf(night.plan, state, chosen),
    }
    const plans = others.plans.map((one) => (one === chosen ? proposal.plan : one))
    this.#hold(night, taken, { ...others, plans })
    return null
  }

  #hold(night: Night, proposal: Proposal, others: Alternatives | null): void {
    const section = proposalSection(night.plan, night.owner.state(), proposal)
    this.#held = { proposal, section, others, asked: [] }
  }

  /** Beside the proposal, which is on the screens by then; what has become old is left. `broken`: where it breaks. */
  #beside(
    proposal: Proposal,
    work: (goesOn: () => boolean) => Promise<Partial<Held>>,
    broken: () => Partial<Held> = () => ({}),
  ): void {
    const of = this.#asked
    const goesOn = () => this.#held?.proposal === proposal && this.#asked === of
    this.#looking = this.#looking.then(async () => {
      const found = await work(goesOn).catch(toldAs(null))
      if (this.#held?.proposal !== proposal) return
      this.#held = { ...this.#held, ...(found ?? broken()) }
      this.#desk.send()
    })
  }

  /** Once more, while the stand-in can be approved: the next question finds a solver again (COVER-10). */
  #askAgain(night: Night, standIn: Proposal, plans: Plans): void {
    this.#beside(standIn, async (goesOn) => {
      const began = this.#desk.clock.now()
      const covered = await plans().cover(standIn.night)
      if (covered.fallback !== null || !goesOn()) return {}
      const state = night.owner.state()
      const proposal = this.#proposed(night, state, standIn.night, covered, began)
      this.#lookFor(proposal, plans)
      return { proposal, section: proposalSection(night.plan, state, proposal), others: null, asked: [] }
    })
  }

  #lookFor(proposal: Proposal, plans: Plans): void {
    this.#beside(proposal, async (goesOn) => {
      const planning = plans(LOOKED_TWICE_MS_MAX)
      const found = alternativesTo(proposal.night, proposal, planning, OTHERS_SHOWN_MAX, goesOn)
      // A screen that waits for them is told that nothing comes.
      return { others: await found.catch(toldAs({ plans: [], complete: false })) }
    })
  }

  #askOf(night: Night, proposal: Proposal, cut: string): Answer | null {
    const { plans } = this.#desk
    const held = this.#held
    if (!plans || !held?.section?.cuts.some(({ spot }) => spot === cut)) return older
    if (held.asked.some(({ spot }) => spot === cut)) return null
    if (held.asked.length >= ASKED_MAX)
      return refusal('many', 'So many cuts are asked about at once at most: 20.')
    this.#held = { ...held, asked: [...held.asked, { spot: cut, working: true, takes: [], price: null }] }
    const answered = (answer: AskedCut): Partial<Held> => ({
      asked: (this.#held?.asked ?? []).map((one) => (one.spot === cut ? answer : one)),
    })
    this.#beside(
      proposal,
      async (goesOn) => answered(await this.#answerOf(night, proposal, cut, plans, goesOn)),
      // Nobody waits for an answer that will not come.
      () => answered({ spot: cut, working: false, takes: [], price: null }),
    )
    return null
  }

  async #answerOf(night: Night, proposal: Proposal, cut: string, plans: Plans, goesOn: () => boolean) {
    const planning = plans(LOOKED_TWICE_MS_MAX)
    const asked = { question: () => planning, of: cut, goesOn }
    const [found] = await whatItTakes(proposal.night, proposal, asked)
    const dearer = goesOn() ? await priceOf(proposal.night, cut, plans(LOOKED_TWICE_MS_MAX)) : 'unknown'
    const state = night.owner.state()
    return {
      ...{ spot: cut, working: false },
      takes: takesLines(night.plan, state, proposal.night, cut, found?.takes ?? []),
      price: priceSection(night.plan, state, proposal, dearer),
    }
  }

  taken(
    by: Viewer,
    { proposal: asked, why, told, override, yes }: Extract<WireCommand, { name: 'plan.take' }>,
  ) {
    if (!may(by, 'approve a plan'))
      return refusal('not-yours', 'The dance captain or stage management approves who plays what.')
    const proposal = this.#held?.proposal
    if (!proposal || proposal.id !== asked) return older
    const { base, changes, proved } = proposal
    const { replots } = proposal.plan
    const named = told.map((one) => ({ person: id<'person'>(one.person), by: id<'person'>(one.by) }))
    const command: NightCommand = {
      ...{ name: 'plan.approve', base, why, changes, replots, proved, override },
      told: named,
      ...(this.#drafter === null ? {} : { drafted: this.#drafter }),
      ...(yes === undefined ? {} : { yes: id<'person'>(yes) }),
    }
    return { ok: true, command } as const
  }
}

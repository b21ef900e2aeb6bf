// Another order as an answer to an open concern: worked out a step at a time, so that a GO never waits for it. Proposed, never done.

import { sees, type Viewer } from '../../core/disclosure/policy.ts'
import {
  bestChoices,
  type ChoicesSection,
  choiceOf,
  choicesAsked,
  type OrderChoice,
} from '../../core/night/concern-choices.ts'
import type { NightState } from '../../core/night/night.ts'
import { isOpen } from '../../core/presence/concern.ts'
import type { Clock } from '../clock/clock.ts'
import { tellMistake } from '../clock/mistakes.ts'
import type { Posting } from './board.ts'
import type { Night, Stage } from './stage.ts'

export type Choices = {
  /** Something of the night may have changed: what hangs on it is worked out again. */
  look(): void
  postings(viewer: Viewer): readonly Posting[]
}

type Desk = { readonly stage: Stage; readonly clock: Clock; readonly send: () => void }

/** Between two steps whatever has come in meanwhile has its turn. */
const STEP_PAUSE_MS = 1

export const openChoices = (desk: Desk): Choices => new OpenChoices(desk)

const NONE: ChoicesSection['lines'] = []

class OpenChoices implements Choices {
  readonly #desk: Desk
  #of: readonly unknown[] = []
  #lines: ChoicesSection['lines'] = NONE
  #cancel: (() => void) | null = null

  constructor(desk: Desk) {
    this.#desk = desk
  }

  look(): void {
    const night = this.#desk.stage.night()
    const of = night ? [night, ...hangsOn(night.owner.state())] : []
    if (of.length === this.#of.length && of.every((part, index) => part === this.#of[index])) return
    this.#of = of
    this.#cancel?.()
    this.#cancel = null
    const had = this.#lines.length > 0
    const asks = night !== null && isAsked(night.owner.state())
    if (!asks) {
      this.#lines = NONE
      if (had) this.#desk.send()
      return
    }
    this.#work(night, worked(night, this.#desk.clock))
    this.#desk.send()
  }

  #work(night: Night, steps: ReturnType<typeof worked>): void {
    this.#cancel = this.#desk.clock.after(STEP_PAUSE_MS, () => {
      const step = nextOf(steps)
      if (step !== null && !step.done) {
        this.#work(night, steps)
        return
      }
      this.#cancel = null
      this.#lines = step?.value ?? NONE
      this.#desk.send()
    })
  }

  postings(viewer: Viewer): readonly Posting[] {
    if (!this.#desk.stage.night()) return []
    if (sees(viewer, 'order drafted') !== 'all' || sees(viewer, 'concerns') !== 'all') return []
    const write = () => JSON.stringify(this.#section())
    return [{ section: 'choices', key: 'choices', fixed: false, write }]
  }

  #section(): ChoicesSection {
    return { working: this.#cancel !== null, lines: this.#lines }
  }
}

/** A mistake of ours: the night goes on, and the desk has cover and hold. */
function nextOf(steps: ReturnType<typeof worked>) {
  try {
    return steps.next()
  } catch (error) {
    tellMistake(error)
    return null
  }
}

function* worked(night: Night, clock: Clock): Generator<undefined, ChoicesSection['lines'], undefined> {
  const state = night.owner.state()
  const asked = choicesAsked(night.plan, state, clock.now())
  const found = new Map<number, OrderChoice[]>()
  for (const one of asked) {
    yield
    const choice = yield* choiceOf(night.plan, state, clock.now(), one)
    const own = found.get(one.concern) ?? []
    found.set(one.concern, choice ? [...own, choice] : own)
  }
  return [...found].map(([concern, choices]) => ({ concern, choices: bestChoices(choices) }))
}

const isAsked = ({ calling, presence }: NightState): boolean =>
  calling.opened !== null && calling.closedAt === null && presence.concerns.concerns.some(isOpen)

/** What the choices follow from: while each is the same, so are they. Seconds run on the device. */
function hangsOn({ presence, order, covering, absence, learned, calling }: NightState): readonly unknown[] {
  const open = presence.concerns.concerns.filter(isOpen).map(({ concern, due }) => `${concern} ${due}`)
  const { reached, acts, itemStarts, closedAt } = calling
  return [
    ...[open.join('\n'), order.versions, covering.versions, absence, learned],
    ...[reached?.item, acts.length, itemStarts.length, closedAt],
  ]
}

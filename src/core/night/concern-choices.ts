// Another order as an answer to somebody who is not there: the number later, left out, or the bars before it gone round in longer.

import { type Instant, later as laterBy, minutes } from '../kit/time.ts'
import { isOpen } from '../presence/concern.ts'
import type { Change } from '../reorder/change.ts'
import type { Consequence, ConsequenceKind } from '../reorder/consequence.ts'
import { consequencesInSteps, type Steps } from '../reorder/consequences.ts'
import { lacksSeconds } from '../reorder/fixes.ts'
import { changesInForce, losersOf } from '../reorder/night-order.ts'
import type { ItemId } from '../show/show.ts'
import { asCast } from './as-covered.ts'
import type { NightState, Plan } from './night.ts'
import { baseOf, begunIn } from './order.ts'
import { type ConsequenceLine, ConsequenceWords, curtainOf, ofCues } from './order-draft-section.ts'
import { clockOf, type PlannedDue, plannedDues } from './planned-dues.ts'
import { showClock } from './show-clock.ts'
import { needsNoTelling } from './told.ts'
import { asOrdered, inOrder, tonight } from './tonight.ts'

export type ChoiceKind = 'swap' | 'cut' | 'vamp'

/** One other order for one concern, before anybody knows what it brings. */
export type AskedChoice = {
  readonly concern: number
  readonly kind: ChoiceKind
  readonly change: Change
  readonly item: ItemId
  readonly other: ItemId | null
  readonly due: Pick<PlannedDue, 'key' | 'clock'>
}

export type OrderChoice = {
  readonly kind: ChoiceKind
  /** The whole order that would be drafted. */
  readonly changes: readonly Change[]
  readonly item: ItemId
  readonly other: ItemId | null
  /** When they are due for it as things stand, however far ahead. */
  readonly dueAt: Instant
  /** So many seconds later they are due for it; null: not at all. */
  readonly later: number | null
  /** It must be decided so many seconds before they are due. */
  readonly lead: number
  /** People due earlier, changes of costume that do not fit, other things that lack seconds, to be done, cues. */
  readonly earlier: number
  readonly unfit: number
  readonly short: number
  readonly todo: number
  readonly cues: number
  /** What no seconds help: how many, and the first of them. */
  readonly impossible: number
  readonly cannot: ConsequenceLine | null
  /** So many of those who are here lose something by it. */
  readonly loses: number
}

export type ChoicesSection = {
  readonly working: boolean
  readonly lines: readonly { readonly concern: number; readonly choices: readonly OrderChoice[] }[]
}

/** Concerns for which another order is looked for; so many at once is a night that is held. */
export const CONCERNS_CHOSEN_MAX = 3
/** Later items that the number may be swapped with. */
export const SWAPS_TRIED_MAX = 3

/** What is to be tried, the concern that is due first before the others. */
export function choicesAsked(raw: Plan, state: NightState, now: Instant): readonly AskedChoice[] {
  const book = asOrdered(raw, state)
  const clock = showClock(raw, state, now)
  return state.presence.concerns.concerns
    .filter(isOpen)
    .flatMap(({ concern, person, due: key }) => {
      const all = plannedDues(book)
      const due =
        key === null
          ? all.find((one) => one.person === person && one.clock >= clock)
          : all.find((one) => one.key === key)
      return due ? [{ concern, due }] : []
    })
    .toSorted((a, b) => a.due.clock - b.due.clock)
    .slice(0, CONCERNS_CHOSEN_MAX)
    .flatMap(({ concern, due }) => askedFor(raw, state, concern, due))
}

function askedFor(raw: Plan, state: NightState, concern: number, due: PlannedDue): readonly AskedChoice[] {
  const { timeline, show } = tonight(raw, state)
  const begun = begunIn(raw, state)
  const item = timeline.items[due.index]
  if (!item || item.cut) return []
  const made = (kind: ChoiceKind, change: Change, at: ItemId, other: ItemId | null): AskedChoice => ({
    ...{ concern, kind, change, item: at, other },
    due: { key: due.key, clock: due.clock },
  })
  const vamps = show.vamps.flatMap(({ id, anchor, seconds, secondsMax }) => {
    const index = timeline.items.findIndex((one) => one.id === anchor.item)
    const lies = index >= begun && index <= due.index && timeline.items[index]?.act === item.act
    const before = lies && clockOf(timeline, pointOf(timeline, anchor.item, anchor.seconds)) < due.clock
    if (!before || secondsMax <= seconds) return []
    return [made('vamp', { kind: 'vamp', vamp: id, seconds: secondsMax - seconds }, anchor.item, null)]
  })
  if (due.index < begun) return vamps.slice(-1)
  const swaps = timeline.items
    .filter((one) => one.index > due.index && one.act === item.act && one.kind !== 'interval' && !one.cut)
    .slice(0, SWAPS_TRIED_MAX)
    .map((one) => made('swap', { kind: 'swap', item: item.id, with: one.id }, item.id, one.id))
  return [...swaps, made('cut', { kind: 'cut', item: item.id }, item.id, null), ...vamps.slice(-1)]
}

const pointOf = ({ items }: Plan['timeline'], item: ItemId, seconds: number) => {
  const starts = items.find(({ id }) => id === item)?.starts ?? { act: 1, seconds: 0 }
  return { act: starts.act, seconds: starts.seconds + seconds }
}

/** What one of them brings; null where it cannot be, or helps nobody. In steps: a GO comes in between. */
export function* choiceOf(
  raw: Plan,
  state: NightState,
  now: Instant,
  asked: AskedChoice,
): Steps<OrderChoice | null> {
  const base = baseOf(raw, state)
  const inForce = changesInForce(state.order)
  const changes = [...inForce, asked.change]
  const proposed = { inForce, proposed: changes, curtain: curtainOf(raw, state, now) }
  const brought = yield* consequencesInSteps(base, proposed)
  yield
  if (!brought.ok) return null
  const after = asOrdered(raw, { learned: state.learned, order: withDraft(state, changes) })
  const due = plannedDues(after).find(({ key }) => key === asked.due.key)
  const later = due ? Math.round((due.clock - asked.due.clock) * 60) : null
  if (later !== null && later <= 0) return null
  const cannot = brought.value.filter((one) => impossible.includes(one.kind) && !lacksSeconds(one))
  const words = new ConsequenceWords(inOrder(asCast(raw, state), changes), tonight(raw, state))
  const [first] = cannot
  const loses = losersOf(
    { base, needsNoTelling: (person) => needsNoTelling(state, person) },
    inForce,
    changes,
  )
  const ahead = asked.due.clock - showClock(raw, state, now)
  return {
    ...{ kind: asked.kind, changes, item: asked.item, other: asked.other, later },
    dueAt: laterBy(now, minutes(ahead)),
    lead: leadOf(raw, state, asked, brought.value),
    ...countsOf(brought.value),
    impossible: cannot.length,
    cannot: first ? words.line(first, 0) : null,
    loses: loses.length,
  }
}

const withDraft = ({ order }: NightState, changes: readonly Change[]): NightState['order'] => {
  const [last] = order.versions.slice(-1)
  const empty = {
    version: 1,
    heard: 'silent',
    proposedBy: '',
    approvedBy: null,
    toldBy: null,
    by: '',
  } as const
  const version = { ...empty, at: 0 as Instant, ...last, changes }
  return { draft: null, versions: [...order.versions, version] }
}

/** Where time does not help: a hand-over that breaks, scenery that stands the wrong way, the story, the hour. */
const impossible: readonly ConsequenceKind[] = ['hand-off', 'piece', 'story', 'off by', 'rest']

function countsOf(
  all: readonly Consequence[],
): Pick<OrderChoice, 'earlier' | 'unfit' | 'short' | 'todo' | 'cues'> {
  const count = (is: (one: Consequence) => boolean) => all.filter(is).length
  const unfit = (one: Consequence) => one.kind === 'change' || one.kind === 'dresser'
  const counted = (one: Consequence) =>
    unfit(one) || lacksSeconds(one) || ofCues.includes(one.kind) || impossible.includes(one.kind)
  return {
    earlier: count(({ kind }) => kind === 'due earlier'),
    unfit: count(unfit),
    short: count((one) => !unfit(one) && lacksSeconds(one)),
    cues: count(({ kind }) => ofCues.includes(kind)),
    todo: count((one) => !counted(one) && one.kind !== 'due earlier'),
  }
}

/** Before the first item that would be another, and before the first who would be due earlier is. */
function leadOf(
  raw: Plan,
  state: NightState,
  { due, item }: AskedChoice,
  brought: readonly Consequence[],
): number {
  const { timeline } = tonight(raw, state)
  const starts = clockOf(timeline, pointOf(timeline, item, 0)) * 60
  const early = brought.filter(({ kind }) => kind === 'due earlier').map(({ clock }) => clock)
  return Math.max(0, Math.round(due.clock * 60 - Math.min(starts, ...early)))
}

/** One of each kind: the one with the least that cannot be, then that does not fit, then that is to be done. */
export function bestChoices(choices: readonly OrderChoice[]): readonly OrderChoice[] {
  const kinds: readonly ChoiceKind[] = ['swap', 'cut', 'vamp']
  return kinds.flatMap((kind) => {
    const own = choices.filter((one) => one.kind === kind)
    return (
      own.toSorted((a, b) => a.impossible - b.impossible || fits(a) - fits(b) || a.todo - b.todo)[0] ?? []
    )
  })
}

const fits = ({ unfit, short }: OrderChoice): number => unfit + short

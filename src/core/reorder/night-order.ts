// The order of one night: what is drafted, what is in force and since when, who said yes to it and how the house hears of it.

import { may, type Viewer } from '../disclosure/policy.ts'
import { canonical, type Json } from '../kit/json.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { Instant } from '../kit/time.ts'
import type { EngagementKind, PersonId, Show } from '../show/show.ts'
import type { Change } from './change.ts'
import { type Base, type Slot, slotsOf } from './slots.ts'

/** Nobody is told; or before the next item; or while the show is stopped. */
export const waysHeard = ['silent', 'next item', 'stop'] as const
export type Heard = (typeof waysHeard)[number]

/** A night changes its order a few times; each version has the whole list of changes. */
export const ORDER_VERSIONS_MAX = 50

export type OrderCommand =
  | { readonly name: 'order.propose'; readonly changes: readonly Change[] }
  | { readonly name: 'order.leave' }
  | {
      readonly name: 'order.accept'
      /** The draft as it was read. */
      readonly changes: readonly Change[]
      readonly heard: Heard
      /** Whose yes it is, where whoever presses has none of their own to give. */
      readonly approvedBy: PersonId | null
      /** Who tells those who lose something by it. */
      readonly toldBy: PersonId | null
    }

type Event<Type extends string, Body> = {
  readonly type: Type
  readonly v: 1
  readonly body: Body
  readonly detail?: undefined
}
export type OrderEvent =
  | Event<'order.proposed', { readonly changes: readonly Change[] }>
  | Event<'order.left', Record<string, never>>
  | Event<
      'order.changed',
      {
        readonly version: number
        /** All that is changed against the rehearsed order, those of earlier versions too. */
        readonly changes: readonly Change[]
        readonly heard: Heard
        /** The device it was drafted on. */
        readonly proposedBy: string
        readonly approvedBy: PersonId | null
        readonly toldBy: PersonId | null
      }
    >

export const orderTypes: ReadonlySet<string> = new Set<OrderEvent['type']>([
  'order.proposed',
  'order.left',
  'order.changed',
])

export type OrderVersion = Extract<OrderEvent, { type: 'order.changed' }>['body'] & {
  readonly at: Instant
  readonly by: string
}
export type OrderState = {
  readonly draft: { readonly changes: readonly Change[]; readonly by: string; readonly at: Instant } | null
  /** The last is in force; none before anything was changed. */
  readonly versions: readonly OrderVersion[]
}

export const emptyOrder: OrderState = { draft: null, versions: [] }

const NO_CHANGES: readonly Change[] = []
export const changesInForce = ({ versions }: OrderState): readonly Change[] =>
  versions.at(-1)?.changes ?? NO_CHANGES

export const isOfOrder = (command: { readonly name: string }): command is OrderCommand =>
  ['order.propose', 'order.leave', 'order.accept'].includes(command.name)

export function applyOrder(
  state: OrderState,
  event: OrderEvent,
  { at, by }: { readonly at: Instant; readonly by: string },
): OrderState {
  switch (event.type) {
    case 'order.proposed':
      return { ...state, draft: { changes: event.body.changes, by, at } }
    case 'order.left':
      return { ...state, draft: null }
    case 'order.changed':
      return { draft: null, versions: [...state.versions, { ...event.body, at, by }] }
    default:
      return event satisfies never
  }
}

/** As much of the night as says what cannot be changed any more. */
export type OrderContext = {
  readonly base: Base
  readonly by: Viewer
  readonly open: boolean
  readonly closed: boolean
  readonly held: boolean
  /** So many of the slots in force have begun, or are of an act that is down. */
  readonly begun: number
}

type Decision = Result<readonly OrderEvent[]>

export function decideOrder(state: OrderState, command: OrderCommand, context: OrderContext): Decision {
  const { by, open, closed } = context
  if (!may(by, 'draft an order'))
    return refused('not-yours', 'Only the caller, stage management and the dance captain change the order.')
  if (!open) return refused('not-open', 'No performance is open.')
  if (closed) return refused('closed', 'The performance is closed.')
  switch (command.name) {
    case 'order.propose':
      return propose(state, command.changes, context)
    case 'order.leave':
      return state.draft === null
        ? refused('no-draft', 'Nothing is drafted.')
        : accepted([{ type: 'order.left', v: 1, body: {} }])
    case 'order.accept':
      return accept(state, command, context)
    default:
      return command satisfies never
  }
}

function propose(state: OrderState, changes: readonly Change[], context: OrderContext): Decision {
  const unable = whyNot(state, changes, context)
  if (unable) return unable
  return accepted([{ type: 'order.proposed', v: 1, body: { changes } }])
}

/** What has begun is a fact: up to there the order stays as it is in force. */
function whyNot(state: OrderState, changes: readonly Change[], { base, begun }: OrderContext) {
  const fresh = slotsOf(base, changes)
  if (!fresh.ok) return fresh
  const inForce = slotsOf(base, changesInForce(state))
  const was = inForce.ok ? inForce.value.slice(0, begun) : []
  if (!was.every((slot, index) => isSame(slot, fresh.value[index])))
    return refused('begun', 'That changes something that has begun: what has been played stays as it was.')
  if (same(changes, changesInForce(state)))
    return refused('same-order', 'That is the order in force already.')
  if (!fresh.value.some((slot) => !slot.cut)) return refused('nothing-left', 'Nothing would be left to play.')
  return null
}

/** Out of the record its fields come in another order. `as`: plain data, all of it. */
const same = (one: unknown, other: unknown): boolean => canonical(one as Json) === canonical(other as Json)
const isSame = (one: Slot, other: Slot | undefined): boolean => same(one, other)

function accept(
  state: OrderState,
  { changes, heard, approvedBy, toldBy }: Extract<OrderCommand, { name: 'order.accept' }>,
  context: OrderContext,
): Decision {
  const { draft, versions } = state
  if (draft === null || !same(draft.changes, changes))
    return refused('order-moved', 'The draft is another one by now: read it again.')
  // What has begun since it was drafted may have been in it.
  const unable =
    whyNot(state, changes, context) ??
    unapproved(context, approvedBy) ??
    untold(state, changes, toldBy, context)
  if (unable) return unable
  if (heard === 'stop' && !context.held)
    return refused('not-held', 'It is to be heard by stopping: hold the show first.')
  if (versions.length >= ORDER_VERSIONS_MAX)
    return refused('many-versions', `A night holds ${ORDER_VERSIONS_MAX} orders.`)
  const body = { version: versions.length + 1, changes, heard, proposedBy: draft.by, approvedBy, toldBy }
  return accepted([{ type: 'order.changed', v: 1, body }])
}

/** Those who may say yes to another order, where whoever presses may not by themself. */
const approving: readonly EngagementKind[] = ['stage management', 'creative']

export const approversIn = ({ engagements }: Show): readonly PersonId[] => [
  ...new Set(engagements.filter(({ kind }) => approving.includes(kind)).map(({ person }) => person)),
]

function unapproved({ by, base }: OrderContext, approvedBy: PersonId | null) {
  if (approvedBy === null)
    return may(by, 'approve an order')
      ? null
      : refused('not-approved', 'Say who approves it: stage management or the dance captain.')
  return approversIn(base.show).includes(approvedBy)
    ? null
    : refused('not-an-approver', 'That person does not approve a change of the order.')
}

/** N25: what takes a part or a number from somebody is told by a named person, and not by a screen. */
function untold(
  state: OrderState,
  changes: readonly Change[],
  toldBy: PersonId | null,
  { base }: OrderContext,
) {
  if (toldBy !== null)
    return base.show.people.some(({ id }) => id === toldBy)
      ? null
      : refused('no-such-person', 'Whoever tells them is not in the company.')
  return takesAway(base, changesInForce(state), changes)
    ? refused('not-told', 'Somebody loses what they were to do: say who tells them in person.')
    : null
}

/** Is something left out that was to be played, and that somebody does? */
export function takesAway(base: Base, before: readonly Change[], after: readonly Change[]): boolean {
  const lost = (changes: readonly Change[]): ReadonlySet<string> => {
    const slots = slotsOf(base, changes)
    const all = slots.ok ? slots.value : []
    return new Set(
      all
        .filter(({ cut, bends }) => cut || bends.some(({ seconds }) => seconds < 0))
        .map((slot) => slot.item),
    )
  }
  const was = lost(before)
  const fresh = [...lost(after)].filter((item) => !was.has(item))
  return base.show.obligations.some(
    ({ anchor, track }) => fresh.includes(anchor.item) && isCast(base.show, track),
  )
}

const isCast = ({ tracks }: Show, track: string): boolean =>
  tracks.some(({ id, kind }) => id === track && (kind === 'cast' || kind === 'swing'))

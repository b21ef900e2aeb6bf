// The order of one night: what is drafted, what is in force and since when, who said yes to it and how the house hears of it.

import { may, type Viewer } from '../disclosure/policy.ts'
import { canonical, type Json } from '../kit/json.ts'
import { accepted, type Result, refused, refusedNaming } from '../kit/result.ts'
import type { Instant } from '../kit/time.ts'
import { approversOf } from '../show/competence.ts'
import type { EngagementKind, PersonId, Show } from '../show/show.ts'
import type { Change } from './change.ts'
import { orderedShow } from './in-force.ts'
import { type Base, type Slot, slotsOf } from './slots.ts'

/** Nobody is told; or before the next item; or while the show is stopped. */
export const waysHeard = ['silent', 'next item', 'stop'] as const
export type Heard = (typeof waysHeard)[number]

/** A night changes its order a few times; each version has the whole list of changes. */
export const ORDER_VERSIONS_MAX = 50

export type OrderCommand =
  | {
      readonly name: 'order.propose'
      readonly changes: readonly Change[]
      /** The version in force that it was read beside; nought before anything was changed. */
      readonly base?: number | undefined
    }
  | { readonly name: 'order.leave' }
  | {
      readonly name: 'order.accept'
      /** The draft as it was read. */
      readonly changes: readonly Change[]
      readonly heard: Heard
      /** Whose yes it is, where whoever presses has none of their own to give. */
      readonly approvedBy: PersonId | null
      /** Who told those who lose something by it, unless `told` names somebody else. */
      readonly toldBy: PersonId | null
      readonly told?: readonly ToldOfLoss[] | undefined
      /** It cannot wait until everybody was told; the record has whose word that is. */
      readonly override?: boolean | undefined
    }

/** Somebody who loses something they were to do, and who said it to them. */
type ToldOfLoss = { readonly person: PersonId; readonly by: PersonId }

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
        /** Of each who loses by it, who told them; not there where nobody loses. */
        readonly told?: readonly ToldOfLoss[]
        /** In force before everybody was told, on the word of whoever pressed. */
        readonly overridden?: true
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
  /** Out, stepped out, or looked for: they know it, or are spoken with (N25). */
  readonly needsNoTelling: (person: PersonId) => boolean
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
      return propose(state, command, context)
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

type Proposing = Extract<OrderCommand, { name: 'order.propose' }>

function propose(state: OrderState, { changes, base }: Proposing, context: OrderContext): Decision {
  // All changes come with it: built on an older order it would take back what was accepted since.
  if (base !== undefined && base !== state.versions.length)
    return refused('order-moved', 'Another order is in force since: read what it would be now.')
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
  command: Extract<OrderCommand, { name: 'order.accept' }>,
  context: OrderContext,
): Decision {
  const { changes, heard, approvedBy, toldBy } = command
  const { draft, versions } = state
  if (draft === null || !same(draft.changes, changes))
    return refused('order-moved', 'The draft is another one by now: read it again.')
  // What has begun since it was drafted may have been in it.
  const unable =
    whyNot(state, changes, context) ?? unapproved(context, approvedBy) ?? unknownTeller(command, context)
  if (unable) return unable
  const loses = losersOf(context, changesInForce(state), changes)
  const told = toldOf(command, loses)
  const untold = loses.filter((person) => !told.some((one) => one.person === person))
  if (untold.length > 0 && command.override !== true) return notTold(untold, context)
  if (heard === 'stop' && !context.held)
    return refused('not-held', 'It is to be heard by stopping: hold the show first.')
  if (versions.length >= ORDER_VERSIONS_MAX)
    return refused('many-versions', `A night holds ${ORDER_VERSIONS_MAX} orders.`)
  const body = {
    ...{ version: versions.length + 1, changes, heard, proposedBy: draft.by, approvedBy, toldBy },
    ...(told.length > 0 ? { told } : {}),
    ...(untold.length > 0 ? ({ overridden: true } as const) : {}),
  }
  return accepted([{ type: 'order.changed', v: 1, body }])
}

/** Those whom the production names, or else those who may say yes to another order, where whoever presses may not by themself. */
const approving: readonly EngagementKind[] = ['stage management', 'creative']

export function approversIn(show: Show): readonly PersonId[] {
  const named = approversOf(show)
  if (named.length > 0) return named
  return [
    ...new Set(show.engagements.filter(({ kind }) => approving.includes(kind)).map(({ person }) => person)),
  ]
}

function unapproved({ by, base }: OrderContext, approvedBy: PersonId | null) {
  if (approvedBy === null)
    return may(by, 'approve an order')
      ? null
      : refused('not-approved', 'Say who approves it: stage management or the dance captain.')
  return approversIn(base.show).includes(approvedBy)
    ? null
    : refused('not-an-approver', 'That person does not approve a change of the order.')
}

type Accepting = Extract<OrderCommand, { name: 'order.accept' }>

function unknownTeller({ toldBy, told = [] }: Accepting, { base }: OrderContext) {
  const named = [...(toldBy === null ? [] : [toldBy]), ...told.flatMap(({ person, by }) => [person, by])]
  return named.every((person) => base.show.people.some(({ id }) => id === person))
    ? null
    : refused('no-such-person', 'Whoever told them is not in the company.')
}

/** Nobody tells themself. */
const toldOf = ({ toldBy, told = [] }: Accepting, loses: readonly PersonId[]): readonly ToldOfLoss[] =>
  loses.flatMap((person) => {
    const by = told.find((one) => one.person === person)?.by ?? toldBy
    return by === null || by === person ? [] : [{ person, by }]
  })

/** So many are named in a refusal; of the others the number. */
const NAMED_MAX = 4

/** N25: what takes a part or a number from somebody is told by a named person, and not by a screen. */
function notTold(people: readonly PersonId[], { base }: OrderContext) {
  const names = people.map((person) => base.show.people.find(({ id }) => id === person)?.callName ?? '')
  const more = names.length - NAMED_MAX
  const some = more > 0 ? [...names.slice(0, NAMED_MAX), `${more} more`] : names
  const last = some.at(-1) ?? ''
  const who = some.length > 1 ? `${some.slice(0, -1).join(', ')} and ${last}` : last
  return refusedNaming(
    'not-told',
    `Not before ${who} know${some.length > 1 ? '' : 's'} it from somebody: say who told them in person, or that it cannot wait.`,
    'Not before everybody whom it costs something knows it from somebody: say who told them in person, or that it cannot wait.',
  )
}

/** Those of the cast who were to do something by the order before and are not by the one after. */
function losersIn(base: Base, before: readonly Change[], after: readonly Change[]): readonly PersonId[] {
  const [was, is] = [orderedShow(base, before), orderedShow(base, after)]
  if (!was.ok || !is.ok) return []
  const left = new Set(is.value.show.obligations.map(({ id }) => id))
  const tracks = new Set(was.value.show.obligations.flatMap(({ id, track }) => (left.has(id) ? [] : [track])))
  const { tracks: all, people } = base.show
  const lose = new Set(
    all.filter(({ id }) => tracks.has(id) && isCast(base.show, id)).flatMap(({ owner }) => owner ?? []),
  )
  return people.flatMap(({ id }) => (lose.has(id) ? [id] : []))
}

export const losersOf = (
  { base, needsNoTelling }: Pick<OrderContext, 'base' | 'needsNoTelling'>,
  before: readonly Change[],
  after: readonly Change[],
): readonly PersonId[] => losersIn(base, before, after).filter((person) => !needsNoTelling(person))

const isCast = ({ tracks }: Show, track: string): boolean =>
  tracks.some(({ id, kind }) => id === track && (kind === 'cast' || kind === 'swing'))

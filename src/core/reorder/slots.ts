// The order of tonight as a list of slots: what each change makes of it, or why it cannot be.

import { accepted, type Result, refused } from '../kit/result.ts'
import type { EditionId, Item, ItemId, Show } from '../show/show.ts'
import { type Change, ORDER_CHANGES_MAX, WAIT_SECONDS_MAX } from './change.ts'

/** So much longer, or shorter, at one point of an item. */
export type Bend = { readonly at: number; readonly seconds: number }

/** One item in its place. A cut one keeps its place and takes no time. */
export type Slot = {
  readonly item: ItemId
  readonly act: number
  readonly cut: boolean
  /** 0 for the item as it is planned, 1 and on for each time it is played again. */
  readonly again: number
  /** Nothing happens for so long before it. */
  readonly gap: number
  readonly bends: readonly Bend[]
}

export type Base = { readonly show: Show; readonly edition: EditionId }

type Slots = readonly Slot[]

export function slotsOf(base: Base, changes: readonly Change[]): Result<Slots> {
  if (changes.length > ORDER_CHANGES_MAX)
    return refused('many-changes', `An order holds ${ORDER_CHANGES_MAX} changes.`)
  return changes.reduce<Result<Slots>>(
    (slots, change) => (slots.ok ? changed(base, slots.value, change) : slots),
    accepted(asPlanned(base)),
  )
}

function asPlanned({ show, edition }: Base): Slots {
  const items = show.editions.find((one) => one.id === edition)?.items ?? []
  return items.map((item) => ({
    item,
    act: itemOf(show, item)?.act ?? 1,
    cut: false,
    again: 0,
    gap: 0,
    bends: [],
  }))
}

const itemOf = (show: Show, id: ItemId): Item | undefined => show.items.find((item) => item.id === id)

function changed(base: Base, slots: Slots, change: Change): Result<Slots> {
  switch (change.kind) {
    case 'cut':
      return at(base, slots, change.item, (place, slot) =>
        accepted(slots.with(place, { ...slot, cut: true })),
      )
    case 'swap':
      return swap(base, slots, change.item, change.with)
    case 'move':
      return move(base, slots, change.item, change.after)
    case 'delay':
      return at(base, slots, change.item, (place, slot) => delay(slots, place, slot, change.seconds))
    case 'repeat':
      return again(base, slots, change.item, change.after)
    case 'vamp':
      return vamp(base, slots, change)
    case 'wait':
      return bend(base, slots, change.item, { at: change.at, seconds: change.seconds })
    case 'shorten':
      return shorten(base, slots, change)
    case 'skip':
      return skip(base, slots, change.after)
    default:
      return change satisfies never
  }
}

const noSuchItem = refused('no-such-item', 'That item is not in tonight’s running order.')
const isPause = refused('is-interval', 'An interval stays where it is.')

/** The first time it is played tonight. */
const placeOf = (slots: Slots, item: ItemId): number =>
  slots.findIndex((slot) => slot.item === item && !slot.cut && slot.again === 0)

function at(
  { show }: Base,
  slots: Slots,
  item: ItemId,
  act: (place: number, slot: Slot) => Result<Slots>,
): Result<Slots> {
  const place = placeOf(slots, item)
  const slot = slots[place]
  if (!slot) return noSuchItem
  return itemOf(show, item)?.kind === 'interval' ? isPause : act(place, slot)
}

function swap(base: Base, slots: Slots, item: ItemId, other: ItemId): Result<Slots> {
  if (item === other) return refused('same-item', 'An item is not swapped with itself.')
  return at(base, slots, item, (one, first) =>
    at(base, slots, other, (two, second) =>
      accepted(
        slots
          .with(one, { ...second, act: first.act, gap: first.gap })
          .with(two, { ...first, act: second.act, gap: second.gap }),
      ),
    ),
  )
}

function move(base: Base, slots: Slots, item: ItemId, after: ItemId): Result<Slots> {
  if (item === after) return refused('same-item', 'An item does not follow itself.')
  return at(base, slots, item, (place, slot) => {
    const rest = slots.toSpliced(place, 1)
    return put(base, rest, { ...slot, gap: 0 }, after)
  })
}

function again(base: Base, slots: Slots, item: ItemId, after: ItemId): Result<Slots> {
  return at(base, slots, item, (_place, slot) => {
    const times = slots.filter((one) => one.item === item).length
    return put(base, slots, { ...slot, gap: 0, again: times }, after)
  })
}

/** Behind an item, or behind an interval at the top of the act that follows it. */
function put({ show }: Base, slots: Slots, slot: Slot, after: ItemId): Result<Slots> {
  const place = slots.findLastIndex((one) => one.item === after && !one.cut)
  const before = slots[place]
  if (!before) return noSuchItem
  const isInterval = itemOf(show, after)?.kind === 'interval'
  const act = (isInterval ? slots[place + 1]?.act : before.act) ?? before.act
  return accepted(slots.toSpliced(place + 1, 0, { ...slot, act }))
}

const isWait = (seconds: number): boolean => seconds > 0 && seconds <= WAIT_SECONDS_MAX
const wrongWait = refused('wrong-wait', `A wait is between a second and ${WAIT_SECONDS_MAX / 60} minutes.`)

function delay(slots: Slots, place: number, slot: Slot, seconds: number): Result<Slots> {
  if (!isWait(seconds)) return wrongWait
  if (!slots.slice(0, place).some((one) => one.act === slot.act && !one.cut))
    return refused('begins-act', 'It begins its act: say when the act goes up instead.')
  return accepted(slots.with(place, { ...slot, gap: slot.gap + seconds }))
}

function vamp(base: Base, slots: Slots, change: Extract<Change, { kind: 'vamp' }>): Result<Slots> {
  const found = base.show.vamps.find(({ id }) => id === change.vamp)
  if (!found) return refused('no-such-vamp', 'Those bars are not in tonight’s running order.')
  if (found.seconds + change.seconds > found.secondsMax)
    return refused('long-vamp', `Those bars can be borne for ${found.secondsMax} s at most.`)
  return bend(base, slots, found.anchor.item, { at: found.anchor.seconds, seconds: change.seconds })
}

function bend(base: Base, slots: Slots, item: ItemId, one: Bend): Result<Slots> {
  if (!isWait(one.seconds)) return wrongWait
  return at(base, slots, item, (place, slot) =>
    accepted(slots.with(place, { ...slot, bends: [...slot.bends, one] })),
  )
}

/** Points are those of the item as it is planned, however often it was bent before. */
function shorten(base: Base, slots: Slots, change: Extract<Change, { kind: 'shorten' }>): Result<Slots> {
  return at(base, slots, change.item, (place, slot) => {
    const length = itemOf(base.show, change.item)?.seconds ?? 0
    if (change.from < 0 || change.from >= change.to || change.to > length)
      return refused('wrong-passage', 'That passage is not in the item.')
    const one = { at: change.from, seconds: change.from - change.to }
    if (slot.bends.some((other) => crosses(one, other)))
      return refused('wrong-passage', 'Something in that passage is changed already.')
    return accepted(slots.with(place, { ...slot, bends: [...slot.bends, one] }))
  })
}

const crosses = (one: Bend, other: Bend): boolean =>
  one.at < other.at + Math.max(0, -other.seconds) && other.at < one.at - Math.min(0, one.seconds)

function skip({ show }: Base, slots: Slots, after: ItemId): Result<Slots> {
  const place = placeOf(slots, after)
  const from = slots[place]
  if (!from) return noSuchItem
  const end = slots.findIndex(
    (slot, index) => index > place && (slot.act !== from.act || itemOf(show, slot.item)?.kind === 'interval'),
  )
  const last = end === -1 ? slots.length : end
  if (!slots.slice(place + 1, last).some((slot) => !slot.cut))
    return refused('nothing-left', 'Nothing of this act is left after it.')
  return accepted(slots.map((slot, index) => (index > place && index < last ? { ...slot, cut: true } : slot)))
}

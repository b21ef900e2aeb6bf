// The show as it is played in another order: everything that hangs on an item goes with it, and nothing else changes.

import { id } from '../kit/ids.ts'
import { accepted, type Result } from '../kit/result.ts'
import type { Anchor, Cue, CueId, ItemId, Show, Trigger } from '../show/show.ts'
import type { Change } from './change.ts'
import { type Base, type Bend, type Slot, slotsOf } from './slots.ts'

/**
 * `show` has its edition in the new order; what is cut is still in it, takes no time, and nothing but its cues is left.
 * `cutCues`: those, and the cues of passages that are left out.
 */
export type Ordered = {
  readonly show: Show
  readonly cut: ReadonlySet<ItemId>
  readonly cutCues: ReadonlySet<CueId>
}

export function orderedShow(base: Base, changes: readonly Change[]): Result<Ordered> {
  const slots = slotsOf(base, changes)
  return slots.ok ? accepted(layOut(base, slots.value)) : slots
}

/** What an item, cue or anything else is called the second time it is played. */
const againId = (of: string, again: number): string => (again === 0 ? of : `${of}-again-${again}`)

/** So small that what is cut takes no time, and so large that its cues keep their order. */
const NO_TIME = 1e-6

function layOut({ show, edition }: Base, slots: readonly Slot[]): Ordered {
  const parts = slots.map((slot, index) => ({ slot, gapBehind: gapBehind(slots, index) }))
  const played = new Set(slots.map((slot) => slot.item))
  const elsewhere = show.items.filter((item) => !played.has(item.id))
  const items = parts.flatMap(({ slot, gapBehind: gap }) => {
    const item = show.items.find((one) => one.id === slot.item)
    if (!item) return []
    const bent = item.seconds + slot.bends.reduce((sum, one) => sum + one.seconds, 0)
    const seconds = slot.cut ? 0 : bent + gap
    // How long it takes on a late night is known only of the whole of it.
    const late = seconds === item.seconds ? item.secondsLate : undefined
    return [{ ...item, id: itemId(slot), act: slot.act, seconds, secondsLate: late }]
  })
  const at = new Placing(slots)
  const ordered: Show = {
    ...show,
    items: [...items, ...elsewhere],
    editions: show.editions.map((one) => (one.id === edition ? { ...one, items: slots.map(itemId) } : one)),
    obligations: show.obligations.flatMap((one) => at.played(one, one.seconds)),
    cues: at.inOrder(show.cues),
    vamps: show.vamps.flatMap((one) => at.played(one, one.seconds)),
    changes: show.changes.flatMap((one) => at.played(one, 0)),
    handOffs: show.handOffs.flatMap((one) => at.played(one, 0)),
    presets: show.presets.flatMap((one) =>
      at
        .slots(one.before)
        .filter((slot) => !slot.cut)
        .map((slot) => ({ ...one, id: id<'preset'>(againId(one.id, slot.again)), before: itemId(slot) })),
    ),
    standings: show.standings?.flatMap((one) =>
      at
        .slots(one.item)
        .filter((slot) => !slot.cut)
        .map((slot) => ({ ...one, item: itemId(slot) })),
    ),
    script: show.script.flatMap((line) =>
      at
        .slots(line.item)
        .filter((slot) => !slot.cut && !isLeftOut(slot.bends, line.seconds))
        .map((slot) => ({ ...line, item: itemId(slot), seconds: bentAt(slot.bends, line.seconds) })),
    ),
  }
  return {
    show: ordered,
    cut: new Set(slots.filter((slot) => slot.cut).map(itemId)),
    cutCues: new Set(show.cues.flatMap((cue) => at.leftOut(cue))),
  }
}

const itemId = (slot: Pick<Slot, 'item' | 'again'>): ItemId => id<'item'>(againId(slot.item, slot.again))

/** What is waited before the next played item of the act is waited at the end of this one. */
function gapBehind(slots: readonly Slot[], index: number): number {
  const slot = slots[index]
  if (!slot || slot.cut) return 0
  const next = slots.slice(index + 1).find((one) => !one.cut)
  return next && next.act === slot.act ? next.gap : 0
}

/** Where a point of the item as planned lies now. */
const bentAt = (bends: readonly Bend[], seconds: number): number =>
  bends.reduce((at, one) => {
    if (one.seconds >= 0) return seconds > one.at ? at + one.seconds : at
    return at - Math.min(Math.max(0, seconds - one.at), -one.seconds)
  }, seconds)

const isLeftOut = (bends: readonly Bend[], seconds: number): boolean =>
  bends.some((one) => one.seconds < 0 && seconds >= one.at && seconds < one.at - one.seconds)

type Anchored = { readonly id: string; readonly anchor: Anchor }

class Placing {
  readonly #of = new Map<ItemId, Slot[]>()

  constructor(slots: readonly Slot[]) {
    for (const slot of slots) this.#of.set(slot.item, [...(this.#of.get(slot.item) ?? []), slot])
  }

  slots(item: ItemId): readonly Slot[] {
    return this.#of.get(item) ?? []
  }

  /** Once for each time its item is played; what lasts stretches or shrinks with its item. */
  played<T extends Anchored & { readonly seconds?: number }>(one: T, lasts: number): T[] {
    return this.slots(one.anchor.item).flatMap((slot) => {
      const from = one.anchor.seconds
      if (slot.cut || (isLeftOut(slot.bends, from) && isLeftOut(slot.bends, from + lasts))) return []
      const to = bentAt(slot.bends, from + lasts)
      const begins = bentAt(slot.bends, from)
      const moved = {
        ...one,
        id: againId(one.id, slot.again),
        anchor: { ...one.anchor, item: itemId(slot), seconds: begins },
      }
      return [lasts > 0 ? { ...moved, seconds: to - begins } : moved]
    })
  }

  /** All of them, those of cut items too: the record may name them. In the order in which they were written. */
  inOrder(cues: readonly Cue[]): Cue[] {
    return cues.flatMap((cue) => {
      const slots = this.slots(cue.anchor.item)
      return slots.length === 0 ? [cue] : slots.map((slot) => this.#cue(cue, slot, cues))
    })
  }

  leftOut({ id: cue, anchor }: Cue): CueId[] {
    return this.slots(anchor.item)
      .filter((slot) => slot.cut || isLeftOut(slot.bends, anchor.seconds))
      .map((slot) => id<'cue'>(againId(cue, slot.again)))
  }

  #cue(cue: Cue, slot: Slot, cues: readonly Cue[]): Cue {
    const anchored = (anchor: Anchor): Anchor => {
      const own = anchor.item === slot.item ? slot : this.slots(anchor.item)[0]
      if (!own) return anchor
      const seconds = own.cut ? anchor.seconds * NO_TIME : bentAt(own.bends, anchor.seconds)
      return { ...anchor, item: itemId(own), seconds }
    }
    return {
      ...cue,
      id: id<'cue'>(againId(cue.id, slot.again)),
      anchor: anchored(cue.anchor),
      ...(cue.warn ? { warn: anchored(cue.warn) } : {}),
      ...(cue.standby ? { standby: anchored(cue.standby) } : {}),
      ...(cue.group === undefined ? {} : { group: againId(cue.group, slot.again) }),
      trigger: this.#trigger(cue.trigger, slot, cues),
    }
  }

  #trigger(trigger: Trigger, slot: Slot, cues: readonly Cue[]): Trigger {
    if (!('after' in trigger)) return trigger
    const root = cues.find((one) => one.id === trigger.after)
    const again = root?.anchor.item === slot.item ? slot.again : 0
    return { ...trigger, after: id<'cue'>(againId(trigger.after, again)) }
  }
}

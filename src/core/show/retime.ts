// The same show with other lengths for some of its items: what stands in an item keeps its share of it.

import type { Anchor, ItemId, Show } from './show.ts'

/** How long an item is expected to take, and what nine in ten performances stay under. */
export type Lengths = ReadonlyMap<ItemId, { readonly seconds: number; readonly secondsLate: number }>

export function retimeShow(show: Show, lengths: Lengths): Show {
  const planned = new Map(show.items.map((item) => [item.id, item.seconds]))
  const share = (item: ItemId, seconds: number): number => {
    const length = planned.get(item) ?? 0
    const learned = lengths.get(item)
    return learned === undefined || length <= 0 ? seconds : toMs((seconds * learned.seconds) / length)
  }
  const anchored = (anchor: Anchor): Anchor => ({ ...anchor, seconds: share(anchor.item, anchor.seconds) })
  const anchors = <T extends { readonly anchor: Anchor }>(all: readonly T[]) =>
    all.map((one) => ({ ...one, anchor: anchored(one.anchor) }))
  return {
    ...show,
    items: show.items.map((item) => ({
      ...item,
      ...lengths.get(item.id),
      shorter: item.shorter?.map((cut) => ({
        ...cut,
        from: share(item.id, cut.from),
        to: share(item.id, cut.to),
      })),
    })),
    obligations: anchors(show.obligations),
    cues: anchors(show.cues).map((cue) => ({
      ...cue,
      warn: cue.warn && anchored(cue.warn),
      standby: cue.standby && anchored(cue.standby),
    })),
    vamps: anchors(show.vamps),
    changes: anchors(show.changes),
    handOffs: anchors(show.handOffs),
    script: show.script.map((line) => ({ ...line, seconds: share(line.item, line.seconds) })),
  }
}

const toMs = (seconds: number): number => Math.round(seconds * 1000) / 1000

// Whether the cues can be called as written: chains that end, groups in one place, standbys before their cue.

import type { Anchor, Cue, CueId, Item, ItemId, Show } from '../../../core/show/show.ts'
import { DECK } from '../../../core/show/timeline.ts'
import { type Complaint, everything, type Touched } from './complaint.ts'

export function* checkCueing(show: Show, touched = everything): Generator<Complaint> {
  if (touched('cues')) yield* circles(show)
  if (touched('cues')) yield* groups(show.cues)
  if (touched('cues') || touched('editions')) yield* standbys(show)
  yield* anchors(show, touched)
  if (touched('vamps') || touched('items')) yield* vamps(show)
  if (touched('items')) yield* passages(show)
}

const followed = (cue: Cue): CueId | undefined => ('after' in cue.trigger ? cue.trigger.after : undefined)

/** Each cue follows at most one other, so walking back from every cue once finds every circle once. */
function* circles(show: Show): Generator<Complaint> {
  const byId = new Map(show.cues.map((cue) => [cue.id, cue]))
  const settled = new Set<CueId>()
  for (const [position, start] of show.cues.entries()) {
    const walked = new Set<CueId>()
    let cue: Cue | undefined = start
    while (cue && !settled.has(cue.id) && !walked.has(cue.id)) {
      walked.add(cue.id)
      const before: CueId | undefined = followed(cue)
      cue = before === undefined ? undefined : byId.get(before)
    }
    if (cue && walked.has(cue.id))
      yield {
        path: ['cues', position, 'trigger', 'after'],
        sentence: '{} follows other cues in a circle, so that none of them would ever go.',
      }
    for (const each of walked) settled.add(each)
  }
}

function* groups(cues: readonly Cue[]): Generator<Complaint> {
  const homes = new Map<string, ItemId>()
  const lists = new Map<string, string>()
  for (const [position, cue] of cues.entries()) {
    if (cue.group === undefined) continue
    const home = homes.get(cue.group)
    if (home === undefined) homes.set(cue.group, cue.anchor.item)
    else if (home !== cue.anchor.item)
      yield {
        path: ['cues', position, 'group'],
        sentence: `{} is in group “${cue.group}” with cues of another item; one GO cannot be in two items.`,
      }
    const list = cue.playhead ?? DECK
    const called = lists.get(cue.group)
    if (called === undefined) lists.set(cue.group, list)
    else if (called !== list)
      yield {
        path: ['cues', position, 'playhead'],
        sentence: `{} is in group “${cue.group}” with cues of another list; one GO cannot be on two lists.`,
      }
  }
}

/** Before and after are those of the first edition: the show as it is usually played. */
function* standbys(show: Show): Generator<Complaint> {
  const order = new Map((show.editions[0]?.items ?? []).map((item, position) => [item, position]))
  const isLater = (one: Anchor, other: Anchor): boolean => {
    if (one.item === other.item) return one.seconds > other.seconds
    const [a, b] = [order.get(one.item), order.get(other.item)]
    return a !== undefined && b !== undefined && a > b
  }
  for (const [position, cue] of show.cues.entries())
    for (const early of ['warn', 'standby'] as const) {
      const anchor = cue[early]
      if (anchor && isLater(anchor, cue.anchor))
        yield { path: ['cues', position, early], sentence: `{}: its ${early} comes after the cue itself.` }
    }
}

/** Lengths are estimates that grow and shrink with the run, so an anchor beyond one is no reason to refuse a show. */
function* anchors(show: Show, touched: Touched): Generator<Complaint> {
  const byId = new Map(show.items.map((item) => [item.id, item]))
  for (const [position, item] of show.items.entries())
    if (item.secondsLate !== undefined && item.secondsLate < item.seconds)
      yield {
        path: ['items', position, 'secondsLate'],
        sentence: '{} is expected to last longer than on a late night.',
        warning: true,
      }
  for (const list of (['obligations', 'cues', 'vamps', 'changes', 'handOffs'] as const).filter(touched))
    for (const [position, { anchor }] of show[list].entries()) {
      const item = byId.get(anchor.item)
      if (item && anchor.seconds > item.seconds)
        yield {
          path: [list, position, 'anchor', 'seconds'],
          sentence: `{} is ${anchor.seconds} s into item ${called(item)}, which lasts ${item.seconds} s.`,
          warning: true,
        }
    }
}

/** What may be left out of an item lies in it. */
function* passages(show: Show): Generator<Complaint> {
  for (const [position, item] of show.items.entries())
    for (const [place, { title, from, to }] of (item.shorter ?? []).entries())
      if (from >= to || to > item.seconds)
        yield {
          path: ['items', position, 'shorter', place, 'to'],
          sentence: `{}: “${title}” begins ${from} s into it and ends at ${to} s, and it lasts ${item.seconds} s.`,
        }
}

function* vamps(show: Show): Generator<Complaint> {
  const kinds = new Map(show.items.map((item) => [item.id, item.kind]))
  for (const [position, { anchor, seconds, secondsMax }] of show.vamps.entries()) {
    if (secondsMax < seconds)
      yield {
        path: ['vamps', position, 'secondsMax'],
        sentence: `{} usually lasts ${seconds} s, which is longer than the ${secondsMax} s it may last.`,
      }
    if (kinds.get(anchor.item) === 'interval')
      yield {
        path: ['vamps', position, 'anchor', 'item'],
        sentence: '{} is in an interval, where nobody plays.',
      }
  }
}

const called = (item: Item): string => item.code || item.title || item.id

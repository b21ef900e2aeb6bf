// The running order as arithmetic: where each item and each moment lies in its act, by plan.

import { must } from '../kit/assert.ts'
import type { Id } from '../kit/ids.ts'
import { id } from '../kit/ids.ts'
import type { OwnCalls } from './own-calls.ts'
import type {
  Cue,
  Department,
  DepartmentId,
  Edition,
  EditionId,
  Item,
  ItemId,
  Show,
  TrackId,
  Vamp,
} from './show.ts'

/** One GO: the cues called together. Its id is its group's name or its only cue's id (SHOW-7). */
export type MomentId = Id<'moment'>

/** A point of the plan: so many seconds after the act went up, if nothing is early or late. */
export type PlanPoint = { readonly act: number; readonly seconds: number }

export type PlannedItem = Item & {
  readonly index: number
  readonly starts: PlanPoint
  /** Not played tonight, though it has its place: the record may name what lies in it. */
  readonly cut?: true
}

export type Moment = {
  readonly id: MomentId
  /** Place in the order of calling, from 0. */
  readonly index: number
  readonly item: ItemId
  readonly at: PlanPoint
  readonly line: string | undefined
  /** Called by the caller, in the order of the file. */
  readonly cues: readonly Cue[]
  /** Cues that follow by themselves once this moment is called. */
  readonly followers: readonly Cue[]
  /** The list it is called from. */
  readonly playhead: string
  /** Those who must say clear first. */
  readonly spotters: readonly TrackId[]
}

/** Bars that may be gone round in, by their place in tonight's order. */
export type PlannedVamp = Vamp & { readonly index: number; readonly at: PlanPoint }

/** The list that the desk calls from unless a cue names another. */
export const DECK = 'deck'

export type Timeline = {
  readonly edition: Edition
  readonly items: readonly PlannedItem[]
  readonly moments: readonly Moment[]
  readonly vamps: readonly PlannedVamp[]
  /** The moments of each department, in order: the only ones its own screens know of. */
  readonly own: Readonly<Partial<Record<DepartmentId, readonly Moment[]>>>
  /** Running seconds of each act, interval not counted, in order. */
  readonly acts: readonly {
    readonly act: number
    readonly seconds: number
    readonly intervalSeconds: number
  }[]
  /** How much closer to the act calls lie than in the country's table. */
  readonly callPace: number
  readonly calls?: OwnCalls | undefined
}

/** Lays an edition out. The show must have passed the checks of docs/specs/show-file.md. */
export function timeline(show: Show, edition?: EditionId): Timeline {
  const chosen = must(
    edition === undefined ? show.editions[0] : show.editions.find((one) => one.id === edition),
    `edition ${edition ?? '(first)'} is in the show`,
  )
  const items = planItems(show, chosen)
  const moments = planMoments(show, items)
  return {
    edition: chosen,
    items,
    moments,
    own: Object.fromEntries(
      show.departments.map(({ id: department }) => [
        department,
        moments.filter((moment) => momentDepartments(moment).includes(department)),
      ]),
    ),
    vamps: planVamps(show, items),
    acts: planActs(items),
    callPace: show.callPace ?? 1,
    ...(show.calls ? { calls: show.calls } : {}),
  }
}

/** In the order in which the evening comes to them; those of items that are not played are not there. */
function planVamps(show: Show, items: readonly PlannedItem[]): PlannedVamp[] {
  return show.vamps
    .flatMap((vamp) => {
      const item = items.find((one) => one.id === vamp.anchor.item)
      if (!item) return []
      const at = { act: item.act, seconds: item.starts.seconds + vamp.anchor.seconds }
      return [{ ...vamp, at, order: item.index }]
    })
    .sort((a, b) => a.order - b.order || a.anchor.seconds - b.anchor.seconds)
    .map(({ order: _order, ...vamp }, index) => ({ ...vamp, index }))
}

function planItems(show: Show, edition: Edition): PlannedItem[] {
  const byId = new Map(show.items.map((item) => [item.id, item]))
  const elapsed = new Map<number, number>()
  return edition.items.map((itemId, index) => {
    const item = must(byId.get(itemId), `item ${itemId} is in the show`)
    const starts = elapsed.get(item.act) ?? 0
    if (isPlayed(item)) elapsed.set(item.act, starts + item.seconds)
    return { ...item, index, starts: { act: item.act, seconds: starts } }
  })
}

const isPlayed = (item: Item): boolean => item.kind !== 'interval'
const length = (items: readonly Item[]): number => items.reduce((seconds, item) => seconds + item.seconds, 0)

function planActs(items: readonly PlannedItem[]): Timeline['acts'] {
  const played = items.filter(isPlayed)
  // Without a running order there is still an act to go up: nothing is known of it but that (SHOW-15).
  if (played.length === 0) return [{ act: 1, seconds: 0, intervalSeconds: 0 }]
  const acts = [...new Set(played.map((item) => item.act))].sort((a, b) => a - b)
  return acts.map((act) => {
    const own = played.filter((item) => item.act === act)
    return { act, seconds: length(own), intervalSeconds: length(pausesBehind(items, own)) }
  })
}

/** The intervals between an act's last item and the next act, whichever act they are written under. */
function pausesBehind(items: readonly PlannedItem[], act: readonly PlannedItem[]): readonly PlannedItem[] {
  const last = act.at(-1)?.index ?? items.length
  const behind = items.slice(last + 1)
  const next = behind.findIndex(isPlayed)
  return next === -1 ? [] : behind.slice(0, next)
}

function planMoments(show: Show, items: readonly PlannedItem[]): Moment[] {
  const itemOf = new Map(items.map((item) => [item.id, item]))
  const followers = followersByRoot(show.cues)
  const alone = new Set(show.cues.filter((cue) => cue.group === undefined).map((cue) => String(cue.id)))
  const grouped = new Set(show.cues.flatMap((cue) => cue.group ?? []))
  const groups = new Map<MomentId, Cue[]>()
  for (const cue of show.cues) {
    if (follows(cue) !== null || !itemOf.has(cue.anchor.item)) continue
    const name = momentId(cue, alone, grouped)
    const group = groups.get(name)
    if (group) group.push(cue)
    else groups.set(name, [cue])
  }
  const placed = [...groups].map(([name, cues]) => {
    const first = must(cues[0], 'a group has a cue')
    const item = must(itemOf.get(first.anchor.item), 'only cues of this edition are grouped')
    const behind = cues.flatMap((cue) => followers.get(cue.id) ?? [])
    return {
      id: name,
      item: item.id,
      at: { act: item.act, seconds: item.starts.seconds + first.anchor.seconds },
      line: first.anchor.line,
      cues,
      followers: behind,
      playhead: first.playhead ?? DECK,
      // What follows by itself cannot be stopped once its root is called: its spotter counts too.
      spotters: [...new Set([...cues, ...behind].flatMap((cue) => cue.spotter ?? []))],
      order: [item.index, first.anchor.seconds] as const,
    }
  })
  return placed
    .sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1])
    .map(({ order: _order, ...moment }, index) => ({ ...moment, index }))
}

/** A group is called by its name, unless a cue outside of it is: one GO must not call both. */
function momentId(cue: Cue, alone: ReadonlySet<string>, grouped: ReadonlySet<string>): MomentId {
  if (cue.group === undefined) return id<'moment'>(cue.id)
  let name = cue.group
  while (alone.has(name) || (name !== cue.group && grouped.has(name))) name = `${name} group`
  return id<'moment'>(name)
}

/** The cue that this one follows by itself, or null where a person calls it. */
export function follows(cue: Cue): Cue['id'] | null {
  return cue.trigger.kind === 'follow-on' || cue.trigger.kind === 'auto-follow' ? cue.trigger.after : null
}

function followersByRoot(cues: readonly Cue[]): Map<Cue['id'], Cue[]> {
  const byId = new Map(cues.map((cue) => [cue.id, cue]))
  const roots = new Map<Cue['id'], Cue[]>()
  for (const cue of cues) {
    let root = cue
    // Bounded by the number of cues, so that a cycle in an unchecked show cannot hang us.
    for (let steps = 0; steps < cues.length; steps += 1) {
      const before = follows(root)
      const found = before === null ? undefined : byId.get(before)
      if (!found) break
      root = found
    }
    if (root === cue) continue
    roots.set(root.id, [...(roots.get(root.id) ?? []), cue])
  }
  return roots
}

/** "LX 24": a cue as it is said. */
export function cueName(cue: Cue, departments: readonly Department[]): string {
  const department = departments.find((one) => one.id === cue.department)
  return `${department?.short ?? cue.department} ${cue.number}`
}

/** "LX 24, SND 16 and FLY 3": a moment as it is said. */
export function momentName(moment: Moment, departments: readonly Department[]): string {
  const names = moment.cues.map((cue) => cueName(cue, departments))
  const last = names.at(-1) ?? ''
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last
}

/** The departments that have something to do at this moment, each once. */
export function momentDepartments(moment: Moment): readonly DepartmentId[] {
  return [...new Set([...moment.cues, ...moment.followers].map((cue) => cue.department))]
}

/** A moment as far as one department knows of it. */
export const partOf = (moment: Moment, department: string): Moment => ({
  ...moment,
  cues: [...moment.cues, ...moment.followers].filter((cue) => cue.department === department),
})

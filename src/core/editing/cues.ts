// The cue list as it is typed: a row is a cue, its number goes on from the last, its place is after the one before it.

import { id } from '../kit/ids.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { Cue, CueId, Item, Show } from '../show/show.ts'
import { departmentOf, newDepartment } from './departments.ts'
import type { CueRow } from './edit.ts'
import { nextId } from './next-id.ts'
import { wholeShow } from './order.ts'
import { layOutGuessed } from './spread.ts'

const spoken = (text: string): string => text.toUpperCase().replaceAll(/\s/g, '')

/** The number after the last one of its department: "25" after "24", "25" after "24.5" and "24A". */
export function nextNumber({ cues }: Pick<Show, 'cues'>, department: string): string {
  const numbers = cues.flatMap((cue) => {
    const [, whole] = cue.department === department ? (/^(\d{1,9})/.exec(cue.number) ?? []) : []
    return whole === undefined ? [] : [Number(whole)]
  })
  return String(Math.max(0, ...numbers) + 1)
}

/** `cue`: the one that becomes this row; null for a new one at the end of its item. */
export function putCue(before: Show, cue: CueId | null, row: CueRow): Result<Show> {
  const old = cue === null ? null : before.cues.find((one) => one.id === cue)
  if (old === undefined) return gone
  const said = row.department.trim()
  if (said === '') return refused('department', 'Department: say whose cue it is, such as LX.')
  const placed = withItem(before, row.item)
  if (!placed.ok) return placed
  const { show, item } = placed.value
  const department = departmentOf(show, said) ?? newDepartment(show, said)
  const departments = show.departments.includes(department)
    ? show.departments
    : [...show.departments, department]
  const number = row.number.trim() || nextNumber(show, department.id)
  const twin = show.cues.find(
    (one) => one.id !== cue && one.department === department.id && spoken(one.number) === spoken(number),
  )
  if (twin) return refused('number', `Number: ${department.short} ${number} is there already.`)
  const fresh = { department: department.id, number, title: row.title.trim() }
  const grouped = old === null && row.together ? withGroup(show, item) : show
  const written = old ? rewritten(old, row, item) : typed(grouped, row, item)
  if (!written.ok) return written
  return accepted(layOutGuessed({ ...withCue(grouped, { ...written.value, ...fresh }), departments }))
}

const gone = refused('no-such-cue', 'That cue is not in the list any more.')

/** Where a cue lies: the item that is named, else the last one that is played, else the whole show as one. */
export function withItem(
  show: Show,
  named: string | null,
): Result<{ readonly show: Show; readonly item: Item }> {
  const played = show.items.filter((item) => item.kind !== 'interval')
  const item = named === null ? played[0] : show.items.find((one) => one.id === named)
  if (item) return accepted({ show, item })
  if (named !== null) return refused('item', 'Item: that is not in the running order any more.')
  const editions = show.editions.map((edition, index) =>
    index === 0 ? { ...edition, items: [...edition.items, wholeShow.id] } : edition,
  )
  return accepted({ show: { ...show, items: [...show.items, wholeShow], editions }, item: wholeShow })
}

type Written = Omit<Cue, 'department' | 'number' | 'title'>

const words = (row: CueRow) => (row.words.trim() === '' ? {} : { line: row.words.trim() })

function typed(show: Show, row: CueRow, item: Item): Result<Written> {
  const trigger = { kind: 'called' } as const
  const cue = id<'cue'>(nextId('c', show.cues))
  const anchor = { item: item.id, seconds: 0, guessed: true, ...words(row) }
  if (!row.together) return accepted({ id: cue, anchor, trigger })
  const last = lastOf(show, item)
  if (!last) return refused('together', 'Together: there is no cue before it in this item.')
  const at = words(row).line === undefined ? last.anchor : { ...last.anchor, ...words(row) }
  return accepted({ id: cue, anchor: at, trigger, group: last.group })
}

/** The cue that the next one is called together with has a group from now on. */
function withGroup(show: Show, item: Item): Show {
  const last = lastOf(show, item)
  if (!last || last.group !== undefined) return show
  const names = show.cues.flatMap(({ group }) => (group === undefined ? [] : [{ id: group }]))
  const group = nextId('g', names)
  return { ...show, cues: show.cues.map((cue) => (cue === last ? { ...cue, group } : cue)) }
}

function rewritten(old: Cue, row: CueRow, item: Item): Result<Written> {
  const { line: _line, ...anchor } = old.anchor
  if (old.anchor.item === item.id) return accepted({ ...old, anchor: { ...anchor, ...words(row) } })
  // In another item it is at its end, and called by itself: its group lies where it was.
  const { group: _group, warn: _warn, standby: _standby, ...rest } = old
  return accepted({ ...rest, anchor: { item: item.id, seconds: 0, guessed: true, ...words(row) } })
}

const lastOf = (show: Show, item: Item): Cue | undefined =>
  show.cues.filter((cue) => cue.anchor.item === item.id && follows(cue) === null).at(-1)

const follows = ({ trigger }: Cue): CueId | null => ('after' in trigger ? trigger.after : null)

/** In its place; a new one behind the last of its item, so that it is called after them. */
function withCue(show: Show, cue: Cue): Show {
  const known = show.cues.find((one) => one.id === cue.id)
  if (known && known.anchor.item === cue.anchor.item)
    return { ...show, cues: show.cues.map((one) => (one.id === cue.id ? cue : one)) }
  const others = show.cues.filter((one) => one.id !== cue.id)
  const behind = others.findLastIndex((one) => one.anchor.item === cue.anchor.item)
  const at = behind === -1 ? placeFor(show, others, cue) : behind + 1
  return { ...show, cues: [...others.slice(0, at), cue, ...others.slice(at)] }
}

/** Before the cues of the items that come later, so that the list reads in the order of the evening. */
function placeFor({ editions }: Show, cues: readonly Cue[], { anchor }: Cue): number {
  const order = new Map((editions[0]?.items ?? []).map((item, index) => [item, index]))
  const own = order.get(anchor.item) ?? Number.POSITIVE_INFINITY
  const later = cues.findIndex((one) => (order.get(one.anchor.item) ?? -1) > own)
  return later === -1 ? cues.length : later
}

/** One place up or down among the cues of its item; what somebody timed keeps its time and is not passed. */
export function moveCue(show: Show, cue: CueId, by: 1 | -1): Result<Show> {
  const found = show.cues.find((one) => one.id === cue)
  if (!found) return gone
  const own = show.cues.filter((one) => one.anchor.item === found.anchor.item)
  const other = own[own.indexOf(found) + by]
  if (!other) return refused('edge', 'It is at the end of its item: change its item to move it further.')
  if (!found.anchor.guessed || !other.anchor.guessed)
    return refused('timed', 'One of the two has a time of its own, which says where it is called.')
  const swapped = new Map([
    [found.id, other],
    [other.id, found],
  ])
  return accepted(layOutGuessed({ ...show, cues: show.cues.map((one) => swapped.get(one.id) ?? one) }))
}

export function removeCue(show: Show, cue: CueId): Result<Show> {
  const found = show.cues.find((one) => one.id === cue)
  if (!found) return gone
  const follower = show.cues.find((one) => follows(one) === cue)
  if (follower) return refused('followed', `Cue ${follower.number} follows it by itself: change that first.`)
  const timed = show.obligations.find((one) => one.byCue?.cue === cue)
  const track = show.tracks.find((one) => one.id === timed?.track)
  if (timed)
    return refused('timed', `An entrance of track ${track?.code ?? ''} is timed by it: change that first.`)
  return accepted(layOutGuessed({ ...show, cues: show.cues.filter((one) => one.id !== cue) }))
}

// The running order as a list of rows: what stays itself, what is new, and what may not go because something hangs on it.

import { id } from '../kit/ids.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { Anchor, Item, ItemId, Show } from '../show/show.ts'
import { type OrderRow, refusedAt } from './edit.ts'
import { nextId } from './next-id.ts'
import { layOutGuessed } from './spread.ts'

/** What an item without a length is taken to last until a performance says otherwise; the screen tells so. */
export const SECONDS_GUESSED = 5 * 60
export const INTERVAL_SECONDS_GUESSED = 20 * 60
/** Cues lie in this while there is no running order. */
export const WHOLE_SHOW = id<'item'>('whole-show')
const WHOLE_SHOW_SECONDS = 60 * 60
const ACTS_MAX = 99
const SECONDS_MAX = 86_400

export const wholeShow: Item = {
  id: WHOLE_SHOW,
  code: '',
  title: 'The show',
  kind: 'scene',
  act: 1,
  seconds: WHOLE_SHOW_SECONDS,
}

export function setOrder(show: Show, rows: readonly OrderRow[]): Result<Show> {
  const wrong = rows.map(wrongRow).find((one) => one !== null)
  if (wrong) return wrong
  const items = itemsOf(show, rows)
  const first = items.find((item) => item.kind !== 'interval')
  const kept = new Set(items.map((item) => item.id))
  const lost = show.items.filter((item) => !kept.has(item.id) && item.id !== WHOLE_SHOW)
  const held = lost.map((item) => hangsOn(show, item)).find((one) => one !== null)
  if (held) return refused('in-use', held)
  const homeless = !kept.has(WHOLE_SHOW) && show.cues.some((cue) => cue.anchor.item === WHOLE_SHOW)
  if (homeless && !first)
    return refused('nowhere', 'There are cues, and nothing in this running order that they could lie in.')
  const moved = homeless && first ? rehung(show, first.id) : show
  const [edition, ...others] = moved.editions
  const editions = [
    { ...(edition ?? { id: id<'edition'>('full'), title: 'Full show' }), items: items.map((one) => one.id) },
    ...others.map((one) => ({ ...one, items: one.items.filter((item) => kept.has(item)) })),
  ]
  return accepted(layOutGuessed({ ...moved, items, editions }))
}

function wrongRow({ code, title, act, seconds, kind }: OrderRow, index: number) {
  if (!Number.isInteger(act) || act < 0 || act > ACTS_MAX)
    return refusedAt(index + 1, 'act', `an act is a whole number from 0 to ${ACTS_MAX}.`)
  if (seconds !== null && !(seconds >= 0 && seconds <= SECONDS_MAX))
    return refusedAt(index + 1, 'length', 'nothing lasts longer than a day.')
  if (code.trim() === '' && title.trim() === '' && kind !== 'interval')
    return refusedAt(index + 1, 'title', 'it needs a number or a title to be called by.')
  return null
}

/** A row that has the number and the title of an item is that item; else its title alone says so, else its number. */
function itemsOf(show: Show, rows: readonly OrderRow[]): readonly Item[] {
  const free = new Set<Item>(show.items.filter((item) => item.id !== WHOLE_SHOW))
  const match = (is: (item: Item) => boolean): Item | undefined => [...free].find(is)
  const found = new Map<OrderRow, Item>()
  const claim = (is: (item: Item, row: OrderRow) => boolean) => {
    for (const row of rows) {
      const item = found.has(row) ? undefined : match((one) => is(one, row))
      if (!item) continue
      found.set(row, item)
      free.delete(item)
    }
  }
  claim((item, row) => item.code === row.code.trim() && item.title === row.title.trim())
  claim((item, row) => row.title.trim() !== '' && item.title === row.title.trim())
  claim((item, row) => row.code.trim() !== '' && item.code === row.code.trim())
  const ids: { id: ItemId }[] = [...show.items]
  return rows.map((row) => {
    const before = found.get(row)
    const fresh = before?.id ?? id<'item'>(nextId('i', ids))
    if (!before) ids.push({ id: fresh })
    const { kind, act } = row
    const guess = kind === 'interval' ? INTERVAL_SECONDS_GUESSED : SECONDS_GUESSED
    const seconds = row.seconds ?? before?.seconds ?? guess
    const { secondsLate, parent: _parent, ...rest } = before ?? { secondsLate: undefined }
    const late = secondsLate !== undefined && secondsLate >= seconds ? { secondsLate } : {}
    return { ...rest, ...late, id: fresh, code: row.code.trim(), title: row.title.trim(), kind, act, seconds }
  })
}

/** What would be lost with an item, in a sentence; null where nothing would. */
function hangsOn(show: Show, item: Item): string | null {
  const at = ({ anchor }: { readonly anchor: Anchor }) => anchor.item === item.id
  const counts: readonly (readonly [number, string, string])[] = [
    [show.cues.filter(at).length, 'a cue', 'cues'],
    [show.obligations.filter(at).length, 'an entrance or task', 'entrances and tasks'],
    [show.changes.filter(at).length, 'a costume change', 'costume changes'],
    [show.handOffs.filter(at).length, 'a hand-off', 'hand-offs'],
    [show.vamps.filter(at).length, 'a vamp', 'vamps'],
    [
      (show.pages ?? []).filter((page) => page.item === item.id).length,
      'a page that begins it',
      'pages that begin it',
    ],
    [show.presets.filter((preset) => preset.before === item.id).length, 'a preset', 'presets'],
    [
      show.script.filter((line) => line.item === item.id).length,
      'a line of the script',
      'lines of the script',
    ],
  ]
  const [count, one, many] = counts.find(([some]) => some > 0) ?? [0, '', '']
  if (count === 0) return null
  const name = [item.code, item.title].filter((word) => word !== '').join(' ')
  return `“${name}” is not in this running order, and ${count === 1 ? `${one} hangs` : `${count} ${many} hang`} on it. Keep its row, or move what hangs on it first.`
}

/** The cues that had no running order lie in its first item from now on. */
function rehung(show: Show, item: ItemId): Show {
  const at = (anchor: Anchor): Anchor => (anchor.item === WHOLE_SHOW ? { ...anchor, item } : anchor)
  return { ...show, cues: show.cues.map((cue) => ({ ...cue, anchor: at(cue.anchor) })) }
}
